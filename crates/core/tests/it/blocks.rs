//! Rule b-3: for each of the two, the other no longer exists; nobody else can tell.

use std::thread;

use enishi_core::block::{block, mine, unblock};
use enishi_core::diary::{self, Comment};
use enishi_core::footprint;
use enishi_core::friend::{self, AskError};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::visibility::{Viewer, Visibility};
use enishi_core::{notice, profile, search};

use crate::world::{World, each, tokyo};

#[test]
fn each_is_gone_for_the_other() {
    each(|world| {
        let [one, other, shared] = world.people(["はなさん", "はなこ", "はなれ"]);
        world.befriend(one, other);
        world.befriend(one, shared);
        world.befriend(shared, other);
        let entries = [one, other].map(|author| world.post(author, Visibility::Members));
        world.block(one, other);
        for (viewer, owner, entry) in [(one, other, entries[1]), (other, one, entries[0])] {
            assert_nobody(world, viewer, owner, entry);
            assert!(!names(world, viewer, shared).contains(&owner), "not among a friend's friends");
            let found = world.read(|tx| search::members(tx, Viewer::Member(viewer), "はな", None)).found;
            assert!(found.iter().all(|card| card.id != owner) && found.len() == 2);
        }
        assert_eq!(world.read(|tx| mine(tx, one)).len(), 1);
        assert!(world.read(|tx| mine(tx, other)).is_empty(), "silent");
    });
}

fn assert_nobody(world: &World, viewer: MemberId, owner: MemberId, entry: DiaryId) {
    let me = Viewer::Member(viewer);
    assert!(!world.sees(viewer, entry));
    assert!(world.read(|tx| profile::show(tx, me, owner, &tokyo())).is_none());
    assert!(world.read(|tx| diary::list_of(tx, me, owner, None)).is_none());
    assert!(world.read(|tx| diary::feed(tx, viewer, None, 10)).is_empty());
    assert!(world.read(|tx| friend::list_of(tx, me, owner, None)).is_none());
    let asked = world.refused(move |tx| friend::ask(tx, viewer, owner, "もう一度"));
    assert!(matches!(asked, AskError::NotFound));
    let commented = world.refused(move |tx| diary::comment(tx, viewer, entry, "ねえ"));
    assert!(matches!(commented, diary::CommentError::NotFound));
    assert!(!world.write(move |tx| block(tx, viewer, owner)), "nobody to block");
}

fn names(world: &World, viewer: MemberId, owner: MemberId) -> Vec<MemberId> {
    let page = world.read(|tx| friend::list_of(tx, Viewer::Member(viewer), owner, None)).unwrap();
    page.friends.into_iter().map(|card| card.id).collect()
}

#[test]
fn requests_footprints_groups_and_notices_between_them_end() {
    each(|world| {
        let [one, other, third] = world.people(["一", "二", "三"]);
        world.befriend(one, other);
        let group = world.group(one, &[other]);
        world.write(move |tx| friend::ask(tx, third, one, "はじめまして。"));
        for (visitor, owner) in [(one, other), (other, one), (third, one)] {
            world.write(move |tx| footprint::leave(tx, visitor, owner, &tokyo()));
        }
        world.block(one, other);
        world.block(one, third);
        for member in [one, other, third] {
            assert!(world.read(|tx| friend::list(tx, member, None)).unwrap().friends.is_empty());
            let pending = world.read(|tx| friend::pending(tx, member));
            assert!(pending.received.is_empty() && pending.sent.is_empty());
            assert!(world.read(|tx| footprint::list(tx, member, 10, &tokyo())).footprints.is_empty());
            assert!(world.read(|tx| notice::list(tx, member)).is_empty());
        }
        assert!(world.read(|tx| enishi_core::group::show(tx, one, group)).unwrap().members.is_empty());
    });
}

#[test]
fn in_third_places_each_is_a_gap_to_the_other_like_any_other_gap() {
    each(|world| {
        let [host, one, other, gone, snubbed] = world.people(["主", "一", "二", "去", "拒"]);
        let entry = world.post(host, Visibility::Members);
        for writer in [one, other, gone, snubbed, host] {
            world.comment(writer, entry);
        }
        world.block(other, one);
        world.block(host, snubbed);
        world.set_state(gone, crate::world::LEFT);
        world.write(move |tx| diary::remove_comment(tx, host, entry, 5));
        assert_eq!(gaps(world, one, entry), [2, 3, 4, 5]);
        assert_eq!(gaps(world, other, entry), [1, 3, 4, 5]);
        assert_eq!(gaps(world, host, entry), [3, 4, 5], "whom the host blocks is hidden from all");
        world.write(move |tx| unblock(tx, host, snubbed));
        assert_eq!(gaps(world, host, entry), [3, 5], "and comes back with the block taken back");
    });
}

/// The numbers that are gaps, each exactly like every other.
fn gaps(world: &World, viewer: MemberId, entry: DiaryId) -> Vec<i32> {
    let comments = world.show(viewer, entry).unwrap().comments;
    let gaps: Vec<Comment> = comments.into_iter().filter(|comment| comment.said.is_none()).collect();
    assert!(gaps.iter().all(|gap| *gap == Comment { number: gap.number, said: None, can_remove: false }));
    gaps.iter().map(|gap| gap.number).collect()
}

#[test]
fn taking_a_block_back_restores_nothing() {
    each(|world| {
        let [one, other] = world.people(["一", "二"]);
        world.befriend(one, other);
        let group = world.group(one, &[other]);
        let (friends, some) =
            (world.post(one, Visibility::Friends), world.post(one, Visibility::Group(group)));
        world.write(move |tx| footprint::leave(tx, other, one, &tokyo()));
        world.block(one, other);
        world.write(move |tx| unblock(tx, one, other));
        assert!(world.read(|tx| mine(tx, one)).is_empty());
        assert!(!world.sees(other, friends) && !world.sees(other, some));
        assert!(world.read(|tx| footprint::list(tx, one, 10, &tokyo())).footprints.is_empty());
        world.befriend(other, one);
        assert!(world.sees(other, friends) && !world.sees(other, some), "asked anew, and in no group");
    });
}

#[test]
fn a_block_of_the_other_side_is_not_undone_by_ones_own() {
    each(|world| {
        let [one, other] = world.people(["一", "二"]);
        world.block(one, other);
        world.write(move |tx| unblock(tx, other, one));
        assert!(world.read(|tx| profile::show(tx, Viewer::Member(other), one, &tokyo())).is_none());
        assert!(!world.write(move |tx| block(tx, one, one)), "nobody blocks themselves");
    });
}

/// On PostgreSQL two transactions really run side by side: whichever comes first, a block leaves no friendship.
#[test]
fn accepting_and_blocking_at_the_same_moment_never_leave_both() {
    each(|world| {
        for _ in 0..20 {
            let [asker, asked] = world.people(["申請", "返事"]);
            world.write(move |tx| friend::ask(tx, asker, asked, "はじめまして。"));
            let store = &world.test.store;
            thread::scope(|scope| {
                scope.spawn(|| store.write(move |tx| block(tx, asker, asked)).unwrap());
                // Refused if the block came first; the block ends it if it came second.
                let _ = store.write(move |tx| friend::accept(tx, asked, asker));
            });
            let friends = world.read(|tx| friend::list(tx, asked, None)).unwrap().friends;
            assert!(friends.is_empty(), "a block left a friendship on {}", world.test.engine);
            assert!(world.read(|tx| friend::pending(tx, asked)).received.is_empty());
        }
    });
}

/// To the author of an entry, the gap of somebody who blocks them is no different from a removed comment.
#[test]
fn a_gap_tells_the_author_nothing() {
    each(|world| {
        let [author, writer] = world.people(["書き手", "読み手"]);
        world.befriend(author, writer);
        let entry = world.post(author, Visibility::Friends);
        let (kept, removed) = (world.comment(writer, entry), world.comment(writer, entry));
        assert!(world.write(move |tx| diary::remove_comment(tx, author, entry, removed)).is_some());
        world.block(writer, author);
        for gap in [kept, removed] {
            let gone = world.write(move |tx| diary::remove_comment(tx, author, entry, gap));
            assert!(gone.is_none(), "gap {gap}");
        }
        let wider = crate::world::words("題", Visibility::Members, Vec::new());
        world.write(move |tx| diary::edit(tx, author, entry, &wider, false));
    });
}
