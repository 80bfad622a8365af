//! Who belongs, who asks to, and whom it could be handed over to.

use enishi_core::community::{MembersPage, RequestsPage};

use super::{at, named, yes_or_no};
use crate::community_place::CommunityPlace;
use crate::context::Context;
use crate::pages::slip::{Piece, Slip};
use crate::words::Phrase;

pub(super) fn members(page: &MembersPage) -> Slip {
    let count = Phrase::new("community-members").with("n", i64::from(page.members));
    let mut slip = Slip { title: named("community-members-of", &page.name), pieces: Vec::new() };
    slip = slip.piece(Piece::Hint(count));
    slip = if page.people.is_empty() { slip.words("community-members-none") } else { slip };
    slip = page.people.iter().fold(slip, |slip, card| slip.person(card, Vec::new()));
    if let Some(after) = page.next {
        slip = slip.way(at(CommunityPlace::MembersAfter(page.id, after)), "more");
    }
    slip = if page.belongs { slip } else { slip.hint("community-members-hint") };
    slip.way(at(CommunityPlace::One(page.id)), "community-back")
}

pub(super) fn requests(page: &RequestsPage, context: &Context<'_>) -> Slip {
    let mut slip = Slip { title: named("community-requests-of", &page.name), pieces: Vec::new() };
    slip = if page.people.is_empty() { slip.words("community-requests-none") } else { slip };
    for (card, asked_at) in &page.people {
        let answer = CommunityPlace::Answer(page.id, card.id);
        slip = slip.person(card, vec![context.when(*asked_at)]);
        let answers = yes_or_no(answer, "community-let-in", "community-turn-away");
        slip = answers.into_iter().fold(slip, Slip::piece);
    }
    if let Some(turn) = page.next {
        slip = slip.way(at(CommunityPlace::RequestsFrom(page.id, turn)), "more");
    }
    slip.way(at(CommunityPlace::One(page.id)), "community-back")
}

pub(super) fn hand_over(page: &MembersPage) -> Slip {
    let mut slip = Slip { title: named("community-hand-over-of", &page.name), pieces: Vec::new() };
    slip = match page.people.is_empty() {
        true => slip.words("community-hand-over-none"),
        false => slip.words("community-hand-over-whom"),
    };
    let to = |id| at(CommunityPlace::HandOverTo(page.id, id));
    slip = slip.piece(Piece::Pick(page.people.iter().map(|card| (card.clone(), to(card.id))).collect()));
    if let Some(after) = page.next {
        slip = slip.way(at(CommunityPlace::HandOverAfter(page.id, after)), "more");
    }
    slip.way(at(CommunityPlace::Edit(page.id)), "community-edit")
}
