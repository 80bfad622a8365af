//! "See my page as …": what is shown is what such a person would see, and nothing is left behind.

use enishi_core::friend::tie::{self, Tie};
use enishi_core::ids::{GroupId, MemberId};
use enishi_core::introduction;
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
            let known = world.read(|tx| tie::between(tx, me, real)).unwrap();
            assert_eq!((fields(&named), named.tie), (fields(&page), known), "{eyes}");
        }
    });
}

/// Says who may know the friends of `who`.
fn open_ties(world: &World, who: MemberId, visibility: Visibility) {
    let answers = vec![Answer { field: Field::Ties, value: String::new(), visibility }];
    world.write(move |tx| profile::save(tx, who, &Nickname::parse("名").unwrap(), &answers));
}

fn named(world: &World, me: MemberId, other: MemberId) -> Vec<MemberId> {
    match seen(world, me, Eyes::Member(other)).unwrap().tie {
        Tie::FriendOfFriend { via, .. } => via.into_iter().map(|card| card.id).collect(),
        tie => panic!("{tie:?}"),
    }
}

#[test]
fn named_eyes_tell_of_no_friend_who_hides_from_me() {
    each(|world| {
        let [me, other, open, hidden] = world.people(["わたし", "相手", "見える友", "隠す友"]);
        for friend in [open, hidden] {
            world.befriend(me, friend);
            world.befriend(friend, other);
        }
        let group = world.group(hidden, &[other]);
        open_ties(world, hidden, Visibility::Group(group));
        let theirs = world.read(|tx| profile::show(tx, Viewer::Member(other), me, &tokyo())).unwrap();
        assert!(matches!(theirs.tie, Tie::FriendOfFriend { via, .. } if via.len() == 2), "they see both");
        assert_eq!(named(world, me, other), [open]);
        let mine = world.group(me, &[]);
        open_ties(world, me, Visibility::Group(mine));
        assert_eq!(named(world, me, other), [], "they are told no name");
        open_ties(world, me, Visibility::FriendsOfFriends);
        open_ties(world, other, Visibility::OnlyMe);
        assert_eq!(named(world, me, other), [], "they name nobody to me");
    });
}

#[test]
fn no_count_tells_who_blocks_whom() {
    each(|world| {
        let [me, other, one, two] = world.people(["わたし", "相手", "一", "二"]);
        let entry = world.post(me, Visibility::Members);
        for friend in [one, two] {
            world.befriend(me, friend);
            world.comment(friend, entry);
            world.write(move |tx| introduction::write(tx, friend, me, "よい人です"));
        }
        let waiting = world.read(|tx| introduction::list(tx, me, me, None)).unwrap().waiting;
        for one in waiting {
            assert!(world.write(move |tx| introduction::accept(tx, me, one.id)));
        }
        let said = vec![Answer {
            field: Field::Introductions,
            value: String::new(),
            visibility: Visibility::Members,
        }];
        world.write(move |tx| profile::save(tx, me, &Nickname::parse("わたし").unwrap(), &said));
        open_ties(world, me, Visibility::Members);
        let counts = |eyes| {
            let page = seen(world, me, eyes).unwrap();
            (page.newest[0].comments, page.introductions)
        };
        assert_eq!(counts(Eyes::Member(other)), (2, 2));
        world.block(one, other);
        open_ties(world, two, Visibility::OnlyMe);
        assert_eq!(counts(Eyes::Member(other)), (2, 2), "what parts others is theirs");
        world.block(two, me);
        for eyes in [Eyes::Member(other), Eyes::Stranger, Eyes::Friend] {
            assert_eq!(counts(eyes), (1, 1), "{eyes}: as I see it myself");
        }
        open_ties(world, me, Visibility::Friends);
        assert_eq!(counts(Eyes::Member(other)), (1, 0), "they read none");
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
