//! Likes: one a member and entry, on what one can read, and shown to whom they may be shown.

use enishi_core::diary::{self, Sign};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::notice::{self, Subject};
use enishi_core::visibility::Visibility;

use crate::world::{ACTIVE, LEFT, World, each};

fn like(world: &World, who: MemberId, entry: DiaryId, sign: Sign) -> bool {
    world.tick();
    world.write(move |tx| diary::like(tx, who, entry, sign))
}

fn unlike(world: &World, who: MemberId, entry: DiaryId) {
    world.write(move |tx| diary::unlike(tx, who, entry));
}

/// Who is shown to have liked it, for somebody who may read it.
fn shown(world: &World, viewer: MemberId, entry: DiaryId) -> Vec<MemberId> {
    let page = world.show(viewer, entry).unwrap();
    page.likes.given.iter().map(|(card, _)| card.id).collect()
}

fn is_told(world: &World, author: MemberId) -> bool {
    let waiting = world.read(|tx| notice::list(tx, author));
    waiting.iter().any(|notice| matches!(notice.subject, Subject::Liked { .. }))
}

#[test]
fn one_a_member_changed_and_taken_back() {
    each(|world| {
        let [author, reader] = world.people(["書く人", "読む人"]);
        let entry = world.post(author, Visibility::Members);
        assert!(like(world, reader, entry, Sign::Heart) && like(world, reader, entry, Sign::Tear));
        let likes = world.show(reader, entry).unwrap().likes;
        assert_eq!((likes.given.len(), likes.mine, likes.count(Sign::Tear)), (1, Some(Sign::Tear), 1));
        unlike(world, reader, entry);
        assert!(shown(world, author, entry).is_empty());
        assert!(!like(world, author, entry, Sign::Heart), "nobody likes their own");
        assert!(!world.show(author, entry).unwrap().likes.may);
    });
}

#[test]
fn what_one_cannot_read_one_cannot_like() {
    each(|world| {
        let [author, friend, stranger] = world.people(["書く人", "友", "他人"]);
        world.befriend(author, friend);
        let entry = world.post(author, Visibility::Friends);
        assert!(!like(world, stranger, entry, Sign::Heart));
        assert!(like(world, friend, entry, Sign::Heart));
        world.part(author, friend);
        assert!(!like(world, friend, entry, Sign::Smile), "closed by now");
        unlike(world, friend, entry);
        assert!(shown(world, author, entry).is_empty(), "one's own can always be taken back");
        assert!(!like(world, friend, DiaryId::from(77), Sign::Heart), "never there");
    });
}

#[test]
fn each_viewer_is_shown_whom_they_may_meet() {
    each(|world| {
        let [author, one, other, gone] = world.people(["書く人", "一", "二", "去る人"]);
        let entry = world.post(author, Visibility::Members);
        for who in [one, other, gone] {
            like(world, who, entry, Sign::Thumb);
        }
        world.set_state(gone, LEFT);
        assert_eq!(shown(world, author, entry), [one, other]);
        world.block(one, other);
        assert_eq!(shown(world, one, entry), [one]);
        assert_eq!(shown(world, other, entry), [other]);
        assert_eq!(shown(world, author, entry), [one, other]);
        world.set_state(gone, ACTIVE);
        world.block(author, gone);
        assert_eq!(shown(world, other, entry), [other], "whom the author blocked nobody sees there");
    });
}

#[test]
fn who_is_in_a_group_is_not_told_by_likes() {
    each(|world| {
        let [author, one, other] = world.people(["書く人", "一", "二"]);
        world.befriend(author, one);
        world.befriend(author, other);
        let group = world.group(author, &[one, other]);
        let entry = world.post(author, Visibility::Group(group));
        like(world, one, entry, Sign::Heart);
        like(world, other, entry, Sign::Heart);
        assert_eq!(shown(world, author, entry), [one, other]);
        assert_eq!(shown(world, one, entry), [one]);
        assert_eq!(shown(world, other, entry), [other]);
    });
}

#[test]
fn the_author_is_told_as_long_as_it_is_true() {
    each(|world| {
        let [author, one, other] = world.people(["書く人", "一", "二"]);
        let entry = world.post(author, Visibility::Members);
        like(world, one, entry, Sign::Heart);
        assert!(is_told(world, author));
        unlike(world, one, entry);
        assert!(!is_told(world, author), "taken back before it was read");
        like(world, one, entry, Sign::Heart);
        world.set_state(one, LEFT);
        assert!(!is_told(world, author), "by somebody who is gone");
        like(world, other, entry, Sign::Smile);
        assert!(is_told(world, author));
        world.block(author, other);
        assert!(!is_told(world, author), "by somebody who cannot be met");
        world.set_state(one, ACTIVE);
        assert!(is_told(world, author));
        world.write(move |tx| notice::entry_was_read(tx, author, entry));
        assert!(!is_told(world, author));
        assert!(like(world, one, entry, Sign::Tear));
        assert!(!is_told(world, author), "another sign is no news");
    });
}
