//! Staying signed in: by cookie, or by a token in the path.

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{AU, FOMA, FOMA_2, IPHONE, J_PHONE, KAIOS, MOVA, Request, SOFTBANK};

use crate::program::{demos, log_in, number_of, place_of};

#[test]
fn a_phone_without_cookies_carries_its_token_in_every_link_and_no_other_does() {
    for program in demos() {
        for model in [FOMA, MOVA, J_PHONE] {
            let mut phone = program.phone_of("hanako", model);
            let home = phone.get("/home");
            assert!(phone.prefix().starts_with("/~s"), "{}", model.name);
            assert!(home.header("set-cookie").is_empty());
            for link in home.links().filter(|link| link.starts_with('/')) {
                assert!(link.starts_with(phone.prefix()), "{link} on {}", model.name);
            }
            for form in home.forms() {
                assert!(form.request().path.starts_with(phone.prefix()));
            }
            for picture in home.pictures() {
                assert!(!picture.contains(phone.prefix()), "the session's token is in {picture}");
            }
        }
        for model in [IPHONE, KAIOS, SOFTBANK, AU, FOMA_2] {
            let mut phone = program.phone_of("hanako", model);
            let home = phone.get("/home");
            assert!(home.links().all(|link| !link.contains("/~")), "{}", model.name);
        }
    }
}

#[test]
fn a_token_is_new_at_login_and_dead_after_logout() {
    for program in demos() {
        let mut phone = program.phone(FOMA);
        let before = phone.get("/login");
        let guest = phone.prefix().to_owned();
        let form = before.form("/login").fill("login", number_of("hanako")).fill("password", PASSWORD);
        phone.submit(&form);
        let token = phone.prefix().to_owned();
        assert_ne!(guest, token);
        let menu = phone.get("/menu");
        phone.submit(&menu.form("/logout"));
        let again = program.phone(FOMA).fetch(&Request::get(&format!("{token}/home")));
        assert_eq!(again.status, 303, "a token outlived its logout");
    }
}

#[test]
fn a_link_that_went_astray_shows_the_login_page_and_ends_the_session() {
    for program in demos() {
        for finder in [IPHONE, SOFTBANK, J_PHONE] {
            let mut phone = program.phone_of("hanako", FOMA);
            let link = format!("{}/home", phone.prefix());
            let found = program.phone(finder).fetch(&Request::get(&link));
            assert_eq!(found.status, 303, "{}", finder.name);
            assert!(
                !found.header("location").contains("/~s"),
                "{}: {}",
                finder.name,
                found.header("location")
            );
            let page = program.phone(finder).get(&link);
            assert_eq!(place_of(&page), "/login", "{}", finder.name);
            assert_eq!(place_of(&phone.get("/home")), "/login", "the session lives on after {}", finder.name);
        }
    }
}

#[test]
fn no_header_of_a_carrier_signs_anyone_in() {
    for program in demos() {
        let _signed_in = program.phone_of("hanako", FOMA);
        for (name, value) in [
            ("X-DCMGUID", "0000001"),
            ("X-UP-SUBNO", "05001010000000_aa.ezweb.ne.jp"),
            ("x-jphone-uid", "aaaaaaaaaaaaaaaa"),
            ("X-EM-UID", "u0000"),
        ] {
            for model in [FOMA, AU, SOFTBANK] {
                let page = program.phone(model).with_header(name, value).get("/home?guid=ON");
                assert_eq!(place_of(&page), "/login", "{name} on {}", model.name);
            }
        }
    }
}

#[test]
fn what_was_typed_before_the_session_ended_comes_back_after_login() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut phone = program.phone_of("hanako", model);
            let form = phone.get("/diary/new").form("/diary/new");
            let menu = phone.get("/menu");
            let mut elsewhere = phone.clone();
            elsewhere.submit(&menu.form("/logout"));
            let form = form
                .fill("title", "長い話")
                .fill("body", "三十分かけて書きました")
                .fill("visibility", "friends");
            let login = phone.fetch(&form.request());
            assert_eq!(login.status, 403, "{}", model.name);
            let form = login.form("/login").fill("login", number_of("hanako")).fill("password", PASSWORD);
            let page = phone.submit(&form);
            let form = page.form("/diary/new");
            assert_eq!(
                (form.value("title"), form.value("body")),
                ("長い話", "三十分かけて書きました"),
                "{}",
                model.name
            );
            assert_eq!(phone.submit(&form).status, 200);
        }
    }
}

#[test]
fn a_wrong_password_says_the_same_for_everyone() {
    for program in demos() {
        let mut phone = program.phone(IPHONE);
        let known = log_in(&mut phone, number_of("hanako"), "chigau password");
        let mut phone = program.phone(IPHONE);
        let unknown = log_in(&mut phone, "090-9999-0000", "chigau password");
        assert_eq!((known.status, unknown.status), (422, 422));
        assert!(
            known.text().contains("パスワードが違います") && unknown.text().contains("パスワードが違います")
        );
        assert!(!known.text().contains("chigau"), "a password was sent back");
    }
}

#[test]
fn the_face_and_the_language_are_remembered() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        assert!(phone.get("/home").text().starts_with("<!DOCTYPE html>"));
        let keitai = phone.get("/home?face=keitai");
        assert!(!keitai.path.contains("face="), "{}", keitai.path);
        assert!(phone.get("/friends").text().contains("XHTML"), "the face was forgotten");
        phone.get("/home?face=auto");
        assert!(phone.get("/friends").text().starts_with("<!DOCTYPE html>"));
        phone.get("/home?lang=en");
        assert!(phone.get("/footprints").text().contains("Footprints"));
        let mut guest = program.phone(FOMA);
        guest.get("/?lang=en");
        assert!(guest.get("/login").text().contains("Password"), "a guest's language was forgotten");
    }
}

#[test]
fn no_next_leads_off_the_site() {
    for program in demos() {
        for next in
            ["https://evil.example/", "//evil.example", "/\\evil.example", "/%09/evil", "javascript:alert(1)"]
        {
            let mut phone = program.phone(IPHONE);
            let form = phone.get("/login").form("/login").fill("next", next);
            let page =
                phone.fetch(&form.fill("login", number_of("hanako")).fill("password", PASSWORD).request());
            assert_eq!(page.header("location"), "/home", "{next}: {} {}", page.status, page.text());
        }
    }
}
