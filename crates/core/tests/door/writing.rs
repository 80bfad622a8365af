//! How much may be written in a while.

use std::sync::Arc;

use enishi_core::allowance::{self, Act, Doer, LimitRules};
use enishi_core::ids::MemberId;
use enishi_core::limit::Take;
use enishi_core::moment::Moment;
use enishi_core::picture::{self, NewPicture};
use enishi_core::security_log::{self, Kind, Sought};

use crate::house::{HANA, House, at_once, on_each};

impl House {
    fn may(&self, act: Act, member: i64, client: &str, joined_at: Moment) -> Take {
        let client = client.to_owned();
        self.write(move |tx, keys| {
            let doer = Doer { member: MemberId::from(member), joined_at, client: &client };
            allowance::take(tx, keys, act, doer, &LimitRules::default())
        })
    }

    fn refusals_logged(&self) -> usize {
        let sought = Sought { kind: Some(Kind::LimitReached), ..Sought::default() };
        self.read(|tx, _| security_log::list(tx, sought)).len()
    }
}

const LONG_AGO: i64 = 0;

#[test]
fn thirty_a_minute_are_posted_however_many_press_at_once_and_the_log_says_so_once() {
    on_each(|house| {
        let long_ago = Moment::from_millis(LONG_AGO);
        let taken = at_once(50, |_| house.may(Act::Post, 1, "a house", long_ago));
        assert_eq!(taken.iter().filter(|taken| taken.is_granted()).count(), 30);
        assert_eq!(house.refusals_logged(), 1);
        assert!(house.may(Act::Post, 2, "another house", long_ago).is_granted());
        assert!(house.may(Act::Tie, 1, "a house", long_ago).is_granted(), "each act has its own");
        house.wait(60);
        assert!(house.may(Act::Post, 1, "a house", long_ago).is_granted());
    });
}

#[test]
fn many_accounts_in_one_house_share_its_allowance() {
    on_each(|house| {
        let long_ago = Moment::from_millis(LONG_AGO);
        let granted = (0..100).filter(|n| house.may(Act::Post, *n, "a house", long_ago).is_granted()).count();
        assert_eq!(granted, 60);
    });
}

#[test]
fn a_day_of_friend_requests_ends_and_sooner_for_a_newcomer() {
    on_each(|house| {
        for (member, joined_at, most) in
            [(1, Moment::from_millis(LONG_AGO), 50), (2, house.on.store.now(), 30)]
        {
            let mut granted = 0;
            for _ in 0..80 {
                granted += usize::from(
                    house.may(Act::Tie, member, &format!("house {member}"), joined_at).is_granted(),
                );
                house.wait(10);
            }
            assert_eq!(granted, most, "member {member}");
        }
    });
}

#[test]
fn pictures_of_one_member_weigh_so_much_together() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let house = Arc::new(house.clone());
        let added = at_once(8, |which| {
            let new = NewPicture {
                digest: format!("{which:064x}"),
                width_px: 10,
                height_px: 10,
                weight_bytes: 300,
            };
            house.write(move |tx, _| picture::add_within(tx, hana, &new, 1000)).is_some()
        });
        assert_eq!(added.into_iter().filter(|added| *added).count(), 3);
        assert!(house.read(|tx, _| picture::has_room(tx, hana, 1000)));
        assert!(!house.read(|tx, _| picture::has_room(tx, hana, 900)));
    });
}
