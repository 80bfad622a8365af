//! Friendship: asked for, answered, taken back, ended.

use std::thread;

use enishi_core::friend::{self, AskError, Asked, FriendsPage, MESSAGE_CHARACTERS, MOST_FRIENDS};
use enishi_core::home;
use enishi_core::ids::MemberId;
use enishi_core::member::Nickname;
use enishi_core::profile::{self, Answer, Field, Next};
use enishi_core::store::{Store, Tx};
use enishi_core::visibility::{Viewer, Visibility};

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
        let again = other;
        let other = world.person("三");
        ask(&world.test.store, one, other).unwrap();
        world.write(move |tx| friend::withdraw(tx, one, other));
        assert_eq!((next(world, one, other), next(world, one, again)), (Next::Ask, Next::Withdraw));
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

fn waits(world: &World, from: MemberId, to: MemberId) -> (Vec<String>, usize) {
    let sent = world.read(|tx| friend::pending(tx, from)).sent;
    (sent.into_iter().map(|request| request.message).collect(), heard(world, to))
}

/// How many requests somebody hears of, on whichever page.
fn heard(world: &World, who: MemberId) -> usize {
    let received = world.read(|tx| friend::pending(tx, who)).received.len();
    assert_eq!(world.read(|tx| friend::count_requests(tx, who)), received as i64);
    assert_eq!(world.read(|tx| home::show(tx, who, None, &tokyo())).waiting.requests, received as i64);
    received
}

#[test]
fn let_go_it_waits_on_for_who_asked_and_is_heard_no_more() {
    each(|world| {
        let [one, other] = world.people(["一", "二"]);
        world.write(move |tx| friend::ask(tx, one, other, "はじめまして"));
        let asked_at = world.read(|tx| friend::pending(tx, one)).sent[0].created_at;
        world.write(move |tx| friend::decline(tx, other, one));
        assert_eq!((next(world, one, other), next(world, other, one)), (Next::Withdraw, Next::Ask));
        assert_eq!(waits(world, one, other), (vec!["はじめまして".to_owned()], 0));
        world.tick();
        world.write(move |tx| friend::ask(tx, one, other, "もう一度"));
        assert_eq!(waits(world, one, other), (vec!["もう一度".to_owned()], 0));
        assert_eq!(world.read(|tx| friend::pending(tx, one)).sent[0].created_at, asked_at);
        world.write(move |tx| friend::decline(tx, other, one));
        world.test.clock.advance_seconds(friend::REQUEST_SECONDS);
        assert_eq!(waits(world, one, other), (Vec::new(), 0));
        world.write(move |tx| friend::ask(tx, one, other, "一月たって"));
        assert_eq!((waits(world, one, other).1, next(world, other, one)), (1, Next::Answer));
    });
}

#[test]
fn taken_back_after_it_was_let_go_asking_anew_says_nothing() {
    each(|world| {
        let [one, other] = world.people(["一", "二"]);
        ask(&world.test.store, one, other).unwrap();
        world.write(move |tx| friend::decline(tx, other, one));
        world.write(move |tx| friend::withdraw(tx, one, other));
        assert_eq!((waits(world, one, other), next(world, one, other)), ((Vec::new(), 0), Next::Ask));
        assert_eq!(world.write(friend::sweep), 0, "what was let go is remembered");
        world.write(move |tx| friend::ask(tx, one, other, "もう一度"));
        assert_eq!(waits(world, one, other), (vec!["もう一度".to_owned()], 0));
        world.test.clock.advance_seconds(friend::REQUEST_SECONDS);
        assert_eq!((waits(world, one, other), world.write(friend::sweep)), ((Vec::new(), 0), 1));
        ask(&world.test.store, one, other).unwrap();
        assert_eq!(heard(world, other), 1);
    });
}

#[test]
fn who_let_a_request_go_may_ask_themselves() {
    each(|world| {
        let [one, other, third] = world.people(["一", "二", "三"]);
        ask(&world.test.store, one, other).unwrap();
        world.write(move |tx| friend::decline(tx, other, one));
        assert_eq!(ask(&world.test.store, other, one).unwrap(), Asked::FriendsNow);
        assert_eq!((friends_of(world, one), friends_of(world, other)), (vec![other], vec![one]));
        // Taken back, nothing of it waits for an answer any more.
        ask(&world.test.store, third, other).unwrap();
        world.write(move |tx| friend::decline(tx, other, third));
        world.write(move |tx| friend::withdraw(tx, third, other));
        assert_eq!(ask(&world.test.store, other, third).unwrap(), Asked::Waiting);
        assert_eq!((next(world, third, other), heard(world, third)), (Next::Answer, 1));
    });
}

#[test]
fn a_block_forgets_what_was_let_go() {
    each(|world| {
        let [one, other] = world.people(["一", "二"]);
        ask(&world.test.store, one, other).unwrap();
        world.write(move |tx| friend::decline(tx, other, one));
        world.block(other, one);
        world.write(move |tx| enishi_core::block::unblock(tx, other, one));
        ask(&world.test.store, one, other).unwrap();
        assert_eq!(heard(world, other), 1);
    });
}

#[test]
fn lists_go_by_name_and_a_page_begins_after_nobody_hidden() {
    each(|world| {
        let [owner, viewer] = world.people(["持ち主", "見る人"]);
        let [c, a, b] = world.people(["さくら", "あおい", "かえで"]);
        for friend in [viewer, c, a, b] {
            world.befriend(owner, friend);
        }
        assert_eq!(friends_of(world, owner), [a, b, c, viewer]);
        let after = |viewer: MemberId, after| {
            let page = world.read(|tx| friend::list_of(tx, Viewer::Member(viewer), owner, Some(after)));
            page.unwrap().friends.into_iter().map(|card| card.id).collect::<Vec<_>>()
        };
        assert_eq!((after(owner, b), after(viewer, b)), (vec![c, viewer], vec![c, viewer]));
        let answers = [Answer { field: Field::Ties, value: String::new(), visibility: Visibility::OnlyMe }];
        world.write(move |tx| profile::save(tx, b, &Nickname::parse("かえで").unwrap(), &answers));
        assert_eq!(after(viewer, b), [a, c, viewer], "where a hidden name stands is not said");
        assert_eq!(after(owner, b), [c, viewer]);
        assert_eq!(after(viewer, MemberId::from(7)), [a, c, viewer], "nor of a stranger");
    });
}

#[test]
fn friends_in_common_are_those_everybody_lets_one_know() {
    each(|world| {
        let [me, friend, far, stranger] = world.people(["わたし", "友人", "遠い人", "他人"]);
        let [b, a, hidden] = world.people(["かえで", "あおい", "かくれ"]);
        let hide = |who: MemberId, visibility| {
            let answers = [Answer { field: Field::Ties, value: String::new(), visibility }];
            world.write(move |tx| profile::save(tx, who, &Nickname::parse("ひと").unwrap(), &answers));
        };
        for between in [b, a, hidden] {
            [me, friend, far].into_iter().for_each(|end| world.befriend(between, end));
        }
        world.befriend(me, friend);
        hide(hidden, Visibility::OnlyMe);
        let common = |other| {
            let page = world.read(|tx| friend::common(tx, me, other, None));
            page.map(|page| page.friends.into_iter().map(|card| card.id).collect::<Vec<_>>())
        };
        let count = |other| {
            world.read(|tx| profile::show(tx, Viewer::Member(me), other, &tokyo())).unwrap().common_friends
        };
        for other in [friend, far] {
            assert_eq!((common(other), count(other)), (Some(vec![a, b]), 2));
            let rest = world.read(|tx| friend::common(tx, me, other, Some(a))).unwrap();
            assert_eq!(rest.friends.len(), 1);
        }
        assert_eq!([common(me), common(stranger), common(MemberId::from(7))], [None, None, None]);
        assert_eq!((count(me), count(stranger)), (0, 0));
        hide(friend, Visibility::OnlyMe);
        hide(far, Visibility::Friends);
        assert_eq!([common(friend), common(far)], [None, None], "who hides their friends shows none of them");
        assert_eq!((count(friend), count(far)), (0, 0));
        hide(friend, Visibility::Friends);
        hide(me, Visibility::OnlyMe);
        assert_eq!(common(friend), Some(vec![a, b]), "what I hide I know");
        world.block(me, friend);
        assert_eq!(common(friend), None);
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
