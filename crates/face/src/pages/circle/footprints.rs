//! My footprints at others' pages, and round numbers of my own counter.

use enishi_core::footprint::{FootprintRules, Left, LeftPage, Milestone};

use crate::context::Context;
use crate::pages::slip::{Asked, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

pub(super) fn left(page: &LeftPage, rules: &FootprintRules, is_spent: bool, context: &Context<'_>) -> Slip {
    let mut slip = Slip::new("footprints-left").piece(Piece::Hint(
        Phrase::new("footprints-left-hint")
            .with("minutes", rules.free_seconds / 60)
            .with("most", rules.late_most)
            .with("n", page.late_left),
    ));
    if is_spent {
        slip = slip.piece(Piece::Red(Phrase::new("footprint-spent")));
    }
    if page.left.is_empty() {
        slip = slip.words("footprints-left-none");
    }
    for left in &page.left {
        slip = one(slip, left, page.late_left, context);
    }
    if let Some(turn) = page.next {
        slip = slip.way(Place::FootprintsLeftFrom(turn), "more");
    }
    slip.way(Place::Footprints, "footprints").way(Place::MyPrivacy, "privacy")
}

fn one(slip: Slip, left: &Left, late_left: i64, context: &Context<'_>) -> Slip {
    let slip = slip.person(&left.owner, vec![context.when(left.last_at)]);
    if !left.is_free && late_left < 1 {
        return slip;
    }
    let take_back = Asked::button(Place::FootprintTakeBack(left.owner.id), "footprint-take-back");
    slip.form(take_back.hidden("day", &left.day.to_string()))
}

/// A round number of the counter: whose footprint it was, where they let themselves be named.
pub fn milestone_words(milestone: &Milestone) -> Phrase {
    match &milestone.visitor {
        Some(card) => Phrase::new("milestone-named").with("name", card.nickname.as_str()),
        None => Phrase::new("milestone"),
    }
    .with("n", milestone.number)
}
