//! Rule b-4: whoever commented is told before their words are open to all members.

use enishi_core::diary::{self, Spot};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::moment::Moment;
use enishi_core::notice::{self, Subject};
use enishi_core::visibility::{Viewer, Visibility};
use enishi_core::{block, group};

use crate::world::{ACTIVE, SUSPENDED, World, each, words};

const DAY_SECONDS: i64 = 24 * 60 * 60;

/// An author, somebody who commented, a stranger, and the entry for friends.
fn commented(world: &World) -> (MemberId, MemberId, MemberId, DiaryId) {
    let [author, friend, stranger] = world.people(["書く人", "友", "知らない人"]);
    world.befriend(author, friend);
    let entry = world.post(author, Visibility::Friends);
    world.comment(friend, entry);
    (author, friend, stranger, entry)
}

fn choose(world: &World, author: MemberId, entry: DiaryId, to: Visibility) {
    let new = words("題", to, Vec::new());
    world.write(move |tx| diary::edit(tx, author, entry, &new, true));
}

fn told(world: &World, me: MemberId) -> Option<bool> {
    let notices = world.read(|tx| notice::list(tx, me));
    notices.into_iter().find_map(|notice| match notice.subject {
        Subject::Opens { .. } => Some(true),
        Subject::OpensUnread => Some(false),
        _ => None,
    })
}

fn opens_at(world: &World, viewer: MemberId, entry: DiaryId) -> Option<Moment> {
    world.show(viewer, entry).unwrap().opens_at
}

#[test]
fn it_opens_a_day_after_whoever_commented_was_told() {
    each(|world| {
        let (author, friend, stranger, entry) = commented(world);
        choose(world, author, entry, Visibility::Members);
        let at = world.now().plus_seconds(DAY_SECONDS);
        assert_eq!(opens_at(world, friend, entry), Some(at));
        assert_eq!((told(world, friend), told(world, author)), (Some(true), None));
        let form = world.read(|tx| diary::form(tx, author, Some(entry), None)).unwrap();
        assert_eq!(form.visibility, Visibility::Members, "the form says what was chosen");
        world.test.clock.advance_seconds(DAY_SECONDS - 1);
        choose(world, author, entry, Visibility::Members);
        assert_eq!(
            opens_at(world, friend, entry),
            Some(at),
            "saved again, it waits no longer and no shorter"
        );
        assert_eq!(world.write(diary::open_due), 0);
        assert!(!world.sees(stranger, entry));
        world.test.clock.advance_seconds(1);
        assert_eq!(world.write(diary::open_due), 1);
        assert_eq!(world.write(diary::open_due), 0, "once");
        assert!(world.sees(stranger, entry));
        assert_eq!((opens_at(world, stranger, entry), told(world, friend)), (None, None));
    });
}

#[test]
fn whoever_may_not_read_it_any_more_is_told_that_they_can_take_their_words_away() {
    each(|world| {
        let (author, friend, _, entry) = commented(world);
        world.part(author, friend);
        choose(world, author, entry, Visibility::Members);
        assert_eq!(told(world, friend), Some(false), "without title and name");
        world.write(move |tx| diary::remove_comment(tx, friend, entry, 1));
        world.test.clock.advance_seconds(DAY_SECONDS);
        assert_eq!(world.write(diary::open_due), 1);
        assert!(world.show(friend, entry).unwrap().comments[0].said.is_none());
        let (author, friend, _, entry) = commented(world);
        world.block(author, friend);
        choose(world, author, entry, Visibility::Members);
        assert_eq!(told(world, friend), None, "a block tells nothing, and hides the comment");
    });
}

#[test]
fn what_is_narrowed_or_deleted_meanwhile_does_not_open() {
    each(|world| {
        for case in 0..4 {
            let (author, friend, stranger, entry) = commented(world);
            choose(world, author, entry, Visibility::Members);
            match case {
                0 => choose(world, author, entry, Visibility::Friends),
                1 => choose(world, author, entry, Visibility::OnlyMe),
                2 => drop(world.write(move |tx| diary::narrow(tx, author, Visibility::Friends))),
                _ => drop(world.write(move |tx| diary::delete(tx, author, entry))),
            }
            assert_eq!(told(world, friend), None, "{case}");
            world.test.clock.advance_seconds(DAY_SECONDS);
            assert_eq!(world.write(diary::open_due), 0, "{case}");
            assert!(!world.sees(stranger, entry), "{case}");
        }
    });
}

#[test]
fn without_words_of_others_it_opens_at_once() {
    each(|world| {
        let [author, stranger] = world.people(["書く人", "知らない人"]);
        let entry = world.post(author, Visibility::Friends);
        world.comment(author, entry);
        choose(world, author, entry, Visibility::Members);
        assert!(world.sees(stranger, entry));
        assert_eq!(opens_at(world, author, entry), None);
    });
}

#[test]
fn nobodys_words_are_passed_over_because_they_are_out_of_sight_just_now() {
    each(|world| {
        for case in 0..2 {
            let (author, friend, stranger, entry) = commented(world);
            match case {
                0 => world.block(author, friend),
                _ => world.set_state(friend, SUSPENDED),
            }
            choose(world, author, entry, Visibility::Members);
            assert!(!world.sees(stranger, entry), "it waits all the same");
            match case {
                0 => world.write(move |tx| block::unblock(tx, author, friend)),
                _ => world.set_state(friend, ACTIVE),
            }
            assert!(told(world, friend).is_some(), "{case}: back, and told");
        }
        let (author, friend, stranger, entry) = commented(world);
        world.write(move |tx| diary::remove_comment(tx, friend, entry, 1));
        choose(world, author, entry, Visibility::Members);
        assert!(!world.sees(stranger, entry), "a gap is a gap, whatever made it");
    });
}

#[test]
fn whoever_speaks_while_it_waits_is_told_and_whoever_takes_their_words_away_no_longer() {
    each(|world| {
        let (author, friend, _, entry) = commented(world);
        let late = world.person("あとから");
        world.befriend(author, late);
        choose(world, author, entry, Visibility::Members);
        assert_eq!(told(world, late), None);
        world.comment(late, entry);
        assert_eq!(told(world, late), Some(true));
        let page = world.read(|tx| diary::comments(tx, Viewer::Member(late), entry, Spot::Newest)).unwrap();
        assert!(page.opens_at.is_some(), "beside the form that answers");
        world.write(move |tx| diary::remove_comment(tx, friend, entry, 1));
        assert_eq!((told(world, friend), told(world, late)), (None, Some(true)));
    });
}

#[test]
fn a_group_that_goes_takes_its_openings_along() {
    each(|world| {
        let [author, friend, stranger] = world.people(["書く人", "友", "知らない人"]);
        world.befriend(author, friend);
        let group = world.group(author, &[friend]);
        let entry = world.post(author, Visibility::Group(group));
        world.comment(friend, entry);
        choose(world, author, entry, Visibility::Members);
        world.write(move |tx| group::delete(tx, author, group));
        world.test.clock.advance_seconds(DAY_SECONDS);
        assert_eq!(world.write(diary::open_due), 0);
        assert!(!world.sees(stranger, entry) && !world.sees(friend, entry));
    });
}
