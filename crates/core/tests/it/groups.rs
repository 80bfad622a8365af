//! Rule b-2: groups of people, known to their owner alone.

use enishi_core::diary::{self, SeenBy};
use enishi_core::group::{self, GroupError, MOST_GROUPS, Opens, Reach};
use enishi_core::ids::GroupId;
use enishi_core::member::Nickname;
use enishi_core::profile::{self, Answer, Field};
use enishi_core::store::Tx;
use enishi_core::visibility::{self, Kind, Visibility};

use crate::world::{World, each};

#[test]
fn adding_opens_old_entries_or_only_new_ones() {
    each(|world| {
        let [owner, early, late] = world.people(["持ち主", "前から", "後から"]);
        world.befriend(owner, early);
        world.befriend(owner, late);
        let group = world.group(owner, &[]);
        let old = world.post(owner, Visibility::Group(group));
        world.tick();
        world.write(move |tx| group::add(tx, owner, group, early, Opens::Everything));
        world.write(move |tx| group::add(tx, owner, group, late, Opens::FromNowOn));
        let new = world.post(owner, Visibility::Group(group));
        assert!(world.sees(early, old) && world.sees(early, new));
        assert!(!world.sees(late, old) && world.sees(late, new));
        world.write(move |tx| group::add(tx, owner, group, early, Opens::FromNowOn));
        assert!(world.sees(early, old), "adding somebody again takes nothing back");
    });
}

#[test]
fn removing_closes_at_once() {
    each(|world| {
        let [owner, friend] = world.people(["持ち主", "友"]);
        world.befriend(owner, friend);
        let group = world.group(owner, &[friend]);
        let entry = world.post(owner, Visibility::Group(group));
        assert!(world.sees(friend, entry));
        world.write(move |tx| group::remove(tx, owner, group, friend, Opens::Everything));
        assert!(!world.sees(friend, entry));
    });
}

#[test]
fn a_group_that_is_deleted_leaves_its_things_to_the_owner_alone() {
    each(|world| {
        let [owner, friend] = world.people(["持ち主", "友"]);
        world.befriend(owner, friend);
        let group = world.group(owner, &[friend]);
        let seen_by = Visibility::Group(group);
        let entry = world.post(owner, seen_by);
        let answer = Answer { field: Field::RealName, value: "縁 結子".to_owned(), visibility: seen_by };
        let name = Nickname::parse("持ち主").unwrap();
        world.write(move |tx| profile::save(tx, owner, &name, &[answer]));
        world.write(move |tx| group::delete(tx, owner, group));
        assert!(!world.sees(friend, entry));
        assert_eq!(world.show(owner, entry).unwrap().seen_by, SeenBy::OnlyMe);
        let form = world.read(|tx| profile::form(tx, owner));
        let kept = form.answers.iter().find(|answer| answer.field == Field::RealName).unwrap();
        assert_eq!((kept.value.as_str(), kept.visibility), ("縁 結子", Visibility::OnlyMe));
        let offered = world.read(|tx| visibility::last_choice(tx, owner, Kind::Diary));
        assert_eq!(offered, Visibility::Friends, "a group that is gone is offered no more");
    });
}

#[test]
fn ending_a_friendship_leaves_both_their_groups() {
    each(|world| {
        let [one, other] = world.people(["一", "二"]);
        world.befriend(one, other);
        let (of_one, of_other) = (world.group(one, &[other]), world.group(other, &[one]));
        let entry = world.post(one, Visibility::Group(of_one));
        world.part(other, one);
        world.befriend(one, other);
        assert!(!world.sees(other, entry), "friendship renewed is not a place in the group renewed");
        assert_eq!(size(world, one, of_one), 0);
        assert_eq!(size(world, other, of_other), 0);
    });
}

fn size(world: &World, owner: enishi_core::ids::MemberId, group: GroupId) -> usize {
    let page = world.read(|tx| group::show(tx, owner, group)).unwrap();
    assert_eq!(page.group.size, page.members.len());
    page.members.len()
}

#[test]
fn the_size_counts_those_who_are_here() {
    each(|world| {
        let [owner, here, gone] = world.people(["持ち主", "いる", "いない"]);
        world.befriend(owner, here);
        world.befriend(owner, gone);
        let group = world.group(owner, &[here, gone]);
        world.set_state(gone, crate::world::LEFT);
        assert_eq!(size(world, owner, group), 1);
    });
}

#[test]
fn readers_see_some_friends_and_the_owner_the_name() {
    each(|world| {
        let [owner, friend] = world.people(["持ち主", "友"]);
        world.befriend(owner, friend);
        let group = world.group(owner, &[friend]);
        let entry = world.post(owner, Visibility::Group(group));
        assert_eq!(world.show(friend, entry).unwrap().seen_by, SeenBy::SomeFriends);
        let feed = world.read(|tx| diary::feed(tx, friend, None, 10));
        assert_eq!(feed[0].seen_by, SeenBy::SomeFriends);
        let named = SeenBy::Group { id: group, name: "なかま".to_owned(), reach: Reach::Only };
        assert_eq!(world.show(owner, entry).unwrap().seen_by, named);
    });
}

#[test]
fn a_group_of_somebody_else_does_not_exist() {
    each(|world| {
        let [owner, friend, third] = world.people(["持ち主", "友", "三人目"]);
        world.befriend(owner, friend);
        world.befriend(friend, third);
        let group = world.group(owner, &[friend]);
        assert!(world.read(|tx| group::show(tx, friend, group)).is_none());
        assert!(world.read(|tx| group::mine(tx, friend)).is_empty());
        let outcomes = [
            world.refused(move |tx| group::rename(tx, friend, group, "わたしの")),
            world.refused(move |tx| group::add(tx, friend, group, third, Opens::Everything)),
            world.refused(move |tx| group::remove(tx, friend, group, owner, Opens::Everything)),
            world.refused(move |tx| group::delete(tx, friend, group)),
            world.refused(move |tx| group::add(tx, owner, group, third, Opens::Everything)),
        ];
        assert!(outcomes.iter().all(|why| matches!(why, GroupError::NotFound)), "{outcomes:?}");
        assert_eq!(size(world, owner, group), 1);
    });
}

#[test]
fn names_and_number_of_groups_have_bounds() {
    each(|world| {
        let owner = world.person("持ち主");
        let create = |name: &'static str| move |tx: &mut Tx<'_>| group::create(tx, owner, name, Reach::Only);
        assert!(matches!(world.refused(create(" \u{3000}")), GroupError::NameEmpty));
        let long = world.refused(move |tx| group::create(tx, owner, &"長".repeat(31), Reach::AllBut));
        assert!(matches!(long, GroupError::NameTooLong));
        (0..MOST_GROUPS).for_each(|_| _ = world.group(owner, &[]));
        assert!(matches!(world.refused(create("もう一つ")), GroupError::TooMany));
    });
}
