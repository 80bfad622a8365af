//! Trusted friends: whom I have chosen, choosing them one after the other, and being asked as one of them.

use enishi_core::ids::FriendAskId;
use enishi_core::member::Card;
use enishi_core::trusted::{Answered, Chosen, NEEDED, Seen, Trust};

use crate::form::Form;
use crate::guard_place::{GuardPlace, Picks};
use crate::pages::slip::{Asked, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

/// The names of the answers a friend may press: the three numbers in their order, and "not them".
pub const FRIEND_ASK_FIELDS: [&str; 4] = ["first", "second", "third", "no"];

/// A page about trusted friends.
pub enum TrustedPage {
    /// Whom I have chosen, and who has chosen me.
    Own {
        /// Both.
        trust: Trust,
        /// What is wrong with what was chosen.
        form: Form,
    },
    /// Choosing them.
    Pick(PickPage),
    /// A friend on the way back asks me to recognise them. Fields: [`FRIEND_ASK_FIELDS`], one of them.
    Ask {
        /// The question.
        id: FriendAskId,
        /// What I am shown of it.
        seen: Seen,
    },
}

/// Choosing them, one after the other. The last page has the fields `one`, `two` and `three`.
pub struct PickPage {
    /// Those chosen so far.
    pub picked: Vec<Card>,
    /// The same, and where the list begins.
    pub picks: Picks,
    /// Who else may be.
    pub friends: Vec<Card>,
    /// Where the list goes on, if it does.
    pub next: Option<Picks>,
}

fn at(place: GuardPlace) -> Place {
    Place::Guard(place)
}

pub(super) fn trusted(page: &TrustedPage) -> Slip {
    match page {
        TrustedPage::Own { trust, form } => own(trust, form),
        TrustedPage::Pick(page) => pick(page),
        TrustedPage::Ask { id, seen } => ask(*id, seen),
    }
}

fn own(trust: &Trust, form: &Form) -> Slip {
    let slip = Slip::new("trusted").words("trusted-why").hint("trusted-who");
    let slip = form.faults().fold(slip, |slip, (_, fault)| slip.piece(Piece::Red(fault.clone())));
    let pick = at(GuardPlace::TrustedPick(Picks::default()));
    let slip = match trust.has_chosen() {
        false => slip.way(pick, "trusted-choose"),
        true => mine(slip, trust)
            .way(pick, "trusted-change")
            .form(Asked::button(at(GuardPlace::TrustedOff), "trusted-off")),
    };
    of_me(slip, trust)
}

fn mine(slip: Slip, trust: &Trust) -> Slip {
    let mut slip = slip.piece(Piece::Heading(Phrase::new("trusted-mine")));
    for Chosen { card, counts } in &trust.chosen {
        slip = slip.piece(Piece::Person(card.clone(), Vec::new()));
        if !counts {
            slip = slip.hint("trusted-counts-not");
        }
    }
    if trust.unseen > 0 {
        slip = slip.piece(Piece::Hint(Phrase::new("trusted-others").with("n", trust.unseen as i64)));
    }
    match trust.counting() < NEEDED {
        true => slip.piece(Piece::Red(Phrase::new("trusted-choose-again"))),
        false => slip,
    }
}

/// One key steps back.
fn of_me(slip: Slip, trust: &Trust) -> Slip {
    if trust.chosen_by.is_empty() {
        return slip;
    }
    let slip = slip.piece(Piece::Heading(Phrase::new("trusted-of"))).words("trusted-of-lead");
    trust.chosen_by.iter().fold(slip, |slip, card| {
        let button = Phrase::new("trusted-step-back").with("name", card.nickname.as_str());
        let form = Asked::button(at(GuardPlace::TrustedStepBack(card.id)), "trusted-step-back");
        slip.piece(Piece::Person(card.clone(), Vec::new())).form(Asked { button, ..form })
    })
}

fn pick(page: &PickPage) -> Slip {
    let slip = match page.picked.len() {
        0 => Slip::new("trusted-pick").words("trusted-pick-one"),
        1 => Slip::new("trusted-pick").words("trusted-pick-two"),
        2 => Slip::new("trusted-pick").words("trusted-pick-three"),
        _ => return confirm(page),
    };
    let slip = picked(slip, page);
    let choice = |card: &Card| (card.clone(), at(GuardPlace::TrustedPick(page.picks.with(card.id))));
    let slip = slip.piece(Piece::Pick(page.friends.iter().map(choice).collect()));
    let slip = match page.next {
        Some(next) => slip.way(at(GuardPlace::TrustedPick(next)), "more"),
        None if page.friends.is_empty() && page.picked.is_empty() => slip.hint("trusted-pick-none"),
        None if page.friends.is_empty() => slip.hint("trusted-pick-no-more"),
        None => slip,
    };
    slip.way(at(GuardPlace::Trusted), "trusted")
}

fn picked(slip: Slip, page: &PickPage) -> Slip {
    if page.picked.is_empty() {
        return slip;
    }
    let names: Vec<&str> = page.picked.iter().map(|card| card.nickname.as_str()).collect();
    slip.piece(Piece::Hint(Phrase::new("trusted-picked").with("names", names.join(" / ").as_str())))
}

fn confirm(page: &PickPage) -> Slip {
    let slip = Slip::new("trusted-confirm");
    let slip = page.picked.iter().fold(slip, |slip, card| slip.person(card, Vec::new()));
    let form = Asked::button(at(GuardPlace::Trusted), "trusted-confirm-button").main();
    let form = ["one", "two", "three"]
        .into_iter()
        .zip(&page.picked)
        .fold(form, |form, (name, card)| form.hidden(name, &card.id.to_string()));
    slip.words("trusted-confirm-lead")
        .form(form)
        .way(at(GuardPlace::TrustedPick(Picks::default())), "trusted-pick-anew")
}

fn ask(id: FriendAskId, seen: &Seen) -> Slip {
    let slip = Slip::new("vouch");
    match seen {
        Seen::Open { member, numbers } => open(slip, id, member, *numbers),
        Seen::Answered(Answered::Right) => slip.words("vouch-right"),
        Seen::Answered(Answered::Wrong) => slip.piece(Piece::Red(Phrase::new("vouch-wrong"))),
        Seen::Answered(Answered::No) => slip.words("vouch-said-no"),
        Seen::Over => slip.words("vouch-over"),
    }
}

fn open(slip: Slip, id: FriendAskId, member: &Card, numbers: [i16; 3]) -> Slip {
    let number = |number: i16| Phrase::new("vouch-number").with("number", i64::from(number));
    let words = numbers.map(number).into_iter().chain([Phrase::new("vouch-no")]);
    let keys = FRIEND_ASK_FIELDS.into_iter().zip(words).collect();
    slip.person(member, Vec::new())
        .piece(Piece::Words(Phrase::new("vouch-lead").with("name", member.nickname.as_str())))
        .piece(Piece::Red(Phrase::new("vouch-voice")))
        .words("vouch-how")
        .piece(Piece::Keys(at(GuardPlace::FriendAsk(id)), keys))
}
