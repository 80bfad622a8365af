//! Messages that nobody reads: held where they go, and nowhere else.

use enishi_core::limit::Window;
use enishi_core::neighbours::{self, Known};
use enishi_core::security_log::{self, Kind, Sought};
use enishi_core::signup::{Asked, Entered, SignupRules};

use crate::house::{House, on_each};

fn generous(house: &House) -> House {
    let per_prefix = vec![Window { seconds: 3600, most: 1000 }];
    house.with(SignupRules { per_prefix, ..SignupRules::default() })
}

fn held(house: &House) -> Vec<Known> {
    house.read(neighbours::list_held)
}

fn alerts(house: &House) -> usize {
    let sought = Sought { kind: Some(Kind::SmsPrefixHeld), ..Sought::default() };
    house.read(|tx, _| Ok(security_log::list(tx, sought)?.len()))
}

fn pump(house: &House, from: usize, lines: usize) -> usize {
    for line in from..from + lines {
        assert_eq!(house.ask(&format!("pump {line}"), &format!("0901234{line:04}")), Asked::Sent);
    }
    house.sent().len()
}

#[test]
fn thirty_unread_messages_hold_a_prefix_and_nothing_else() {
    on_each(|house| {
        let house = generous(house);
        assert_eq!(pump(&house, 0, 29), 29);
        assert!(held(&house).is_empty());
        assert_eq!(pump(&house, 29, 10), 1, "the thirtieth is the last");
        let held = held(&house);
        assert_eq!((held.len(), held[0].digits.as_str(), held[0].country.as_str()), (1, "+81901234…", "JP"));
        assert_eq!(alerts(&house), 1);
        assert_eq!((house.ask("hana", "09012350000"), house.sent().len()), (Asked::Sent, 1), "a neighbour");
        let id = held[0].id;
        assert!(house.write(move |tx, _| neighbours::release(tx, id)));
        assert_eq!(pump(&house, 100, 10), 10, "released: what was sent before is forgiven");
    });
}

#[test]
fn where_codes_come_back_nothing_is_held() {
    on_each(|house| {
        let house = generous(house);
        for line in 0..40 {
            let (guest, typed) = (format!("guest {line}"), format!("0901234{line:04}"));
            let code = house.code(&guest, &typed);
            if line % 4 == 0 {
                assert_eq!(house.enter(&guest, &code), Entered::Right);
            }
        }
        assert!(held(&house).is_empty());
    });
}

#[test]
fn a_pump_that_spreads_is_seen_from_further_away() {
    on_each(|house| {
        let mut sent = 0;
        for line in 0..60 {
            house.ask(&format!("pump {line}"), &format!("09012{:02}{:04}", line % 20, line));
            sent += house.sent().len();
        }
        assert_eq!((sent, held(house)[0].digits.as_str()), (30, "+819012…"));
        assert_eq!((house.ask("hana", "09022340000"), house.sent().len()), (Asked::Sent, 1));
    });
}
