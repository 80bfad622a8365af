//! What members write, with its addresses as links.

use enishi_face::{Context, Stretch, stretches};
use maud::{Markup, html};

/// The text; its container keeps the line ends (`.written`).
pub(crate) fn written(text: &str, context: &Context<'_>) -> Markup {
    html! {
        @for stretch in stretches(text) {
            @match stretch {
                Stretch::Words(words) => (words),
                Stretch::Address(address) => @match context.links.address(address) {
                    Some(to) => a href=(to) { (address) },
                    None => (address),
                },
            }
        }
    }
}
