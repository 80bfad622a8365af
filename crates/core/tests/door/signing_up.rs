//! The way in, step by step.

use enishi_core::phone::{Countries, PhoneNumber};
use enishi_core::signup::{self, Asked, Entered, Finished, FlowState};

use crate::house::{HANA, another_code, number, on_each};

#[test]
fn a_code_a_name_and_a_member() {
    on_each(|house| {
        assert_eq!(house.state("hana"), FlowState::None);
        let code = house.code("hana", HANA);
        let FlowState::CodeSent { sent_at, can_resend_at, expires_at, last_two, .. } = house.state("hana")
        else {
            panic!("a code was sent");
        };
        assert_eq!((can_resend_at.seconds_since(sent_at), expires_at.seconds_since(sent_at)), (60, 600));
        assert_eq!(last_two, "78");
        let wide: String = code.chars().map(|digit| char::from_u32(digit as u32 + 0xFEE0).unwrap()).collect();
        assert_eq!(house.enter("hana", &format!(" {wide} ")), Entered::Right);
        assert_eq!(house.state("hana"), FlowState::Verified);
        assert!(matches!(house.finish("hana"), Finished::Joined(_)));
        assert_eq!(house.state("hana"), FlowState::None);
        assert_eq!(house.finish("hana"), Finished::NotVerified);
    });
}

#[test]
fn five_wrong_tries_kill_the_code() {
    on_each(|house| {
        let code = house.code("hana", HANA);
        for left in [4, 3, 2, 1, 0] {
            assert_eq!(house.enter("hana", &another_code(&code)), Entered::Wrong { left });
        }
        assert_eq!(house.enter("hana", &code), Entered::Dead);
        assert_eq!(house.finish("hana"), Finished::NotVerified);
    });
}

#[test]
fn what_is_no_code_is_wrong_and_spends_no_try() {
    on_each(|house| {
        let code = house.code("hana", HANA);
        for typed in ["", "1e5", "12345", "1234567", "['123456']", "code"] {
            assert_eq!(house.enter("hana", typed), Entered::Wrong { left: 5 }, "{typed:?}");
        }
        assert_eq!(house.enter("hana", &code), Entered::Right);
        assert_eq!(house.enter("hana", ""), Entered::Dead);
    });
}

#[test]
fn a_code_lives_ten_minutes_and_is_not_revived_by_a_clock() {
    on_each(|house| {
        let code = house.code("hana", HANA);
        house.wait(599);
        assert_eq!(house.enter("hana", &code), Entered::Right);

        let code = house.code("yuki", "08011112222");
        house.wait(600);
        assert_eq!(house.enter("yuki", &code), Entered::Expired);
        house.wait(-3600);
        assert_eq!(house.enter("yuki", &code), Entered::Dead);

        house.wait(3600);
        let code = house.code("mei", "07011112222");
        house.wait(601 - 3600);
        assert_eq!(house.enter("mei", &code), Entered::Dead, "sent in what is now the future");
    });
}

#[test]
fn a_new_code_kills_the_old_one() {
    on_each(|house| {
        let old = house.code("hana", HANA);
        house.wait(61);
        let new = house.code("hana", HANA);
        if old != new {
            assert_eq!(house.enter("hana", &old), Entered::Wrong { left: 4 });
        }
        assert_eq!(house.enter("hana", &new), Entered::Right);
    });
}

#[test]
fn a_code_is_good_in_its_own_flow_and_for_its_own_number() {
    on_each(|house| {
        let code = house.code("hana", HANA);
        let other = house.code("yuki", "08011112222");
        if code != other {
            assert_eq!(house.enter("yuki", &code), Entered::Wrong { left: 4 });
        }
        assert_eq!(house.enter("nobody", &code), Entered::NoFlow);
        house.code("hana", "07099998888");
        assert!(matches!(house.enter("hana", &code), Entered::Wrong { .. }));
    });
}

#[test]
fn a_registered_or_banned_number_is_answered_alike_and_never_verified() {
    on_each(|house| {
        house.join("hana", HANA);
        house.on.execute("UPDATE members SET state = 3");
        house.wait(61);
        assert_eq!(house.ask("yuki", HANA), Asked::Sent);
        assert_eq!(house.sent(), [("+819012345678".to_owned(), "known".to_owned())]);
        assert!(matches!(house.state("yuki"), FlowState::CodeSent { .. }));
        for (left, code) in [(4, "000000"), (3, "123456")] {
            assert_eq!(house.enter("yuki", code), Entered::Wrong { left });
        }
        assert_eq!(house.finish("yuki"), Finished::NotVerified);
    });
}

#[test]
fn every_spelling_leads_to_one_account() {
    on_each(|house| {
        house.join("hana", HANA);
        for (nth, typed) in
            ["０９０１２３４５６７８", "+81 (0)90-1234-5678", "0081 90 1234 5678", "tel:09012345678"]
                .iter()
                .enumerate()
        {
            house.wait(601);
            assert_eq!(house.ask(&format!("guest {nth}"), typed), Asked::Sent);
            assert_eq!(house.sent()[0].1, "known", "{typed}");
        }
        assert!(PhoneNumber::parse("09012345678;ext=1", &Countries::default()).is_err());
        let marks = |typed| house.read(move |tx, keys| keys.number_marks(tx, &number(typed)));
        assert_eq!(marks(HANA), marks("+819012345678"));
    });
}

#[test]
fn two_verified_flows_for_one_number_make_one_account() {
    on_each(|house| {
        let first = house.code("hana", HANA);
        house.wait(61);
        let second = house.code("yuki", HANA);
        assert_eq!(house.enter("hana", &first), Entered::Right);
        assert_eq!(house.enter("yuki", &second), Entered::Right);
        assert!(matches!(house.finish("hana"), Finished::Joined(_)));
        assert_eq!(house.finish("yuki"), Finished::Taken);
    });
}

#[test]
fn a_flow_is_forgotten_after_a_day() {
    on_each(|house| {
        let code = house.code("hana", HANA);
        assert_eq!(house.enter("hana", &code), Entered::Right);
        house.wait(signup::FLOW_SECONDS);
        assert_eq!(house.state("hana"), FlowState::None);
        assert_eq!(house.finish("hana"), Finished::NotVerified);
        assert_eq!(house.write(|tx, _| signup::sweep(tx)), 1);
    });
}
