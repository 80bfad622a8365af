//! Logging in: one answer for every failure, and waits that grow.

use std::sync::Arc;

use enishi_core::ban::{self, Memo, Reason, Sentence};
use enishi_core::email::{self, Claimed, EmailAddress, EmailRules};
use enishi_core::ids::MemberId;
use enishi_core::letter;
use enishi_core::login::{self, Admission, Attempt, Credentials, LoginRules, Tried};
use enishi_core::phone::Countries;
use enishi_core::second_step::{self, SecondStepRules};
use enishi_core::secrets::Keyring;
use enishi_core::session::{self, Door, Place, SessionRules};
use enishi_core::store::{Result, Tx};

use crate::house::{HANA, House, PASSWORD, at_once, hasher, on_each};

fn admit(house: &House, login: &str, client: &str, known_device: Option<&'static [u8]>) -> Admission {
    let (login, client) = (login.to_owned(), client.to_owned());
    house.write(move |tx, keys| {
        let attempt = Attempt { login: &login, client: &client, known_device };
        login::admit(tx, keys, attempt, &Countries::default(), &LoginRules::default())
    })
}

fn find(house: &House, login: &str) -> Option<Credentials> {
    house.read(|tx, keys| login::find(tx, keys, login, &Countries::default()))
}

#[test]
fn any_spelling_of_the_number_finds_its_member() {
    on_each(|house| {
        let member = house.join("hana", HANA);
        for login in [HANA, "+819012345678", "０９０１２３４５６７８"] {
            let found = find(house, login).unwrap();
            assert_eq!(found.member, member);
            assert!(hasher().verify(PASSWORD, Some(&found.password_hash)));
        }
        assert!(
            find(house, "09012345679").is_none()
                && find(house, "hana").is_none()
                && find(house, "").is_none()
        );
    });
}

#[test]
fn a_confirmed_address_finds_its_member_and_a_claimed_one_nobody() {
    on_each(|house| {
        let member = house.join("hana", HANA);
        let address = EmailAddress::parse("hana@example.jp").unwrap();
        let named = address.clone();
        house.write(move |tx, keys| {
            assert_eq!(email::claim(tx, keys, member, &named, &EmailRules::default())?, Claimed::Sent);
            Ok(())
        });
        assert!(find(house, "hana@example.jp").is_none(), "anybody can name an address");
        let link = house.write(|tx, keys| {
            let letter = letter::claim_due(tx, keys, 1)?.remove(0);
            Ok(letter.link.unwrap())
        });
        house.write(move |tx, keys| email::confirm(tx, keys, &link));
        for login in ["hana@example.jp", "HANA@Example.JP", "ｈａｎａ＠example.jp "] {
            assert_eq!(find(house, login).unwrap().member, member, "{login}");
        }
    });
}

fn name(house: &House, member: MemberId, address: &'static str) -> letter::Link {
    house.write(move |tx, keys| {
        let address = EmailAddress::parse(address).unwrap();
        assert_eq!(email::claim(tx, keys, member, &address, &EmailRules::default())?, Claimed::Sent);
        Ok(letter::claim_due(tx, keys, 1)?.remove(0).link.unwrap())
    })
}

#[test]
fn of_two_who_confirm_one_address_at_once_one_has_it() {
    on_each(|house| {
        let people = [house.join("hana", HANA), house.join("ken", "080-1234-5678")];
        let links = people.map(|member| name(house, member, "hana@example.jp"));
        let confirmed = at_once(2, |nth| {
            let link = links[nth].clone();
            house.write(move |tx, keys| email::confirm(tx, keys, &link))
        });
        assert_eq!(confirmed.iter().flatten().count(), 1, "{confirmed:?} on {}", house.on.engine);
    });
}

#[test]
fn a_link_that_was_sent_before_the_password_changed_confirms_nothing() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let link = name(house, hana, "somebody.else@example.jp");
        house.write(move |tx, _| login::change_password(tx, hana, "another", "home"));
        assert_eq!(house.write(move |tx, keys| email::confirm(tx, keys, &link)), None);
    });
}

#[test]
fn who_left_or_was_suspended_is_not_found_and_who_is_leaving_may_come_back() {
    on_each(|house| {
        house.join("hana", HANA);
        house.on.execute("UPDATE members SET state = 1");
        assert!(find(house, HANA).is_some(), "in grace one still signs in, to be asked whether to stay");
        for state in 2..=3 {
            house.on.execute(&format!("UPDATE members SET state = {state}"));
            assert!(find(house, HANA).is_none(), "state {state}");
        }
    });
}

#[test]
fn waits_grow_for_an_account_from_however_many_addresses() {
    on_each(|house| {
        let mut admitted = 0;
        let mut longest = 0;
        for second in 0..600 {
            match admit(house, HANA, &format!("address {second}"), None) {
                Admission::Admitted => admitted += 1,
                Admission::Wait { seconds } => longest = longest.max(seconds),
            }
            house.wait(1);
        }
        assert_eq!((admitted, longest), (9, 599));
    });
}

#[test]
fn an_account_that_is_not_there_waits_alike() {
    on_each(|house| {
        house.join("hana", HANA);
        let tries = |login: &'static str| {
            (0..8).map(|nth| admit(house, login, &format!("{login} {nth}"), None)).collect::<Vec<_>>()
        };
        let known = tries(HANA);
        assert_eq!(known, tries("08099990000"));
        assert_eq!(known, tries("no number"));
        assert_eq!(known[5], Admission::Wait { seconds: 30 });
    });
}

#[test]
fn strangers_do_not_lock_out_a_device_that_is_known() {
    on_each(|house| {
        for nth in 0..100 {
            let _ = admit(house, HANA, &format!("address {nth}"), None);
        }
        assert!(matches!(admit(house, HANA, "home", None), Admission::Wait { .. }));
        assert_eq!(admit(house, HANA, "home", Some(b"device")), Admission::Admitted);
    });
}

#[test]
fn one_address_may_try_twenty_five_times_in_five_minutes() {
    on_each(|house| {
        for nth in 0..25 {
            assert_eq!(admit(house, &format!("0901234{nth:04}"), "192.0.2.1", None), Admission::Admitted);
        }
        assert!(matches!(
            admit(house, "08012345678", "192.0.2.1", None),
            Admission::Wait { seconds: 1..=300 }
        ));
        house.wait(300);
        assert_eq!(admit(house, "08012345678", "192.0.2.1", None), Admission::Admitted);
    });
}

#[test]
fn success_forgets_the_tries() {
    on_each(|house| {
        for nth in 0..6 {
            let _ = admit(house, HANA, &format!("address {nth}"), None);
        }
        house.write(|tx, keys| {
            let attempt = Attempt { login: "+819012345678", client: "home", known_device: None };
            let tried = Tried::of(tx, keys, attempt, &Countries::default())?;
            login::succeeded(tx, keys, &tried)
        });
        assert_eq!(admit(house, HANA, "home", None), Admission::Admitted);
    });
}

#[test]
fn a_hash_is_renewed_unless_the_password_was_changed_meanwhile() {
    on_each(|house| {
        house.join("hana", HANA);
        let found = Arc::new(find(house, HANA).unwrap());
        for renewed in ["first", "second"] {
            let found = Arc::clone(&found);
            house.write(move |tx, _| login::renew_hash(tx, &found, renewed));
        }
        assert_eq!(find(house, HANA).unwrap().password_hash, "first");
    });
}

fn enter(tx: &mut Tx<'_>, keys: &Keyring, known: &Credentials) -> Result<bool> {
    let attempt = Attempt { login: HANA, client: "home", known_device: None };
    let tried = Tried::of(tx, keys, attempt, &Countries::default())?.right(known);
    login::enter(tx, keys, known.member, Some(&tried))
}

#[test]
fn a_password_changed_while_it_is_looked_at_was_not_enough() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let known = find(house, HANA).unwrap();
        let enters = |known: &Credentials| {
            let known = known.clone();
            house.write(move |tx, keys| enter(tx, keys, &known))
        };
        assert!(enters(&known));
        house.write(move |tx, _| {
            second_step::begin(tx, b"phone", hana, None, &SecondStepRules::default())?;
            login::change_password(tx, hana, "another", "home")
        });
        assert!(!enters(&known), "the old password opens a session after it was changed");
        assert!(!house.read(|tx, _| second_step::waits(tx, b"phone")), "halfway in by the old password");
        assert!(enters(&find(house, HANA).unwrap()));
        house.write(move |tx, _| ban::suspend(tx, hana, &sentence()));
        assert!(!house.write(move |tx, keys| login::enter(tx, keys, hana, None)), "kept out, and in");
    });
}

#[test]
fn of_a_login_and_a_new_password_at_once_no_session_of_the_old_one_is_left() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let known = find(house, HANA).unwrap();
        at_once(8, |nth| {
            let known = known.clone();
            house.write(move |tx, keys| {
                if nth == 4 {
                    return login::change_password(tx, hana, "another", "home");
                }
                if enter(tx, keys, &known)? {
                    session::open(tx, hana, &place())?;
                }
                Ok(())
            })
        });
        let left = house.read(move |tx, _| session::list(tx, hana, &SessionRules::default()));
        assert!(left.is_empty(), "{} sessions on {}", left.len(), house.on.engine);
    });
}

fn place() -> Place {
    Place {
        door: Door::Site,
        in_path: false,
        family: "iphone".to_owned(),
        device: "iPhone".to_owned(),
        network: String::new(),
    }
}

fn sentence() -> Sentence {
    Sentence { reason: Reason::Other, memo: Memo::default(), by: None }
}
