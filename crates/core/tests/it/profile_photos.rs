//! Photographs on a page, each with a level of its own; and when somebody was here last, if they let others know.

use enishi_core::ids::{MemberId, PictureId};
use enishi_core::member::Nickname;
use enishi_core::profile::{self, Answer, Field};
use enishi_core::profile_photo::{self, MOST, PhotoError};
use enishi_core::visibility::{Viewer, Visibility};
use enishi_core::{group, picture, session};

use crate::world::{SUSPENDED, World, each, tokyo};

fn hang(world: &World, owner: MemberId, name: &str, seen_by: Visibility) -> PictureId {
    let photo = world.picture(owner, name);
    let alt = name.to_owned();
    world.write(move |tx| profile_photo::add(tx, owner, photo, &alt, seen_by));
    photo
}

fn shown(world: &World, viewer: MemberId, owner: MemberId) -> Vec<String> {
    let photos = world.read(|tx| profile_photo::shown(tx, Viewer::Member(viewer), owner));
    photos.into_iter().map(|photo| photo.photo.alt).collect()
}

fn fetches(world: &World, viewer: MemberId, photo: PictureId) -> bool {
    world.read(|tx| picture::find_for(tx, Viewer::Member(viewer), photo)).is_some()
}

#[test]
fn each_is_seen_by_whom_it_is_open_to_page_and_bytes_alike() {
    each(|world| {
        let [owner, friend, between, fof, stranger] = world.people(["主", "友", "間", "友の友", "他人"]);
        world.befriend(owner, friend);
        world.befriend(owner, between);
        world.befriend(between, fof);
        let group = world.group(owner, &[friend]);
        let levels = [Visibility::FriendsOfFriends, Visibility::Group(group), Visibility::OnlyMe];
        let photos: Vec<PictureId> = levels
            .iter()
            .zip(["一", "二", "三"])
            .map(|(level, name)| hang(world, owner, name, *level))
            .collect();
        let sees = [(owner, 3), (friend, 2), (between, 1), (fof, 1), (stranger, 0)];
        for (viewer, many) in sees {
            assert_eq!(shown(world, viewer, owner), ["一", "二", "三"][..many], "{many}");
            let page = world.read(|tx| profile::show(tx, Viewer::Member(viewer), owner, &tokyo())).unwrap();
            assert_eq!(page.photos.len(), many);
            assert_eq!(page.photos.iter().all(|photo| photo.visibility.is_some()), many == 3 || many == 0);
            let listed = world.read(|tx| profile_photo::page(tx, Viewer::Member(viewer), owner));
            assert_eq!(listed.is_some(), many > 0);
            for (at, photo) in photos.iter().enumerate() {
                assert_eq!(fetches(world, viewer, *photo), at < many, "{at} {many}");
            }
        }
        world.write(move |tx| group::delete(tx, owner, group));
        assert_eq!(shown(world, friend, owner), ["一"], "a group that is gone opens nothing");
        world.block(fof, owner);
        assert!(shown(world, fof, owner).is_empty() && !fetches(world, fof, photos[0]));
        world.set_state(owner, SUSPENDED);
        assert!(shown(world, friend, owner).is_empty() && !fetches(world, friend, photos[0]));
    });
}

#[test]
fn three_at_most_of_ones_own_and_taken_off_by_oneself_alone() {
    each(|world| {
        let [owner, other] = world.people(["主", "ほかの人"]);
        let foreign = world.picture(other, "よその");
        let why = world.refused(move |tx| profile_photo::add(tx, owner, foreign, "", Visibility::Members));
        assert!(matches!(why, PhotoError::NotFound));
        let photos: Vec<PictureId> =
            (0..MOST).map(|at| hang(world, owner, &format!("{at}"), Visibility::Members)).collect();
        let more = world.picture(owner, "もう一枚");
        let why = world.refused(move |tx| profile_photo::add(tx, owner, more, "", Visibility::Members));
        assert!(matches!(why, PhotoError::Full));
        let first = world.read(|tx| profile_photo::mine(tx, owner)).photos[0].id;
        assert!(!world.write(move |tx| profile_photo::change(tx, other, first, "変", Visibility::Members)));
        assert_eq!(world.write(move |tx| profile_photo::remove(tx, other, first)), None);
        assert!(world.write(move |tx| profile_photo::change(tx, owner, first, "変えた", Visibility::OnlyMe)));
        assert_eq!(shown(world, other, owner), ["1", "2"]);
        assert_eq!(
            world.write(move |tx| profile_photo::remove(tx, owner, first)),
            Some(vec!["0".to_owned()])
        );
        assert!(!fetches(world, owner, photos[0]));
    });
}

fn show_last_seen(world: &World, who: MemberId, visibility: Visibility) {
    let answer = Answer { field: Field::LastSeen, value: String::new(), visibility };
    let name = Nickname::parse("来た人").unwrap();
    world.write(move |tx| profile::save(tx, who, &name, &[answer]));
}

fn last_seen(world: &World, viewer: MemberId, owner: MemberId) -> Option<String> {
    let page = world.read(|tx| profile::show(tx, Viewer::Member(viewer), owner, &tokyo())).unwrap();
    page.fields.into_iter().find(|shown| shown.field == Field::LastSeen).map(|shown| shown.value)
}

fn come(world: &World, who: MemberId) {
    let place = session::Place {
        door: session::Door::Site,
        in_path: false,
        family: String::new(),
        device: String::new(),
        network: String::new(),
    };
    world.write(move |tx| session::open(tx, who, &place).map(drop));
}

#[test]
fn when_somebody_was_here_is_told_roughly_and_only_while_they_want_it() {
    each(|world| {
        let [owner, friend, stranger] = world.people(["主", "友", "他人"]);
        world.befriend(owner, friend);
        come(world, owner);
        for viewer in [owner, friend, stranger] {
            assert_eq!(last_seen(world, viewer, owner), None, "off before one says so");
        }
        show_last_seen(world, owner, Visibility::Friends);
        let week = Some("week".to_owned());
        assert_eq!(
            (last_seen(world, owner, owner), last_seen(world, friend, owner)),
            (week.clone(), week.clone())
        );
        assert_eq!(last_seen(world, stranger, owner), None);
        let day = 24 * 3600;
        world.test.clock.advance_seconds(9 * day);
        assert_eq!(last_seen(world, friend, owner).as_deref(), Some("month"));
        world.test.clock.advance_seconds(30 * day);
        assert_eq!(last_seen(world, friend, owner).as_deref(), Some("before"));
        come(world, owner);
        assert_eq!(last_seen(world, friend, owner).as_deref(), Some("before"), "nobody sees them come back");
        world.test.clock.advance_seconds(day);
        assert_eq!(last_seen(world, friend, owner), week);
        let group = world.group(owner, &[friend]);
        show_last_seen(world, owner, Visibility::Group(group));
        world.write(move |tx| enishi_core::group::delete(tx, owner, group));
        assert_eq!(world.test.execute("DELETE FROM last_seen"), 0, "the group went, and what it opened");
        show_last_seen(world, owner, Visibility::Friends);
        show_last_seen(world, owner, Visibility::OnlyMe);
        assert_eq!(last_seen(world, owner, owner), None);
        assert_eq!(world.test.execute("DELETE FROM last_seen"), 0, "what nobody may know is not kept");
    });
}
