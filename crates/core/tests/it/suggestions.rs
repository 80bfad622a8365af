//! People one may know (SG-13): enough friends in common, nobody on the way hidden, and both ends want it.

use enishi_core::friend::{self, tie::Tie};
use enishi_core::ids::MemberId;
use enishi_core::member::Nickname;
use enishi_core::preference::{self, Preference};
use enishi_core::profile::{self, Answer, Field};
use enishi_core::suggestion;
use enishi_core::visibility::Visibility;

use crate::world::{SUSPENDED, World, each};

fn want(world: &World, who: MemberId, on: bool) {
    world.write(move |tx| preference::set(tx, who, Preference::Suggested, on));
}

fn names(world: &World, me: MemberId) -> Vec<String> {
    let page = world.read(|tx| suggestion::list(tx, me));
    page.people.into_iter().map(|one| one.card.nickname).collect()
}

/// Me, two friends, and somebody who is a friend of both.
fn square(world: &World) -> [MemberId; 4] {
    let [me, one, two, other] = world.people(["わたし", "一", "二", "向こう"]);
    for friend in [one, two] {
        world.befriend(me, friend);
        world.befriend(friend, other);
    }
    [me, one, two, other]
}

fn hide_ties(world: &World, who: MemberId) {
    let answers = [Answer { field: Field::Ties, value: String::new(), visibility: Visibility::OnlyMe }];
    world.write(move |tx| profile::save(tx, who, &Nickname::parse("隠す人").unwrap(), &answers));
}

#[test]
fn both_ends_have_to_want_it() {
    each(|world| {
        let [me, _, _, other] = square(world);
        assert!(!world.read(|tx| suggestion::list(tx, me)).is_on);
        want(world, me, true);
        assert!(names(world, me).is_empty());
        want(world, other, true);
        let page = world.read(|tx| suggestion::list(tx, me));
        assert!(page.is_on);
        assert_eq!(names(world, me), ["向こう"]);
        let Tie::FriendOfFriend { via, more } = &page.people[0].tie else { panic!("a friend of friends") };
        assert_eq!((via.len(), *more), (2, 0));
        want(world, me, false);
        assert!(names(world, me).is_empty() && names(world, other).is_empty());
    });
}

#[test]
fn one_friend_in_common_is_too_few_and_more_come_first() {
    each(|world| {
        let [me, one, two, other] = square(world);
        let [three, closer, further] = world.people(["三", "近い", "遠い"]);
        world.befriend(me, three);
        for friend in [one, two, three] {
            world.befriend(friend, closer);
        }
        world.befriend(one, further);
        [me, other, closer, further].iter().for_each(|who| want(world, *who, true));
        assert_eq!(names(world, me), ["近い", "向こう"]);
    });
}

#[test]
fn who_hides_their_ties_connects_nobody_and_is_suggested_to_nobody() {
    each(|world| {
        let [me, one, _, other] = square(world);
        [me, other].iter().for_each(|who| want(world, *who, true));
        hide_ties(world, one);
        assert!(names(world, me).is_empty(), "only one open connector is left");
        let [me, _, _, other] = square(world);
        [me, other].iter().for_each(|who| want(world, *who, true));
        hide_ties(world, other);
        assert!(names(world, me).is_empty(), "the other end is hidden");
    });
}

#[test]
fn nobody_is_suggested_who_is_blocked_gone_unlisted_asked_or_a_friend_by_now() {
    each(|world| {
        for number in 0..5 {
            let [me, _, _, other] = square(world);
            [me, other].iter().for_each(|who| want(world, *who, true));
            assert_eq!(names(world, me), ["向こう"]);
            match number {
                0 => world.block(other, me),
                1 => world.set_state(other, SUSPENDED),
                2 => world.write(move |tx| preference::set(tx, other, Preference::Unlisted, true)),
                3 => _ = world.write(move |tx| friend::ask(tx, other, me, "")),
                _ => world.befriend(me, other),
            }
            assert!(names(world, me).is_empty(), "case {number}");
        }
    });
}
