//! Pages of sentences, people, a few fields and buttons, all shown in one way.

use enishi_core::member::Card;
use enishi_face::pages::{AccountPage, Asked, Entry, LineKind, Piece, Slip, SlipRow};
use enishi_face::{Context, Form, Phrase};
use maud::{Markup, html};

use crate::parts::bell;
use crate::parts::buttons::{Look, submit};
use crate::parts::field::{Field, Line};
use crate::parts::icons::Icon;
use crate::parts::layout::Sheet;
use crate::parts::passkey;
use crate::parts::photos;
use crate::parts::visibility_select::level_select;
use crate::parts::{form, person_row, written};

use super::comments;

pub(super) fn account(page: &AccountPage, context: &Context<'_>) -> Sheet {
    slip(&page.slip(context), context)
}

/// A page of sentences, fields and buttons.
pub(super) fn slip(slip: &Slip, context: &Context<'_>) -> Sheet {
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
        Piece::Heading(phrase) => html! { h2 { (words.tell(phrase)) } },
        Piece::Person(card, below) => person(card, below, context),
        Piece::Pick(choices) => html! {
            ul.rows { @for (card, place) in choices { (person_row::pick_row(card, *place, context)) } }
        },
        Piece::Keys(place, keys) => form::post(context, *place, &answers(keys, context)),
        Piece::Photo(photo, number, below) => html! {
            div.photos { (photos::figure(photo, *number, *number > 1, context)) }
            @for words in below { p.hint { (words) } }
        },
        Piece::Said(words) => html! { blockquote.said { (words) } },
        Piece::Written(text) => html! { div.written { (written::written(text, context)) } },
        Piece::Rows(rows) => html! { ul.ways-on { @for row in rows { (slip_row(row, context)) } } },
        Piece::Talk(said) => html! {
            section #comments {
                (comments::said(said.thread, &said.comments, &said.around, said.may_answer, context))
            }
        },
        Piece::Form(asked) => asked_form(asked, context),
        Piece::Way(place, phrase) => {
            html! { p.other-way { a href=(context.links.to(*place)) { (words.tell(phrase)) } } }
        }
        Piece::Key(key) => html! { p.invite-code translate="no" { (key) } },
        Piece::Picture { place, query, side_px, alt } => {
            let address = context.links.with_query(&place.to_string(), query);
            html! { img.qr src=(address) alt=(words.tell(alt)) width=(side_px) height=(side_px); }
        }
        Piece::MakePasskey(make) => passkey::make(make, context),
        Piece::RingHere(here) => bell::ring_here(here, context),
        Piece::Opens(address, phrase) | Piece::Bookmark(address, phrase) => {
            html! { p.other-way { a href=(address) { (words.tell(phrase)) } } }
        }
    }
}

fn slip_row(row: &SlipRow, context: &Context<'_>) -> Markup {
    html! {
        li {
            a href=(context.links.to(row.place)) {
                span.way-words { (row.words) }
                span.count { (row.below) }
                (Icon::Onward.draw())
            }
        }
    }
}

fn person(card: &Card, below: &[String], context: &Context<'_>) -> Markup {
    html! {
        div.person {
            (person_row::person(card, context))
            @for words in below { span.count { (words) } }
        }
    }
}

/// Several buttons of one form: the last of them stands for none of the others.
fn answers(keys: &[(&'static str, Phrase)], context: &Context<'_>) -> Markup {
    html! {
        div.answers {
            @for (name, phrase) in keys {
                button.button type="submit" name=(name) value="1" { (context.words.tell(phrase)) }
            }
        }
    }
}

fn asked_form(asked: &Asked, context: &Context<'_>) -> Markup {
    let look = if asked.is_main { Look::Primary } else { Look::Plain };
    let button = context.words.tell(&asked.button);
    let fields = html! {
        @for entry in &asked.entries { (field(entry, &asked.state, context)) }
        @for (name, value) in asked.state.carried() { (form::unseen(name, value)) }
        (submit(&button, look))
    };
    html! {
        (form::refusal(&asked.state, &asked.shown(), context))
        @if asked.sends_photo() { (form::post_with_photos(context, asked.action, None, &fields)) }
        @else { (form::post(context, asked.action, &fields)) }
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
            field.line(if kind.is_secret() { "" } else { state.value(name) }, line(*kind))
        }
        Entry::Check { name, label, hint } => tick(state, name, label, hint.as_ref(), context),
        Entry::Area { name, label, hint, is_stored: _ } => {
            let mut field = Field::of(state, context, name, words.tell(label));
            if let Some(hint) = hint {
                field = field.hint(words.tell(hint));
            }
            field.area(state.value(name), 4)
        }
        Entry::Choice { name, label, choices } => {
            Field::of(state, context, name, words.tell(label)).choice(state.value(name), choices)
        }
        Entry::Photo { name, label, hint } => {
            Field::of(state, context, name, words.tell(label)).hint(words.tell(hint)).photos(false)
        }
        Entry::SeenBy { name, label, groups } => {
            level_select(name, &words.tell(label), state.value(name), groups, state, context)
        }
        Entry::Hidden { name, value } => form::unseen(name, value),
    }
}

fn tick(state: &Form, name: &str, label: &Phrase, hint: Option<&Phrase>, context: &Context<'_>) -> Markup {
    let hint_id = format!("{name}-hint");
    html! {
        label.tick {
            input type="checkbox" name=(name) value="1" checked[state.value(name) == "1"]
                aria-describedby=[hint.map(|_| &hint_id)];
            (context.words.tell(label))
        }
        @if let Some(hint) = hint { p.hint id=(hint_id) { (context.words.tell(hint)) } }
    }
}

fn line(kind: LineKind) -> Line {
    match kind {
        LineKind::Email => Line::EMAIL,
        LineKind::Phone => Line::PHONE,
        LineKind::NewPassword => Line::NEW_PASSWORD,
        LineKind::Words => Line::TEXT,
        LineKind::Letters => Line::CODE_OF_LETTERS,
        LineKind::Code => Line::LONG_CODE,
        LineKind::Pin => Line::PIN,
        LineKind::Password => Line::PASSWORD,
    }
}
