//! The second factor: a code works once, in its own realm, and recovery codes are hashes as soon as they can be.

use enishi_core::ids::{MemberId, OperatorId};
use enishi_core::one_time::{self, Checked, Owner};

use crate::house::{House, at_once, on_each};

/// The code that the app of this owner shows now.
fn set_up(house: &House, owner: Owner) -> one_time::Secret {
    let secret = house.write(move |tx, keys| Ok(one_time::begin(tx, keys, owner)?.unwrap()));
    let code = secret.code_at(house.on.store.now());
    assert!(house.write(move |tx, keys| one_time::confirm(tx, keys, owner, &code)));
    secret
}

fn check(house: &House, owner: Owner, code: &str) -> Checked {
    let code = code.to_owned();
    house.write(move |tx, keys| one_time::check(tx, keys, owner, &code))
}

#[test]
fn a_secret_is_shown_until_its_first_code_and_never_again() {
    on_each(|house| {
        let owner = Owner::Operator(OperatorId::from(7));
        let begin = || house.write(move |tx, keys| one_time::begin(tx, keys, owner));
        let (first, again) = (begin().unwrap(), begin().unwrap());
        assert_eq!(*first.in_groups(), *again.in_groups());
        assert!(!house.read(|tx, _| one_time::has(tx, owner)));
        assert!(!house.write(move |tx, keys| one_time::confirm(tx, keys, owner, "000000")));
        assert_eq!(check(house, owner, &first.code_at(house.on.store.now())), Checked::Wrong);
        set_up(house, owner);
        assert!(begin().is_none());
        assert!(house.read(|tx, keys| one_time::waiting(tx, keys, owner)).is_none());
    });
}

#[test]
fn a_code_works_once() {
    on_each(|house| {
        let owner = Owner::Member(MemberId::from(7));
        let secret = set_up(house, owner);
        let code = secret.code_at(house.on.store.now());
        assert_eq!(check(house, owner, &code), Checked::Wrong, "the code that confirmed is worn");
        house.wait(30);
        let next = secret.code_at(house.on.store.now());
        let wide: String = next.chars().map(|digit| char::from_u32(digit as u32 + 0xFEE0).unwrap()).collect();
        assert_eq!(check(house, owner, &wide), Checked::App, "full width is the same code");
        assert_eq!(check(house, owner, &next), Checked::Wrong);
        assert_eq!(check(house, owner, &code), Checked::Wrong, "an older step never comes back");
        house.wait(30);
        let last = secret.code_at(house.on.store.now());
        let right = at_once(8, |_| check(house, owner, &last)).into_iter();
        assert_eq!(right.filter(|checked| checked.is_right()).count(), 1, "on {}", house.on.engine);
    });
}

#[test]
fn realms_do_not_mix() {
    on_each(|house| {
        let (operator, member) = (Owner::Operator(OperatorId::from(7)), Owner::Member(MemberId::from(7)));
        let secret = set_up(house, operator);
        set_up(house, member);
        house.write(move |tx, keys| one_time::make_codes(tx, keys, operator));
        let codes = house.read(|tx, keys| one_time::codes_to_write_down(tx, keys, operator));
        house.wait(30);
        assert_eq!(check(house, member, &secret.code_at(house.on.store.now())), Checked::Wrong);
        assert_eq!(check(house, member, &codes[0]), Checked::Wrong);
        assert_eq!(check(house, operator, &codes[0]), Checked::Recovery);
        house.write(move |tx, _| one_time::remove(tx, operator));
        assert_eq!(check(house, operator, &codes[1]), Checked::Wrong);
        assert!(house.read(|tx, _| one_time::has(tx, member)));
    });
}

#[test]
fn recovery_codes_are_ten_each_good_once_and_soon_out_of_sight() {
    on_each(|house| {
        let owner = Owner::Member(MemberId::from(9));
        set_up(house, owner);
        house.write(move |tx, keys| one_time::make_codes(tx, keys, owner));
        let shown = || house.read(|tx, keys| one_time::codes_to_write_down(tx, keys, owner));
        let codes = shown();
        assert_eq!((codes.len(), codes[0].len()), (one_time::CODES, 14), "{:?}", codes.len());
        let right = at_once(6, |_| check(house, owner, &codes[3])).into_iter();
        assert_eq!(right.filter(|checked| checked.is_right()).count(), 1, "on {}", house.on.engine);
        assert_eq!(house.read(|tx, _| one_time::codes_left(tx, owner)), 9);
        house.wait(3601);
        assert!(shown().is_empty(), "an hour is enough to write them down");
        assert_eq!(house.write(|tx, _| one_time::sweep(tx)), 1);
        house.write(move |tx, keys| one_time::make_codes(tx, keys, owner));
        assert_eq!(check(house, owner, &codes[0]), Checked::Wrong, "the old ones are gone");
        assert_eq!(house.read(|tx, _| one_time::codes_left(tx, owner)), 10);
        house.write(move |tx, _| one_time::codes_were_written_down(tx, owner));
        assert!(shown().is_empty());
        assert_eq!(house.read(|tx, _| one_time::codes_left(tx, owner)), 10);
    });
}
