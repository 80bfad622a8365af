//! Numbers that change hands: back to the old one, and one that came to somebody new.

use enishi_core::claim::Standing;

use crate::context::Context;
use crate::form::Form;
use crate::pages::slip::{Asked, LineKind, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

pub(super) fn undo(form: &Form) -> Slip {
    let asked = Asked::of(Place::NumberUndo, form, "undo-button");
    let asked = match form.value("link") {
        "" => asked.line("key", "undo-key", LineKind::Code).hinted("undo-key-hint"),
        link => asked.hidden("link", link),
    };
    let asked = asked.line("proof", "undo-proof", LineKind::Password).hinted("undo-proof-hint");
    let asked = asked.line("new_password", "password-new", LineKind::NewPassword);
    Slip::new("undo").words("undo-why").form(asked.hinted("signup-password-hint"))
}

/// Nothing of the earlier account is on it, but that there is one: its phone has just been told as much.
pub(super) fn claim(stands: Standing, days: i64, context: &Context<'_>) -> Slip {
    let slip = Slip::new("claim");
    let slip = match stands {
        Standing::Free => slip,
        Standing::Held { can_claim } => may_claim(slip.words("claim-held"), can_claim, days),
        Standing::Claimed { until } => {
            let words = Phrase::new("claim-waits").with("until", context.when(until).as_str());
            slip.piece(Piece::Words(words))
        }
        Standing::Kept { can_claim } => may_claim(slip.words("claim-kept"), can_claim, days),
    };
    slip.way(Place::Login, "signup-have-account").way(Place::Signup, "signup-code-change")
}

fn may_claim(slip: Slip, can_claim: bool, days: i64) -> Slip {
    if !can_claim {
        return slip.hint("claim-no-more");
    }
    let how = Phrase::new("claim-how").with("days", days);
    slip.piece(Piece::Words(how)).form(Asked::button(Place::SignupClaim, "claim-button").main())
}
