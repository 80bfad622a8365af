//! Buttons and links that look like them. What they say is what will happen.

use enishi_face::{Context, Place};
use maud::{Markup, html};

/// How loud a button is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// The one thing a page is for.
    Primary,
    /// Anything else one may do.
    Plain,
    /// What is seldom wanted.
    Quiet,
}

impl Look {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Look::Primary => "button primary",
            Look::Plain => "button",
            Look::Quiet => "button quiet",
        }
    }
}

/// Sends the form it stands in.
pub(crate) fn submit(label: &str, look: Look) -> Markup {
    html! { button type="submit" class=(look.class()) { (label) } }
}

/// Sends the form and says by `name` and `value` which of its buttons was pressed.
pub(crate) fn submit_as(name: &str, value: &str, label: &str, look: Look) -> Markup {
    html! { button type="submit" class=(look.class()) name=(name) value=(value) { (label) } }
}

/// Leads somewhere, in the shape of a button.
pub(crate) fn link(context: &Context<'_>, place: Place, label: &str, look: Look) -> Markup {
    html! { a class=(look.class()) href=(context.links.to(place)) { (label) } }
}
