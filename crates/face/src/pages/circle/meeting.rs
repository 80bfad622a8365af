//! Two friends of mine could meet, or somebody would have me meet a friend of theirs.

use enishi_core::ids::MemberId;
use enishi_core::meeting::MeetingOffer;
use enishi_core::member::Card;

use crate::context::Context;
use crate::form::Form;
use crate::pages::slip::{Asked, Entry, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

pub(super) fn offers(offers: &[MeetingOffer], context: &Context<'_>) -> Slip {
    let slip = Slip::new("meetings").words("meetings-lead");
    if offers.is_empty() {
        return slip.hint("meetings-none").way(Place::Friends, "friends-mine");
    }
    offers.iter().fold(slip, |slip, offer| one(slip, offer, context))
}

fn one(slip: Slip, offer: &MeetingOffer, context: &Context<'_>) -> Slip {
    let slip = slip.person(&offer.by, vec![context.when(offer.offered_at)]);
    let slip = if offer.message.is_empty() { slip } else { slip.piece(Piece::Said(offer.message.clone())) };
    let place = Place::MeetingAnswer(offer.id);
    slip.form(Asked::button(place, "meeting-yes").main().hidden("answer", "yes"))
        .form(Asked::button(place, "meeting-no").hidden("answer", "no"))
}

pub(super) fn whom(card: &Card, others: &[Card], next: Option<MemberId>) -> Slip {
    let name = card.nickname.as_str();
    let slip = Slip::new("meet").piece(Piece::Words(Phrase::new("meet-whom").with("name", name)));
    let pairs = others.iter().map(|other| (other.clone(), Place::MeetWith(card.id, other.id))).collect();
    let slip = if others.is_empty() { slip.hint("meet-nobody") } else { slip.piece(Piece::Pick(pairs)) };
    match next {
        Some(after) => slip.way(Place::MeetAfter(card.id, after), "more"),
        None => slip,
    }
}

pub(super) fn offer([one, other]: &[Card; 2], form: &Form) -> Slip {
    let mut asked = Asked::of(Place::MeetWith(one.id, other.id), form, "meet-button");
    asked.entries.push(Entry::Area {
        name: "message",
        label: Phrase::new("meet-message"),
        hint: Some(Phrase::new("meet-message-hint")),
        is_stored: false,
    });
    Slip::new("meet").person(one, Vec::new()).person(other, Vec::new()).words("meet-lead").form(asked)
}
