//! Many threads at one instant.

use enishi_core::signup::{Asked, Entered, Finished};

use crate::house::{HANA, another_code, at_once, on_each};

const THREADS: usize = 50;

#[test]
fn of_fifty_wrong_codes_at_once_five_are_judged() {
    on_each(|house| {
        let code = house.code("hana", HANA);
        let wrong = another_code(&code);
        let answers = at_once(THREADS, |_| house.enter("hana", &wrong));
        let judged = answers.iter().filter(|answer| matches!(answer, Entered::Wrong { .. })).count();
        assert_eq!(judged, 5, "{answers:?}");
        assert_eq!(house.enter("hana", &code), Entered::Dead);
    });
}

#[test]
fn of_fifty_right_codes_at_once_one_succeeds_and_makes_one_account() {
    on_each(|house| {
        let code = house.code("hana", HANA);
        let answers = at_once(THREADS, |_| house.enter("hana", &code));
        assert_eq!(answers.iter().filter(|answer| **answer == Entered::Right).count(), 1, "{answers:?}");
        let ends = at_once(THREADS, |_| house.finish("hana"));
        assert_eq!(ends.iter().filter(|end| matches!(end, Finished::Joined(_))).count(), 1, "{ends:?}");
    });
}

#[test]
fn two_guests_with_one_number_at_once_make_one_account() {
    on_each(|house| {
        for guest in ["hana", "yuki"] {
            let code = house.code(guest, HANA);
            assert_eq!(house.enter(guest, &code), Entered::Right);
            house.wait(61);
        }
        let ends = at_once(10, |which| house.finish(["hana", "yuki"][which % 2]));
        assert_eq!(ends.iter().filter(|end| matches!(end, Finished::Joined(_))).count(), 1, "{ends:?}");
        assert_eq!(ends.iter().filter(|end| matches!(end, Finished::Taken)).count(), 1, "{ends:?}");
    });
}

#[test]
fn of_fifty_sends_at_once_one_goes_out() {
    on_each(|house| {
        let answers = at_once(THREADS, |_| house.ask("hana", HANA));
        assert_eq!(answers.iter().filter(|answer| **answer == Asked::Sent).count(), 1, "{answers:?}");
        assert_eq!(house.sent().len(), 1);
        let answers = at_once(THREADS, |which| house.ask(&format!("guest {which}"), "08011112222"));
        assert!(answers.iter().all(|answer| *answer == Asked::Sent), "{answers:?}");
        assert_eq!(house.sent().len(), 1);
    });
}
