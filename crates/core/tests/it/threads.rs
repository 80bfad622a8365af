//! Where one has commented: what is new there, what is closed by now, and what one wants to hear nothing of.

use enishi_core::diary::{self, ClosedPage, Fresh, JoinedPage, Sign};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::notice::{self, Subject};
use enishi_core::visibility::Visibility;

use crate::world::{World, each, words};

fn joined(world: &World, me: MemberId) -> JoinedPage {
    world.read(|tx| diary::joined(tx, me, None))
}

fn closed(world: &World, me: MemberId) -> ClosedPage {
    world.read(|tx| diary::closed(tx, me, None))
}

/// The entries, each with how much is new.
fn fresh(world: &World, me: MemberId) -> Vec<(DiaryId, i64)> {
    joined(world, me).threads.iter().map(|thread| (thread.line.id, thread.fresh.count)).collect()
}

fn told(world: &World, me: MemberId, entry: DiaryId) -> bool {
    world.read(|tx| notice::waits_about_entry(tx, me, entry))
}

fn change(world: &World, author: MemberId, entry: DiaryId, to: Visibility) {
    let new = words("題", to, Vec::new());
    world.write(move |tx| diary::edit(tx, author, entry, &new, true));
}

#[test]
fn what_is_new_is_counted_until_it_is_read() {
    each(|world| {
        let [author, me, other] = world.people(["書く人", "わたし", "ほかの人"]);
        let [first, second] = [(); 2].map(|()| world.post(author, Visibility::Members));
        for entry in [first, second] {
            world.comment(me, entry);
        }
        assert_eq!(fresh(world, me), [(second, 0), (first, 0)]);
        world.comment(other, first);
        world.comment(author, first);
        world.comment(me, first);
        assert_eq!(fresh(world, me), [(first, 2), (second, 0)], "my own is not new to me");
        assert_eq!(joined(world, me).threads[0].fresh, Fresh { count: 2, from: 2 });
        world.block(me, other);
        assert_eq!(fresh(world, me)[0], (first, 1), "what I cannot be shown is not counted");
        world.write(move |tx| diary::thread_was_read(tx, me, first));
        assert_eq!(fresh(world, me), [(first, 0), (second, 0)]);
        assert!(joined(world, author).threads.is_empty(), "one's own entries are no entries of others");
        world.write(move |tx| diary::remove_comment(tx, me, second, 1));
        assert_eq!(fresh(world, me), [(first, 0)], "nothing of mine stands there");
        world.write(move |tx| diary::delete(tx, author, first));
        assert!(joined(world, me).threads.is_empty());
    });
}

#[test]
fn an_entry_that_is_closed_is_not_named_but_my_words_there_are_mine() {
    each(|world| {
        let [author, me] = world.people(["書く人", "わたし"]);
        let [open, narrowed] = [(); 2].map(|()| world.post(author, Visibility::Members));
        for entry in [open, narrowed, narrowed] {
            world.comment(me, entry);
        }
        assert!(closed(world, me).comments.is_empty());
        change(world, author, narrowed, Visibility::Friends);
        assert_eq!(fresh(world, me), [(open, 0)]);
        let numbers: Vec<_> = closed(world, me).comments.iter().map(|one| (one.entry, one.number)).collect();
        assert_eq!(numbers, [(narrowed, 2), (narrowed, 1)]);
        assert!(world.write(move |tx| diary::remove_comment(tx, me, narrowed, 2)).is_some());
        assert_eq!(closed(world, me).comments.len(), 1);
        world.befriend(author, me);
        assert_eq!((closed(world, me).comments.len(), fresh(world, me).len()), (0, 2), "it opens again");
        world.block(author, me);
        assert_eq!((closed(world, me).comments.len(), fresh(world, me).len()), (2, 0));
        assert!(closed(world, author).comments.is_empty(), "nobody else's");
    });
}

#[test]
fn a_quiet_entry_tells_nothing_until_it_is_to_tell_again() {
    each(|world| {
        let [author, me, other] = world.people(["書く人", "わたし", "ほかの人"]);
        let entry = world.post(author, Visibility::Members);
        let hush = |who, is_quiet| world.write(move |tx| diary::hush(tx, who, entry, is_quiet));
        assert!(!hush(me, true), "nothing is told to somebody who said nothing");
        world.comment(me, entry);
        world.comment(other, entry);
        assert!(told(world, author, entry) && told(world, me, entry));
        for who in [author, me] {
            assert!(hush(who, true));
            assert!(!told(world, who, entry), "what waited waits no longer");
            assert_eq!(world.show(who, entry).unwrap().is_quiet, Some(true));
        }
        world.comment(other, entry);
        world.write(move |tx| diary::like(tx, other, entry, Sign::Heart));
        assert!(!told(world, author, entry) && !told(world, me, entry));
        assert!(joined(world, me).threads[0].is_quiet);
        for who in [author, me] {
            assert!(hush(who, false));
        }
        world.comment(other, entry);
        assert!(told(world, author, entry) && told(world, me, entry));
        change(world, author, entry, Visibility::OnlyMe);
        assert!(!hush(me, true), "a closed entry does not exist");
        let stranger = world.person("知らない人");
        assert_eq!(world.read(|tx| diary::quiet_of(tx, stranger, entry)), None);
    });
}

#[test]
fn pages_hold_twenty_and_miss_nothing() {
    each(|world| {
        let [author, me] = world.people(["書く人", "わたし"]);
        let mut entries: Vec<DiaryId> = Vec::new();
        for number in 0..43 {
            let level = if number % 4 == 0 { Visibility::Friends } else { Visibility::Members };
            let entry = world.post(author, Visibility::Members);
            world.comment(me, entry);
            change(world, author, entry, level);
            entries.push(entry);
        }
        entries.reverse();
        let (mut seen, mut shut) = (Vec::new(), Vec::new());
        let mut from = None;
        loop {
            let page = world.read(|tx| diary::joined(tx, me, from));
            seen.extend(page.threads.iter().map(|thread| thread.line.id));
            from = page.next;
            if from.is_none() {
                break;
            }
        }
        loop {
            let page = world.read(|tx| diary::closed(tx, me, from));
            shut.extend(page.comments.iter().map(|one| one.entry));
            from = page.next;
            if from.is_none() {
                break;
            }
        }
        assert_eq!((seen.len(), shut.len()), (32, 11));
        let mut all: Vec<DiaryId> = seen.into_iter().chain(shut).collect();
        all.sort_unstable_by(|one, other| other.cmp(one));
        assert_eq!(all, entries);
    });
}

#[test]
fn the_author_is_told_how_many_are_new_and_where_they_begin() {
    each(|world| {
        let [author, one, other] = world.people(["書く人", "一", "二"]);
        let entry = world.post(author, Visibility::Members);
        let told = || {
            let notices = world.read(|tx| notice::list(tx, author));
            let fresh = |notice: &notice::Notice| match &notice.subject {
                Subject::OwnEntry { fresh, .. } => Some(*fresh),
                _ => None,
            };
            notices.iter().find_map(fresh)
        };
        for who in [one, other, one] {
            world.comment(who, entry);
        }
        assert_eq!(told(), Some(Fresh { count: 3, from: 1 }));
        world.write(move |tx| {
            diary::thread_was_read(tx, author, entry)?;
            notice::entry_was_read(tx, author, entry)
        });
        assert_eq!(told(), None);
        world.comment(other, entry);
        world.comment(one, entry);
        assert_eq!(told(), Some(Fresh { count: 2, from: 4 }));
        world.block(author, other);
        assert_eq!(
            told(),
            Some(Fresh { count: 1, from: 5 }),
            "what the author cannot be shown is not counted"
        );
    });
}
