//! Pages about an account, all shown in one way.

use enishi_face::pages::{AccountPage, Asked, Entry, LineKind, Piece};
use enishi_face::{Context, Form};
use maud::{Markup, html};

use crate::parts::buttons::{Look, submit};
use crate::parts::field::{Field, Line};
use crate::parts::form;
use crate::parts::layout::Sheet;

pub(super) fn account(page: &AccountPage, context: &Context<'_>) -> Sheet {
    let slip = page.slip(context);
    let title = context.words.tell(&slip.title);
    Sheet::new(
        title.as_str(),
        html! {
            h1 { (title) }
            @for piece in &slip.pieces { (self::piece(piece, context)) }
        },
    )
}

fn piece(piece: &Piece, context: &Context<'_>) -> Markup {
    let words = context.words;
    match piece {
        Piece::Words(phrase) => html! { p { (words.tell(phrase)) } },
        Piece::Hint(phrase) => html! { p.hint { (words.tell(phrase)) } },
        Piece::Red(phrase) => html! { p.fault { (words.tell(phrase)) } },
        Piece::Form(asked) => asked_form(asked, context),
        Piece::Way(place, phrase) => {
            html! { p.other-way { a href=(context.links.to(*place)) { (words.tell(phrase)) } } }
        }
    }
}

fn asked_form(asked: &Asked, context: &Context<'_>) -> Markup {
    let look = if asked.is_main { Look::Primary } else { Look::Plain };
    let button = context.words.tell(&asked.button);
    let fields = html! {
        @for entry in &asked.entries { (field(entry, &asked.state, context)) }
        (submit(&button, look))
    };
    html! {
        (form::refusal(&asked.state, &asked.shown(), context))
        (form::post(context, asked.action, &fields))
    }
}

fn field(entry: &Entry, state: &Form, context: &Context<'_>) -> Markup {
    let words = context.words;
    match entry {
        Entry::Line { name, label, hint, kind } => {
            let mut field = Field::of(state, context, name, words.tell(label));
            if let Some(hint) = hint {
                field = field.hint(words.tell(hint));
            }
            field.line(state.value(name), line(*kind))
        }
        Entry::Hidden { name, value } => form::unseen(name, value),
    }
}

fn line(kind: LineKind) -> Line {
    match kind {
        LineKind::Email => Line::EMAIL,
    }
}
