//! Looking for people and for what they wrote.

use enishi_core::diary::DiaryLine;
use enishi_core::member::Card;
use enishi_core::search::{FieldHit, Found, NoteHit, SearchPage, Where};
use enishi_face::{Context, Form, Place, said};
use maud::{Markup, html};

use crate::parts::buttons::{Look, submit};
use crate::parts::empty::nothing;
use crate::parts::entry_row::entry_row;
use crate::parts::faces::{self, Size};
use crate::parts::field::{Field, Line};
use crate::parts::form::refusal;
use crate::parts::layout::Sheet;
use crate::parts::person_row::person_row;
use crate::parts::visibility_select::field_name;

pub(super) fn search(page: &SearchPage, form: &Form, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let q = Field::of(form, context, "q", words.say("search-q")).hint(hint(page, context));
    Sheet::new(
        words.say("search"),
        html! {
            h1 { (words.say("search")) }
            (refusal(form, &["q"], context))
            // Looking changes nothing, so it is a GET: the answer can be kept, sent on, and gone back to.
            form.search method="get" action=(context.links.to(Place::Search)) role="search" {
                (q.line(&page.q, Line::SEARCH))
                (places(page, context))
                (submit(&words.say("search-button"), Look::Primary))
            }
            @if !form.is_refused() { (found(page, context)) }
        },
    )
}

/// How to look, or what was typed in vain.
fn hint(page: &SearchPage, context: &Context<'_>) -> String {
    match page.left_out.as_str() {
        "" => context.words.say("touch-search-hint").into_owned(),
        left_out => context.words.say_with("search-left-out", "words", left_out),
    }
}

fn places(page: &SearchPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    let choices = Where::ALL.map(|place| (place.key().to_owned(), words.say(name(place)).into_owned()));
    Field::of(&Form::empty(), context, "in", words.say("search-in")).choice(page.place().key(), &choices)
}

fn name(place: Where) -> &'static str {
    match place {
        Where::Names => "search-in-names",
        Where::Fields => "search-in-fields",
        Where::Diaries => "search-in-diaries",
        Where::Notes => "search-in-notes",
    }
}

fn found(page: &SearchPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if page.q.trim().is_empty() {
            (nothing(&words.say("touch-search-first")))
        } @else if page.is_empty() {
            @let none = if page.stopped_short() { "search-not-yet" } else { "search-none" };
            div role="status" { (nothing(&words.say(none))) }
            (more(page, context))
        } @else {
            section {
                h2 { (words.say("search-found")) }
                @match &page.found {
                    Found::Names(hits) => (rows(&hits.found, |card: &Card| person_row(card, context))),
                    Found::Fields(hits) => (rows(&hits.found, |hit: &FieldHit| hit_row(hit, context))),
                    Found::Notes(hits) => (rows(&hits.found, |hit: &NoteHit| note_row(hit, context))),
                    Found::Diaries(hits) => (rows(&hits.found, |line: &DiaryLine| entry_row(line, context))),
                }
                (more(page, context))
            }
        }
    }
}

fn rows<T>(found: &[T], row: impl Fn(&T) -> Markup) -> Markup {
    html! { ul.rows { @for one in found { (row(one)) } } }
}

/// A person with what the searcher noted about them.
fn note_row(hit: &NoteHit, context: &Context<'_>) -> Markup {
    row(&hit.card, &context.words.say("note"), &hit.words, context)
}

/// A person with the field that has the words.
fn hit_row(hit: &FieldHit, context: &Context<'_>) -> Markup {
    let words = said(hit.field, &hit.words, context.words);
    row(&hit.card, &field_name(hit.field, context), &words, context)
}

fn row(card: &Card, above: &str, below: &str, context: &Context<'_>) -> Markup {
    html! {
        li.entry {
            (faces::face(card, Size::Row, context))
            div.entry-words {
                p.entry-author { (above) }
                h3.entry-title {
                    a.cover href=(context.links.to(Place::Member(card.id))) {
                        (context.words.say_with("san", "name", card.nickname.as_str()))
                    }
                }
                p.entry-excerpt { (below) }
            }
        }
    }
}

/// A form rather than a link, as on every phone: the words travel in the page's charset.
fn more(page: &SearchPage, context: &Context<'_>) -> Markup {
    let onward = if page.stopped_short() { "search-further" } else { "more" };
    html! {
        @if let Some(after) = page.next() {
            nav.pager aria-label=(context.words.say("next-page")) {
                form method="get" action=(context.links.to(Place::Search)) {
                    input type="hidden" name="q" value=(page.q);
                    input type="hidden" name="in" value=(page.place().key());
                    input type="hidden" name="after" value=(after);
                    (submit(&context.words.say(onward), Look::Plain))
                }
            }
        }
    }
}
