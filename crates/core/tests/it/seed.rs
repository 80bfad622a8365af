//! A made-up network: whole, the same for the same seed, and never mixed with other people.

use enishi_core::moment::Moment;
use enishi_core::seed::{self, Laid, Plan, SeedError};
use enishi_core::store::Store;
use enishi_core::{diary, footprint, friend};
use enishi_testkit::stores::{Ground, NOON, grounds};
use jiff::tz::TimeZone;

use crate::raw;

const PLAN: Plan = Plan { members: 300, friends: 12, diaries: 4, seed: 7 };

fn lay(ground: &Ground) -> Result<Laid, SeedError> {
    let keys = tempfile::tempdir().unwrap();
    let keys = enishi_core::secrets::Keyring::open_or_create(keys.path(), true).unwrap();
    seed::lay(&ground.url(), &keys, PLAN, "hash", Moment::from_millis(NOON), &mut |_, _, _| ())
}

#[test]
fn a_made_up_network_reads_like_any_other() {
    for ground in grounds() {
        let laid = lay(&ground).unwrap();
        let store = Store::open(&ground.url()).unwrap();
        let me = laid.ordinary[0].id;
        store
            .read(|tx| {
                let friends = friend::list(tx, me, None)?.unwrap();
                assert!(!friends.friends.is_empty(), "{}", ground.engine());
                let feed = diary::feed(tx, me, None, 20)?;
                assert!(feed.windows(2).all(|pair| pair[0].id > pair[1].id));
                assert!(!feed.is_empty(), "{}", ground.engine());
                footprint::list(tx, laid.hubs[0].id, 10, &TimeZone::UTC)
            })
            .unwrap();
        assert!(matches!(lay(&ground), Err(SeedError::NotEmpty)));
    }
}

#[test]
fn keys_and_indexes_are_back_and_every_tie_has_two_ends() {
    for ground in grounds() {
        drop(Store::open(&ground.url()).unwrap());
        let before = raw::rules_of(&ground);
        lay(&ground).unwrap();
        assert_eq!(raw::rules_of(&ground), before, "{}", ground.engine());
        let lonely = "SELECT count(*) AS many FROM friendships a LEFT JOIN friendships b \
            ON b.member_id = a.friend_id AND b.friend_id = a.member_id WHERE b.member_id IS NULL";
        assert_eq!(raw::count(&ground, lonely), 0);
        assert!(raw::count(&ground, "SELECT count(*) AS many FROM friendships") > 2000);
    }
}

#[test]
fn the_same_seed_lays_the_same_network() {
    let of = |ground: Ground| {
        let laid = lay(&ground).unwrap();
        (laid.ordinary, laid.hubs[0].id, laid.friendship_rows)
    };
    let all: Vec<_> = grounds().into_iter().chain(grounds()).map(of).collect();
    assert!(all.windows(2).all(|pair| pair[0] == pair[1]), "{all:?}");
}
