//! Notes about people: for their writer's eyes alone, through every tie and every door.

use enishi_core::ids::MemberId;
use enishi_core::leaving::{self, LeavingRules};
use enishi_core::preview::{self, Eyes, Undone};
use enishi_core::private_note::{self, MEMO_CHARACTERS, Note, NoteError};
use enishi_core::secrets::Keyring;
use enishi_core::visibility::Viewer;
use enishi_core::{block, profile, search};

use crate::world::{World, each, tokyo};

fn keep(world: &World, me: MemberId, subject: MemberId, name: &str, memo: &str) {
    let note = Note { real_name: name.to_owned(), memo: memo.to_owned() };
    world.write(move |tx| private_note::keep(tx, me, subject, &note));
}

/// What stands on the page of `subject`, and how many the search finds by a word.
fn noted(world: &World, me: MemberId, subject: MemberId, word: &str) -> (Option<Note>, usize) {
    let page = world.read(|tx| profile::show(tx, Viewer::Member(me), subject, &tokyo()));
    let found = world.read(|tx| search::notes(tx, Viewer::Member(me), word, None)).found.len();
    (page.map(|page| page.note), found)
}

#[test]
fn only_its_writer_reads_and_finds_it() {
    each(|world| {
        let [me, subject, other] = world.people(["わたし", "あの人", "よその人"]);
        world.befriend(me, subject);
        keep(world, me, subject, "山田 花子", "ＳＬが好き。\r\n釣りも。");
        let mine = Note {
            real_name: "山田 花子".to_owned(), memo: "ＳＬが好き。\n釣りも。".to_owned()
        };
        assert_eq!(noted(world, me, subject, "sl 山田"), (Some(mine.clone()), 1));
        for somebody in [subject, other] {
            assert_eq!(noted(world, somebody, subject, "山田"), (Some(Note::default()), 0));
            let elsewhere = world.read(|tx| search::fields(tx, Viewer::Member(somebody), "山田", None));
            assert!(elsewhere.found.is_empty());
        }
        let eyes = Eyes::Member(me);
        match world.refused(move |tx| preview::show(tx, subject, eyes, &tokyo())) {
            Undone::Seen(page) => assert!(page.note.is_empty(), "through their eyes, not with their notes"),
            other => panic!("{other:?}"),
        }
        world.part(me, subject);
        assert_eq!(noted(world, me, subject, "釣り"), (Some(mine), 1));
        keep(world, me, subject, "", " \n");
        assert_eq!(noted(world, me, subject, "釣り"), (Some(Note::default()), 0));
    });
}

#[test]
fn it_rests_while_a_block_is_between_them() {
    each(|world| {
        let [me, subject] = world.people(["わたし", "あの人"]);
        keep(world, me, subject, "山田", "");
        world.block(subject, me);
        assert_eq!(noted(world, me, subject, "山田"), (None, 0));
        let typed = Note { real_name: "田中".to_owned(), memo: String::new() };
        let refused = world.refused(move |tx| private_note::keep(tx, me, subject, &typed));
        assert!(matches!(refused, NoteError::NotFound));
        world.write(move |tx| block::unblock(tx, subject, me));
        assert_eq!(noted(world, me, subject, "山田").1, 1);
    });
}

#[test]
fn nobody_notes_about_themselves_nor_without_end() {
    each(|world| {
        let [me, subject] = world.people(["わたし", "あの人"]);
        let long = Note { real_name: String::new(), memo: "長".repeat(MEMO_CHARACTERS + 1) };
        let refused = world.refused(move |tx| private_note::keep(tx, me, subject, &long));
        assert!(matches!(refused, NoteError::MemoTooLong));
        let refused = world.refused(move |tx| private_note::keep(tx, me, me, &Note::default()));
        assert!(matches!(refused, NoteError::NotFound));
    });
}

#[test]
fn it_goes_when_either_of_them_leaves() {
    each(|world| {
        let [me, subject, other] = world.people(["わたし", "あの人", "よその人"]);
        let folder = tempfile::tempdir().unwrap();
        let keys = std::sync::Arc::new(Keyring::open_or_create(folder.path(), true).unwrap());
        keep(world, me, subject, "山田", "");
        keep(world, other, me, "わたしの名", "");
        keep(world, subject, other, "のこる名", "");
        world.write(move |tx| leaving::leave(tx, &keys, me, &LeavingRules::default()));
        assert_eq!(noted(world, other, me, "わたし"), (None, 0));
        world.test.clock.advance_seconds(15 * 86_400);
        assert!(world.write(move |tx| leaving::erase(tx, me)));
        assert_eq!(noted(world, subject, other, "のこる").1, 1);
    });
}
