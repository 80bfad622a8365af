//! The security log and the settings of the running site.

use enishi_core::security_log::{self, Event, Kind, Sought};
use enishi_core::{live_setting, security_log::Line};
use enishi_testkit::stores::{TestStore, stores};

fn lines(test: &TestStore, sought: Sought) -> Vec<Line> {
    test.store.read(|tx| security_log::list(tx, sought)).unwrap()
}

#[test]
fn events_are_listed_newest_first_and_go_after_their_time() {
    for test in stores() {
        for (kind, note) in [(Kind::Joined, "first"), (Kind::SignedIn, "second"), (Kind::Joined, "third")] {
            let event = move |tx: &mut enishi_core::store::Tx<'_>| {
                security_log::record(tx, Event::of(kind).client("192.0.2.1").note(note).member(7.into()))
            };
            test.store.write(event).unwrap();
            test.clock.advance_seconds(1);
        }
        let all = lines(&test, Sought::default());
        let notes: Vec<&str> = all.iter().map(|line| line.note.as_str()).collect();
        assert_eq!(notes, ["third", "second", "first"], "{}", test.engine);
        let joined = lines(&test, Sought { kind: Some(Kind::Joined), ..Sought::default() });
        assert_eq!(joined.len(), 2);
        assert_eq!(lines(&test, Sought { before: Some(all[1].id), ..Sought::default() }), [all[2].clone()]);
        assert!(lines(&test, Sought { member: Some(8.into()), ..Sought::default() }).is_empty());
        test.clock.advance_seconds(security_log::KEPT_SECONDS);
        assert_eq!(test.store.write(security_log::sweep).unwrap(), 3);
    }
}

#[test]
fn a_live_setting_wins_until_it_is_cleared() {
    for test in stores() {
        let find = |name: &'static str| test.store.read(|tx| live_setting::find(tx, name)).unwrap();
        assert_eq!(find("signup.mode"), None);
        for value in ["invite", "closed"] {
            test.store.write(move |tx| live_setting::set(tx, "signup.mode", value)).unwrap();
            assert_eq!(find("signup.mode").as_deref(), Some(value), "{}", test.engine);
        }
        test.store.write(|tx| live_setting::set(tx, "sms.held.2", "x")).unwrap();
        test.store.write(|tx| live_setting::set(tx, "sms.held.1", "y")).unwrap();
        let held = test.store.read(|tx| live_setting::list(tx, "sms.held.")).unwrap();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(held, [pair("sms.held.1", "y"), pair("sms.held.2", "x")]);
        test.store.write(|tx| live_setting::clear(tx, "signup.mode")).unwrap();
        assert_eq!(find("signup.mode"), None);
    }
}
