//! What a day of messages may cost: soft, hard, the wait-list, countries and the stop switch.

use enishi_core::live_setting;
use enishi_core::phone::{Countries, PhoneNumber};
use enishi_core::security_log::{self, Kind, Sought};
use enishi_core::signup::{self, Asked, Asker, Entered, FlowState, Progress, Request, SignupRules};
use enishi_core::text_message::{self, Channel, STOPPED, STOPPED_COUNTRY};

use crate::house::{HANA, House, on_each, texts};

fn with_budget(house: &House, most: i64) -> House {
    let mut rules = SignupRules::default();
    rules.site_budget.most = most;
    house.with(rules)
}

fn alerts(house: &House, kind: Kind) -> usize {
    house.read(|tx, _| Ok(security_log::list(tx, Sought { kind: Some(kind), ..Sought::default() })?.len()))
}

fn release(house: &House) -> usize {
    let rules = std::sync::Arc::clone(&house.rules);
    house.write(move |tx, keys| text_message::release(tx, keys, &rules, 100))
}

fn raise(house: &House, most: i64) {
    let rules = std::sync::Arc::clone(&house.rules);
    house.write(move |tx, keys| signup::set_budget_today(tx, keys, &rules, most));
}

fn stop(house: &House, name: &str) {
    let name = name.to_owned();
    house.write(move |tx, _| live_setting::set(tx, &name, "1"));
}

/// Somebody whom an invitation, or an answer, speaks for.
fn ask_vouched(house: &House, guest: &str, typed: &str, countries: &[&str]) -> Asked {
    let number = PhoneNumber::parse(typed, &Countries::parse(countries.iter().copied()).unwrap()).unwrap();
    let (guest, rules) = (guest.to_owned(), std::sync::Arc::clone(&house.rules));
    house.write(move |tx, keys| {
        let asker = Asker { is_vouched: true, ..Asker::at(&guest) };
        let (texts, channel) = (texts(), Channel::Text);
        let request = Request { guest: guest.as_bytes(), number: &number, asker, texts: &texts, channel };
        signup::request_code(tx, keys, &request, &rules)
    })
}

fn progress(house: &House, guest: &str) -> Progress {
    match house.state(guest) {
        FlowState::CodeSent { progress, .. } => progress,
        other => panic!("{other:?}"),
    }
}

#[test]
fn near_the_end_a_word_is_needed_and_at_the_end_people_wait_their_turn() {
    on_each(|house| {
        let house = with_budget(house, 10);
        for which in 0..8 {
            assert_eq!(house.ask(&format!("guest {which}"), &format!("0901{which}340000")), Asked::Sent);
        }
        assert_eq!(alerts(&house, Kind::SmsBudgetNear), 1);
        assert_eq!(house.ask("stranger", "09018340000"), Asked::NeedsWord);
        assert_eq!(house.sent().len(), 8);
        for which in 8..10 {
            let typed = format!("0901{which}340000");
            assert_eq!(ask_vouched(&house, &format!("guest {which}"), &typed, &["JP"]), Asked::Sent);
        }
        assert_eq!(house.sent().len(), 2);
        for which in 0..20 {
            assert_eq!(house.ask(&format!("late {which}"), &format!("0801{which:02}40000")), Asked::Sent);
        }
        assert_eq!(progress(&house, "late 0"), Progress::Listed);
        assert_eq!((house.sent().len(), release(&house)), (0, 0), "the budget is hard");
        assert_eq!((alerts(&house, Kind::SmsBudgetNear), alerts(&house, Kind::SmsBudgetSpent)), (1, 1));
    });
}

#[test]
fn who_waits_is_called_in_order_when_the_day_begins_anew() {
    on_each(|house| {
        let house = with_budget(house, 4);
        for which in 0..4 {
            ask_vouched(&house, &format!("guest {which}"), &format!("0901{which}340000"), &["JP"]);
        }
        assert_eq!(house.sent().len(), 4);
        for which in 0..3 {
            house.ask(&format!("late {which}"), &format!("0801{which}340000"));
            house.wait(1);
        }
        assert_eq!(release(&house), 0);
        house.wait(86_400);
        assert_eq!(release(&house), 2, "half of a day is for those who waited");
        let sent = house.sent();
        let called: Vec<&str> = sent.iter().map(|(to, _)| to.as_str()).collect();
        assert_eq!(called, ["+818010340000", "+818011340000"]);
        let code = sent[0].1.rsplit('#').next().unwrap().to_owned();
        assert_eq!(progress(&house, "late 0"), Progress::OnItsWay);
        assert_eq!(house.enter("late 0", &code), Entered::Right, "the flow lives on over its first day");
        assert_eq!(progress(&house, "late 2"), Progress::Listed);
    });
}

#[test]
fn an_operator_raises_the_day_and_no_other_day() {
    on_each(|house| {
        let house = with_budget(house, 1);
        ask_vouched(&house, "guest", HANA, &["JP"]);
        house.ask("late", "08012340000");
        assert_eq!((house.sent().len(), release(&house)), (1, 0));
        raise(&house, 4);
        assert_eq!((release(&house), house.sent().len()), (1, 1));
        house.wait(86_400);
        let today = house.read(|tx, keys| signup::budget(tx, keys, &house.rules));
        assert_eq!((today.most, today.spent), (1, 0));
    });
}

#[test]
fn the_list_has_an_end_and_says_so() {
    on_each(|house| {
        let mut rules = SignupRules { waitlist_most: 2, ..SignupRules::default() };
        rules.site_budget.most = 0;
        let house = house.with(rules);
        for which in 0..2 {
            assert_eq!(house.ask(&format!("guest {which}"), &format!("0901{which}340000")), Asked::Sent);
        }
        assert!(
            matches!(house.ask("guest 2", "09012340000"), Asked::SpentForToday { seconds } if seconds > 0)
        );
    });
}

#[test]
fn a_foreign_dial_code_has_fifty_a_day_and_home_has_the_budget() {
    on_each(|house| {
        let ask = |house: &House, which: usize| {
            let typed = format!("+44 74{which:02} {:06}", which * 7919 % 1_000_000);
            ask_vouched(house, &format!("guest {which}"), &typed, &["JP", "GB"])
        };
        let mut rules = SignupRules::default();
        rules.per_dial_code.most = 3;
        let house = house.with(rules);
        for which in 0..5 {
            assert_eq!(ask(&house, which), Asked::Sent, "{which}");
        }
        assert_eq!(house.sent().len(), 3);
        assert_eq!(
            (progress(&house, "guest 2"), progress(&house, "guest 3")),
            (Progress::OnItsWay, Progress::Listed)
        );
        assert_eq!(alerts(&house, Kind::SmsCountrySpent), 1);
        assert_eq!((house.ask("hana", HANA), house.sent().len()), (Asked::Sent, 1));
        let mut wider = SignupRules::default();
        wider.dial_codes.insert("44".to_owned(), 4);
        let house = house.with(wider);
        assert_eq!((release(&house), house.sent().len()), (1, 1));
    });
}

#[test]
fn what_is_stopped_waits_and_goes_on() {
    on_each(|house| {
        assert_eq!(house.ask("early", "09011110000"), Asked::Sent);
        stop(house, STOPPED);
        assert_eq!((house.ask("hana", HANA), progress(house, "hana")), (Asked::Sent, Progress::Listed));
        assert_eq!((house.sent().len(), release(house)), (0, 0), "what was queued stays too");
        house.write(|tx, _| live_setting::clear(tx, STOPPED));
        stop(house, &format!("{STOPPED_COUNTRY}JP"));
        assert_eq!((house.sent().len(), release(house)), (0, 0));
        house.write(|tx, _| live_setting::clear(tx, &format!("{STOPPED_COUNTRY}JP")));
        assert_eq!((release(house), house.sent().len()), (1, 2));
    });
}

#[test]
fn calls_count_as_messages_and_have_an_end_of_their_own() {
    on_each(|house| {
        house.code("hana", HANA);
        let call = |guest: &'static str| {
            let rules = std::sync::Arc::clone(&house.rules);
            house.write(move |tx, keys| {
                let (asker, texts) = (Asker::at(guest), texts());
                signup::resend(tx, keys, guest.as_bytes(), asker, &texts, Channel::Voice, &rules)
            })
        };
        assert_eq!(call("hana"), Some(Asked::Wait { seconds: 60 }), "the wait is one for both");
        for (wait, calls) in [(60, 1), (180, 1), (300, 0)] {
            house.wait(wait);
            assert_eq!(call("hana"), Some(Asked::Sent));
            assert_eq!(house.sent().len(), calls, "after {wait}");
        }
    });
}
