//! The way from something somebody did to being rid of them: small, beside what else may be done about it.

use enishi_core::member::Card;
use enishi_face::{Context, Origin, Place};
use maud::{Markup, html};

/// The link. Among others it is told apart by a name that is read out and not shown.
pub(crate) fn block_link(whom: &Card, origin: Origin, context: &Context<'_>) -> Markup {
    let words = context.words;
    let whose = words.say_with("item-block", "name", whom.nickname.as_str());
    html! {
        @if context.viewer.is_none_or(|me| me.id != whom.id) {
            p.facts { a href=(context.links.to(Place::BlockFrom(whom.id, origin))) aria-label=(whose) { (words.say("friend-block")) } }
        }
    }
}
