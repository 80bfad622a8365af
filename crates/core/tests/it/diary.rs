//! A diary entry from its draft to its end.

use enishi_core::diary::{
    self, BODY_CHARACTERS, Draft, ENTRIES_PER_PAGE, EditError, Fault, NewDiary, NewPhoto, PostError, Talk,
};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::visibility::{self, Kind, Viewer, Visibility};

use crate::world::{World, each, words};

#[test]
fn written_read_changed_and_deleted() {
    each(|world| {
        let [author, reader] = world.people(["書く人", "読む人"]);
        let draft = Draft {
            title: " 夕焼け\u{202E}の日 ".to_owned(),
            body: "一行目〜\r\n\r\n👨‍👩‍👧と海へ。\r\n".to_owned(),
            visibility: "members".to_owned(),
            ..Draft::default()
        };
        let new = draft.read().unwrap();
        let entry = world.write(move |tx| diary::post(tx, author, &new));
        let page = world.show(reader, entry).unwrap();
        assert_eq!((page.title.as_str(), page.body.as_str()), ("夕焼けの日", "一行目〜\n\n👨‍👩‍👧と海へ。"));
        assert_eq!((page.posted_at, page.edited_at, page.can_edit), (world.now(), None, false));
        world.tick();
        let changed = words("夜", Visibility::Members, Vec::new());
        world.write(move |tx| diary::edit(tx, author, entry, &changed, false));
        let page = world.show(author, entry).unwrap();
        assert_eq!((page.title.as_str(), page.edited_at, page.can_edit), ("夜", None, true));
        assert!(page.posted_at < world.now(), "it keeps its day");
        assert_eq!(world.write(move |tx| diary::delete(tx, author, entry)), Some(vec![]));
        assert!(!world.sees(author, entry) && !world.sees(reader, entry));
        assert_eq!(world.write(move |tx| diary::delete(tx, author, entry)), None);
    });
}

#[test]
fn other_words_are_marked_once_somebody_has_answered_and_other_readers_never() {
    each(|world| {
        let [author, friend] = world.people(["書く人", "友"]);
        world.befriend(author, friend);
        let [one, two] = ["一", "二"].map(|digest| world.picture(author, digest));
        let hung = |picture, alt: &str| vec![NewPhoto { picture, alt: alt.to_owned() }];
        let first = words("題", Visibility::Friends, hung(one, "柿"));
        let entry = world.post_with(author, Visibility::Friends, first.photos.clone());
        // It hangs elsewhere as well, and so can come back.
        world.post_with(author, Visibility::OnlyMe, first.photos.clone());
        let save = |new: &NewDiary| {
            world.tick();
            let new = new.clone();
            world.write(move |tx| diary::edit(tx, author, entry, &new, true));
            world.show(friend, entry).unwrap().edited_at
        };
        let retitled = NewDiary { title: "別の題".to_owned(), ..first.clone() };
        assert_eq!((save(&retitled), save(&first)), (None, None), "nobody has said anything");
        world.comment(author, entry);
        assert_eq!(save(&retitled), None, "nobody else has");
        assert_eq!(save(&first), None);
        world.comment(friend, entry);
        assert_eq!(save(&first), None, "saved as it was");
        let wider = NewDiary { visibility: Visibility::Members, talk: Talk::Friends, ..first.clone() };
        assert_eq!((save(&wider), save(&first)), (None, None), "who may read and answer changes no word");
        let mut before = None;
        for changed in [
            retitled,
            NewDiary { body: "別の本文".to_owned(), ..first.clone() },
            NewDiary { photos: hung(one, "甘い柿"), ..first.clone() },
            NewDiary { photos: hung(two, "甘い柿"), ..first.clone() },
            first.clone(),
        ] {
            let marked = save(&changed);
            assert!(marked > before, "{changed:?}");
            assert_eq!(save(&changed), marked, "the mark stays as it is");
            before = marked;
        }
    });
}

#[test]
fn an_entry_with_everything_on_it_goes_without_a_trace() {
    each(|world| {
        let [author, friend] = world.people(["書く人", "友"]);
        world.befriend(author, friend);
        let entry = world.post(author, Visibility::Friends);
        world.comment(friend, entry);
        assert_eq!(world.read(|tx| enishi_core::notice::list(tx, author)).len(), 2);
        world.write(move |tx| diary::delete(tx, author, entry));
        assert_eq!(world.read(|tx| enishi_core::notice::list(tx, author)).len(), 1, "the friendship alone");
        assert!(world.read(|tx| diary::feed(tx, friend, None, 10)).is_empty());
    });
}

#[test]
fn nobody_changes_what_is_not_theirs() {
    each(|world| {
        let [author, friend] = world.people(["書く人", "友"]);
        world.befriend(author, friend);
        let entry = world.post(author, Visibility::Friends);
        let new = words("乗っ取り", Visibility::Members, Vec::new());
        let why = world.refused(move |tx| diary::edit(tx, friend, entry, &new, true));
        assert!(matches!(why, EditError::NotFound));
        assert_eq!(world.write(move |tx| diary::delete(tx, friend, entry)), None);
        assert!(world.read(|tx| diary::form(tx, friend, Some(entry), None)).is_none());
        assert_eq!(world.show(friend, entry).unwrap().title, "題");
    });
}

#[test]
fn the_last_choice_is_offered_next_and_a_foreign_group_refused() {
    each(|world| {
        let [author, other] = world.people(["書く人", "ほかの人"]);
        let offered = |who| world.read(|tx| visibility::last_choice(tx, who, Kind::Diary));
        assert_eq!(offered(author), Visibility::Friends, "before any choice");
        world.post(author, Visibility::FriendsOfFriends);
        assert_eq!(offered(author), Visibility::FriendsOfFriends);
        let entry = world.post(author, Visibility::OnlyMe);
        assert_eq!(offered(author), Visibility::OnlyMe);
        assert_eq!(offered(other), Visibility::Friends, "each has their own");
        let foreign = words("題", Visibility::Group(world.group(other, &[])), Vec::new());
        let posted = foreign.clone();
        let why = world.refused(move |tx| diary::post(tx, author, &posted));
        assert!(matches!(why, PostError::Refused(Fault::VisibilityUnknown)));
        let why = world.refused(move |tx| diary::edit(tx, author, entry, &foreign, true));
        assert!(matches!(why, EditError::Refused(Fault::VisibilityUnknown)));
    });
}

#[test]
fn the_longest_body_is_kept_whole() {
    each(|world| {
        let author = world.person("書く人");
        let body = "縁🎐".repeat(BODY_CHARACTERS / 2);
        let draft = Draft {
            title: "長い".to_owned(),
            body: body.clone(),
            visibility: "only_me".to_owned(),
            ..Draft::default()
        };
        let new = draft.read().unwrap();
        let entry = world.write(move |tx| diary::post(tx, author, &new));
        assert_eq!(world.show(author, entry).unwrap().body, body);
        let line = &world.read(|tx| diary::newest_of(tx, Viewer::Member(author), author, 1))[0];
        assert!(line.excerpt.ends_with('…') && line.excerpt.chars().count() == 61);
    });
}

#[test]
fn pages_hold_twenty_and_miss_nothing() {
    each(|world| {
        let [author, reader] = world.people(["書く人", "読む人"]);
        let mut posted: Vec<DiaryId> = Vec::new();
        for number in 0..(2 * ENTRIES_PER_PAGE + 3) {
            let hidden = number % 3 == 0;
            let entry = world.post(author, if hidden { Visibility::OnlyMe } else { Visibility::Members });
            posted.extend((!hidden).then_some(entry));
        }
        posted.reverse();
        assert_eq!(by_paging(world, reader, author), posted);
    });
}

fn by_paging(world: &World, viewer: MemberId, owner: MemberId) -> Vec<DiaryId> {
    let (mut seen, mut before) = (Vec::new(), None);
    loop {
        let page = world.read(|tx| diary::list_of(tx, Viewer::Member(viewer), owner, before)).unwrap();
        assert!(page.entries.len() as i64 <= ENTRIES_PER_PAGE);
        seen.extend(page.entries.iter().map(|line| line.id));
        let Some(next) = page.next else { return seen };
        before = Some(next);
    }
}
