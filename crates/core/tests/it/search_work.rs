//! A word that is hidden from the searcher takes the same work as one that nobody has (rule b-6: timing tells nothing).
//!
//! Work is counted rather than timed: the statements that a search sends, in their order. On SQLite alone, where a look
//! runs on the thread that asks; both engines are sent the same ones.

use std::cell::RefCell;
use std::sync::Once;

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};
use enishi_core::diary::{self, NewDiary};
use enishi_core::ids::MemberId;
use enishi_core::member::Nickname;
use enishi_core::preference::{self, Preference};
use enishi_core::profile::{self, Answer, Field};
use enishi_core::search;
use enishi_core::visibility::{Viewer, Visibility};
use enishi_testkit::stores::stores;

use crate::world::{IN_GRACE, World, words};

/// One pair alone: さら, as numbers.
const COMMON_PAIR: i64 = (0x3055 << 21) | 0x3089;

/// Nobody ever writes it. As long as the others: every pair of signs is looked up.
const ABSENT: &str = "むらさき水晶";

thread_local! {
    static SENT: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Notes what statements ask for, without the values in them.
fn note(event: InstrumentationEvent<'_>) {
    if let InstrumentationEvent::StartQuery { query, .. } = event {
        let said = query.to_string();
        // Conditions are as long as the lists in them: what is asked of which tables stands before.
        let statement = said.split(" WHERE ").next().unwrap_or_default();
        SENT.with_borrow_mut(|sent| sent.push(statement.to_owned()));
    }
}

fn watch_statements() {
    static ONCE: Once = Once::new();
    fn watcher() -> Option<Box<dyn Instrumentation>> {
        Some(Box::new(note))
    }
    ONCE.call_once(|| set_default_instrumentation(watcher).unwrap());
}

/// The statements of one search for entries and for people.
fn work(world: &World, me: MemberId, word: &str) -> [Vec<String>; 2] {
    let viewer = Viewer::Member(me);
    SENT.take();
    let found = world.read(|tx| search::diaries(tx, viewer, word, None)).found;
    let (entries, none) = (SENT.take(), found.is_empty());
    let found = world.read(|tx| search::fields(tx, viewer, word, None)).found;
    assert!(none && found.is_empty(), "{word} is to be hidden");
    [entries, SENT.take()]
}

fn write(world: &World, who: MemberId, word: &str, visibility: Visibility) {
    world.tick();
    let entry =
        NewDiary { body: format!("これは{word}です。"), ..words("題", visibility, Vec::new()) };
    world.write(move |tx| diary::post(tx, who, &entry));
    let said = Answer { field: Field::Interests, value: format!("{word}と散歩"), visibility };
    let name = Nickname::parse("なまえ").unwrap();
    world.write(move |tx| profile::save(tx, who, &name, &[said]));
}

#[test]
fn a_hidden_word_takes_the_same_statements_as_one_that_nobody_has() {
    watch_statements();
    for test in stores().into_iter().filter(|test| test.folder().is_some()) {
        let world = &World { test };
        let [me, friend, between] = world.people(["探す人", "友", "友の友"]);
        world.befriend(me, friend);
        world.befriend(friend, between);
        write(world, friend, "ふつうの話", Visibility::Members);
        let nobody = work(world, me, ABSENT);
        assert!(nobody.iter().all(|sent| sent.len() > 2), "statements are seen: {nobody:#?}");
        for (nth, word) in
            ["ひみつの鉱石", "ひそかな滝壺", "かくれた里山", "なぞの古文書"].into_iter().enumerate()
        {
            let stranger = world.person("他人");
            let group = Visibility::Group(world.group(stranger, &[]));
            let levels = [Visibility::OnlyMe, Visibility::Friends, Visibility::FriendsOfFriends, group];
            write(world, stranger, word, levels[nth]);
            assert_eq!(work(world, me, word), nobody, "{:?}", levels[nth]);
        }
        for (nth, word) in ["遮った人の山", "遮られた海辺", "去った人の川"].into_iter().enumerate()
        {
            let other = world.person("いない人");
            write(world, other, word, Visibility::Members);
            match nth {
                0 => world.block(other, me),
                1 => world.block(me, other),
                _ => world.set_state(other, IN_GRACE),
            }
            assert_eq!(work(world, me, word), nobody, "{word}");
        }
        let group = Visibility::Group(world.group(between, &[]));
        for (level, word) in [
            (Visibility::Friends, "近くの秘密室"),
            (Visibility::OnlyMe, "近くの日記帳"),
            (group, "近くの合言葉"),
        ] {
            write(world, between, word, level);
            assert_eq!(work(world, me, word), nobody, "a friend's friend's for {level:?}");
        }
        write(world, friend, "友の独り言葉", Visibility::OnlyMe);
        assert_eq!(work(world, me, "友の独り言葉"), nobody, "a friend's for nobody");
        let unlisted = world.person("探されない人");
        write(world, unlisted, "探されない話", Visibility::Members);
        for kind in [Preference::Unlisted, Preference::DiaryUnsearched] {
            world.write(move |tx| preference::set(tx, unlisted, kind, true));
        }
        assert_eq!(work(world, me, "探されない話"), nobody, "who keeps out of the search");
    }
}

#[test]
fn a_word_of_common_pairs_takes_so_much_however_much_there_is() {
    watch_statements();
    for test in stores().into_iter().filter(|test| test.folder().is_some()) {
        let world = &World { test };
        let me = world.person("探す人");
        let crowd = |rows: std::ops::Range<i64>| {
            let many: Vec<String> = rows.map(|row| format!("(2, {COMMON_PAIR}, 0, {row})")).collect();
            world.raw(
                me,
                &format!("INSERT INTO search_grams (kind, gram, scope, row_id) VALUES {}", many.join(", ")),
            );
        };
        crowd(1000..4000);
        let [some, _] = work(world, me, "さら");
        crowd(4000..9000);
        let [more, _] = work(world, me, "さら");
        assert!(some == more && some.len() < 1000, "{} and {}", some.len(), more.len());
    }
}
