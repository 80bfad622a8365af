//! A tie drawn: you, those who connect you, and them, on one thread.

use enishi_core::friend::tie::Tie;
use enishi_core::member::Card;
use enishi_face::{Context, Place};
use maud::{Markup, html};

use super::{faces, faces::Size, tie};

/// The thread from the viewer to `other`, with the tie in words under it. To oneself there is none.
pub(crate) fn thread(tie: &Tie, other: &Card, context: &Context<'_>) -> Markup {
    let Some(viewer) = context.viewer.filter(|_| *tie != Tie::Oneself) else { return html! {} };
    html! {
        section.tie aria-label=(context.words.say("touch-tie-heading")) {
            div.tied.untied[*tie == Tie::None] {
                (line(tie))
                ol {
                    li { (node(viewer, &context.words.say("you"), context)) }
                    (between(tie, context))
                    li { (node(other, &name(other, context), context)) }
                }
            }
            p.tie-words { (tie::sentence(tie, context)) }
        }
    }
}

/// Whoever connects the two. Connectors who hide their ties leave a knot without a name.
fn between(tie: &Tie, context: &Context<'_>) -> Markup {
    let Tie::FriendOfFriend { via, more } = tie else { return html! {} };
    html! {
        @for card in via {
            li { a href=(context.links.to(Place::Member(card.id))) { (node(card, &name(card, context), context)) } }
        }
        @if via.is_empty() { li.unnamed { span.knot-dot {} } }
        @if *more > 0 {
            li.tied-more {
                span aria-hidden="true" { "+" (more) }
                span.node-name { (context.words.say_with("touch-tie-more", "n", *more)) }
            }
        }
    }
}

fn node(card: &Card, label: &str, context: &Context<'_>) -> Markup {
    html! { (faces::face(card, Size::Row, context)) span.node-name { (label) } }
}

fn name(card: &Card, context: &Context<'_>) -> String {
    context.words.say_with("san", "name", card.nickname.as_str())
}

/// The thread itself, behind the faces: it hangs a little, and is loose at its middle where nobody ties it.
fn line(tie: &Tie) -> Markup {
    let path = match tie {
        Tie::None => "M0 20C20 36 34 30 42 24M58 16C68 8 82 6 100 20",
        _ => "M0 20C14 32 36 30 50 20S86 8 100 20",
    };
    html! {
        svg.thread-line viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true" {
            path d=(path) vector-effect="non-scaling-stroke" {}
        }
    }
}

/// For the door: people nobody has named yet, on one thread.
pub(crate) fn strangers() -> Markup {
    html! {
        svg.strangers viewBox="0 0 320 120" width="320" height="120" aria-hidden="true" {
            path d="M-8 84C18 96 26 62 44 60S78 92 104 78S138 28 162 34S196 82 222 74S262 38 282 44S306 70 330 52" {}
            @for (x, y) in [(44, 60), (104, 78), (162, 34), (222, 74), (282, 44)] {
                circle cx=(x) cy=(y) r="17" {}
                circle.head cx=(x) cy=(y - 4) r="5" {}
                path.shoulders d={ "M" (x - 9) " " (y + 11) "a9 8 0 0 1 18 0" } {}
            }
        }
    }
}
