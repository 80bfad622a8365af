//! Pages about an account, all shown in one way.

use enishi_face::Form as State;
use enishi_face::pages::{AccountPage, Asked, Entry, LineKind, Piece, Slip};

use super::door::{carried, loose_faults};
use super::joining::qr_picture;
use crate::content::{Block, Field, Input, Kind, Mode, Sheet, Tone};
use crate::parts::View;

pub(super) fn account(view: &View<'_>, page: &AccountPage) -> Sheet {
    slip(view, &page.slip(view.context))
}

/// A page of sentences, fields and buttons.
pub(super) fn slip(view: &View<'_>, slip: &Slip) -> Sheet {
    let mut sheet = Sheet::new(view.tell(&slip.title));
    for piece in &slip.pieces {
        match piece {
            Piece::Words(phrase) => sheet.add(Block::Text(view.tell(phrase))),
            Piece::Hint(phrase) => sheet.add(Block::toned(Tone::Soft, view.tell(phrase))),
            Piece::Red(phrase) => sheet.add(Block::toned(Tone::Red, view.tell(phrase))),
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
            // A keypad phone has no app that would open it, and makes no passkeys.
            Piece::Opens(..) | Piece::MakePasskey(_) => &mut sheet,
        };
    }
    sheet
}

fn form(view: &View<'_>, asked: &Asked) -> Vec<Block> {
    let mut blocks = loose_faults(view, &asked.state, &asked.shown());
    let fields = asked.entries.iter().map(|entry| field(view, &asked.state, entry));
    let fields = fields.chain(carried(view, &asked.state)).collect();
    blocks.push(Block::Form(view.form(asked.action, fields, view.tell(&asked.button))));
    blocks
}

fn field(view: &View<'_>, state: &State, entry: &Entry) -> Field {
    match entry {
        Entry::Line { name, label, hint, kind } => Field::Input(Input {
            name: (*name).to_owned(),
            label: view.tell(label),
            hint: hint.as_ref().map(|hint| view.tell(hint)),
            fault: view.fault(state, name),
            value: if *kind == LineKind::Pin { String::new() } else { state.value(name).to_owned() },
            kind: if *kind == LineKind::Pin { Kind::Password } else { Kind::Text },
            mode: mode(*kind),
            is_code: *kind == LineKind::Code,
        }),
        Entry::Hidden { name, value } => view.hidden(name, value.as_str()),
    }
}

fn mode(kind: LineKind) -> Mode {
    match kind {
        LineKind::Email => Mode::Letters,
        LineKind::Code | LineKind::Pin => Mode::Digits,
    }
}
