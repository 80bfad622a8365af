//! Whom I keep at hand, each with what they wrote last, and whose news rest.

use enishi_core::favourite::{Favourite, FavouritesPage};

use crate::context::Context;
use crate::pages::slip::{Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

pub(super) fn favourites(page: &FavouritesPage, context: &Context<'_>) -> Slip {
    let mut slip = Slip::new("favourites").hint("favourites-lead");
    if page.favourites.is_empty() {
        slip = slip.words("favourites-none");
    }
    for favourite in &page.favourites {
        slip = one(slip, favourite, context);
    }
    if !page.resting.is_empty() {
        slip = slip.piece(Piece::Heading(Phrase::new("favourites-resting")));
    }
    for card in &page.resting {
        slip = slip.person(card, Vec::new()).way(Place::Aside(card.id), "aside-change");
    }
    slip.way(Place::Friends, "friends-mine")
}

fn one(slip: Slip, favourite: &Favourite, context: &Context<'_>) -> Slip {
    let Some(newest) = &favourite.newest else { return slip.person(&favourite.card, Vec::new()) };
    let title = Phrase::new("favourites-newest").with("title", newest.title.as_str());
    slip.person(&favourite.card, vec![context.when(newest.posted_at)])
        .piece(Piece::Way(Place::Diary(newest.id), title))
}
