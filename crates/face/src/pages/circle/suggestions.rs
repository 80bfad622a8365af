//! People one may know, with the friends in common that may be named.

use enishi_core::friend::tie::Tie;
use enishi_core::suggestion::{Suggestion, SuggestionsPage};

use crate::context::Context;
use crate::pages::slip::Slip;
use crate::place::Place;
use crate::words::Phrase;

pub(super) fn suggestions(page: &SuggestionsPage, context: &Context<'_>) -> Slip {
    let slip = Slip::new("suggestions");
    if !page.is_on {
        return slip.words("suggestions-off").way(Place::MyPrivacy, "privacy");
    }
    let slip = slip.hint("suggestions-lead");
    let slip = if page.people.is_empty() { slip.words("suggestions-none") } else { slip };
    let slip = page
        .people
        .iter()
        .fold(slip, |slip, one| slip.person(&one.card, by_whom(one, context).into_iter().collect()));
    slip.way(Place::MyPrivacy, "privacy").way(Place::Friends, "friends-mine")
}

fn by_whom(one: &Suggestion, context: &Context<'_>) -> Option<String> {
    let words = context.words;
    let Tie::FriendOfFriend { via, more } = &one.tie else {
        return one.is_fellow.then(|| words.say("suggestions-fellow").into_owned());
    };
    if via.is_empty() {
        return one.is_fellow.then(|| words.say("suggestions-fellow").into_owned());
    }
    let names: Vec<String> =
        via.iter().map(|card| words.say_with("san", "name", card.nickname.as_str())).collect();
    let names = names.join(&words.say("audience-joint"));
    let phrase = match more {
        0 => Phrase::new("suggestions-via"),
        more => Phrase::new("suggestions-via-more").with("more", *more),
    };
    Some(words.tell(&phrase.with("names", names.as_str())))
}
