//! What waits in red letters, judged again at every look.

use enishi_core::diary::{self, NewDiary};
use enishi_core::friend;
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::notice::{self, Subject};
use enishi_core::visibility::Visibility;

use crate::world::{World, each, words};

fn about(world: &World, me: MemberId) -> Vec<&'static str> {
    let named = |subject| match subject {
        Subject::OwnEntry { .. } => "own entry",
        Subject::JoinedEntry { .. } => "joined entry",
        Subject::Liked { .. } => "liked",
        Subject::Accepted { .. } => "accepted",
        Subject::Thanked { .. } => "thanked",
        Subject::RecoveryBegun => "recovery begun",
        Subject::Recovered => "recovered",
        Subject::FriendsRefused => "friends refused",
        Subject::TrustedChosen { .. } => "trusted",
        Subject::FriendAsked { .. } => "friend asks",
        Subject::Introduced { .. } => "introduced",
        Subject::IntroductionShown { .. } => "introduction shown",
        Subject::MeetingOffered { .. } => "meeting offered",
        Subject::Met { .. } => "met",
        Subject::JoinAsked { .. } => "join asked",
        Subject::PlaceOffered { .. } => "place offered",
        Subject::LetIn { .. } => "let in",
        Subject::PassedOn { .. } => "passed on",
        Subject::OwnTopic { .. } => "own topic",
        Subject::HeldBack { .. } => "held back",
        Subject::Opens { .. } => "opens",
        Subject::OpensUnread => "opens unread",
    };
    world.read(|tx| notice::list(tx, me)).into_iter().map(|notice| named(notice.subject)).collect()
}

fn narrow(world: &World, author: MemberId, entry: DiaryId, to: Visibility) {
    let new: NewDiary = words("題", to, Vec::new());
    world.write(move |tx| diary::edit(tx, author, entry, &new, true));
}

#[test]
fn author_and_earlier_commenters_are_told_once_until_they_look() {
    each(|world| {
        let [author, one, other] = world.people(["書く人", "一", "二"]);
        let entry = world.post(author, Visibility::Members);
        for writer in [one, other, other, author] {
            world.comment(writer, entry);
        }
        assert_eq!(about(world, author), ["own entry"]);
        assert_eq!(about(world, one), ["joined entry"]);
        assert_eq!(about(world, other), ["joined entry"], "by the author's answer, not by their own");
        world.write(move |tx| notice::entry_was_read(tx, one, entry));
        assert!(about(world, one).is_empty());
        world.comment(other, entry);
        assert_eq!(about(world, one), ["joined entry"], "news again");
    });
}

#[test]
fn what_may_no_longer_be_seen_is_no_news() {
    each(|world| {
        let [author, one, other] = world.people(["書く人", "一", "二"]);
        world.befriend(author, other);
        let entry = world.post(author, Visibility::Members);
        for writer in [one, other, author] {
            world.comment(writer, entry);
        }
        narrow(world, author, entry, Visibility::Friends);
        assert!(about(world, one).is_empty());
        narrow(world, author, entry, Visibility::Members);
        assert_eq!(about(world, one), ["opens unread"]);
        world.test.clock.advance_seconds(24 * 60 * 60);
        assert_eq!(world.write(diary::open_due), 1);
        assert_eq!(about(world, one), ["joined entry"]);
        world.block(author, one);
        assert!(about(world, one).is_empty());
    });
}

#[test]
fn a_comment_across_a_block_is_no_news() {
    each(|world| {
        let [author, one, other] = world.people(["書く人", "一", "二"]);
        let entry = world.post(author, Visibility::Members);
        world.comment(one, entry);
        world.block(one, other);
        world.comment(other, entry);
        assert!(about(world, one).is_empty(), "they would find nothing new there");
        assert_eq!(about(world, author), ["own entry"]);
    });
}

#[test]
fn an_acceptance_is_told_until_they_are_met_or_parted() {
    each(|world| {
        let [one, other, third] = world.people(["一", "二", "三"]);
        world.befriend(one, other);
        world.befriend(one, third);
        assert_eq!(about(world, one), ["accepted", "accepted"]);
        assert!(about(world, other).is_empty(), "who accepted knows");
        world.write(move |tx| notice::member_was_met(tx, one, other));
        assert_eq!(about(world, one), ["accepted"]);
        world.part(third, one);
        assert!(about(world, one).is_empty(), "an acceptance undone is no news");
    });
}

#[test]
fn asking_who_has_asked_accepts_and_tells_them() {
    each(|world| {
        let [first, second] = world.people(["先", "後"]);
        for (from, to) in [(first, second), (second, first)] {
            world.write(move |tx| friend::ask(tx, from, to, "はじめまして。"));
        }
        assert_eq!(about(world, first), ["accepted"]);
        assert!(about(world, second).is_empty());
    });
}
