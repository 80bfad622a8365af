//! Passkeys: made by the phone itself, so the page needs the script; they are listed and taken off without it.

use enishi_core::passkey::Passkey;

use crate::context::Context;
use crate::form::Form;
use crate::guard_place::GuardPlace;
use crate::pages::slip::{Asked, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

/// My passkeys.
pub struct PasskeysPage {
    /// The last used first.
    pub passkeys: Vec<Passkey>,
    /// What the script hands to the browser, where one can be made.
    pub make: Option<MakePasskey>,
    /// What was wrong.
    pub form: Form,
}

/// What the script hands to the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MakePasskey {
    /// To be signed.
    pub challenge: String,
    /// What the phone files the key under.
    pub member: String,
    /// The name it shows beside it.
    pub name: String,
    /// The name of this site.
    pub site: String,
    /// What phones call the keys there are, parted by spaces: a phone that has one of them makes no second one.
    pub known: String,
}

pub(super) fn passkeys(page: &PasskeysPage, context: &Context<'_>) -> Slip {
    let slip = Slip::new("passkeys").words("passkeys-why");
    let slip = page.form.faults().fold(slip, |slip, (_, why)| slip.piece(Piece::Red(why.clone())));
    let slip = match &page.make {
        Some(make) => slip.piece(Piece::MakePasskey(make.clone())),
        None => slip.hint("passkeys-not-here"),
    };
    page.passkeys.iter().fold(slip, |slip, passkey| line(slip, passkey, context))
}

fn line(slip: Slip, passkey: &Passkey, context: &Context<'_>) -> Slip {
    let words = Phrase::new("passkey-line")
        .with("device", passkey.device.as_str())
        .with("when", context.when(passkey.used_at).as_str());
    let place = Place::Guard(GuardPlace::RemovePasskey(passkey.id));
    slip.piece(Piece::Words(words)).form(Asked::button(place, "passkey-remove"))
}
