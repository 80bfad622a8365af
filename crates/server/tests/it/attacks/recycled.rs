//! A number that came to somebody new while an account stands behind it (rows 21, 23).

use std::time::{Duration, Instant};

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::dump::{dump, execute};
use enishi_testkit::phone::{FOMA, GARAHO, IPHONE, Model, Page, Phone};

use super::account::{URL, letters};
use super::at_once;
use super::number::{change, code_in, send, texts_to};
use crate::program::{Program, demos_with, log_in, number_of, place_of};

const HELD: &str = "この番号は登録済みです";
const CLAIM: &str = "/signup/claim";
const KEEP: &str = "/me/security/number/keep";

fn demos() -> impl Iterator<Item = Program> {
    demos_with(&[
        ("ENISHI_SERVER__PUBLIC_URL", URL),
        ("ENISHI_SIGNUP__RESEND_WAITS", "[0]"),
        ("ENISHI_SIGNUP__SENDS_PER_NUMBER", "50"),
        ("ENISHI_SIGNUP__PER_PREFIX", "[{ seconds = 3600, most = 500 }]"),
        ("ENISHI_LOGIN__ACCOUNT_WAITS", "[0]"),
        ("ENISHI_CLAIM__LOOK_SECONDS", "1"),
    ])
}

/// Somebody new with this number: they type the code that came to it, the `nth` text there.
fn prove(program: &Program, model: Model, number: &str, nth: usize) -> (Phone, Page) {
    let mut phone = program.phone(model);
    let page = phone.get("/signup");
    let page = phone.submit(&page.form("/signup").fill("phone", number));
    assert_eq!(place_of(&page), "/signup/code", "{}", page.text());
    let code = code_in(texts_to(program, number, nth).last().unwrap());
    let page = phone.submit(&page.form("/signup/code").fill("code", &code));
    assert_eq!(place_of(&page), "/signup/profile", "{}", page.text());
    (phone, page)
}

/// The seven days are over: waits until the worker has seen it.
fn time_is_over(program: &Program, phone: &mut Phone) -> Page {
    execute(&program.database_url(), "UPDATE number_claims SET ends_at = claimed_at WHERE state = 0");
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let page = phone.get("/signup/profile");
        if page.find_form("/signup/profile").is_some() {
            return page;
        }
        assert!(Instant::now() < until, "the number was never released: {}", page.text());
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn claims(program: &Program) -> usize {
    dump(&program.database_url()).get("number_claims").map_or(0, Vec::len)
}

#[test]
fn attack_21_a_recycled_number_opens_nothing_and_tells_nothing() {
    for program in demos() {
        let people = |program: &Program| {
            let kept = dump(&program.database_url());
            (kept["members"].len(), kept["phones"].len())
        };
        let before = people(&program);
        let number = number_of("emma");
        for (nth, model) in [IPHONE, FOMA].into_iter().enumerate() {
            let (mut phone, page) = prove(&program, model, number, nth + 1);
            assert!(texts_to(&program, number, nth + 1)[nth].contains("登録済み"));
            let text = page.text();
            assert!(text.contains(HELD) && !text.contains("Emma") && !text.contains("emma@"), "{text}");
            assert_eq!(place_of(&phone.get("/home")), "/login", "proving a number opened an account");
            // The last step is not taken with it, whatever is sent.
            let csrf = page.form(CLAIM).value("csrf").to_owned();
            let body = format!("csrf={csrf}&nickname=x&password=umi+to+yama+77&number_is_mine=1&member=1");
            let page = send(&mut phone, "/signup/profile", &body);
            assert_eq!(page.status, 303, "{}", page.text());
            assert!(page.header("location").contains("/signup/profile"));
        }
        assert_eq!(people(&program), before, "on {}", program.engine);
        assert_eq!(claims(&program), 0, "a claim nobody made");
    }
}

#[test]
fn attack_21_its_owner_keeps_it_in_one_key() {
    for program in demos() {
        let number = number_of("emma");
        for (nth, model) in [FOMA, IPHONE].into_iter().enumerate() {
            let mut owner = program.phone_of("emma", if nth == 0 { GARAHO } else { FOMA });
            assert!(owner.get("/home").find_form(KEEP).is_none());
            let (mut phone, page) = prove(&program, model, number, 2 * nth + 1);
            let page = phone.submit(&page.form(CLAIM));
            assert!(
                page.find_form(CLAIM).is_none() && page.text().contains("お知らせしています"),
                "{}",
                page.text()
            );
            let (to, _, body) = letters(&program, nth + 1).remove(nth);
            assert_eq!(to, "emma@example.com");
            assert!(body.contains("/login"), "{body}");
            let home = owner.get("/home");
            let home = owner.submit(&home.form(KEEP));
            assert!(place_of(&home) == "/home" && home.find_form(KEEP).is_none(), "{}", home.text());
            // The claimant hears of it at their next proof, and may ask once more this month.
            let (_, page) = prove(&program, model, number, 2 * nth + 2);
            assert!(page.text().contains("まだ使っている番号です"), "{}", page.text());
            assert_eq!(page.find_form(CLAIM).is_some(), nth == 0, "{}", page.text());
        }
        let (mut phone, page) = prove(&program, IPHONE, number, 5);
        assert!(page.find_form(CLAIM).is_none());
        let csrf = phone.get("/login").form("/login").value("csrf").to_owned();
        send(&mut phone, CLAIM, &format!("csrf={csrf}"));
        assert_eq!(claims(&program), 2, "a third claim this month");
        assert_eq!(place_of(&log_in(&mut program.phone(IPHONE), number, PASSWORD)), "/home");
    }
}

#[test]
fn attack_21_uncontested_it_signs_up_afresh_and_the_old_account_lives_on() {
    for program in demos() {
        let number = number_of("emma");
        let mut owner = program.phone_of("emma", FOMA);
        let (mut phone, page) = prove(&program, IPHONE, number, 1);
        phone.submit(&page.form(CLAIM));
        // Not before its time, and not for whoever comes by another way.
        assert!(phone.get("/signup/profile").find_form("/signup/profile").is_none());
        let page = time_is_over(&program, &mut phone);
        let form =
            page.form("/signup/profile").fill("nickname", "新しい人").fill("password", "umi to yama 77");
        let home = phone.submit(&form);
        assert_eq!((home.status, place_of(&home).as_str()), (200, "/home"), "{}", home.text());
        assert!(!home.text().contains("Emma"), "{}", home.text());
        // The old account: no number, everything else.
        assert_ne!(place_of(&log_in(&mut program.phone(IPHONE), number, PASSWORD)), "/home");
        let home = owner.get("/home");
        assert_eq!(place_of(&home), "/home", "the owner was locked out");
        assert!(home.links().any(|link| link.contains("/me/security/number")), "{}", home.text());
        let mut again = program.phone(IPHONE);
        assert_eq!(place_of(&log_in(&mut again, "emma@example.com", PASSWORD)), "/home");
        change(&program, &mut again, "090-7100-0001", 1, PASSWORD);
        assert_eq!(place_of(&log_in(&mut program.phone(IPHONE), "090-7100-0001", PASSWORD)), "/home");
        assert!(
            dump(&program.database_url())["number_undos"].is_empty(),
            "a way back to a number that is gone"
        );
        assert!(letters(&program, 2).iter().all(|(to, ..)| to == "emma@example.com"));
    }
}

/// Asks for the form by which a number opens the account it was taken off.
fn log_in_formerly(program: &Program, model: Model, number: &str, password: &str) -> (Phone, Page) {
    let mut phone = program.phone(model);
    let page = phone.get("/login/forgot");
    assert!(page.links().any(|link| link.ends_with("/login/former")), "{}", page.text());
    let form = phone.get("/login/former").form("/login").fill("login", number).fill("password", password);
    let page = phone.submit(&form);
    (phone, page)
}

#[test]
fn attack_21_whoever_has_nothing_but_number_and_password_is_not_locked_out() {
    for program in demos() {
        let number = number_of("taro");
        let mut owner = program.phone_of("taro", FOMA);
        let (mut phone, page) = prove(&program, IPHONE, number, 1);
        phone.submit(&page.form(CLAIM));
        let home = owner.get("/home").text();
        assert!(home.contains("番号のほかの入り方"), "{home}");
        let own = owner.get("/me/security/number");
        for way in ["/me/email", "/me/security/passkeys"] {
            assert!(own.links().any(|link| link.ends_with(way)), "{way}: {}", own.text());
        }
        // As long as it is theirs the former way is none.
        let (_, page) = log_in_formerly(&program, IPHONE, number, PASSWORD);
        assert_eq!((page.status, place_of(&page).as_str()), (422, "/login"));
        let page = time_is_over(&program, &mut phone);
        let new = "umi to yama 77";
        phone.submit(&page.form("/signup/profile").fill("nickname", "新しい人").fill("password", new));
        for model in [IPHONE, FOMA] {
            let (_, page) = log_in_formerly(&program, model, number, new);
            assert_eq!(page.status, 422, "its new owner's password opens the old account");
            let (mut taro, home) = log_in_formerly(&program, model, number, PASSWORD);
            assert_eq!((home.status, place_of(&home).as_str()), (200, "/home"), "{}", home.text());
            assert!(!home.text().contains("新しい人") && home.text().contains("新しい電話番号を登録"));
            assert_ne!(place_of(&taro.get("/me/security")), "/login");
        }
        // At the usual door the number is its new owner's alone.
        assert_ne!(place_of(&log_in(&mut program.phone(IPHONE), number, PASSWORD)), "/home");
        assert_eq!(place_of(&log_in(&mut program.phone(IPHONE), number, new)), "/home");
        // With another number the former one is over.
        let mut taro = log_in_formerly(&program, IPHONE, number, PASSWORD).0;
        change(&program, &mut taro, "090-7100-0021", 1, PASSWORD);
        let (_, page) = log_in_formerly(&program, IPHONE, number, PASSWORD);
        assert_eq!(page.status, 422, "on {}", program.engine);
    }
}

#[test]
fn attack_21_whoever_comes_back_by_the_number_still_has_it() {
    for program in demos() {
        let number = number_of("emma");
        let (mut phone, page) = prove(&program, IPHONE, number, 1);
        phone.submit(&page.form(CLAIM));
        let mut guest = program.phone(FOMA);
        let page = super::recovery::prove(&program, &mut guest, number, 2);
        let page = guest.submit(&page.form("/login/forgot/mail"));
        let code = super::recovery::mailed_code(&program, 2);
        let page = guest.submit(&page.form("/login/forgot/mail/code").fill("code", &code));
        super::recovery::choose(&mut guest, &page);
        let kept = phone.get("/signup/profile").text();
        assert!(kept.contains("まだ使っている番号です"), "{kept}");
        assert!(letters(&program, 1)[0].2.contains("within 7 days"), "it names the days of the setting");
    }
}

#[test]
fn attack_21_of_many_claims_one_begins_and_too_late_is_too_late() {
    for program in demos() {
        let number = number_of("mika");
        let before = dump(&program.database_url())["phones"].len();
        let proven: Vec<_> = (1..=3).map(|nth| prove(&program, IPHONE, number, nth)).collect();
        let pages = at_once(9, |which| {
            let (phone, page) = &proven[which % 3];
            phone.clone().submit(&page.form(CLAIM))
        });
        assert!(pages.iter().all(|page| page.status == 200 && page.text().contains("お知らせしています")));
        assert_eq!(claims(&program), 1, "on {}", program.engine);
        // Kept and released at one instant: one of them holds.
        let mut owner = program.phone_of("mika", IPHONE);
        let form = owner.get("/home").form(KEEP);
        execute(&program.database_url(), "UPDATE number_claims SET ends_at = claimed_at WHERE state = 0");
        let pages = at_once(4, |_| owner.clone().submit(&form).status);
        assert!(pages.iter().all(|status| *status == 200), "{pages:?}");
        let (mut phone, page) = prove(&program, IPHONE, number, 4);
        let was_kept = page.text().contains("まだ使っている番号です");
        let has_number = dump(&program.database_url())["phones"].len() == before;
        assert_eq!(was_kept, has_number, "on {}", program.engine);
        assert_eq!(was_kept, phone.get("/signup/profile").find_form("/signup/profile").is_none());
    }
}

#[test]
fn attack_23_nothing_is_claimed_without_its_proof() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut phone = program.phone(model);
            let page = phone.get("/signup");
            let page = phone.submit(&page.form("/signup").fill("phone", number_of("ken")));
            let csrf = page.form("/signup/code").value("csrf").to_owned();
            for body in ["", "&code=000000", "&phone=09012345602&verified=1", "&phone_verified=1&code[]=1"] {
                let page = send(&mut phone, CLAIM, &format!("csrf={csrf}{body}"));
                assert_eq!(page.status, 303, "{body}");
                assert!(
                    page.header("location").contains("/signup/code"),
                    "{body}: {}",
                    page.header("location")
                );
            }
        }
        assert_eq!(claims(&program), 0);
        // What was proven a day ago proves nothing.
        let (mut phone, page) = prove(&program, IPHONE, number_of("yuki"), 1);
        execute(&program.database_url(), "UPDATE signups SET created_at = created_at - 86400001");
        phone.submit(&page.form(CLAIM));
        assert_eq!(claims(&program), 0, "on {}", program.engine);
    }
}
