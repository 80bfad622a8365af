//! How many messages go out, and who is told when none does.

use enishi_core::signup::{self, Asked, Asker, Entered, FlowState, Request};
use enishi_core::text_message::Channel;

use crate::house::{HANA, House, another_code, on_each};

fn counts(house: &House) -> usize {
    house.sent().len()
}

#[test]
fn waits_grow_between_sends_and_five_make_a_day() {
    on_each(|house| {
        assert_eq!(house.ask("hana", HANA), Asked::Sent);
        for wait in [60, 180, 300, 600] {
            assert_eq!(counts(house), 1);
            assert_eq!(house.ask("hana", HANA), Asked::Wait { seconds: wait });
            house.wait(wait - 1);
            assert_eq!(house.ask("hana", HANA), Asked::Wait { seconds: 1 });
            house.wait(1);
            assert_eq!(house.ask("hana", HANA), Asked::Sent, "after {wait}");
        }
        assert_eq!(counts(house), 1);
        house.wait(3600);
        assert!(matches!(house.ask("hana", HANA), Asked::Wait { seconds } if seconds > 80_000));
        house.wait(86_400);
        assert_eq!(house.ask("hana", HANA), Asked::Sent);
    });
}

#[test]
fn impatience_spends_nothing() {
    on_each(|house| {
        assert_eq!((house.ask("hana", HANA), counts(house)), (Asked::Sent, 1));
        for _ in 0..20 {
            assert!(matches!(house.ask("hana", HANA), Asked::Wait { .. }));
        }
        house.wait(60);
        assert_eq!((house.ask("hana", HANA), counts(house)), (Asked::Sent, 1));
    });
}

#[test]
fn a_number_over_its_limit_is_answered_as_if_a_code_were_sent() {
    on_each(|house| {
        house.code("hana", HANA);
        for other in 0..30 {
            let guest = format!("guest {other}");
            assert_eq!(house.ask(&guest, HANA), Asked::Sent);
            assert!(matches!(house.state(&guest), FlowState::CodeSent { .. }));
            assert_eq!(house.enter(&guest, "123456"), Entered::Wrong { left: 4 });
        }
        assert_eq!(counts(house), 0, "the number waits, whoever asks");
    });
}

#[test]
fn many_askers_get_a_victim_five_messages_in_a_day() {
    on_each(|house| {
        let mut received = 0;
        for asker in 0..100 {
            assert_eq!(house.ask(&format!("guest {asker}"), HANA), Asked::Sent);
            received += counts(house);
            house.wait(800);
        }
        assert_eq!(received, 5, "within {} seconds", 100 * 800);
    });
}

#[test]
fn neighbours_share_a_limit() {
    on_each(|house| {
        for line in 0..200 {
            assert_eq!(house.ask(&format!("guest {line}"), &format!("0901234{line:04}")), Asked::Sent);
        }
        assert_eq!(counts(house), 5);
        assert_eq!(house.ask("elsewhere", "08012340000"), Asked::Sent);
        assert_eq!(counts(house), 1, "another prefix is not touched");
    });
}

#[test]
fn one_address_may_ask_for_five_and_is_told_to_wait() {
    on_each(|house| {
        for which in 0..5 {
            let typed = format!("09012{which}40000");
            assert_eq!(house.ask_from("192.0.2.1", &format!("guest {which}"), &typed), Asked::Sent);
        }
        assert!(matches!(house.ask_from("192.0.2.1", "guest 5", "09012540000"), Asked::Wait { .. }));
        assert_eq!(house.ask_from("192.0.2.2", "guest 5", "09012540000"), Asked::Sent);
        assert_eq!(counts(house), 6);
    });
}

#[test]
fn one_guest_may_try_three_numbers_an_hour() {
    on_each(|house| {
        for typed in ["09011110000", "09022220000", "09033330000"] {
            assert_eq!(house.ask("hana", typed), Asked::Sent);
        }
        assert!(matches!(house.ask("hana", "09044440000"), Asked::Wait { .. }));
        house.wait(3600);
        assert_eq!(house.ask("hana", "09044440000"), Asked::Sent);
    });
}

#[test]
fn wrong_tries_for_a_number_add_up_over_its_flows() {
    on_each(|house| {
        for wait in [60, 180] {
            let code = house.code("hana", HANA);
            for _ in 0..5 {
                house.enter("hana", &another_code(&code));
            }
            house.wait(wait);
        }
        let code = house.code("hana", HANA);
        assert_eq!(house.enter("hana", &code), Entered::Wrong { left: 4 }, "ten tries an hour were spent");
    });
}

#[test]
fn attack_13_whoever_is_bombed_still_comes_in_by_an_invitation() {
    on_each(|house| {
        for asker in 0..10 {
            house.ask(&format!("guest {asker}"), HANA);
            house.wait(700);
        }
        assert_eq!(counts(house), 5, "the number has had its fill");
        let rules = std::sync::Arc::clone(&house.rules);
        let number = crate::house::number(HANA);
        house.write(move |tx, keys| {
            let asker = Asker { is_invited: true, ..Asker::at("hana at home") };
            let (texts, channel) = (crate::house::texts(), Channel::Text);
            let request = Request { guest: b"hana", number: &number, asker, texts: &texts, channel };
            signup::request_code(tx, keys, &request, &rules)
        });
        assert_eq!(counts(house), 1);
    });
}
