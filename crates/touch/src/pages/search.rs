//! Finding people by the name they go by.

use enishi_core::search::SearchPage;
use enishi_face::{Context, Form, Place};
use maud::{Markup, html};

use crate::parts::buttons::{Look, submit};
use crate::parts::empty::nothing;
use crate::parts::field::{Field, Line};
use crate::parts::layout::Sheet;
use crate::parts::person_row::person_row;

pub(super) fn search(page: &SearchPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let q =
        Field::of(&Form::empty(), context, "q", words.say("search-q")).hint(words.say("touch-search-hint"));
    Sheet::new(
        words.say("search"),
        html! {
            h1 { (words.say("search")) }
            // Looking changes nothing, so it is a GET: the answer can be kept, sent on, and gone back to.
            form.search method="get" action=(context.links.to(Place::Search)) role="search" {
                (q.line(&page.q, Line::SEARCH))
                (submit(&words.say("search-button"), Look::Primary))
            }
            (found(page, context))
        },
    )
}

fn found(page: &SearchPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if page.q.trim().is_empty() {
            (nothing(&words.say("touch-search-first")))
        } @else if page.found.is_empty() {
            div role="status" { (nothing(&words.say("search-none"))) }
        } @else {
            ul.rows { @for card in &page.found { (person_row(card, context)) } }
        }
    }
}
