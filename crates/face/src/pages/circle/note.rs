//! What I note about somebody, for my own eyes.

use enishi_core::member::Card;

use crate::form::Form;
use crate::pages::slip::{Asked, LineKind, Slip};
use crate::place::Place;

pub(super) fn note(card: &Card, form: &Form) -> Slip {
    let asked = Asked::of(Place::Note(card.id), form, "save")
        .line("real_name", "note-real-name", LineKind::Words)
        .area("memo", "note-memo");
    Slip::new("note").person(card, Vec::new()).words("note-lead").form(asked)
}
