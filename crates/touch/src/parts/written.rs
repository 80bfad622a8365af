//! What members write, with its addresses as links.

use enishi_core::diary::Said;
use enishi_face::{Context, Stretch, said_stretches, stretches};
use maud::{Markup, html};

/// The text; its container keeps the line ends (`.written`).
pub(crate) fn written(text: &str, context: &Context<'_>) -> Markup {
    html! { @for stretch in stretches(text) { (one(&stretch, &|_| String::new(), context)) } }
}

/// The text of a comment: those it names are links too, to where `place` says.
pub(crate) fn written_comment(said: &Said, place: &dyn Fn(i32) -> String, context: &Context<'_>) -> Markup {
    html! { @for stretch in said_stretches(said) { (one(&stretch, place, context)) } }
}

fn one(stretch: &Stretch<'_>, place: &dyn Fn(i32) -> String, context: &Context<'_>) -> Markup {
    html! {
        @match stretch {
            Stretch::Words(words) => (words),
            Stretch::Comment(words, number) => a href=(place(*number)) { (words) },
            Stretch::Address(address) => @match context.links.address(address) {
                Some(to) => a href=(to) { (address) },
                None => (address),
            },
        }
    }
}
