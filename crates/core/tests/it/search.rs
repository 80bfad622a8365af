//! Finding people by nickname.

use enishi_core::preference::{self, Preference};
use enishi_core::search::{self, MOST_FOUND};
use enishi_core::visibility::Viewer;

use crate::world::{IN_GRACE, LEFT, SUSPENDED, World, each};

fn found(world: &World, typed: &str) -> Vec<String> {
    let me = world.person("探す人");
    let page = world.read(|tx| search::members(tx, Viewer::Member(me), typed, None));
    page.found.into_iter().map(|card| card.nickname).collect()
}

#[test]
fn width_case_and_kana_do_not_matter() {
    each(|world| {
        world.people(["さとう", "Sato", "佐藤", "みすゞ"]);
        assert_eq!(found(world, "ミスヾ"), ["みすゞ"]);
        for typed in ["サトウ", "ｻﾄｳ", "さと", " さとう\u{3000}", "さ\u{200B}とう"] {
            assert_eq!(found(world, typed), ["さとう"], "{typed}");
        }
        for typed in ["sato", "ＳＡＴＯ", "SA"] {
            assert_eq!(found(world, typed), ["Sato"], "{typed}");
        }
        assert!(found(world, "と").is_empty(), "from the beginning");
    });
}

#[test]
fn wildcards_and_quotes_mean_nothing() {
    each(|world| {
        world.people(["100%の人", "under_score", "O'Hara", "ふつうの人"]);
        for typed in ["%", "_", "1%0", "u%", "\\", "*", "'", "' OR 1=1 --", "\0"] {
            assert!(found(world, typed).is_empty(), "{typed:?}");
        }
        for (typed, name) in [("100%", "100%の人"), ("under_", "under_score"), ("o'h", "O'Hara")] {
            assert_eq!(found(world, typed), [name]);
        }
    });
}

#[test]
fn nothing_typed_finds_nobody_and_a_guest_neither() {
    each(|world| {
        world.person("さとう");
        for typed in ["", " \u{3000}", "\u{200B}"] {
            assert!(found(world, typed).is_empty(), "{typed:?}");
        }
        assert!(world.read(|tx| search::members(tx, Viewer::Guest, "さとう", None)).found.is_empty());
    });
}

#[test]
fn who_left_is_not_found_and_the_page_has_an_end() {
    each(|world| {
        let gone = world.person("さとう");
        world.set_state(gone, LEFT);
        assert!(found(world, "さとう").is_empty());
        for number in 0..MOST_FOUND + 3 {
            world.person(&format!("たなか{number:02}"));
        }
        let (mut names, me) = (Vec::new(), Viewer::Member(world.person("めくる人")));
        let first = world.read(|tx| search::members(tx, me, "たなか", None));
        assert_eq!(first.found.len() as i64, MOST_FOUND);
        let second = world.read(|tx| search::members(tx, me, "たなか", first.next));
        assert_eq!((second.found.len(), second.next), (3, None));
        names.extend(first.found.into_iter().chain(second.found).map(|card| card.nickname));
        names.dedup();
        assert!(names.is_sorted() && names.len() as i64 == MOST_FOUND + 3);
    });
}

#[test]
fn who_does_not_want_to_be_listed_is_found_by_nobody() {
    each(|world| {
        let shy = world.person("さとう");
        let names = |looking: bool| {
            world.write(move |tx| preference::set(tx, shy, Preference::Unlisted, !looking));
            found(world, "さとう").len()
        };
        assert_eq!([names(true), names(false), names(true)], [1, 0, 1]);
    });
}

/// A place in the list is a name: whoever is not to be found has none.
#[test]
fn to_go_on_behind_somebody_hidden_is_to_begin_anew() {
    each(|world| {
        let me = world.person("探す人");
        let names: Vec<String> = (0..MOST_FOUND + 3).map(|number| format!("たなか{number:02}")).collect();
        let all: Vec<_> = names.iter().map(|name| world.person(name)).collect();
        let look = |after| world.read(|tx| search::members(tx, Viewer::Member(me), "たなか", after));
        let begin = look(None);
        assert_eq!(look(Some(all[4])).found[0].nickname, "たなか05");
        let hidden = ["あ", "い", "う", "え", "お"].map(|end| world.person(&format!("たなか10{end}")));
        let [blocks, blocked, in_grace, suspended, unlisted] = hidden;
        world.block(blocks, me);
        world.block(me, blocked);
        world.set_state(in_grace, IN_GRACE);
        world.set_state(suspended, SUSPENDED);
        world.write(move |tx| preference::set(tx, unlisted, Preference::Unlisted, true));
        for (nth, nobody) in hidden.into_iter().chain([i64::MAX.into()]).enumerate() {
            assert_eq!(look(Some(nobody)), begin, "{nth}");
        }
    });
}
