//! Who came by.

use enishi_core::footprint::{Footprint, FootprintsPage};
use enishi_face::{Context, Place};
use maud::{Markup, html};

use crate::parts::bottom_bar::Tab;
use crate::parts::empty::empty;
use crate::parts::faces::{self, Size};
use crate::parts::layout::Sheet;
use crate::parts::moments::moment;
use crate::parts::tie;

pub(super) fn footprints(page: &FootprintsPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("footprints")) }
        p.hint { (words.say_with("footprints-total", "n", page.total)) }
        @if page.footprints.is_empty() {
            (empty(context, &words.say("footprints-none"), Place::Friends, &words.say("friends-mine")))
        } @else {
            ul.rows { @for footprint in &page.footprints { (footprint_row(footprint, context)) } }
        }
    };
    Sheet::new(words.say("footprints"), body).under(Tab::Footprints)
}

/// One visitor's day: who, how they are tied to me, when.
pub(super) fn footprint_row(footprint: &Footprint, context: &Context<'_>) -> Markup {
    let words = context.words;
    let visitor = &footprint.visitor;
    html! {
        li.person {
            a.person-link href=(context.links.to(Place::Member(visitor.id))) {
                (faces::face(visitor, Size::Row, context))
                span.person-words {
                    span.person-name { (words.say_with("footprint-row", "name", visitor.nickname.as_str())) }
                    span.facts {
                        (moment(footprint.last_at, context))
                        span { (tie::words(&footprint.tie, context)) }
                        @if footprint.visits > 1 {
                            span { (words.say_with("footprint-visits", "n", i64::from(footprint.visits))) }
                        }
                    }
                }
            }
        }
    }
}
