//! The plain door for handsets: a realm of its own, with fewer rights.

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, Model, Phone, Request};

use crate::program::{Program, demos_with, link_to, log_in, number_of, place_of, write_entry};
use crate::readers::declared;
use crate::things::Things;

fn programs() -> impl Iterator<Item = Program> {
    demos_with(&[("ENISHI_SERVER__LEGACY_LISTEN", "127.0.0.1:0")])
}

fn signed_in(program: &Program, handle: &str, model: Model) -> Phone {
    let mut phone = Phone::new(program.legacy_address(), model);
    let home = log_in(&mut phone, number_of(handle), PASSWORD);
    assert_eq!((home.status, place_of(&home).as_str()), (200, "/home"), "{}", home.text());
    phone
}

#[test]
fn attack_36_a_session_of_one_door_is_nothing_at_the_other() {
    for program in programs() {
        let legacy = program.legacy_address();
        for (here, there, phone) in [
            ("the site's", legacy, program.phone_of("hanako", FOMA)),
            ("the plain", program.address, signed_in(&program, "hanako", FOMA)),
        ] {
            let token = phone.prefix().trim_start_matches("/~").to_owned();
            let mut signs: Vec<String> = vec![token.clone()];
            signs.extend(["s", "l"].iter().map(|sign| format!("{sign}{}", &token[1..])));
            for token in signs {
                let page = Phone::new(there, FOMA).get(&format!("/~{token}/home"));
                assert_eq!(place_of(&page), "/login", "{here} session opens the other door");
            }
            assert_eq!(phone.clone().get("/home").status, 200, "the session lives on where it is");
        }
        for (from, to) in [(program.address, legacy), (legacy, program.address)] {
            let mut kaios = Phone::new(from, KAIOS);
            log_in(&mut kaios, number_of("hanako"), PASSWORD);
            let cookie =
                ["enishi", "enishi-legacy"].iter().find_map(|name| kaios.cookie(name)).unwrap().to_owned();
            let shown = format!("enishi={cookie}; enishi-legacy={cookie}; __Host-enishi={cookie}");
            let page = Phone::new(to, KAIOS).fetch(&Request::get("/home").with("Cookie", &shown));
            assert_eq!(page.status, 303, "a cookie opens the other door");
        }
    }
}

#[test]
fn attack_36_the_plain_door_does_what_its_list_says_and_no_more() {
    for program in programs() {
        let mut hanako = signed_in(&program, "hanako", KAIOS);
        let entry = write_entry(&mut hanako, "平らな扉", "本文", "friends");
        let member = link_to(&hanako.get("/friends"), "/members/").unwrap();
        let csrf = hanako.get("/diary/new").form("/diary/new").value("csrf").to_owned();
        let things = Things::of_hanako(&program, &entry, &member);
        for (route, path) in things.walk().into_iter().filter(|(route, _)| !route.on_legacy) {
            let mut request = match route.method.as_str() {
                "POST" => Request::post(&path, format!("csrf={csrf}").as_bytes()),
                _ => Request::get(&path),
            };
            request.method.clone_from(&route.method);
            let page = hanako.fetch(&request);
            assert!(matches!(page.status, 403 | 404), "{} {path}: {}", route.method, page.status);
        }
        for guarded in
            ["/signup", "/me/security", "/me/profile", "/me/email", "/me/leave", "/me/groups", "/me/blocks"]
        {
            let listed = declared().into_iter().any(|route| route.pattern == guarded && route.on_legacy);
            assert!(!listed, "{guarded} is open at the plain door");
        }
        assert!(declared().iter().all(|route| !route.pattern.starts_with("/operator") || !route.on_legacy));
    }
}

#[test]
fn attack_32_an_address_with_a_session_is_stripped_by_browsers_at_both_doors() {
    for program in programs() {
        let foma = signed_in(&program, "hanako", FOMA);
        let path = format!("{}/home", foma.prefix());
        for door in [program.address, program.legacy_address()] {
            for model in [IPHONE, KAIOS] {
                let page = Phone::new(door, model).fetch(&Request::get(&path));
                assert_eq!((page.status, page.location().as_deref()), (303, Some("/home")), "{}", model.name);
                let page = Phone::new(door, model).get(&path);
                assert_eq!(place_of(&page), "/login", "{}", model.name);
            }
            let query = format!("/home?sid={}", foma.prefix().trim_start_matches("/~"));
            assert_eq!(place_of(&Phone::new(door, IPHONE).get(&query)), "/login");
        }
    }
}

#[test]
fn attack_36_who_guards_the_login_with_an_app_does_not_get_in_over_plain_http() {
    for program in programs() {
        let mut neko = Phone::new(program.legacy_address(), FOMA);
        let page = log_in(&mut neko, number_of("neko"), PASSWORD);
        assert_eq!(page.status, 403, "the password alone: {}", page.text());
        assert_eq!(place_of(&neko.get("/home")), "/login");
    }
}
