//! Rule b-9: who may have the bytes of a picture, and when nobody needs them any more.

use enishi_core::diary::{self, CommentError, Draft, EditError, Fault, MOST_PHOTOS, NewPhoto, PostError};
use enishi_core::ids::{DiaryId, MemberId, PictureId};
use enishi_core::visibility::{Viewer, Visibility};
use enishi_core::{member, picture};

use crate::world::{ACTIVE, LEFT, SUSPENDED, World, each, words};

fn hung(picture: PictureId) -> NewPhoto {
    NewPhoto { picture, alt: "柿".to_owned() }
}

fn fetches(world: &World, viewer: MemberId, picture: PictureId) -> bool {
    world.read(|tx| picture::find_for(tx, Viewer::Member(viewer), picture)).is_some()
}

#[test]
fn until_it_hangs_somewhere_a_picture_is_its_owners() {
    each(|world| {
        let [owner, friend] = world.people(["主", "友"]);
        world.befriend(owner, friend);
        let photo = world.picture(owner, "柿");
        assert!(fetches(world, owner, photo) && !fetches(world, friend, photo));
        assert_eq!(world.read(|tx| picture::find_for(tx, Viewer::Guest, photo)), None);
        let entry = world.post_with(owner, Visibility::Friends, vec![hung(photo)]);
        assert!(fetches(world, friend, photo));
        assert_eq!(world.show(friend, entry).unwrap().photos[0].alt, "柿");
        world.part(owner, friend);
        assert!(!fetches(world, friend, photo), "gone with the next byte");
    });
}

#[test]
fn four_at_most_and_only_ones_own() {
    each(|world| {
        let [owner, other] = world.people(["主", "ほかの人"]);
        let photos: Vec<NewPhoto> = (0..5).map(|at| hung(world.picture(owner, &format!("{at}")))).collect();
        let draft = Draft {
            title: "題".to_owned(),
            body: "本文".to_owned(),
            visibility: "members".to_owned(),
            photos: photos.clone(),
            ..Draft::default()
        };
        assert_eq!(draft.read(), Err(vec![Fault::TooManyPhotos]));
        let entry = world.post_with(owner, Visibility::Members, photos[..MOST_PHOTOS].to_vec());
        let order: Vec<PictureId> =
            world.show(other, entry).unwrap().photos.iter().map(|photo| photo.picture).collect();
        assert_eq!(order, photos[..4].iter().map(|photo| photo.picture).collect::<Vec<_>>());
        for foreign in [world.picture(other, "よその"), PictureId::from(7)] {
            let new = words("題", Visibility::Members, vec![hung(foreign)]);
            let changed = new.clone();
            let why = world.refused(move |tx| diary::post(tx, owner, &new));
            assert!(matches!(why, PostError::Refused(Fault::PhotoUnknown)));
            let why = world.refused(move |tx| diary::edit(tx, owner, entry, &changed, true));
            assert!(matches!(why, EditError::Refused(Fault::PhotoUnknown)));
        }
        assert_eq!(world.show(other, entry).unwrap().photos.len(), 4, "a refused change changes nothing");
    });
}

#[test]
fn what_is_taken_down_is_freed_once_nothing_needs_it() {
    each(|world| {
        let owner = world.person("主");
        let [one, two, three] = ["一", "二", "三"].map(|digest| world.picture(owner, digest));
        let first = world.post_with(owner, Visibility::Members, vec![hung(one), hung(two), hung(three)]);
        let second = world.post_with(owner, Visibility::Members, vec![hung(two)]);
        world.write(move |tx| member::wear(tx, owner, Some(three)));
        let fewer = words("題", Visibility::Members, vec![hung(two)]);
        let freed = world.write(move |tx| diary::edit(tx, owner, first, &fewer, false));
        assert_eq!(freed, ["一"], "another entry needs the second, the owner wears the third");
        assert_eq!(world.write(move |tx| diary::delete(tx, owner, first)), Some(vec![]));
        assert_eq!(world.write(move |tx| diary::delete(tx, owner, second)), Some(vec!["二".to_owned()]));
        assert!(!fetches(world, owner, two) && fetches(world, owner, three));
    });
}

#[test]
fn bytes_that_somebody_else_keeps_too_are_not_freed() {
    each(|world| {
        let [owner, other] = world.people(["主", "ほかの人"]);
        let photo = world.picture(owner, "同じ写真");
        world.picture(other, "同じ写真");
        let entry = world.post_with(owner, Visibility::Members, vec![hung(photo)]);
        assert_eq!(world.write(move |tx| diary::delete(tx, owner, entry)), Some(vec![]));
    });
}

#[test]
fn an_icon_is_seen_by_all_who_may_meet_its_wearer() {
    each(|world| {
        let [wearer, stranger, blocked] = world.people(["着る人", "知らない人", "拒まれた人"]);
        let icon = world.picture(wearer, "顔");
        world.write(move |tx| member::wear(tx, wearer, Some(icon)));
        world.block(wearer, blocked);
        assert!(fetches(world, stranger, icon) && !fetches(world, blocked, icon));
        world.set_state(wearer, LEFT);
        assert!(!fetches(world, stranger, icon));
    });
}

#[test]
fn wearing_somebody_elses_picture_opens_nothing() {
    each(|world| {
        let [owner, thief, third] = world.people(["主", "盗む人", "三人目"]);
        let photo = world.picture(owner, "ひみつ");
        world.post_with(owner, Visibility::OnlyMe, vec![hung(photo)]);
        world.write(move |tx| member::wear(tx, thief, Some(photo)));
        assert!(!fetches(world, thief, photo) && !fetches(world, third, photo));
    });
}

/// Somebody's comment with a photograph.
fn say_with(world: &World, who: MemberId, entry: DiaryId, photo: PictureId) -> i32 {
    world.tick();
    world.write(move |tx| diary::comment_with(tx, who, entry, " ", Some(hung(photo))))
}

#[test]
fn a_photo_on_a_comment_is_seen_by_those_who_are_shown_the_comment() {
    each(|world| {
        let [author, writer, reader, foe, stranger] = world.people(["主", "言う人", "読む人", "敵", "他人"]);
        for friend in [writer, reader, foe] {
            world.befriend(author, friend);
        }
        let entry = world.post(author, Visibility::Friends);
        let photo = world.picture(writer, "窓");
        assert!(!fetches(world, author, photo));
        let number = say_with(world, writer, entry, photo);
        let said = world.show(reader, entry).unwrap().comments.remove(0).said.unwrap();
        assert_eq!((said.body.as_str(), said.photo.unwrap().alt.as_str()), ("", "柿"));
        let seen = |who: [MemberId; 5]| who.map(|who| fetches(world, who, photo));
        let all = [author, writer, reader, foe, stranger];
        assert_eq!(seen(all), [true, true, true, true, false]);
        world.block(foe, writer);
        assert_eq!(seen(all), [true, true, true, false, false], "a gap has no photograph");
        world.set_state(writer, SUSPENDED);
        assert_eq!(seen(all), [false, true, false, false, false]);
        world.set_state(writer, ACTIVE);
        world.part(author, reader);
        assert_eq!(seen(all), [true, true, false, false, false]);
        world.block(author, writer);
        assert_eq!(seen(all), [false, true, false, false, false]);
        assert_eq!(world.write(move |tx| diary::remove_comment(tx, author, entry, number)), None);
        let loose = world.write(move |tx| diary::remove_comment(tx, writer, entry, number));
        assert_eq!(loose, Some(vec!["窓".to_owned()]));
        assert!(!fetches(world, writer, photo), "gone for its owner too");
    });
}

#[test]
fn photos_on_comments_go_with_the_entry_and_are_ones_own() {
    each(|world| {
        let [author, writer] = world.people(["主", "言う人"]);
        let entry = world.post(author, Visibility::Members);
        let [own, theirs] = [(writer, "窓"), (author, "庭")].map(|(who, name)| world.picture(who, name));
        let why = world.refused(move |tx| diary::comment_with(tx, writer, entry, "見て", Some(hung(theirs))));
        assert!(matches!(why, CommentError::PhotoUnknown));
        say_with(world, writer, entry, own);
        assert_eq!(world.write(move |tx| picture::forget_if_loose(tx, &[own])), [""; 0]);
        let closed = |who| world.read(|tx| diary::closed(tx, who, None)).comments;
        world.block(author, writer);
        assert!(closed(writer)[0].photo.is_some(), "still theirs to see and to take away");
        let loose = world.write(move |tx| diary::delete(tx, author, entry)).unwrap();
        assert_eq!(loose, ["窓"]);
    });
}

#[test]
fn a_photo_whose_comment_was_never_sent_is_forgotten_after_a_day() {
    each(|world| {
        let [author, writer] = world.people(["主", "言う人"]);
        let entry = world.post(author, Visibility::Members);
        let [sent, never] = ["窓", "庭"].map(|name| world.picture(writer, name));
        for photo in [sent, never] {
            world.write(move |tx| picture::wait(tx, photo));
        }
        say_with(world, writer, entry, sent);
        assert_eq!(world.write(picture::sweep), 0);
        world.test.clock.advance_seconds(90_000);
        assert_eq!((world.write(picture::sweep), world.write(picture::sweep)), (2, 0));
        assert!(fetches(world, author, sent) && !fetches(world, writer, never));
        assert_eq!(world.read(|tx| enishi_core::leaving::list_loose_files(tx, 9)), ["庭"]);
    });
}
