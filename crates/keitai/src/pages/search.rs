//! Looking for people and for what they wrote.

use enishi_core::search::{FieldHit, Found, NoteHit, SearchPage, Where};
use enishi_face::{Form as State, Place, said};

use super::me::field_name;
use crate::content::{Block, Choice, Field, Mode, Row, Sheet};
use crate::parts::{View, entry_row};

/// One line to type into, where to look, and what was found.
pub(super) fn search(view: &View<'_>, page: &SearchPage, form: &State) -> Sheet {
    let state = form.clone().with("q", page.q.as_str());
    let mut field = view.input(&state, "q", "search-q", Mode::Kana);
    if !page.left_out.is_empty() {
        field.hint = Some(view.say_with("search-left-out", "words", page.left_out.as_str()));
    }
    let fields = vec![Field::Input(field), places(view, page)];
    let mut sheet = Sheet::new(view.say("search"));
    sheet.extend(view.refused(form));
    sheet.add(Block::Form(view.asking(Place::Search, fields, view.say("search-button"))));
    sheet.extend(found(view, page));
    if page.is_empty() && !page.q.trim().is_empty() && !form.is_refused() {
        let none = if page.stopped_short() { "search-not-yet" } else { "search-none" };
        sheet.add(Block::words(view.say(none)));
    }
    sheet.extend(page.next().map(|after| more(view, page, after)));
    sheet
}

fn places(view: &View<'_>, page: &SearchPage) -> Field {
    let choice = |place: Where| Choice {
        value: place.key().to_owned(),
        words: view.say(match place {
            Where::Names => "search-in-names",
            Where::Fields => "search-in-fields",
            Where::Diaries => "search-in-diaries",
            Where::Notes => "search-in-notes",
        }),
        is_chosen: place == page.place(),
    };
    let choices = Where::ALL.into_iter().map(choice).collect();
    Field::Select { name: "in".to_owned(), label: view.say("search-in"), fault: None, choices }
}

fn found(view: &View<'_>, page: &SearchPage) -> Vec<Block> {
    match &page.found {
        Found::Names(hits) => view.people(&hits.found),
        Found::Fields(hits) => {
            let row = |hit: &FieldHit| {
                let words = format!(
                    "{}: {}",
                    field_name(view, hit.field),
                    said(hit.field, &hit.words, view.context.words)
                );
                with_words(view, view.person(&hit.card), words)
            };
            hits.found.iter().map(row).collect()
        }
        Found::Notes(hits) => {
            let row = |hit: &NoteHit| with_words(view, view.person(&hit.card), hit.words.clone());
            hits.found.iter().map(row).collect()
        }
        Found::Diaries(hits) => {
            let row = |line| with_words(view, entry_row(view, line, true), line.excerpt.clone());
            hits.found.iter().map(row).collect()
        }
    }
}

/// A narrow screen has no room for what stands around the words.
fn with_words(view: &View<'_>, mut row: Row, words: String) -> Block {
    if !view.is_narrow() {
        row.below.push(view.soft(words));
    }
    Block::Row(row)
}

/// A form of its own rather than a link: the phone writes the words in its own charset.
fn more(view: &View<'_>, page: &SearchPage, after: String) -> Block {
    let along = vec![
        view.hidden("q", page.q.as_str()),
        view.hidden("in", page.place().key()),
        view.hidden("after", after),
    ];
    let onward = if page.stopped_short() { "search-further" } else { "more" };
    Block::Form(view.asking(Place::Search, along, view.say(onward)))
}
