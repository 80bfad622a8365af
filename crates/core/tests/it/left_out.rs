//! "Friends except …" (PR-06): the one who is left out cannot tell, and nothing lets them in by the way.

use enishi_core::diary::{self, SeenBy};
use enishi_core::group::{self, Opens, Reach};
use enishi_core::ids::{GroupId, MemberId};
use enishi_core::member::Nickname;
use enishi_core::profile::{self, Answer, Field};
use enishi_core::visibility::{Viewer, Visibility};

use crate::world::{World, each, tokyo};

fn size(world: &World, owner: MemberId, group: GroupId) -> usize {
    let page = world.read(|tx| group::show(tx, owner, group)).unwrap();
    assert_eq!(page.group.size, page.members.len());
    page.members.len()
}

#[test]
fn everybody_but_them_sees_it_and_they_cannot_tell() {
    each(|world| {
        let [owner, friend, out, stranger] = world.people(["持ち主", "友", "外された人", "よその人"]);
        world.befriend(owner, friend);
        world.befriend(owner, out);
        let group = world.all_but(owner, &[out]);
        let entry = world.post(owner, Visibility::Group(group));
        assert!(world.sees(owner, entry) && world.sees(friend, entry));
        assert!(!world.sees(out, entry) && !world.sees(stranger, entry));
        assert_eq!(
            world.show(friend, entry).unwrap().seen_by,
            SeenBy::SomeFriends,
            "nobody learns of a list"
        );
        let named = SeenBy::Group { id: group, name: "なかま".to_owned(), reach: Reach::AllBut };
        assert_eq!(world.show(owner, entry).unwrap().seen_by, named);
        let feed = |who| world.read(|tx| diary::feed(tx, who, None, 10)).len();
        assert_eq!((feed(friend), feed(out)), (1, 0));
    });
}

#[test]
fn leaving_out_closes_at_once_and_letting_in_opens_as_asked() {
    each(|world| {
        let [owner, one, other] = world.people(["持ち主", "前も", "これから"]);
        world.befriend(owner, one);
        world.befriend(owner, other);
        let group = world.all_but(owner, &[]);
        let old = world.post(owner, Visibility::Group(group));
        assert!(world.sees(one, old) && world.sees(other, old));
        for friend in [one, other] {
            world.write(move |tx| group::add(tx, owner, group, friend, Opens::Everything));
            assert!(!world.sees(friend, old));
        }
        assert_eq!(size(world, owner, group), 2);
        world.tick();
        world.write(move |tx| group::remove(tx, owner, group, one, Opens::Everything));
        world.write(move |tx| group::remove(tx, owner, group, other, Opens::FromNowOn));
        let new = world.post(owner, Visibility::Group(group));
        assert!(world.sees(one, old) && world.sees(one, new));
        assert!(!world.sees(other, old) && world.sees(other, new));
        assert_eq!(size(world, owner, group), 0);
        world.write(move |tx| group::add(tx, owner, group, other, Opens::FromNowOn));
        assert!(!world.sees(other, new), "leaving out again closes again");
    });
}

#[test]
fn letting_in_somebody_who_was_never_out_closes_nothing() {
    each(|world| {
        let [owner, friend] = world.people(["持ち主", "友"]);
        world.befriend(owner, friend);
        let group = world.all_but(owner, &[]);
        let entry = world.post(owner, Visibility::Group(group));
        world.tick();
        world.write(move |tx| group::remove(tx, owner, group, friend, Opens::FromNowOn));
        assert!(world.sees(friend, entry));
    });
}

#[test]
fn parting_and_coming_back_lets_nobody_in() {
    each(|world| {
        let [owner, out] = world.people(["持ち主", "外された人"]);
        world.befriend(owner, out);
        let group = world.all_but(owner, &[out]);
        let entry = world.post(owner, Visibility::Group(group));
        world.part(out, owner);
        assert_eq!(size(world, owner, group), 0, "who is no friend is not told of");
        world.befriend(owner, out);
        assert!(!world.sees(out, entry));
        assert_eq!(size(world, owner, group), 1);
    });
}

#[test]
fn a_field_of_the_profile_follows() {
    each(|world| {
        let [owner, friend, out] = world.people(["持ち主", "友", "外された人"]);
        world.befriend(owner, friend);
        world.befriend(owner, out);
        let visibility = Visibility::Group(world.all_but(owner, &[out]));
        let answer = Answer { field: Field::RealName, value: "縁 結子".to_owned(), visibility };
        let name = Nickname::parse("持ち主").unwrap();
        world.write(move |tx| profile::save(tx, owner, &name, &[answer]));
        let knows = |who| {
            let page = world.read(|tx| profile::show(tx, Viewer::Member(who), owner, &tokyo())).unwrap();
            page.fields.iter().any(|shown| shown.field == Field::RealName)
        };
        assert!(knows(friend) && !knows(out));
    });
}

#[test]
fn ending_the_group_leaves_its_things_to_the_owner_alone() {
    each(|world| {
        let [owner, friend] = world.people(["持ち主", "友"]);
        world.befriend(owner, friend);
        let group = world.all_but(owner, &[]);
        let entry = world.post(owner, Visibility::Group(group));
        world.write(move |tx| group::delete(tx, owner, group));
        assert!(!world.sees(friend, entry));
        assert_eq!(world.show(owner, entry).unwrap().seen_by, SeenBy::OnlyMe);
    });
}
