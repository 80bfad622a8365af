//! Pages of sentences, people, a few fields and buttons, all shown in one way.

use enishi_core::member::Card;
use enishi_face::pages::{AccountPage, Asked, Entry, LineKind, Piece, Slip, SlipRow};
use enishi_face::{Form as State, Phrase, Place};

use super::comments;
use super::door::{carried, loose_faults};
use super::joining::qr_picture;
use crate::content::{Block, Button, Choice, Field, Form, Input, Kind, Method, Mode, Row, Sheet, Tone};
use crate::parts::{View, groups_hint, visibility_choices};

pub(super) fn account(view: &View<'_>, page: &AccountPage) -> Sheet {
    slip(view, &page.slip(view.context))
}

/// A page of sentences, fields and buttons.
pub(super) fn slip(view: &View<'_>, slip: &Slip) -> Sheet {
    let mut sheet = Sheet::new(view.tell(&slip.title));
    for piece in &slip.pieces {
        match piece {
            Piece::Words(phrase) => sheet.add(Block::text(view.tell(phrase))),
            Piece::Hint(phrase) => sheet.add(Block::toned(Tone::Soft, view.tell(phrase))),
            Piece::Red(phrase) => sheet.add(Block::toned(Tone::Red, view.tell(phrase))),
            Piece::Heading(phrase) => sheet.add(Block::Heading(view.tell(phrase))),
            Piece::Person(card, below) => sheet.add(person(view, card, below)),
            Piece::Pick(choices) => {
                sheet.extend(choices.iter().map(|(card, place)| pick(view, card, *place)))
            }
            Piece::Keys(place, keys) => sheet.add(Block::Form(answers(view, *place, keys))),
            Piece::Photo(photo, number, below) => {
                sheet.add(Block::Picture(view.photo(photo, *number)));
                sheet.extend(below.iter().map(|words| Block::toned(Tone::Soft, words.as_str())))
            }
            Piece::Said(words) => sheet.add(Block::text(words.clone())),
            Piece::Written(words) => sheet.add(view.written(words)),
            Piece::Rows(rows) => sheet.extend(rows.iter().map(|row| slip_row(view, row))),
            Piece::Talk(said) => {
                let (comments, around) = (&said.comments, &said.around);
                sheet.extend(comments::said(view, said.thread, comments, around, said.may_answer))
            }
            Piece::Form(asked) => sheet.extend(form(view, asked)),
            Piece::Way(place, phrase) => sheet.add(Block::Row(view.row(*place, view.tell(phrase)))),
            Piece::Key(key) => sheet.add(Block::toned(Tone::Red, key.as_str())),
            Piece::Picture { place, query, side_px, alt } => {
                let address = view.context.links.with_query(&place.to_string(), query);
                sheet.add(Block::Picture(qr_picture(address, *side_px, view.tell(alt))))
            }
            Piece::Bookmark(address, phrase) => {
                let words = view.tell(phrase);
                sheet.add(Block::Row(view.row_to(address.clone(), words)))
            }
            // A keypad phone has no app that would open it, makes no passkeys and has no push.
            Piece::Opens(..) | Piece::MakePasskey(_) | Piece::RingHere(_) => &mut sheet,
        };
    }
    sheet
}

fn person(view: &View<'_>, card: &Card, below: &[String]) -> Block {
    let below = below.iter().map(|words| view.soft(words.as_str())).collect();
    Block::Row(Row { below, ..view.person(card) })
}

fn slip_row(view: &View<'_>, row: &SlipRow) -> Block {
    Block::Row(Row { below: vec![view.soft(row.below.as_str())], ..view.row(row.place, row.words.as_str()) })
}

/// The same row, leading on instead of to the person's page.
fn pick(view: &View<'_>, card: &Card, place: Place) -> Block {
    Block::Row(Row { to: view.to(place), ..view.person(card) })
}

/// One form of several buttons, each with its key.
fn answers(view: &View<'_>, place: Place, keys: &[(&'static str, Phrase)]) -> Form {
    let buttons = keys.iter().zip('1'..).map(|((name, phrase), key)| Button {
        name: (*name).to_owned(),
        words: view.tell(phrase),
        key: Some(key),
    });
    Form { others: buttons.collect(), ..view.form(place, Vec::new(), "") }
}

fn form(view: &View<'_>, asked: &Asked) -> Vec<Block> {
    let mut blocks = loose_faults(view, &asked.state, &asked.shown());
    let asked_for = asked.entries.iter().flat_map(|entry| fields(view, &asked.state, entry));
    let fields = asked_for.chain(carried(view, &asked.state)).collect();
    let method = if asked.sends_photo() { Method::PostFiles } else { Method::Post };
    let is_divisible = may_be_divided(asked);
    let form = view.form(asked.action, fields, view.tell(&asked.button));
    blocks.push(Block::Form(Form { method, is_divisible, ..form }));
    blocks
}

/// What one is told of is many choices, each a list of all one's groups: more than a small page holds. What
/// does not come back of it stays as it is.
fn may_be_divided(asked: &Asked) -> bool {
    asked.action == Place::MyTelling
}

fn fields(view: &View<'_>, state: &State, entry: &Entry) -> Vec<Field> {
    match entry {
        Entry::Line { name, label, hint, kind } => vec![Field::Input(Input {
            name: (*name).to_owned(),
            label: view.tell(label),
            hint: hint.as_ref().map(|hint| view.tell(hint)),
            fault: view.fault(state, name),
            value: if kind.is_secret() { String::new() } else { state.value(name).to_owned() },
            kind: if kind.is_secret() { Kind::Password } else { Kind::Text },
            mode: mode(*kind),
            is_code: *kind == LineKind::Code,
        })],
        Entry::Check { name, label, hint } => check(view, state, name, label, hint.as_ref()),
        Entry::Area { name, label, hint, is_stored } => {
            area(view, state, (name, label), hint.as_ref(), *is_stored)
        }
        Entry::Choice { name, label, choices } => vec![Field::Select {
            name: (*name).to_owned(),
            label: view.tell(label),
            fault: view.fault(state, name),
            choices: choices.iter().map(|(value, words)| chosen(state, name, value, words)).collect(),
        }],
        Entry::Photo { name, label, hint } => vec![Field::Input(Input {
            name: (*name).to_owned(),
            label: view.tell(label),
            hint: Some(view.tell(hint)),
            fault: view.fault(state, name),
            value: String::new(),
            kind: Kind::File,
            mode: Mode::Letters,
            is_code: false,
        })],
        Entry::SeenBy { name, label, groups } => {
            let select = Field::Select {
                name: (*name).to_owned(),
                label: view.tell(label),
                fault: view.fault(state, name),
                choices: visibility_choices(view, state.value(name), groups),
            };
            [select].into_iter().chain(groups_hint(view, groups)).collect()
        }
        Entry::Hidden { name, value } => vec![view.hidden(name, value.as_str())],
    }
}

fn check(view: &View<'_>, state: &State, name: &str, label: &Phrase, hint: Option<&Phrase>) -> Vec<Field> {
    let choice = chosen(state, name, "1", &view.tell(label));
    let check = Field::Check { name: name.to_owned(), choice, fault: view.fault(state, name) };
    let hint = hint.map(|hint| Field::Words(view.soft(view.tell(hint))));
    [check].into_iter().chain(hint).collect()
}

fn chosen(state: &State, name: &str, value: &str, words: &str) -> Choice {
    Choice { value: value.to_owned(), words: words.to_owned(), is_chosen: state.value(name) == value }
}

fn area(
    view: &View<'_>,
    state: &State,
    (name, label): (&str, &Phrase),
    hint: Option<&Phrase>,
    is_stored: bool,
) -> Vec<Field> {
    let mut fields = view.area_labelled(state, name, view.tell(label), is_stored);
    if let Some(Field::Area(area)) = fields.first_mut() {
        area.hint = hint.map(|hint| view.tell(hint));
    }
    fields
}

fn mode(kind: LineKind) -> Mode {
    match kind {
        LineKind::Email | LineKind::Letters | LineKind::Password | LineKind::NewPassword => Mode::Letters,
        LineKind::Words => Mode::Kana,
        LineKind::Code | LineKind::Pin | LineKind::Phone => Mode::Digits,
    }
}
