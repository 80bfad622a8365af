//! Ways in: names, known phones (rows 25 and 27).

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{FOMA, GARAHO, IPHONE, KAIOS, Page, Phone};

use super::account::{URL, confirm_address};
use super::at_once;
use crate::program::{Program, demos, demos_with, log_in, number_of, place_of};

fn log_out(phone: &mut Phone) {
    let menu = phone.get("/menu");
    phone.submit(&menu.form("/logout"));
}

/// So many wrong passwords at one account, from phones nobody knows. Gives the last answer.
fn guess(program: &Program, count: usize) -> Page {
    let tries = |nth: usize| {
        let mut stranger = program.phone([IPHONE, FOMA, GARAHO][nth % 3]);
        log_in(&mut stranger, number_of("hanako"), &format!("wrong guess {nth}"))
    };
    let mut pages: Vec<Page> = (0..count / 10).flat_map(|_| at_once(10, tries)).collect();
    assert!(pages.iter().all(|page| matches!(page.status, 422 | 429)), "a guess was let in");
    pages.pop().unwrap()
}

#[test]
fn attack_27_strangers_who_guess_do_not_keep_the_owner_out() {
    for program in demos() {
        let mut live = program.phone_of("hanako", KAIOS);
        let mut known = program.phone_of("hanako", IPHONE);
        log_out(&mut known);
        let refused = guess(&program, 100);
        assert!(refused.text().contains("お待ちください"), "{}", refused.text());
        assert_eq!(place_of(&live.get("/home")), "/home", "a live session ended");
        // Even with the right password a stranger waits; the phone that is known does not.
        let mut stranger = program.phone(IPHONE);
        let waits = log_in(&mut stranger, number_of("hanako"), PASSWORD);
        assert!(waits.status == 429 && waits.text().contains("お待ちください"), "{}", waits.text());
        assert_eq!(place_of(&log_in(&mut known, number_of("hanako"), PASSWORD)), "/home");
        // Being known opens nothing by itself, and has waits of its own.
        log_out(&mut known);
        for nth in 0..6 {
            assert_ne!(place_of(&log_in(&mut known, number_of("hanako"), &format!("no {nth}"))), "/home");
        }
        let waits = log_in(&mut known, number_of("hanako"), PASSWORD);
        assert!(waits.text().contains("お待ちください"), "a known phone guesses without end");
        // For another account it is a stranger's.
        assert_eq!(place_of(&log_in(&mut known, number_of("ken"), PASSWORD)), "/home");
    }
}

#[test]
fn attack_27_a_forgotten_phone_and_a_planted_mark_are_strangers() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        let mark = phone.cookie("enishi-device").unwrap().to_owned();
        let planted = "k".to_owned() + &"a".repeat(28);
        let mut victim = program.phone(IPHONE).with_header("Cookie", &format!("enishi-device={planted}"));
        log_in(&mut victim, number_of("hanako"), PASSWORD);
        assert_ne!(victim.cookie("enishi-device"), Some(planted.as_str()), "a planted mark became known");
        let list = phone.get("/me/security");
        let forget = list.forms().into_iter().filter(|form| form.place().ends_with("/forget"));
        for form in forget {
            assert_eq!(place_of(&phone.submit(&form)), "/me/security");
        }
        log_out(&mut phone);
        guess(&program, 20);
        assert_eq!(phone.cookie("enishi-device"), Some(mark.as_str()));
        let waits = log_in(&mut phone, number_of("hanako"), PASSWORD);
        assert!(waits.text().contains("お待ちください"), "a forgotten phone is known: {}", waits.text());
    }
}

#[test]
fn attack_27_another_password_forgets_every_phone() {
    for program in demos() {
        let mut other = program.phone_of("hanako", IPHONE);
        log_out(&mut other);
        let mut phone = program.phone_of("hanako", IPHONE);
        let form = phone.get("/me/security/password").form("/me/security/password");
        phone.submit(&form.fill("new_password", "another long password"));
        guess(&program, 20);
        let waits = log_in(&mut other, number_of("hanako"), "another long password");
        assert!(waits.text().contains("お待ちください"), "a phone is known by the old password");
        log_out(&mut phone);
        assert_eq!(
            place_of(&log_in(&mut phone, number_of("hanako"), "another long password")),
            "/home",
            "the phone the password was changed on is a stranger's"
        );
    }
}

/// What an answer says, without what differs from request to request.
fn said(page: &Page, typed: &str) -> (u16, String) {
    let mut text = page.text().replace(typed, "…");
    for form in page.forms() {
        for field in ["csrf", "once"] {
            let value = form.value(field);
            if !value.is_empty() {
                text = text.replace(value, "…");
            }
        }
    }
    (page.status, text)
}

#[test]
fn attack_25_an_address_signs_in_and_tells_nobody_whether_it_is_known() {
    for program in demos_with(&[("ENISHI_SERVER__PUBLIC_URL", URL)]) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        confirm_address(&program, &mut hanako, "hanako@example.jp");
        for model in [IPHONE, FOMA] {
            let mut phone = program.phone(model);
            let form = phone.get("/login?by=email").form("/login");
            let home = phone.submit(&form.fill("login", "Hanako@Example.jp").fill("password", PASSWORD));
            assert_eq!(place_of(&home), "/home", "{}: {}", model.name, home.text());
            let mut phone = program.phone(model);
            let mut wrong = |address: &str| {
                let form = phone.get("/login?by=email").form("/login");
                let page = phone.submit(&form.fill("login", address).fill("password", "wrong password"));
                said(&page, address)
            };
            assert_eq!(wrong("hanako@example.jp"), wrong("nobody@example.jp"), "{}", model.name);
        }
    }
}
