//! "See my page as …": what is shown is what such a person would see, and nothing is left behind.

use enishi_core::friend::tie::Tie;
use enishi_core::ids::{GroupId, MemberId};
use enishi_core::member::Nickname;
use enishi_core::preview::{self, Eyes, Undone};
use enishi_core::profile::{self, Answer, Field, ProfilePage};
use enishi_core::visibility::{Viewer, Visibility};

use crate::world::{World, each, tokyo};

fn seen(world: &World, me: MemberId, eyes: Eyes) -> Option<ProfilePage> {
    match world.refused(move |tx| preview::show(tx, me, eyes, &tokyo())) {
        Undone::Seen(page) => Some(*page),
        Undone::NotFound => None,
        Undone::Store(error) => panic!("{error}"),
    }
}

fn fields(page: &ProfilePage) -> Vec<Field> {
    page.fields.iter().map(|shown| shown.field).collect()
}

fn describe(world: &World, me: MemberId, group: GroupId) {
    let say = |field, visibility| Answer { field, value: "こたえ".to_owned(), visibility };
    let answers = vec![
        say(Field::About, Visibility::Members),
        say(Field::LivesIn, Visibility::FriendsOfFriends),
        say(Field::Occupation, Visibility::Friends),
        say(Field::RealName, Visibility::Group(group)),
        say(Field::Hometown, Visibility::OnlyMe),
    ];
    world.write(move |tx| profile::save(tx, me, &Nickname::parse("わたし").unwrap(), &answers));
}

#[test]
fn each_pair_of_eyes_sees_what_such_a_member_sees() {
    each(|world| {
        let [me, friend, inside, far, stranger] =
            world.people(["わたし", "友", "なかまの友", "友の友", "知らない人"]);
        world.befriend(me, friend);
        world.befriend(me, inside);
        world.befriend(friend, far);
        let group = world.group(me, &[inside]);
        describe(world, me, group);
        for level in [
            Visibility::Members,
            Visibility::FriendsOfFriends,
            Visibility::Friends,
            Visibility::Group(group),
            Visibility::OnlyMe,
        ] {
            world.post(me, level);
        }
        for (eyes, real) in [
            (Eyes::Stranger, stranger),
            (Eyes::FriendOfFriend, far),
            (Eyes::Friend, friend),
            (Eyes::Group(group), inside),
        ] {
            let shown = seen(world, me, eyes).unwrap();
            let page = world.read(|tx| profile::show(tx, Viewer::Member(real), me, &tokyo())).unwrap();
            assert_eq!(fields(&shown), fields(&page), "{eyes}");
            assert_eq!(shown.newest, page.newest, "{eyes}");
            assert_eq!(shown.shows_friends, page.shows_friends, "{eyes}");
            let named = seen(world, me, Eyes::Member(real)).unwrap();
            assert_eq!((fields(&named), named.tie), (fields(&page), page.tie), "{eyes}");
        }
    });
}

#[test]
fn nothing_of_a_preview_stays() {
    each(|world| {
        let me = world.person("わたし");
        let group = world.group(me, &[]);
        for eyes in [Eyes::Stranger, Eyes::FriendOfFriend, Eyes::Friend, Eyes::Group(group)] {
            let page = seen(world, me, eyes).unwrap();
            assert_eq!(page.tie == Tie::None, eyes == Eyes::Stranger, "{eyes}");
        }
        let friends = world.read(|tx| enishi_core::friend::list(tx, me, None)).unwrap().friends;
        assert!(friends.is_empty());
        let group = world.read(|tx| enishi_core::group::show(tx, me, group)).unwrap();
        assert!(group.members.is_empty());
        assert!(
            world.read(|tx| enishi_core::search::members(tx, Viewer::Member(me), "?", None)).found.is_empty()
        );
    });
}

#[test]
fn nobody_looks_with_the_eyes_of_who_does_not_exist_for_them() {
    each(|world| {
        let [me, blocked, other] = world.people(["わたし", "拒まれた人", "ほかの人"]);
        let foreign = world.group(other, &[]);
        world.block(blocked, me);
        for eyes in [Eyes::Member(blocked), Eyes::Member(MemberId::from(77)), Eyes::Group(foreign)] {
            assert!(seen(world, me, eyes).is_none(), "{eyes}");
        }
        assert!(seen(world, me, Eyes::Member(me)).is_some());
        for text in ["", "everybody", "group:", "member:!", "only_me"] {
            assert!(text.parse::<Eyes>().is_err(), "{text}");
        }
    });
}
