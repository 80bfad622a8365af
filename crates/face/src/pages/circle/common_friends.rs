//! Friends that two people have in common.

use enishi_core::friend::CommonPage;

use crate::pages::slip::{Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

pub(super) fn common(page: &CommonPage) -> Slip {
    let (id, name) = (page.other.id, page.other.nickname.as_str());
    let title = Phrase::new("friends-common-with").with("name", name);
    let slip = Slip { title, pieces: Vec::new() }.hint("friends-common-lead");
    let slip = page.friends.iter().fold(slip, |slip, card| slip.person(card, Vec::new()));
    let slip = match page.next {
        Some(after) => slip.way(Place::CommonFriendsAfter(id, after), "more"),
        None => slip,
    };
    slip.piece(Piece::Way(Place::Member(id), Phrase::new("friends-common-back").with("name", name)))
}
