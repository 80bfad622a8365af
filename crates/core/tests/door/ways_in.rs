//! Ways in beside the password: another phone's word, and a PIN on a phone that is bound.

use enishi_core::approval::{self, ApprovalRules, Looked, Standing};
use enishi_core::ids::MemberId;
use enishi_core::limit::Take;
use enishi_core::login;
use enishi_core::phone::Countries;
use enishi_core::pinned_phone::{self, PhoneToken, Pin, PinRules, Try};
use enishi_core::session::{Door, Place};

use crate::house::{HANA, House, at_once, on_each};

fn ask(house: &House, guest: &'static [u8]) -> String {
    house.write(move |tx, keys| {
        let rules = ApprovalRules::default();
        let client = format!("client of {guest:?}");
        assert!(approval::ask(tx, keys, guest, "iPhone", &client, &rules)?.is_granted());
        match approval::standing(tx, keys, guest)? {
            Standing::Asking(code) => Ok(code),
            other => panic!("{other:?}"),
        }
    })
}

fn look(house: &House, me: MemberId, code: &str) -> Looked {
    let code = code.to_owned();
    house.write(move |tx, keys| approval::look(tx, keys, me, &code, &ApprovalRules::default()))
}

fn grant(house: &House, me: MemberId, code: &str) -> bool {
    let code = code.to_owned();
    house.write(move |tx, keys| approval::grant(tx, keys, me, &code, "home", &ApprovalRules::default()))
}

fn take(house: &House, guest: &'static [u8]) -> Option<MemberId> {
    house.write(move |tx, _| approval::take(tx, guest))
}

#[test]
fn a_word_lets_in_the_phone_that_shows_the_code_and_once() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let code = ask(house, b"new");
        assert_eq!(take(house, b"new"), None, "nobody has said yes");
        assert!(matches!(look(house, hana, &code), Looked::Found(asker) if asker.device == "iPhone"));
        assert!(grant(house, hana, &code.replace(' ', "")));
        assert_eq!(take(house, b"other"), None, "the word is for one phone");
        let came = at_once(8, |_| take(house, b"new"));
        assert_eq!(came.iter().flatten().count(), 1, "on {}", house.on.engine);
        assert!(!grant(house, hana, &code), "a code is good once");
    });
}

#[test]
fn of_two_who_say_yes_one_is_heard_and_a_no_ends_it() {
    on_each(|house| {
        let (hana, ken) = (house.join("hana", HANA), house.join("ken", "080-1234-5678"));
        let code = ask(house, b"new");
        let heard = at_once(2, |nth| grant(house, [hana, ken][nth], &code));
        assert_eq!(heard.iter().filter(|heard| **heard).count(), 1);
        let code = ask(house, b"third");
        let no = code.clone();
        house.write(move |tx, keys| approval::deny(tx, keys, hana, &no, &ApprovalRules::default()));
        assert!(!grant(house, ken, &code));
        assert_eq!(house.read(|tx, keys| approval::standing(tx, keys, b"third")), Standing::Nothing);
    });
}

#[test]
fn codes_are_over_in_time_and_with_the_password() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let code = ask(house, b"new");
        house.wait(600);
        assert!(!grant(house, hana, &code));
        let code = ask(house, b"new");
        assert!(grant(house, hana, &code));
        house.write(move |tx, _| login::change_password(tx, hana, "another", "home"));
        assert_eq!(take(house, b"new"), None, "a word outlived the password");
        let code = ask(house, b"late");
        assert!(grant(house, hana, &code));
        house.wait(600);
        assert_eq!(take(house, b"late"), None);
        assert_eq!(house.write(|tx, _| approval::sweep(tx)), 1);
    });
}

#[test]
fn codes_are_guessed_and_asked_for_so_often_and_no_more() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let judged = (0..50).filter(|nth| look(house, hana, &format!("{nth:08}")) == Looked::Unknown).count();
        assert_eq!(judged, 20);
        let code = ask(house, b"new");
        assert!(!grant(house, hana, &code), "saying yes goes around the limit");
        let asked = (0..30)
            .filter(|_| {
                let rules = ApprovalRules::default();
                let asked =
                    house.write(move |tx, keys| approval::ask(tx, keys, b"x", "x", "one client", &rules));
                asked == Take::Granted
            })
            .count();
        assert_eq!(asked, 20);
    });
}

fn place(in_path: bool, family: &str) -> Place {
    Place {
        door: Door::Site,
        in_path,
        family: family.to_owned(),
        device: "P901i".to_owned(),
        network: String::new(),
    }
}

fn bind(house: &House, me: MemberId, at: Place) -> PhoneToken {
    house.write(move |tx, keys| pinned_phone::bind(tx, keys, me, &at, "the hash", None, &PinRules::default()))
}

fn count(house: &House, token: &PhoneToken, at: Place) -> Option<Try> {
    let token = token.clone();
    house.write(move |tx, _| pinned_phone::count_try(tx, &token, &at, &PinRules::default()))
}

#[test]
fn five_tries_are_judged_however_many_come_at_once_and_the_bond_ends() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let token = bind(house, hana, place(true, "docomo"));
        let tries = at_once(30, |_| count(house, &token, place(true, "docomo")));
        let tries: Vec<Try> = tries.into_iter().flatten().collect();
        assert_eq!(tries.len(), 5, "on {}", house.on.engine);
        assert!(tries.iter().all(|tried| tried.member == hana && tried.pin_hash == "the hash"));
        let last = tries.into_iter().find(|tried| tried.left == 0).unwrap();
        house.write(move |tx, keys| pinned_phone::wrong(tx, keys, &last, "home"));
        assert!(house.read(move |tx, _| pinned_phone::list(tx, hana)).is_empty());
    });
}

#[test]
fn a_right_pin_begins_anew_and_keeps_the_bond_alive() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let token = bind(house, hana, place(false, "kaios"));
        for _ in 0..3 {
            for _ in 0..4 {
                count(house, &token, place(false, "kaios")).unwrap();
            }
            let last = count(house, &token, place(false, "kaios")).unwrap();
            assert!(house.write(move |tx, _| pinned_phone::right(tx, last.id, &PinRules::default())));
            house.wait(200 * 86_400);
        }
        house.wait(200 * 86_400);
        assert!(count(house, &token, place(false, "kaios")).is_none(), "unused for a year");
        assert!(house.read(move |tx, _| pinned_phone::list(tx, hana)).is_empty());
    });
}

#[test]
fn an_address_that_went_astray_and_another_password_end_the_bond() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let token = bind(house, hana, place(true, "docomo"));
        assert!(count(house, &token, place(true, "softbank")).is_none());
        assert!(count(house, &token, place(true, "docomo")).is_none(), "it lives on");
        let token = bind(house, hana, place(true, "docomo"));
        assert!(count(house, &token, place(false, "docomo")).is_none(), "a bookmark is no cookie");
        let token = bind(house, hana, place(true, "docomo"));
        house.write(move |tx, _| login::change_password(tx, hana, "another", "home"));
        assert!(count(house, &token, place(true, "docomo")).is_none());
    });
}

#[test]
fn ones_own_number_is_no_pin() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let is_own = |digits: &'static str| {
            let pin = Pin::choose(digits).unwrap();
            house.read(move |tx, keys| {
                pinned_phone::is_own_number(tx, keys, hana, &pin, &Countries::default())
            })
        };
        assert!(is_own("09012345678"));
        assert!(!is_own("09012345679") && !is_own("58294176"));
    });
}

#[test]
fn a_pin_that_is_looked_at_while_its_bond_ends_opens_nothing() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let token = bind(house, hana, place(false, "kaios"));
        let tried = count(house, &token, place(false, "kaios")).unwrap();
        house.write(move |tx, _| login::change_password(tx, hana, "another", "home"));
        assert!(!house.write(move |tx, _| pinned_phone::right(tx, tried.id, &PinRules::default())));
    });
}

#[test]
fn a_challenge_is_good_once_also_around_midnight() {
    on_each(|house| {
        let to_midnight = 86_400 - house.on.store.now().millis() / 1000 % 86_400;
        house.wait(to_midnight - 1);
        let given_at = house.on.store.now();
        let spend = |challenge: &'static [u8]| {
            house.write(move |tx, keys| enishi_core::passkey::use_challenge(tx, keys, challenge, given_at))
        };
        let spent = at_once(8, |_| spend(b"first"));
        assert_eq!(spent.iter().filter(|spent| **spent).count(), 1, "on {}", house.on.engine);
        house.wait(2);
        assert!(!spend(b"first"), "the next day it is new");
        assert!(spend(b"second"));
        house.write(|tx, _| enishi_core::limit::sweep(tx));
        assert!(!spend(b"first") && !spend(b"second"));
    });
}
