//! Rule b-4: comments follow their entry, and what is counted is what can be seen.

use std::thread;

use enishi_core::diary::{
    self, COMMENT_CHARACTERS, CommentError, EditError, MayComment, NewDiary, Spot, Talk,
};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::visibility::{Viewer, Visibility};

use crate::world::{World, each, words};

fn edit(world: &World, me: MemberId, entry: DiaryId, to: Visibility, agreed: bool) -> Result<(), EditError> {
    let new = words("題", to, Vec::new());
    world.test.store.write(move |tx| diary::edit(tx, me, entry, &new, agreed)).map(drop)
}

#[test]
fn narrowing_closes_comments_and_counts_at_once() {
    each(|world| {
        let [author, friend, stranger] = world.people(["書く人", "友", "知らない人"]);
        world.befriend(author, friend);
        let entry = world.post(author, Visibility::Members);
        world.comment(friend, entry);
        world.comment(stranger, entry);
        edit(world, author, entry, Visibility::Friends, false).unwrap();
        assert!(!world.sees(stranger, entry));
        let again = world.refused(move |tx| diary::comment(tx, stranger, entry, "まだいます"));
        assert!(matches!(again, CommentError::NotFound));
        assert_eq!(world.show(friend, entry).unwrap().around.visible, 2, "past words stay");
    });
}

#[test]
fn widening_asks_first_when_others_have_spoken() {
    each(|world| {
        let [author, friend] = world.people(["書く人", "友"]);
        world.befriend(author, friend);
        let (small, large) = (world.group(author, &[]), world.group(author, &[friend]));
        let entry = world.post(author, Visibility::Friends);
        world.comment(author, entry);
        edit(world, author, entry, Visibility::FriendsOfFriends, false).expect("only the author's own words");
        edit(world, author, entry, Visibility::Friends, false).expect("narrower");
        world.comment(friend, entry);
        world.comment(friend, entry);
        for wider in [Visibility::FriendsOfFriends, Visibility::Members] {
            let asked = edit(world, author, entry, wider, false);
            assert!(matches!(asked, Err(EditError::Widens { comments: 2 })), "{asked:?}");
        }
        edit(world, author, entry, Visibility::Group(large), false).expect("narrower");
        let sideways = edit(world, author, entry, Visibility::Group(small), false);
        assert!(matches!(sideways, Err(EditError::Widens { comments: 2 })), "another group, other people");
        edit(world, author, entry, Visibility::FriendsOfFriends, true).expect("agreed");
        let page = world.show(friend, entry).unwrap();
        assert_eq!(page.seen_by, diary::SeenBy::FriendsOfFriends);
    });
}

#[test]
fn every_viewer_is_counted_what_they_can_see() {
    each(|world| {
        let [author, one, other] = world.people(["書く人", "一", "二"]);
        world.befriend(author, one);
        world.befriend(author, other);
        let entry = world.post(author, Visibility::Friends);
        for writer in [one, other, other] {
            world.comment(writer, entry);
        }
        world.block(one, other);
        for (viewer, expected) in [(author, 3), (one, 1), (other, 2)] {
            assert_eq!(world.show(viewer, entry).unwrap().around.visible, expected);
            let list = world.read(|tx| diary::list_of(tx, Viewer::Member(viewer), author, None)).unwrap();
            assert_eq!(list.entries[0].comments, expected);
        }
        let feed = world.read(|tx| diary::feed(tx, one, None, 10));
        assert_eq!(feed[0].comments, 1);
    });
}

#[test]
fn who_may_remove_a_comment() {
    each(|world| {
        let [author, writer, third] = world.people(["書く人", "言う人", "三人目"]);
        let entry = world.post(author, Visibility::Members);
        for _ in 0..2 {
            world.comment(writer, entry);
        }
        let remove =
            |who, number| world.write(move |tx| diary::remove_comment(tx, who, entry, number)).is_some();
        let asked = |who, number| world.read(|tx| diary::comment_removal(tx, who, entry, number));
        assert!(asked(third, 1).is_none() && asked(author, 9).is_none());
        let (own, others) = (asked(writer, 1).unwrap(), asked(author, 1).unwrap());
        assert_eq!((own.writer, own.words.as_str(), own.has_photo), (None, "いいですね。", false));
        assert_eq!(others.writer.map(|card| card.id), Some(writer));
        assert!(!remove(third, 1), "neither theirs nor on their entry");
        assert!(remove(writer, 1) && !remove(writer, 1), "once");
        assert!(asked(writer, 1).is_none() && asked(author, 1).is_none(), "nothing is left of it");
        assert!(remove(author, 2) && !remove(author, 9));
        let page = world.show(third, entry).unwrap();
        assert_eq!(page.comments.len(), 2, "the gaps stay");
        assert_eq!(world.comment(third, entry), 3, "a number is never given twice");
        let page = world.show(third, entry).unwrap();
        let removable: Vec<bool> = page.comments.iter().map(|comment| comment.can_remove).collect();
        assert_eq!(removable, [false, false, true]);
    });
}

#[test]
fn empty_and_endless_comments_are_refused() {
    each(|world| {
        let author = world.person("書く人");
        let entry = world.post(author, Visibility::OnlyMe);
        let empty = world.refused(move |tx| diary::comment(tx, author, entry, " \r\n\u{3000}"));
        assert!(matches!(empty, CommentError::Empty));
        let long = "あ".repeat(COMMENT_CHARACTERS + 1);
        let long = world.refused(move |tx| diary::comment(tx, author, entry, &long));
        assert!(matches!(long, CommentError::TooLong));
        assert_eq!(world.comment(author, entry), 1, "a refused one takes no number");
    });
}

#[test]
fn parallel_comments_each_get_a_number_of_their_own() {
    each(|world| {
        let author = world.person("書く人");
        let entry = world.post(author, Visibility::Members);
        let mut numbers: Vec<i32> = thread::scope(|scope| {
            let writers: Vec<_> =
                (0..8).map(|_| scope.spawn(|| [(); 5].map(|()| world.comment(author, entry)))).collect();
            writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
        });
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=40).collect::<Vec<i32>>());
        assert_eq!(world.show(author, entry).unwrap().around.visible, 40);
    });
}

#[test]
fn every_comment_is_on_one_page_and_gaps_keep_their_place() {
    each(|world| {
        let [author, friend] = world.people(["書く人", "友"]);
        world.befriend(author, friend);
        let entry = world.post(author, Visibility::Friends);
        for _ in 0..45 {
            world.comment(friend, entry);
        }
        world.write(move |tx| diary::remove_comment(tx, friend, entry, 44));
        let page = |before: Option<i32>| {
            let spot = before.map_or(Spot::Newest, Spot::Before);
            world.read(|tx| diary::comments(tx, Viewer::Member(author), entry, spot)).expect("it is open")
        };
        let numbers = |before| -> Vec<i32> { page(before).comments.iter().map(|one| one.number).collect() };
        assert_eq!(numbers(None), (26..=45).collect::<Vec<_>>());
        assert_eq!(numbers(Some(26)), (6..=25).collect::<Vec<_>>());
        assert_eq!(numbers(Some(6)), (1..=5).collect::<Vec<_>>());
        assert!(page(None).comments[18].said.is_none(), "the gap keeps its number");
        let around = |before| (page(before).around.older, page(before).around.newer);
        assert_eq!(around(None), (Some(26), None));
        assert_eq!(around(Some(26)), (Some(6), Some(46)));
        assert_eq!(around(Some(6)), (None, Some(26)));
        assert_eq!(page(Some(6)).around.visible, 44, "the count is of the entry, not of the page");
        for (number, ends) in [(45, None), (26, None), (25, Some(26)), (1, Some(6))] {
            assert_eq!(world.read(|tx| diary::page_of_comment(tx, entry, number)), ends, "{number}");
        }
        let [stranger] = world.people(["知らない人"]);
        assert!(
            world.read(|tx| diary::comments(tx, Viewer::Member(stranger), entry, Spot::Newest)).is_none()
        );
    });
}

fn let_talk(world: &World, author: MemberId, entry: DiaryId, talk: Talk) {
    let new = NewDiary { talk, ..words("題", Visibility::Members, Vec::new()) };
    world.write(move |tx| diary::edit(tx, author, entry, &new, true));
}

#[test]
fn the_author_says_who_may_comment_and_changes_it_later() {
    each(|world| {
        let [author, friend, stranger] = world.people(["書く人", "友", "知らない人"]);
        world.befriend(author, friend);
        let entry = world.post(author, Visibility::Members);
        world.comment(stranger, entry);
        for (talk, may) in [
            (Talk::Friends, [MayComment::Yes, MayComment::Yes, MayComment::FriendsOnly]),
            (Talk::Nobody, [MayComment::Closed; 3]),
            (Talk::Readers, [MayComment::Yes; 3]),
        ] {
            let_talk(world, author, entry, talk);
            for (who, may) in [author, friend, stranger].into_iter().zip(may) {
                let page = world.show(who, entry).unwrap();
                assert_eq!((page.may_comment, page.comments[0].said.is_some()), (may, true), "{talk:?}");
                let of_comments = world
                    .read(|tx| diary::comments(tx, Viewer::Member(who), entry, Spot::Newest))
                    .unwrap()
                    .may_comment;
                assert_eq!(of_comments, may);
                if may == MayComment::Yes {
                    world.comment(who, entry);
                } else {
                    let why = world.refused(move |tx| diary::comment(tx, who, entry, "それでも"));
                    assert!(matches!(why, CommentError::NotOpen(why) if why == may), "{why:?}");
                }
            }
        }
        let_talk(world, author, entry, Talk::Friends);
        world.part(author, friend);
        assert_eq!(world.show(friend, entry).unwrap().may_comment, MayComment::FriendsOnly, "at once");
        let form = world.read(|tx| diary::form(tx, author, Some(entry), None)).unwrap();
        assert_eq!(form.talk, Talk::Friends);
    });
}

#[test]
fn a_comment_is_named_only_to_those_who_can_be_shown_it() {
    each(|world| {
        let [author, one, other] = world.people(["書く人", "一", "二"]);
        let entry = world.post(author, Visibility::Members);
        for _ in 0..25 {
            world.comment(one, entry);
        }
        world.write(move |tx| diary::comment(tx, other, entry, ">>3 と>>24、>>26と>>27、>>999"));
        world.write(move |tx| diary::comment(tx, author, entry, ">>26"));
        world.write(move |tx| diary::remove_comment(tx, one, entry, 24));
        let named = |viewer, number| {
            let spot = Spot::From(number);
            let page = world.read(|tx| diary::comments(tx, Viewer::Member(viewer), entry, spot)).unwrap();
            assert_eq!(page.comments[0].number, number, "it stands first");
            page.comments[0].said.as_ref().map(|said| said.quotes.clone())
        };
        assert_eq!(named(author, 26), Some(vec![3, 26, 27]), "not the one that is gone");
        assert_eq!(named(author, 27), Some(vec![26]));
        world.block(author, one);
        assert_eq!(named(author, 26), Some(vec![26, 27]), "nor what its reader cannot be shown");
        let third = world.person("三人目");
        world.block(third, other);
        assert_eq!((named(third, 26), named(third, 27)), (None, Some(vec![])));
    });
}
