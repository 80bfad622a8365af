//! Leaving, and coming back.

use crate::pages::slip::{Asked, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

pub(super) fn leave(days: i64) -> Slip {
    Slip::new("leave")
        .words("leave-at-once")
        .piece(Piece::Words(Phrase::new("leave-grace").with("days", days)))
        .words("leave-then")
        .words("leave-keeps")
        .form(Asked::button(Place::MyLeave, "leave-button").main())
        .way(Place::MySettings, "leave-stay")
}

pub(super) fn come_back(until: &str, mark: &str) -> Slip {
    Slip::new("come-back")
        .piece(Piece::Words(Phrase::new("come-back-words").with("until", until)))
        .form(Asked::button(Place::ComeBack, "come-back-button").main().hidden("mark", mark))
        .way(Place::Welcome, "come-back-not")
}
