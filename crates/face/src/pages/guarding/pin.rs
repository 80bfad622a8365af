//! A PIN in place of the password, on a keypad phone that is bound to its owner.

use enishi_core::pinned_phone::Bound;

use crate::context::Context;
use crate::form::Form;
use crate::guard_place::GuardPlace;
use crate::pages::slip::{Asked, LineKind, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

/// Phones with a PIN. Field: `pin`.
pub struct PinPage {
    /// Whether this phone can have one: keypad phones can.
    pub is_keypad: bool,
    /// The phones that have one.
    pub phones: Vec<Bound>,
    /// What was typed.
    pub form: Form,
}

/// A PIN was chosen on a phone without cookies: this address is what it is to keep.
pub struct BookmarkPage {
    /// The whole address.
    pub address: String,
}

pub(super) fn pin(page: &PinPage, context: &Context<'_>) -> Slip {
    let mut slip = Slip::new("pin").words("pin-why");
    if page.is_keypad {
        let asked = Asked::of(Place::Guard(GuardPlace::Pin), &page.form, "pin-button");
        slip = slip.form(asked.line("pin", "pin-new", LineKind::Pin).hinted("pin-hint"));
    } else {
        slip = slip.hint("pin-not-here");
    }
    page.phones.iter().fold(slip, |slip, phone| bound(slip, phone, context))
}

fn bound(slip: Slip, phone: &Bound, context: &Context<'_>) -> Slip {
    let words = Phrase::new("pin-phone")
        .with("device", phone.device.as_str())
        .with("when", context.when(phone.used_at).as_str());
    slip.piece(Piece::Words(words))
        .form(Asked::button(Place::Guard(GuardPlace::Unbind(phone.id)), "pin-unbind"))
}

pub(super) fn bookmark(page: &BookmarkPage) -> Slip {
    Slip::new("pin")
        .words("pin-bookmark")
        .piece(Piece::Bookmark(page.address.clone(), Phrase::new("pin-bookmark-open")))
        .piece(Piece::Red(Phrase::new("pin-bookmark-beware")))
        .way(Place::Guard(GuardPlace::Overview), "security")
}
