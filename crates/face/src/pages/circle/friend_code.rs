//! The code one is found by, and finding somebody by theirs.

use enishi_core::friend_code::spaced;
use enishi_device::ImageFormat;

use crate::form::Form;
use crate::pages::slip::{Asked, LineKind, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

pub(super) fn mine(code: Option<&(String, Option<(ImageFormat, u32)>)>) -> Slip {
    let slip = Slip::new("friend-code").words("friend-code-lead");
    let slip = match code {
        None => slip.form(Asked::button(Place::MyCode, "friend-code-make").main()),
        Some((code, qr)) => with_code(slip, code, *qr),
    };
    slip.way(Place::FriendCode, "friend-code-find")
}

fn with_code(slip: Slip, code: &str, qr: Option<(ImageFormat, u32)>) -> Slip {
    let slip = slip.piece(Piece::Key(spaced(code)));
    let slip = match qr {
        Some((format, side_px)) => slip.piece(Piece::Picture {
            place: Place::MyCodeQr(format),
            query: format!("c={code}"),
            side_px,
            alt: Phrase::new("friend-code-qr"),
        }),
        None => slip,
    };
    slip.hint("friend-code-hint")
        .form(Asked::button(Place::MyCode, "friend-code-renew"))
        .form(Asked::button(Place::MyCodeEnd, "friend-code-end"))
}

pub(super) fn find(form: &Form) -> Slip {
    let asked = Asked::of(Place::FriendCode, form, "friend-code-find-button")
        .line("code", "friend-code-digits", LineKind::Code)
        .hinted("friend-code-digits-hint");
    Slip::new("friend-code-find").words("friend-code-find-lead").form(asked).way(Place::MyCode, "friend-code")
}
