//! The ways to the other face, the other language, and out.

use enishi_face::{Context, Language, Place};
use maud::{Markup, html};

use super::{buttons::Look, form};

/// Below every page but those that have to be the same for everyone.
pub(crate) fn footer(context: &Context<'_>) -> Markup {
    let words = context.words;
    let links = context.links;
    html! {
        footer.foot {
            a href=(links.with_query(context.here, "face=keitai")) { (words.say("face-keitai")) }
            @match words.language() {
                Language::Ja => {
                    a href=(links.with_query(context.here, "lang=en")) lang="en" { (words.say("language-en")) }
                },
                Language::En => {
                    a href=(links.with_query(context.here, "lang=ja")) lang="ja" { (words.say("language-ja")) }
                },
            }
            @if context.viewer.is_some() {
                (form::one_button(context, Place::Logout, &words.say("logout"), Look::Quiet))
            }
        }
    }
}
