//! Friendship: asked for, answered, taken back, ended.

use std::thread;

use enishi_core::friend::{self, AskError, Asked, FriendsPage, MESSAGE_CHARACTERS, MOST_FRIENDS};
use enishi_core::ids::MemberId;
use enishi_core::profile::{self, Next};
use enishi_core::store::{Store, Tx};
use enishi_core::visibility::Viewer;

use crate::world::{LEFT, World, each, tokyo};

fn ask(store: &Store, from: MemberId, to: MemberId) -> Result<Asked, AskError> {
    store.write(move |tx| friend::ask(tx, from, to, "友だちになってください。"))
}

fn next(world: &World, me: MemberId, other: MemberId) -> Next {
    world.read(|tx| profile::show(tx, Viewer::Member(me), other, &tokyo())).unwrap().next
}

fn friends_of(world: &World, me: MemberId) -> Vec<MemberId> {
    let page = world.read(|tx| friend::list(tx, me, None)).unwrap();
    page.friends.into_iter().map(|card| card.id).collect()
}

#[test]
fn a_request_nobody_answers_is_over_in_silence() {
    each(|world| {
        let [me, other] = world.people(["わたし", "相手"]);
        world.write(move |tx| friend::ask(tx, me, other, "はじめまして"));
        let pending = |who| {
            let page = world.read(|tx| friend::pending(tx, who));
            (page.received.len(), page.sent.len())
        };
        world.test.clock.advance_seconds(friend::REQUEST_SECONDS - 1);
        assert_eq!((pending(other), pending(me)), ((1, 0), (0, 1)));
        world.test.clock.advance_seconds(1);
        assert_eq!((pending(other), pending(me)), ((0, 0), (0, 0)));
        assert_eq!(world.read(|tx| friend::count_requests(tx, other)), 0);
        let late = world.refused(move |tx| friend::accept(tx, other, me));
        assert!(matches!(late, friend::AskError::NotFound));
        assert_eq!(world.write(friend::sweep), 1);
        world.write(move |tx| friend::ask(tx, me, other, "もう一度"));
        assert_eq!(pending(other), (1, 0), "asking anew waits anew");
    });
}

#[test]
fn asked_and_accepted() {
    each(|world| {
        let [one, other] = world.people(["一", "二"]);
        assert_eq!(next(world, one, other), Next::Ask);
        assert_eq!(ask(&world.test.store, one, other).unwrap(), Asked::Waiting);
        assert_eq!((next(world, one, other), next(world, other, one)), (Next::Withdraw, Next::Answer));
        let pending = world.read(|tx| friend::pending(tx, other));
        assert_eq!(pending.received[0].message, "友だちになってください。");
        world.write(move |tx| friend::accept(tx, other, one));
        assert_eq!((friends_of(world, one), friends_of(world, other)), (vec![other], vec![one]));
        assert_eq!((next(world, one, other), next(world, one, one)), (Next::Part, Next::Nothing));
        assert!(matches!(ask(&world.test.store, other, one), Err(AskError::AlreadyFriends)));
        assert!(world.read(|tx| friend::pending(tx, other)).received.is_empty());
    });
}

#[test]
fn declined_withdrawn_or_gone_there_is_nothing_to_accept() {
    each(|world| {
        let [one, other, leaving] = world.people(["一", "二", "去る人"]);
        ask(&world.test.store, one, other).unwrap();
        world.write(move |tx| friend::decline(tx, other, one));
        assert!(matches!(world.refused(move |tx| friend::accept(tx, other, one)), AskError::NotFound));
        assert_eq!(next(world, one, other), Next::Ask, "and may ask again");
        ask(&world.test.store, one, other).unwrap();
        world.write(move |tx| friend::withdraw(tx, one, other));
        assert!(matches!(world.refused(move |tx| friend::accept(tx, other, one)), AskError::NotFound));
        ask(&world.test.store, leaving, other).unwrap();
        world.set_state(leaving, LEFT);
        assert!(world.read(|tx| friend::pending(tx, other)).received.is_empty());
        assert!(matches!(world.refused(move |tx| friend::accept(tx, other, leaving)), AskError::NotFound));
        assert!(friends_of(world, other).is_empty());
    });
}

#[test]
fn nobody_accepts_for_somebody_else() {
    each(|world| {
        let [one, other] = world.people(["一", "二"]);
        ask(&world.test.store, one, other).unwrap();
        assert!(matches!(world.refused(move |tx| friend::accept(tx, one, other)), AskError::NotFound));
        assert!(matches!(ask(&world.test.store, one, one), Err(AskError::NotFound)));
        assert!(matches!(ask(&world.test.store, one, MemberId::from(7)), Err(AskError::NotFound)));
    });
}

#[test]
fn a_stranger_is_asked_with_a_message() {
    each(|world| {
        let [one, other, between] = world.people(["一", "二", "間の人"]);
        let wordless = move |tx: &mut Tx<'_>| friend::ask(tx, one, other, " \u{3000}");
        assert!(matches!(world.refused(wordless), AskError::MessageMissing));
        let long = "あ".repeat(MESSAGE_CHARACTERS + 1);
        let long = world.refused(move |tx| friend::ask(tx, one, other, &long));
        assert!(matches!(long, AskError::MessageTooLong));
        world.befriend(one, between);
        world.befriend(between, other);
        assert_eq!(world.write(wordless), Asked::Waiting, "a friend of a friend needs none");
        world.write(move |tx| friend::ask(tx, one, other, "やっぱり一言"));
        let pending = world.read(|tx| friend::pending(tx, other));
        assert_eq!((pending.received.len(), pending.received[0].message.as_str()), (1, "やっぱり一言"));
    });
}

#[test]
fn requests_that_cross_become_a_friendship() {
    each(|world| {
        let [one, other] = world.people(["一", "二"]);
        ask(&world.test.store, one, other).unwrap();
        assert_eq!(ask(&world.test.store, other, one).unwrap(), Asked::FriendsNow);
        assert_eq!(friends_of(world, one), [other]);
        for member in [one, other] {
            let pending = world.read(|tx| friend::pending(tx, member));
            assert!(pending.received.is_empty() && pending.sent.is_empty());
        }
    });
}

/// At the very same moment both may wait for the other; either's answer then ends both requests.
#[test]
fn requests_at_the_same_moment_never_get_stuck() {
    each(|world| {
        for _ in 0..10 {
            let [one, other] = world.people(["一", "二"]);
            let store = &world.test.store;
            let asked = thread::scope(|scope| {
                let first = scope.spawn(|| ask(store, one, other).unwrap());
                let second = ask(store, other, one).unwrap();
                [first.join().unwrap(), second]
            });
            if asked == [Asked::Waiting, Asked::Waiting] {
                world.write(move |tx| friend::accept(tx, one, other));
            }
            assert_eq!((friends_of(world, one), friends_of(world, other)), (vec![other], vec![one]));
            assert!(world.read(|tx| friend::pending(tx, one)).sent.is_empty());
        }
    });
}

#[test]
fn a_thousand_friends_are_enough() {
    each(|world| {
        let [popular, one, waiting] = world.people(["人気者", "一", "待つ人"]);
        ask(&world.test.store, waiting, popular).unwrap();
        fill(world, popular, MOST_FRIENDS);
        for (from, to) in [(one, popular), (popular, one)] {
            assert!(matches!(ask(&world.test.store, from, to), Err(AskError::Full)));
        }
        assert!(matches!(world.refused(move |tx| friend::accept(tx, popular, waiting)), AskError::Full));
        let page = world.read(|tx| friend::list(tx, popular, None)).unwrap();
        assert_eq!(count_by_paging(world, popular, page), MOST_FRIENDS);
    });
}

/// Friends by the hundred, past the use cases: a thousand requests would say no more.
fn fill(world: &World, popular: MemberId, many: i64) {
    let popular_id = i64::from(popular);
    let (mut people, mut ties) = (Vec::new(), Vec::new());
    for id in 1..=many {
        people.push(format!("({id}, '友', '友', 0, '', 1)"));
        ties.push(format!("({popular_id}, {id}, 1), ({id}, {popular_id}, 1)"));
    }
    let columns = "(id, nickname, nickname_folded, state, password_hash, joined_at)";
    let people = format!("INSERT INTO members {columns} VALUES {}", people.join(", "));
    world.raw(popular, &format!("{people}; INSERT INTO friendships VALUES {}", ties.join(", ")));
}

fn count_by_paging(world: &World, owner: MemberId, first: FriendsPage) -> i64 {
    let (mut seen, mut page) = (0, first);
    loop {
        seen += page.friends.len() as i64;
        assert!(page.friends.len() as i64 <= friend::FRIENDS_PER_PAGE);
        let Some(after) = page.next else { return seen };
        page = world.read(|tx| friend::list(tx, owner, Some(after))).unwrap();
    }
}
