//! The second step of signing in (rows 26 and 31): guessed, skipped, repeated, gone around.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use enishi_core::moment::Moment;
use enishi_core::one_time::Secret;
use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{FOMA, GARAHO, IPHONE, KAIOS, Model, Page, Phone, Request};

use super::at_once;
use crate::program::{Program, demos, demos_with, log_in, number_of, place_of};

fn secret() -> Secret {
    Secret::from_key("NEKO NEKO NEKO NEKO NEKO NEKO NEKO NEKO").unwrap()
}

/// The code the app shows so many steps from now. Waits for the next step where this one is nearly over, so that the
/// code is what it says for as long as a slow machine takes to send it.
fn code_of(secret: &Secret, steps: i64) -> String {
    let since = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let left = 30 - since().as_secs() % 30;
    if left <= 12 {
        std::thread::sleep(Duration::from_secs(left));
    }
    let now = since();
    secret.code_at(Moment::from_millis(i64::try_from(now.as_millis()).unwrap()).plus_seconds(30 * steps))
}

/// The code that neko's app shows so many steps from now.
pub fn code(steps: i64) -> String {
    code_of(&secret(), steps)
}

/// The first factor, of somebody of the cast who has a second one.
fn first_factor(program: &Program, model: Model) -> (Phone, Page) {
    let mut phone = program.phone(model);
    let page = log_in(&mut phone, number_of("neko"), PASSWORD);
    assert!(page.find_form("/login/code").is_some(), "{}: {}", model.name, page.text());
    (phone, page)
}

#[test]
fn attack_26_the_second_step_is_guessed_five_times_and_no_more() {
    for program in demos() {
        let (phone, page) = first_factor(&program, IPHONE);
        let right = [-1, 0, 1, 2].map(|steps| code_of(&secret(), steps));
        let wrong = (100_000..).map(|guess| guess.to_string()).filter(|guess| !right.contains(guess));
        let wrong: Vec<String> = wrong.take(30).collect();
        let guess = |nth: usize| {
            let form = page.form("/login/code").fill("code", &wrong[nth]);
            phone.clone().fetch(&form.request())
        };
        let pages = at_once(30, guess);
        assert!(pages.iter().all(|page| matches!(page.status, 422 | 429)), "a guess was let in");
        let judged = pages.iter().filter(|page| page.text().contains("数字が違います")).count();
        assert!(judged <= 4, "{judged} guesses were judged and more could follow");
        // The step is over: the right code comes too late, and the waits go on with the next one.
        let late = phone.clone().submit(&page.form("/login/code").fill("code", &code_of(&secret(), 0)));
        assert!(matches!(late.status, 422 | 429), "{}", late.text());
        assert_eq!(place_of(&phone.clone().get("/home")), "/login");
    }
}

#[test]
fn attack_26_the_second_step_is_not_skipped() {
    for program in demos() {
        for model in [IPHONE, FOMA, KAIOS] {
            let (mut phone, page) = first_factor(&program, model);
            for inside in ["/home", "/me/security", "/me/security/app", "/me/profile"] {
                assert_eq!(place_of(&phone.get(inside)), "/login", "{inside} on {}", model.name);
            }
            // Another phone has given no first factor, whatever it sends.
            let mut other = program.phone(model);
            let csrf = other.get("/login").form("/login").value("csrf").to_owned();
            let body = format!("csrf={csrf}&code={}", code_of(&secret(), 0));
            let path = format!("{}/login/code", other.prefix());
            assert_eq!(other.fetch(&Request::post(&path, body.as_bytes())).status, 422);
            assert_eq!(place_of(&other.get("/login/code")), "/login");
            // Empty, doubled and odd codes are wrong codes.
            for wrong in ["", "000000&code=000000", "-1", "1e5", "０００００"] {
                let form = page.form("/login/code").fill("code", wrong);
                assert_ne!(phone.fetch(&form.request()).status, 303, "{wrong:?}");
            }
        }
    }
}

#[test]
fn attack_26_a_code_of_the_app_works_once_on_every_face() {
    for program in demos_with(&[("ENISHI_LOGIN__ACCOUNT_WAITS", "[0]")]) {
        // One code for each phone: the one before now, this one, the next.
        for (step, model) in [(-1, FOMA), (0, IPHONE), (1, GARAHO)] {
            let (mut phone, page) = first_factor(&program, model);
            let code = code_of(&secret(), step);
            let home = phone.submit(&page.form("/login/code").fill("code", &code));
            assert_eq!(place_of(&home), "/home", "{}: {}", model.name, home.text());
            let (mut thief, page) = first_factor(&program, model);
            let again = thief.submit(&page.form("/login/code").fill("code", &code));
            assert_eq!(again.status, 422, "a code worked twice on {}", model.name);
        }
    }
}

/// Puts an app up by the pages a person would use; gives its secret and the recovery codes.
pub fn put_up(phone: &mut Phone) -> (Secret, Vec<String>) {
    let page = asked(phone, "/me/security/app");
    let form = page.form("/me/security/app/begin");
    let page = phone.submit(&form);
    let page = confirmed(phone, page);
    let text = page.text();
    let key = keys(&text, 8).remove(0);
    let secret = Secret::from_key(&key).unwrap();
    let picture = page.pictures().find(|picture| picture.contains("/me/security/app/qr.")).unwrap();
    assert_eq!(phone.fetch(&Request::get(&picture)).status, 200, "{picture}");
    let bare = picture.split('?').next().unwrap();
    assert_eq!(phone.fetch(&Request::get(bare)).status, 404, "the secret's picture without its page");
    let wrong = phone.submit(&page.form("/me/security/app").fill("code", "000000"));
    assert_eq!(wrong.status, 422, "{}", wrong.text());
    let page = phone.submit(&wrong.form("/me/security/app").fill("code", &code_of(&secret, 0)));
    let codes = keys(&page.text(), 3);
    assert_eq!(codes.len(), 10, "{}", page.text());
    phone.submit(&page.form("/me/security/app/written"));
    (secret, codes)
}

/// Words in so many groups of four signs.
fn keys(text: &str, groups: usize) -> Vec<String> {
    let is_key = |piece: &&str| {
        let parts: Vec<&str> = piece.split(' ').collect();
        parts.len() == groups
            && parts
                .iter()
                .all(|part| part.len() == 4 && part.bytes().all(|sign| sign.is_ascii_alphanumeric()))
    };
    text.split(['<', '>']).map(str::trim).filter(is_key).map(str::to_owned).collect()
}

fn asked(phone: &mut Phone, path: &str) -> Page {
    let page = phone.get(path);
    confirmed(phone, page)
}

fn confirmed(phone: &mut Phone, page: Page) -> Page {
    match page.find_form("/me/again") {
        Some(form) => phone.submit(&form.fill("password", PASSWORD)),
        None => page,
    }
}

#[test]
fn attack_26_a_recovery_code_works_once_and_new_ones_end_the_old() {
    for program in demos_with(&[("ENISHI_LOGIN__ACCOUNT_WAITS", "[0]")]) {
        for model in [IPHONE, FOMA] {
            let mut owner = program.phone_of("hanako", model);
            let (_, codes) = put_up(&mut owner);
            let log_in_with = |code: &str| {
                let mut phone = program.phone(model);
                let page = log_in(&mut phone, number_of("hanako"), PASSWORD);
                phone.submit(&page.form("/login/code").fill("code", code))
            };
            assert_eq!(place_of(&log_in_with(&codes[0])), "/home", "{}", model.name);
            assert_eq!(log_in_with(&codes[0]).status, 422, "a recovery code worked twice");
            let came = at_once(6, |_| place_of(&log_in_with(&codes[1])));
            assert_eq!(came.iter().filter(|place| *place == "/home").count(), 1, "{came:?}");
            let page = asked(&mut owner, "/me/security/app");
            let page = owner.submit(&page.form("/me/security/app/codes"));
            let page = confirmed(&mut owner, page);
            let new = keys(&page.text(), 3);
            assert_eq!(log_in_with(&codes[2]).status, 422, "an old recovery code lives on");
            assert_eq!(place_of(&log_in_with(&new[2])), "/home");
            let page = asked(&mut owner, "/me/security/app");
            // Written down or not, taking it off asks for the password where it was not given lately.
            let page = match page.find_form("/me/security/app/written") {
                Some(form) => {
                    owner.submit(&form);
                    asked(&mut owner, "/me/security/app")
                }
                None => page,
            };
            let page = owner.submit(&page.form("/me/security/app/off"));
            confirmed(&mut owner, page);
            let mut phone = program.phone(model);
            assert_eq!(place_of(&log_in(&mut phone, number_of("hanako"), PASSWORD)), "/home");
        }
    }
}

#[test]
fn attack_26_coming_back_while_leaving_asks_for_the_second_factor_too() {
    for program in demos() {
        let (mut phone, page) = first_factor(&program, IPHONE);
        phone.submit(&page.form("/login/code").fill("code", &code_of(&secret(), 0)));
        let page = asked(&mut phone, "/me/leave");
        let page = phone.submit(&page.form("/me/leave"));
        assert_eq!(place_of(&page), "/");
        let (mut phone, page) = first_factor(&program, IPHONE);
        assert!(page.find_form("/login/return").is_none(), "the way back lies open after one factor");
        let csrf = page.form("/login/code").value("csrf").to_owned();
        for mark in ["", "1.2.3"] {
            let body = format!("csrf={csrf}&mark={mark}");
            assert_eq!(phone.fetch(&Request::post("/login/return", body.as_bytes())).status, 422);
        }
        let page = phone.submit(&page.form("/login/code").fill("code", &code_of(&secret(), 1)));
        assert_eq!(place_of(&phone.submit(&page.form("/login/return"))), "/home");
    }
}

#[test]
fn what_was_typed_before_the_session_ended_comes_through_both_steps() {
    for program in demos() {
        let (mut phone, page) = first_factor(&program, IPHONE);
        phone.submit(&page.form("/login/code").fill("code", &code_of(&secret(), 0)));
        let form = phone.get("/diary/new").form("/diary/new").fill("body", "長い話").fill("title", "題");
        let menu = phone.get("/menu");
        phone.clone().submit(&menu.form("/logout"));
        let page = phone.fetch(&form.request());
        let form = page.form("/login").fill("login", number_of("neko")).fill("password", PASSWORD);
        let page = phone.submit(&form);
        let page = phone.submit(&page.form("/login/code").fill("code", "000000"));
        let page = phone.submit(&page.form("/login/code").fill("code", &code_of(&secret(), 1)));
        assert_eq!(page.form("/diary/new").value("body"), "長い話", "{}", page.text());
    }
}
