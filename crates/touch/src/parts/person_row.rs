//! A person as a row: face and name, and what may be done beside them.

use enishi_core::member::Card;
use enishi_face::{Context, Place};
use maud::{Markup, html};

use super::{faces, faces::Size, icons::Icon};

/// A row that leads to the person's page.
pub(crate) fn person_row(card: &Card, context: &Context<'_>) -> Markup {
    html! { li.person { (person(card, context)) (Icon::Onward.draw()) } }
}

/// A row with something to do at its end. The name leads to the person's page.
pub(crate) fn person_row_with(card: &Card, context: &Context<'_>, action: &Markup) -> Markup {
    html! { li.person.acts { (person(card, context)) div.act { (action) } } }
}

/// A row that leads on by choosing the person.
pub(crate) fn pick_row(card: &Card, place: Place, context: &Context<'_>) -> Markup {
    html! { li.person { (person_to(card, place, context)) (Icon::Onward.draw()) } }
}

/// Face and name, leading to the person's page.
pub(crate) fn person(card: &Card, context: &Context<'_>) -> Markup {
    person_to(card, Place::Member(card.id), context)
}

fn person_to(card: &Card, place: Place, context: &Context<'_>) -> Markup {
    html! {
        a.person-link href=(context.links.to(place)) {
            (faces::face(card, Size::Row, context))
            span.person-name { (context.words.say_with("san", "name", card.nickname.as_str())) }
        }
    }
}
