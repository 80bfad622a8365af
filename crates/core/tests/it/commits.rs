//! The writer: many changes share a commit, and each stands or falls alone.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use enishi_core::ids::MemberId;
use enishi_core::member::Nickname;
use enishi_core::store::{Error, Store, Tx};
use enishi_core::visibility::Viewer;
use enishi_core::{member, search};

use crate::world::{World, each};

fn rename(store: &Store, who: MemberId, name: &str) -> Result<(), Error> {
    let name = Nickname::parse(name).unwrap();
    store.write(move |tx| member::rename(tx, who, &name))
}

fn names(store: &Store, viewer: MemberId, typed: &str) -> Vec<String> {
    let page = store.read(|tx| search::members(tx, Viewer::Member(viewer), typed, None)).unwrap();
    page.found.into_iter().map(|card| card.nickname).collect()
}

/// The same data through another door: what was acknowledged must be there.
fn reopened(world: &World) -> Store {
    match world.test.folder() {
        Some(folder) => Store::open(&format!("sqlite://{}", folder.join("enishi.db").display())).unwrap(),
        None => world.test.store.clone(),
    }
}

#[test]
fn two_hundred_parallel_writes_are_all_kept() {
    each(|world| {
        let people: Vec<MemberId> = (0..20).map(|_| world.person("はじめ")).collect();
        let store = &world.test.store;
        thread::scope(|scope| {
            for (number, who) in people.iter().enumerate() {
                scope.spawn(move || {
                    (0..10).for_each(|turn| rename(store, *who, &format!("つぎ{number:02}-{turn}")).unwrap());
                });
            }
        });
        let expected: Vec<String> = (0..20).map(|number| format!("つぎ{number:02}-9")).collect();
        assert_eq!(names(&reopened(world), people[0], "つぎ"), expected);
    });
}

#[derive(Debug)]
struct Refused;

impl From<Error> for Refused {
    fn from(error: Error) -> Refused {
        panic!("only the use case refuses here: {error}")
    }
}

#[test]
fn a_refused_change_undoes_itself_alone() {
    each(|world| {
        let people: Vec<MemberId> = (0..16).map(|_| world.person("まえ")).collect();
        let store = &world.test.store;
        thread::scope(|scope| {
            for (number, who) in people.iter().copied().enumerate() {
                scope.spawn(move || {
                    let change = move |tx: &mut Tx<'_>| {
                        member::rename(tx, who, &Nickname::parse(&format!("あと{number:02}")).unwrap())?;
                        if number % 2 == 0 { Ok(()) } else { Err(Refused) }
                    };
                    assert_eq!(store.write(change).is_ok(), number % 2 == 0);
                });
            }
        });
        let store = reopened(world);
        let expected: Vec<String> = (0..16).step_by(2).map(|number| format!("あと{number:02}")).collect();
        assert_eq!(names(&store, people[0], "あと"), expected);
        assert_eq!(names(&store, people[0], "まえ").len(), 8);
    });
}

/// On SQLite the panic is caught and told as an error; on PostgreSQL it goes on up. On both it changes nothing.
#[test]
fn a_change_that_panics_undoes_itself_and_stops_nobody() {
    each(|world| {
        let who = world.person("まえ");
        let store = &world.test.store;
        for _ in 0..3 {
            let outcome = catch_unwind(AssertUnwindSafe(|| {
                store.write(move |tx| -> Result<(), Error> {
                    member::rename(tx, who, &Nickname::parse("半ば").unwrap())?;
                    panic!("a test panics here on purpose")
                })
            }));
            assert!(!matches!(outcome, Ok(Ok(()))));
        }
        assert!(names(store, who, "半ば").is_empty());
        rename(store, who, "あと").unwrap();
        assert_eq!(names(&reopened(world), who, "あと"), ["あと"]);
    });
}

#[test]
fn reading_changes_nothing_even_when_it_tries() {
    each(|world| {
        let who = world.person("まえ");
        let name = Nickname::parse("あと").unwrap();
        let tried = world.test.store.read(|tx| member::rename(tx, who, &name));
        assert!(tried.is_err());
        assert_eq!(names(&world.test.store, who, "まえ"), ["まえ"]);
    });
}

/// Two that take the same two rows in opposite order wait for each other: PostgreSQL undoes one of them.
#[test]
fn who_was_undone_for_a_deadlock_is_served_all_the_same() {
    each(|world| {
        let [one, other] = world.people(["いち", "に"]);
        let store = &world.test.store;
        let (meet, is_postgres) = (Arc::new(Barrier::new(2)), store.engine_name() == "postgres");
        let rename_both = |first: MemberId, second: MemberId, name: &'static str| {
            let (meet, tries) = (Arc::clone(&meet), Arc::new(AtomicUsize::new(0)));
            move || {
                store.write(move |tx| {
                    member::rename(tx, first, &Nickname::parse(name).unwrap())?;
                    // SQLite has one writer: there the second would wait for ever.
                    if tries.fetch_add(1, Ordering::Relaxed) == 0 && is_postgres {
                        meet.wait();
                    }
                    member::rename(tx, second, &Nickname::parse(name).unwrap())
                })
            }
        };
        let (there, back) = (rename_both(one, other, "こちら"), rename_both(other, one, "あちら"));
        let outcome: Result<(), Error> = thread::scope(|scope| {
            let first = scope.spawn(there);
            back().and(first.join().unwrap())
        });
        outcome.unwrap();
        let kept = ["こちら", "あちら"].map(|name| names(store, one, name).len());
        assert!(kept == [2, 0] || kept == [0, 2], "one after the other: {kept:?}");
    });
}
