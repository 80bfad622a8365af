//! The way to what came before.

use enishi_face::{Context, Place};
use maud::{Markup, html};

use super::buttons::{self, Look};

/// A wide button to the next page of a list, if there is one.
pub(crate) fn pager(context: &Context<'_>, next: Option<Place>) -> Markup {
    html! {
        @if let Some(place) = next {
            nav.pager aria-label=(context.words.say("next-page")) {
                (buttons::link(context, place, &context.words.say("more"), Look::Plain))
            }
        }
    }
}
