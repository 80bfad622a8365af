//! What is narrowed, widened or aged many at a time lies in the search's index where it is then looked for.

use std::sync::Arc;

use diesel::prelude::*;
use diesel::sql_types::BigInt;
use enishi_core::diary::{self, Aging, NewDiary, Widening};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::leaving::{self, LeavingRules};
use enishi_core::member::Nickname;
use enishi_core::profile::{self, Answer, Field};
use enishi_core::search;
use enishi_core::secrets::Keyring;
use enishi_core::visibility::{Viewer, Visibility};

use crate::raw;
use crate::world::{World, each, tokyo, words};

/// Both trees have the same statements.
const AGAIN: &str = include_str!("../../../../migrations/sqlite/2026-12-04-000060_search_anew/up.sql");

#[derive(QueryableByName)]
struct Scope {
    #[diesel(sql_type = BigInt)]
    scope: i64,
}

/// Under whom entries lie; nobody's are `0`.
fn scopes(world: &World, somebody: MemberId) -> Vec<i64> {
    let query = diesel::sql_query("SELECT DISTINCT scope FROM search_grams WHERE kind = 2 ORDER BY scope");
    let rows: Vec<Scope> = match world.test.folder() {
        Some(_) => query.load(&mut raw::sqlite(&world.test)),
        None => query.load(&mut raw::postgres(somebody)),
    }
    .unwrap();
    rows.into_iter().map(|row| row.scope).collect()
}

fn write(world: &World, who: MemberId, visibility: Visibility) -> DiaryId {
    world.tick();
    let new = NewDiary { body: "川へ釣りに。".to_owned(), ..words("題", visibility, Vec::new()) };
    world.write(move |tx| diary::post(tx, who, &new))
}

fn finds(world: &World, who: MemberId) -> usize {
    world.read(|tx| search::diaries(tx, Viewer::Member(who), "釣り", None)).found.len()
}

fn widen(world: &World, me: MemberId, step: Widening) -> usize {
    let mark = world.read(|tx| diary::widening(tx, me, step)).mark();
    world.write(move |tx| diary::widen(tx, me, step, &mark))
}

#[test]
fn who_may_read_it_finds_it_whichever_way_it_went() {
    each(|world| {
        let [me, friend, stranger] = world.people(["わたし", "友", "知らない人"]);
        world.befriend(me, friend);
        let id = write(world, me, Visibility::Members);
        let now = || (finds(world, stranger), finds(world, friend), scopes(world, me));
        let (open, closed) = ((1, 1, vec![0]), (0, 1, vec![i64::from(me)]));
        assert_eq!(now(), open);
        assert_eq!(world.write(move |tx| diary::narrow(tx, me, Visibility::Friends)), 1);
        assert_eq!(now(), closed);
        assert_eq!(widen(world, me, Widening::FriendsToMembers), 1);
        assert_eq!(now(), open);
        let wish = Aging { months: 1, to: Visibility::Friends };
        world.write(move |tx| diary::age(tx, me, Some(wish)));
        world.test.clock.advance_seconds(40 * 24 * 3600);
        assert_eq!(world.write(|tx| diary::narrow_aged(tx, &tokyo())).entries, 1);
        assert_eq!(now(), closed);
        assert_eq!(widen(world, me, Widening::FriendsToFriendsOfFriends), 1);
        assert_eq!(widen(world, me, Widening::FriendsOfFriendsToMembers), 1);
        assert_eq!(now(), open);
        assert_eq!(world.write(move |tx| diary::narrow(tx, me, Visibility::OnlyMe)), 1);
        assert_eq!((finds(world, friend), finds(world, me)), (0, 1));
        world.write(move |tx| diary::delete(tx, me, id));
        assert!(scopes(world, me).is_empty(), "nothing of it stays behind");
    });
}

#[test]
fn more_than_are_carried_at_once_and_what_others_commented_on() {
    each(|world| {
        let [me, friend] = world.people(["わたし", "友"]);
        world.befriend(me, friend);
        let all: Vec<DiaryId> = (0..53).map(|_| write(world, me, Visibility::Friends)).collect();
        let said = all[20];
        world.write(move |tx| diary::comment(tx, friend, said, "ここだけの話"));
        let elsewhere = write(world, friend, Visibility::Members);
        assert_eq!(widen(world, me, Widening::FriendsToMembers), 52);
        assert_eq!(scopes(world, me), [0, i64::from(me)], "the one with a comment stays");
        assert_eq!(world.write(move |tx| diary::narrow(tx, me, Visibility::OnlyMe)), 53);
        world.write(move |tx| diary::delete(tx, friend, elsewhere));
        assert_eq!(scopes(world, me), [i64::from(me)]);
    });
}

#[test]
fn whoever_narrowed_everything_leaves_nothing_behind() {
    each(|world| {
        let me = world.person("わたし");
        write(world, me, Visibility::Members);
        world.write(move |tx| diary::narrow(tx, me, Visibility::Friends));
        let keys = Arc::new(Keyring::open_or_create(tempfile::tempdir().unwrap().path(), true).unwrap());
        world.write(move |tx| leaving::leave(tx, &keys, me, &LeavingRules::default()));
        world.test.clock.advance_seconds(15 * 24 * 3600);
        let other = world.person("よその人");
        assert!(world.write(move |tx| leaving::erase(tx, me)));
        assert!(scopes(world, other).is_empty());
    });
}

#[test]
fn what_lay_in_the_wrong_place_is_brought_in_anew() {
    each(|world| {
        let [me, stranger] = world.people(["わたし", "知らない人"]);
        write(world, me, Visibility::Members);
        let hidden = write(world, me, Visibility::Friends);
        let wrong = format!(
            "UPDATE search_grams SET scope = {} WHERE kind = 2; UPDATE search_grams SET scope = 0 WHERE row_id = {}; \
             INSERT INTO search_grams (kind, gram, scope, row_id) VALUES (2, 7, 0, 999)",
            i64::from(me),
            i64::from(hidden)
        );
        world.raw(me, &wrong);
        assert_eq!(finds(world, stranger), 0);
        world.raw(me, AGAIN);
        while world.write(|tx| search::fill(tx, 1)) {}
        assert_eq!((finds(world, stranger), finds(world, me)), (1, 2));
        let stray = world.write(move |tx| diary::delete(tx, me, hidden));
        assert!(stray.is_some() && scopes(world, me) == [0]);
    });
}

#[test]
fn marks_of_repetition_are_folded_in_what_was_there_before() {
    each(|world| {
        let [me, other] = world.people(["わたし", "ミスヾ"]);
        let said =
            Answer {
                field: Field::Interests, value: "コヽロ".to_owned(), visibility: Visibility::Members
            };
        let name = Nickname::parse("ミスヾ").unwrap();
        world.write(move |tx| profile::save(tx, other, &name, &[said]));
        let before = format!(
            "UPDATE members SET nickname_folded = 'みすヾ' WHERE id = {}; \
             UPDATE search_grams SET gram = gram + 96 WHERE kind = 1 AND (gram & 2097151) = 12445; \
             UPDATE search_grams SET gram = gram + 96 * 2097152 WHERE kind = 1 AND (gram >> 21) = 12445",
            i64::from(other)
        );
        world.raw(me, &before);
        let viewer = Viewer::Member(me);
        let found = || {
            let named = world.read(|tx| search::members(tx, viewer, "みすゞ", None)).found.len();
            (named, world.read(|tx| search::fields(tx, viewer, "こゝろ", None)).found.len())
        };
        assert_eq!(found(), (0, 0));
        world.raw(me, AGAIN);
        while world.write(|tx| search::fill(tx, 1)) {}
        assert_eq!(found(), (1, 1));
    });
}
