//! Pages about an account, all shown in one way.

use enishi_face::Form as State;
use enishi_face::pages::{AccountPage, Asked, Entry, LineKind, Piece};

use super::door::loose_faults;
use crate::content::{Block, Field, Input, Kind, Mode, Sheet, Tone};
use crate::parts::View;

pub(super) fn account(view: &View<'_>, page: &AccountPage) -> Sheet {
    let slip = page.slip(view.context);
    let mut sheet = Sheet::new(view.tell(&slip.title));
    for piece in &slip.pieces {
        match piece {
            Piece::Words(phrase) => sheet.add(Block::Text(view.tell(phrase))),
            Piece::Hint(phrase) => sheet.add(Block::toned(Tone::Soft, view.tell(phrase))),
            Piece::Red(phrase) => sheet.add(Block::toned(Tone::Red, view.tell(phrase))),
            Piece::Form(asked) => sheet.extend(form(view, asked)),
            Piece::Way(place, phrase) => sheet.add(Block::Row(view.row(*place, view.tell(phrase)))),
        };
    }
    sheet
}

fn form(view: &View<'_>, asked: &Asked) -> Vec<Block> {
    let mut blocks = loose_faults(view, &asked.state, &asked.shown());
    let fields = asked.entries.iter().map(|entry| field(view, &asked.state, entry)).collect();
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
            value: state.value(name).to_owned(),
            kind: Kind::Text,
            mode: mode(*kind),
            is_code: false,
        }),
        Entry::Hidden { name, value } => view.hidden(name, value.as_str()),
    }
}

fn mode(kind: LineKind) -> Mode {
    match kind {
        LineKind::Email => Mode::Letters,
    }
}
