//! Phones that ring when something waits. One is switched on by the phone itself, so that takes its script; the list and
//! switching off need none.

use enishi_core::bell::Bell;
use enishi_core::ids::SessionId;

use crate::context::Context;
use crate::form::Form;
use crate::pages::slip::{Asked, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

/// My phones that ring.
pub struct BellsPage {
    /// The newest first.
    pub bells: Vec<Bell>,
    /// The session on this phone.
    pub this: SessionId,
    /// Whether a phone like this one could ring.
    pub can_be_here: bool,
    /// What switches this phone on; none if it rings already or cannot.
    pub here: Option<RingHere>,
    /// What was wrong.
    pub form: Form,
}

/// What the script hands to the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RingHere {
    /// The public key of the site: the phone's push service takes messages from nobody else.
    pub key: String,
    /// The address of what the browser runs when the phone rings.
    pub worker: String,
}

pub(super) fn bells(slip: Slip, page: &BellsPage, context: &Context<'_>) -> Slip {
    let slip = slip.piece(Piece::Heading(Phrase::new("bells"))).words("bells-why");
    let slip = page.form.faults().fold(slip, |slip, (_, why)| slip.piece(Piece::Red(why.clone())));
    let slip = match &page.here {
        Some(here) => slip.piece(Piece::RingHere(here.clone())),
        None if page.can_be_here => slip,
        None => slip.hint("bells-not-here"),
    };
    page.bells.iter().fold(slip, |slip, bell| line(slip, bell, page.this, context))
}

fn line(slip: Slip, bell: &Bell, this: SessionId, context: &Context<'_>) -> Slip {
    let words = Phrase::new(if bell.session == this { "bell-line-here" } else { "bell-line" })
        .with("device", bell.device.as_str())
        .with("when", context.when(bell.made_at).as_str());
    slip.piece(Piece::Words(words)).form(Asked::button(Place::BellOff(bell.id), "bell-switch-off"))
}
