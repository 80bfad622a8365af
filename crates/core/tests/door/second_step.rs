//! The second step: few tries, a short life, growing waits over all of them, and one success.

use enishi_core::ids::MemberId;
use enishi_core::known_device;
use enishi_core::login::LoginRules;
use enishi_core::one_time::Secret;
use enishi_core::second_step::{self, Confirmed, Entered, Entry, SecondStepRules, Standing};

use crate::house::{HANA, House, at_once, on_each};

const KEY: &str = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ";

fn secret() -> Secret {
    Secret::from_key(KEY).unwrap()
}

/// A member with an app.
fn guarded(house: &House) -> MemberId {
    let member = house.join("hana", HANA);
    let now = house.on.store.now();
    let confirmed = house.write(move |tx, keys| {
        enishi_core::one_time::adopt(tx, keys, enishi_core::one_time::Owner::Member(member), &secret())?;
        second_step::confirm(tx, keys, member, &secret().code_at(now), "home")
    });
    assert_eq!(confirmed, Confirmed::On);
    house.wait(30);
    member
}

fn begin(house: &House, guest: &'static [u8], member: MemberId) {
    house.write(move |tx, _| second_step::begin(tx, guest, member, None, &SecondStepRules::default()));
}

fn enter(house: &House, guest: &'static [u8], code: &str) -> Entered {
    let code = code.to_owned();
    house.write(move |tx, keys| {
        let entry = Entry { guest, code: &code, client: "home", mark: None };
        second_step::enter(tx, keys, entry, &LoginRules::default())
    })
}

fn code(house: &House) -> String {
    secret().code_at(house.on.store.now())
}

#[test]
fn the_right_code_lets_in_once_and_only_where_the_first_factor_was_given() {
    on_each(|house| {
        let member = guarded(house);
        begin(house, b"phone", member);
        assert_eq!(enter(house, b"other phone", &code(house)), Entered::Over);
        let right = code(house);
        let came = at_once(8, |_| enter(house, b"phone", &right));
        let in_ = came.into_iter().filter(|entered| matches!(entered, Entered::In { .. }));
        assert_eq!(in_.count(), 1, "on {}", house.on.engine);
        // The same code is worn, on any phone.
        begin(house, b"phone", member);
        assert_eq!(enter(house, b"phone", &right), Entered::Wrong { left: 4 });
    });
}

#[test]
fn five_wrong_codes_at_once_and_the_step_is_over() {
    on_each(|house| {
        let member = guarded(house);
        begin(house, b"phone", member);
        let came = at_once(30, |nth| enter(house, b"phone", &format!("{:06}", 900_000 + nth)));
        let judged = came.iter().filter(|entered| matches!(entered, Entered::Wrong { .. })).count();
        assert!(judged <= 4, "{came:?}");
        assert!(!came.iter().any(|entered| matches!(entered, Entered::In { .. })));
        house.wait(601);
        assert_eq!(enter(house, b"phone", &code(house)), Entered::Over);
    });
}

#[test]
fn a_step_ends_after_its_time() {
    on_each(|house| {
        let member = guarded(house);
        begin(house, b"phone", member);
        house.wait(599);
        assert!(house.read(|tx, _| second_step::waits(tx, b"phone")));
        house.wait(1);
        assert!(!house.read(|tx, _| second_step::waits(tx, b"phone")));
        assert_eq!(enter(house, b"phone", &code(house)), Entered::Over);
        assert_eq!(house.write(|tx, _| second_step::sweep(tx)), 1);
    });
}

#[test]
fn waits_grow_over_new_steps_and_a_known_phone_has_its_own() {
    on_each(|house| {
        let member = guarded(house);
        let mut judged = 0;
        for nth in 0..100 {
            begin(house, b"thief", member);
            judged +=
                usize::from(matches!(enter(house, b"thief", &format!("{nth:06}")), Entered::Wrong { .. }));
        }
        assert_eq!(judged, 5, "the password alone buys no more tries");
        begin(house, b"owner", member);
        assert!(matches!(enter(house, b"owner", &code(house)), Entered::Wait { .. }));
        let right = code(house);
        let entered = house.write(move |tx, keys| {
            let mark = known_device::remember(tx, member, None, "iPhone", &LoginRules::default())?;
            let entry = Entry { guest: b"owner", code: &right, client: "home", mark: Some(&mark) };
            second_step::enter(tx, keys, entry, &LoginRules::default())
        });
        assert_eq!(entered, Entered::In { member, tried: None });
    });
}

#[test]
fn a_recovery_code_lets_in_once_and_turning_off_asks_no_more() {
    on_each(|house| {
        let member = guarded(house);
        let Standing::On { codes_left: 10, codes } =
            house.read(move |tx, keys| second_step::standing(tx, keys, member))
        else {
            panic!("no codes")
        };
        begin(house, b"phone", member);
        assert_eq!(enter(house, b"phone", &codes[0]), Entered::In { member, tried: None });
        begin(house, b"phone", member);
        assert_eq!(enter(house, b"phone", &codes[0]), Entered::Wrong { left: 4 });
        let last = codes[1].clone();
        let came = at_once(8, |_| enter(house, b"phone", &last));
        assert_eq!(came.iter().filter(|entered| matches!(entered, Entered::In { .. })).count(), 1);
        assert!(house.read(move |tx, _| second_step::is_asked(tx, member)));
        house.write(move |tx, keys| second_step::turn_off(tx, keys, member, "home"));
        assert!(!house.read(move |tx, _| second_step::is_asked(tx, member)));
    });
}
