//! A page with nothing on it yet: what will be here, and the one next step.

use enishi_face::{Context, Place};
use maud::{Markup, html};

use super::buttons::{self, Look};

/// What will be here, and where to go from here.
pub(crate) fn empty(context: &Context<'_>, text: &str, step: Place, label: &str) -> Markup {
    html! {
        div.empty {
            (loose_end())
            p { (text) }
            (buttons::link(context, step, label, Look::Plain))
        }
    }
}

/// What is not here, where there is no step to offer.
pub(crate) fn nothing(text: &str) -> Markup {
    html! { p.nothing { (text) } }
}

/// A thread not tied to anybody yet.
fn loose_end() -> Markup {
    html! {
        svg.loose-end viewBox="0 0 120 36" width="120" height="36" aria-hidden="true" {
            circle cx="12" cy="18" r="7" {}
            path d="M19 18C38 2 50 34 68 20S88 8 96 16" {}
            circle.unmet cx="106" cy="20" r="7" {}
        }
    }
}
