//! The line to the provider and what it says later.

use enishi_core::ids::TextId;
use enishi_core::security_log::{self, Kind, Sought};
use enishi_core::signup::{Asked, Entered, FlowState, Progress};
use enishi_core::sms_desk;
use enishi_core::text_message::{self, Admit, Applied, Delivery, Heard, LineRules, Report, Settled, apply};

use crate::house::{HANA, House, at_once, on_each};

const RULES: LineRules = LineRules { failures: 5, probe_seconds: 30 };

fn hear(house: &House, heard: Heard) {
    house.write(move |tx, _| text_message::hear(tx, heard, RULES));
}

fn admit(house: &House) -> Admit {
    house.write(|tx, _| text_message::admit(tx, RULES))
}

fn alerts(house: &House, kind: Kind) -> usize {
    house.read(|tx, _| Ok(security_log::list(tx, Sought { kind: Some(kind), ..Sought::default() })?.len()))
}

#[test]
fn five_failures_give_the_line_up_and_one_message_tries_it_again() {
    on_each(|house| {
        house.ask("hana", HANA);
        for _ in 0..4 {
            hear(house, Heard::Failure);
        }
        assert_eq!(admit(house), Admit::Many);
        hear(house, Heard::Failure);
        assert_eq!((admit(house), alerts(house, Kind::SmsProviderDown)), (Admit::None, 1));
        assert!(matches!(house.state("hana"), FlowState::CodeSent { progress: Progress::Late, .. }));
        house.wait(30);
        let trials = at_once(8, |_| admit(house));
        assert_eq!(trials.iter().filter(|trial| **trial == Admit::One).count(), 1, "{trials:?}");
        hear(house, Heard::Failure);
        assert_eq!((admit(house), alerts(house, Kind::SmsProviderDown)), (Admit::None, 1), "told once");
        house.wait(30);
        assert_eq!(admit(house), Admit::One);
        hear(house, Heard::Answer);
        assert_eq!((admit(house), alerts(house, Kind::SmsProviderBack)), (Admit::Many, 1));
        assert!(matches!(house.state("hana"), FlowState::CodeSent { progress: Progress::OnItsWay, .. }));
    });
}

#[test]
fn a_busy_provider_has_its_quiet() {
    on_each(|house| {
        hear(house, Heard::Busy { seconds: 120 });
        house.wait(119);
        assert_eq!(admit(house), Admit::None);
        house.wait(1);
        assert_eq!(admit(house), Admit::Many);
    });
}

#[test]
fn hours_without_a_provider_cost_nobody_their_code() {
    on_each(|house| {
        assert_eq!(house.ask("hana", HANA), Asked::Sent);
        let due = house.write(|tx, keys| text_message::claim_due(tx, keys, 6, 1));
        let (id, due_at) = (due[0].id, house.on.store.now().plus_seconds(3 * 3600));
        let first = due[0].body.rsplit('#').next().unwrap().to_owned();
        let not_left = Settled::NotLeft { due_at, error: "refused".to_owned() };
        house.write(move |tx, _| text_message::settle(tx, id, not_left));
        house.wait(3 * 3600);
        let sent = house.sent();
        let code = sent[0].1.rsplit('#').next().unwrap().to_owned();
        if first != code {
            assert_eq!(house.enter("hana", &first), Entered::Wrong { left: 4 });
        }
        assert_eq!(house.enter("hana", &code), Entered::Right, "it lives from when it left");
    });
}

#[test]
fn a_message_that_was_overtaken_is_not_sent() {
    on_each(|house| {
        house.ask("hana", HANA);
        house.wait(60);
        house.ask("hana", HANA);
        assert_eq!(house.sent().len(), 1);
    });
}

fn sent_message(house: &House) -> TextId {
    house.ask("hana", HANA);
    let due = house.write(|tx, keys| text_message::claim_due(tx, keys, 6, 1));
    let id = due[0].id;
    let accepted = Settled::Accepted { provider_id: Some("SM1".to_owned()), status: None };
    house.write(move |tx, _| text_message::settle(tx, id, accepted));
    id
}

fn report(house: &House, id: TextId, sid: &'static str, delivery: Delivery) -> Applied {
    house.write(move |tx, _| apply(tx, Report { id, provider_id: sid, delivery, error: "" }))
}

#[test]
fn what_the_provider_says_later_only_goes_forward() {
    on_each(|house| {
        let id = sent_message(house);
        assert_eq!(report(house, id, "SM2", Delivery::Sent), Applied::Nothing, "another message's");
        assert_eq!(report(house, id, "SM1", Delivery::Sent), Applied::News);
        assert_eq!(report(house, id, "SM1", Delivery::Queued), Applied::Nothing);
        let parallel = at_once(20, |_| report(house, id, "SM1", Delivery::Delivered));
        assert_eq!(parallel.iter().filter(|one| **one == Applied::News).count(), 1);
        assert_eq!(report(house, id, "SM1", Delivery::Failed), Applied::Nothing, "it is over");
        assert_eq!(report(house, TextId::from(7), "SM1", Delivery::Failed), Applied::Nothing);
    });
}

#[test]
fn a_message_of_unknown_fate_is_known_when_its_provider_speaks_of_it() {
    on_each(|house| {
        house.ask("hana", HANA);
        let id = house.write(|tx, keys| text_message::claim_due(tx, keys, 6, 1))[0].id;
        house.write(move |tx, _| text_message::settle(tx, id, Settled::Unknown { error: "lost".to_owned() }));
        assert_eq!(report(house, id, "SM9", Delivery::Delivered), Applied::News);
        assert_eq!(house.on.execute("DELETE FROM text_messages WHERE state = 2 AND provider_id = 'SM9'"), 1);
    });
}

#[test]
fn the_desk_adds_the_day_up_and_shows_two_digits() {
    on_each(|house| {
        let id = sent_message(house);
        house.write(move |tx, _| {
            apply(tx, Report { id, provider_id: "SM1", delivery: Delivery::Undelivered, error: "30003" })
        });
        let code = house.code("yuki", "08011112222");
        assert_eq!(house.enter("yuki", &code), Entered::Right);
        let desk = house.read(|tx, keys| sms_desk::look(tx, keys, &house.rules, &["JP".to_owned()]));
        assert_eq!((desk.sent, desk.verified, desk.budget.spent, desk.by_hour.last()), (2, 1, 2, Some(&2)));
        let japan = &desk.countries[0];
        assert_eq!((japan.country.as_str(), japan.sent, japan.verified, japan.failed), ("JP", 2, 1, 1));
        let failure = &desk.failures[0];
        assert_eq!((failure.last_two.as_str(), failure.code.as_str()), ("78", "30003"));
        assert_eq!(failure.why, "Unreachable destination handset");
        assert_eq!((desk.codes, desk.month[0].sent, desk.month[0].verified), (2, 2, 1));
        assert_eq!(desk.prefixes.len(), 2);
        assert!(!format!("{desk:?}").contains("12345678"));
    });
}
