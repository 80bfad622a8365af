//! A tie in words.

use enishi_core::friend::tie::Tie;
use enishi_core::member::Card;
use enishi_face::{Context, Phrase};

/// The whole of it: "friend of a friend (Sato and 2 more)".
pub(crate) fn sentence(tie: &Tie, context: &Context<'_>) -> String {
    context.words.tell(&match tie {
        Tie::Oneself => Phrase::new("tie-oneself"),
        Tie::Friend => Phrase::new("tie-friend"),
        Tie::None => Phrase::new("tie-none"),
        Tie::FriendOfFriend { via, .. } if via.is_empty() => Phrase::new("tie-friend-of-friend"),
        Tie::FriendOfFriend { via, more: 0 } => {
            Phrase::new("tie-via").with("names", names(via, context).as_str())
        }
        Tie::FriendOfFriend { via, more } => {
            Phrase::new("tie-via-more").with("names", names(via, context).as_str()).with("more", *more)
        }
    })
}

/// A few words for a row: "a friend of Sato".
pub(crate) fn words(tie: &Tie, context: &Context<'_>) -> String {
    let words = context.words;
    match tie {
        Tie::Oneself => words.say("you").into_owned(),
        Tie::Friend => words.say("tie-short-friend").into_owned(),
        Tie::None => words.say("tie-short-none").into_owned(),
        Tie::FriendOfFriend { via, .. } => match via.first() {
            Some(first) => words.say_with("tie-short-via", "name", first.nickname.as_str()),
            None => words.say("tie-friend-of-friend").into_owned(),
        },
    }
}

fn names(via: &[Card], context: &Context<'_>) -> String {
    let names: Vec<String> =
        via.iter().map(|card| context.words.say_with("san", "name", card.nickname.as_str())).collect();
    names.join(&context.words.say("names-joint"))
}
