//! News at rest (SG-10): gone from one's own lists for a while, and nothing else changes.

use enishi_core::diary;
use enishi_core::ids::MemberId;
use enishi_core::mute::{self, MOST_RESTING, Rest, RestError, Until};
use enishi_core::visibility::{Kind, Visibility};
use enishi_core::voice;

use crate::world::{World, each};

fn feed(world: &World, me: MemberId) -> usize {
    world.read(|tx| diary::feed(tx, me, None, 10)).len()
}

fn further(world: &World, me: MemberId) -> usize {
    world.read(|tx| diary::feed_of_friends_of_friends(tx, me, None, 10)).len()
}

fn rest(world: &World, me: MemberId, other: MemberId, kind: Kind, length: Rest) {
    world.write(move |tx| mute::rest(tx, me, other, kind, length))
}

#[test]
fn entries_rest_for_as_long_as_was_chosen() {
    each(|world| {
        let [me, friend, far] = world.people(["わたし", "友", "遠い人"]);
        world.befriend(me, friend);
        world.befriend(friend, far);
        let entry = world.post(friend, Visibility::Friends);
        world.post(far, Visibility::Members);
        assert_eq!((feed(world, me), further(world, me)), (1, 1));
        rest(world, me, friend, Kind::Diary, Rest::Week);
        rest(world, me, far, Kind::Diary, Rest::ForGood);
        assert_eq!((feed(world, me), further(world, me)), (0, 0));
        assert!(world.sees(me, entry), "who looks for it finds it");
        world.test.clock.advance_seconds(7 * 24 * 3600 + 1);
        assert_eq!((feed(world, me), further(world, me)), (1, 0), "a week is over, for good is not");
        world.write(move |tx| mute::wake(tx, me, far, Kind::Diary));
        assert_eq!(further(world, me), 1);
    });
}

#[test]
fn one_kind_rests_and_the_other_does_not() {
    each(|world| {
        let [me, friend] = world.people(["わたし", "友"]);
        world.befriend(me, friend);
        world.post(friend, Visibility::Friends);
        world.write(move |tx| voice::post(tx, friend, "ひとこと", "friends"));
        let voices = || world.read(|tx| voice::recent(tx, me, 5)).len();
        rest(world, me, friend, Kind::Voice, Rest::Month);
        assert_eq!((feed(world, me), voices()), (1, 0));
        let until = |kind| world.read(|tx| mute::until(tx, me, friend, kind));
        assert!(matches!(until(Kind::Voice), Some(Until::Moment(_))) && until(Kind::Diary).is_none());
        rest(world, me, friend, Kind::Voice, Rest::ForGood);
        assert_eq!(until(Kind::Voice), Some(Until::TakenBack));
        let names = world.read(|tx| mute::mine(tx, me)).into_iter().map(|card| card.nickname);
        assert_eq!(names.collect::<Vec<_>>(), ["友"]);
    });
}

#[test]
fn the_other_sees_no_difference() {
    each(|world| {
        let [me, friend] = world.people(["わたし", "友"]);
        world.befriend(me, friend);
        let entry = world.post(me, Visibility::Friends);
        rest(world, me, friend, Kind::Diary, Rest::ForGood);
        assert!(world.sees(friend, entry));
        assert_eq!(feed(world, friend), 1);
    });
}

#[test]
fn nobody_rests_oneself_or_who_is_not_there() {
    each(|world| {
        let [me, blocked] = world.people(["わたし", "会えない人"]);
        rest(world, me, blocked, Kind::Diary, Rest::ForGood);
        world.block(blocked, me);
        let why = world.refused(move |tx| mute::rest(tx, me, me, Kind::Diary, Rest::Week));
        assert!(matches!(why, RestError::NotFound));
        let why = world.refused(move |tx| mute::rest(tx, me, blocked, Kind::Diary, Rest::Week));
        assert!(matches!(why, RestError::NotFound));
        assert!(world.read(|tx| mute::mine(tx, me)).is_empty(), "a block takes the mark with it");
        world.write(move |tx| enishi_core::block::unblock(tx, blocked, me));
        assert!(world.read(|tx| mute::until(tx, me, blocked, Kind::Diary)).is_none(), "and gives none back");
    });
}

#[test]
fn there_is_a_bound_and_what_is_over_makes_room() {
    each(|world| {
        let me = world.person("わたし");
        let others: Vec<MemberId> = (0..=MOST_RESTING).map(|_| world.person("にぎやかな人")).collect();
        let (last, some) = others.split_last().unwrap();
        some.iter().for_each(|other| rest(world, me, *other, Kind::Diary, Rest::Week));
        let last = *last;
        let why = world.refused(move |tx| mute::rest(tx, me, last, Kind::Diary, Rest::Week));
        assert!(matches!(why, RestError::TooMany));
        rest(world, me, some[0], Kind::Diary, Rest::Week);
        world.test.clock.advance_seconds(8 * 24 * 3600);
        rest(world, me, last, Kind::Diary, Rest::ForGood);
        assert_eq!(world.write(mute::sweep) as i64, MOST_RESTING);
        assert_eq!(world.read(|tx| mute::mine(tx, me)).len(), 1);
    });
}
