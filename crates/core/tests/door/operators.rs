//! Operators: made at the command line, set up once, never in without a second factor.

use enishi_core::joining::Mode;
use enishi_core::operator::{
    self, Admission, Attempt, DeskToken, Finished, Found, Name, OperatorRules, SetupToken,
};

use crate::house::{House, at_once, on_each};

const ATTEMPT: Attempt<'static> = Attempt { name: "aoi", client: "198.51.100.7" };

fn aoi() -> Name {
    "Aoi".parse().unwrap()
}

fn create(house: &House) -> Option<SetupToken> {
    house.write(|tx, keys| operator::create(tx, keys, &aoi(), &OperatorRules::default()))
}

fn code_for(house: &House, token: &SetupToken) -> Option<(operator::SetupForm, String)> {
    let token = token.clone();
    let form = house.read(|tx, keys| operator::show_setup(tx, keys, &token))?;
    let code = form.secret.code_at(house.on.store.now());
    Some((form, code))
}

fn set_up(house: &House, token: &SetupToken, code: &str) -> Finished {
    let (token, code) = (token.clone(), code.to_owned());
    house.write(move |tx, keys| operator::finish_setup(tx, keys, &token, "hash", &code, "198.51.100.7"))
}

fn found(house: &House, token: &DeskToken) -> Found {
    house.read(|tx, _| operator::find_desk(tx, token, &OperatorRules::default()))
}

#[test]
fn nobody_is_there_before_somebody_at_the_console_says_so() {
    on_each(|house| {
        assert!(house.read(|tx, _| operator::list(tx)).is_empty());
        assert!(house.read(|tx, _| operator::find(tx, "admin")).is_none());
        let token = create(house).unwrap();
        assert!(create(house).is_none(), "a name stands once, in any spelling");
        assert!(house.read(|tx, _| operator::find(tx, "aoi")).is_none(), "not before the set-up");
        let (_, code) = code_for(house, &token).unwrap();
        assert!(matches!(set_up(house, &token, "000000"), Finished::WrongCode));
        assert!(matches!(set_up(house, &token, &code), Finished::Done(_)));
        assert!(house.read(|tx, _| operator::find(tx, " AOI ")).is_some());
        assert!(matches!(set_up(house, &token, &code), Finished::NoSuchAddress), "the address works once");
        assert!(code_for(house, &token).is_none());
    });
}

#[test]
fn of_two_who_set_up_at_once_one_does() {
    on_each(|house| {
        let token = create(house).unwrap();
        let (_, code) = code_for(house, &token).unwrap();
        let done = at_once(6, |_| set_up(house, &token, &code)).into_iter();
        assert_eq!(done.filter(|end| matches!(end, Finished::Done(_))).count(), 1, "{}", house.on.engine);
    });
}

#[test]
fn a_set_up_address_is_over_after_an_hour() {
    on_each(|house| {
        let token = create(house).unwrap();
        house.wait(3601);
        assert!(code_for(house, &token).is_none());
    });
}

#[test]
fn a_session_ends_idle_and_after_a_day_of_work_and_with_a_reset() {
    on_each(|house| {
        let token = create(house).unwrap();
        let (_, code) = code_for(house, &token).unwrap();
        let Finished::Done(desk) = set_up(house, &token, &code) else { panic!("set up") };
        let Found::Live(live) = found(house, &desk) else { panic!("signed in") };
        for _ in 0..25 {
            house.wait(1790);
            house.write(move |tx, _| operator::touch(tx, live.id));
        }
        assert!(matches!(found(house, &desk), Found::Over(_)), "12 hours are over");
        assert_eq!(house.write(|tx, _| operator::sweep(tx, &OperatorRules::default())), 1);
        assert_eq!(found(house, &desk), Found::Nobody);
        let again =
            house.write(|tx, keys| operator::reset(tx, keys, &aoi(), &OperatorRules::default())).unwrap();
        assert!(house.read(|tx, _| operator::find(tx, "aoi")).is_none());
        let (form, code) = code_for(house, &again).unwrap();
        let Finished::Done(desk) = set_up(house, &again, &code) else { panic!("set up {form:?}") };
        house.wait(1801);
        assert!(matches!(found(house, &desk), Found::Over(_)), "half an hour idle");
        assert!(house.write(|tx, _| operator::remove(tx, &aoi())));
        assert_eq!(found(house, &desk), Found::Nobody);
        assert!(!house.write(|tx, _| operator::remove(tx, &aoi())));
    });
}

#[test]
fn tries_are_counted_per_address_and_per_name() {
    on_each(|house| {
        let admit = |name: &'static str, client: String| {
            house.write(move |tx, keys| {
                let attempt = Attempt { name, client: &client };
                operator::admit(tx, keys, attempt, &OperatorRules::default())
            })
        };
        for _ in 0..5 {
            assert_eq!(admit("nobody", "203.0.113.1".to_owned()), Admission::Admitted);
        }
        assert!(matches!(admit("somebody", "203.0.113.1".to_owned()), Admission::Wait { .. }));
        for host in 0..5 {
            assert_eq!(admit("aoi", format!("203.0.113.{}", 10 + host)), Admission::Admitted);
        }
        let Admission::Wait { seconds } = admit("AOI ", "203.0.113.99".to_owned()) else { panic!("no wait") };
        assert_eq!(seconds, 30);
    });
}

#[test]
fn a_password_alone_opens_nothing() {
    on_each(|house| {
        let token = create(house).unwrap();
        let (form, code) = code_for(house, &token).unwrap();
        assert!(matches!(set_up(house, &token, &code), Finished::Done(_)));
        let id = house.read(|tx, _| operator::find(tx, "aoi")).map(|known| known.operator);
        house.wait(30);
        let right = form.secret.code_at(house.on.store.now());
        for (verified, code) in [(id, String::new()), (id, "000000".to_owned()), (None, right.clone())] {
            let opened = house.write(move |tx, keys| operator::finish(tx, keys, ATTEMPT, verified, &code));
            assert!(opened.is_none());
        }
        assert!(house.write(move |tx, keys| operator::finish(tx, keys, ATTEMPT, id, &right)).is_some());
    });
}

#[test]
fn what_operators_do_is_an_unbroken_chain() {
    on_each(|house| {
        let token = create(house).unwrap();
        let (_, code) = code_for(house, &token).unwrap();
        let Finished::Done(desk) = set_up(house, &token, &code) else { panic!("set up") };
        let Found::Live(desk) = found(house, &desk) else { panic!("signed in") };
        let countries = ["JP", "US", "KR", "TW", "GB", "DE"];
        at_once(6, |which| {
            let (desk, country) = (desk.clone(), countries[which]);
            house.write(move |tx, _| operator::switch_country(tx, &desk, "client", country, true))
        });
        let again = desk.clone();
        house.write(move |tx, _| operator::switch_country(tx, &again, "client", "JP", true));
        let acts = house.read(|tx, _| operator::acts(tx, None));
        let numbers: Vec<i64> = acts.iter().map(|line| line.number).collect();
        assert_eq!(numbers, [6, 5, 4, 3, 2, 1], "the same press again writes nothing");
        assert_eq!(acts[0].name.as_deref(), Some("Aoi"));
        assert_eq!(house.read(|tx, _| operator::verify(tx)), None);
        let mode = |mode| {
            let desk = desk.clone();
            house.write(move |tx, _| operator::switch_mode(tx, &desk, "client", Mode::Open, mode))
        };
        mode(Mode::Closed);
        mode(Mode::Closed);
        assert_eq!(house.read(|tx, _| operator::acts(tx, None)).len(), 7);
        let stands = house.read(|tx, _| operator::switches(tx, Mode::Open, &["JP".into(), "FR".into()]));
        assert_eq!(
            (stands.mode, stands.stopped.len(), stands.open),
            (Mode::Closed, 6, vec!["FR".to_owned()])
        );
    });
}
