//! Letting another phone in by my word.

use enishi_core::approval::Asker;

use crate::context::Context;
use crate::form::Form;
use crate::guard_place::GuardPlace;
use crate::pages::slip::{Asked, LineKind, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

/// Letting another phone in.
pub enum ApprovePage {
    /// The code it shows. Field: `code`.
    Enter(Form),
    /// What asks: yes or no?
    Question {
        /// The phone, and since when it asks.
        asker: Asker,
        /// The code it shows, which travels along.
        code: String,
    },
}

pub(super) fn approve(page: &ApprovePage, context: &Context<'_>) -> Slip {
    let slip = Slip::new("approve");
    match page {
        ApprovePage::Enter(form) => {
            let asked = Asked::of(Place::Guard(GuardPlace::Approve), form, "approve-look");
            slip.words("approve-lead").piece(Piece::Red(Phrase::new("approve-beware"))).form(asked.line(
                "code",
                "approve-code",
                LineKind::Code,
            ))
        }
        ApprovePage::Question { asker, code } => question(slip, asker, code, context),
    }
}

fn question(slip: Slip, asker: &Asker, code: &str, context: &Context<'_>) -> Slip {
    let what = Phrase::new("approve-what")
        .with("device", asker.device.as_str())
        .with("when", context.when(asker.asked_at).as_str());
    let button = |place, key| Asked::button(Place::Guard(place), key).hidden("code", code);
    slip.piece(Piece::Words(what))
        .words("approve-means")
        .piece(Piece::Red(Phrase::new("approve-beware")))
        .form(button(GuardPlace::ApproveYes, "approve-yes").main())
        .form(button(GuardPlace::ApproveNo, "approve-no"))
}
