//! A repeated submit makes one post.

use enishi_core::receipt;

use crate::house::{HANA, at_once, on_each};

#[test]
fn the_first_submit_wins_and_its_place_stays() {
    on_each(|house| {
        let member = house.join("hana", HANA);
        let keep = |place: String| house.write(move |tx, _| receipt::keep(tx, member, "once", &place));
        let kept = at_once(10, |which| keep(format!("/diary/{which}")));
        assert_eq!(kept.iter().filter(|kept| **kept).count(), 1);
        let first = kept.iter().position(|kept| *kept).unwrap();
        let place = house.read(|tx, _| receipt::place_of(tx, member, "once"));
        assert_eq!(place, Some(format!("/diary/{first}")));
        assert_eq!(house.read(|tx, _| receipt::place_of(tx, member, "another")), None);
    });
}

#[test]
fn receipts_are_swept_after_a_week() {
    on_each(|house| {
        let member = house.join("hana", HANA);
        house.write(move |tx, _| receipt::keep(tx, member, "once", "/"));
        house.wait(7 * 86_400);
        assert_eq!(house.write(|tx, _| receipt::sweep(tx)), 0);
        house.wait(1);
        assert_eq!(house.write(|tx, _| receipt::sweep(tx)), 1);
    });
}
