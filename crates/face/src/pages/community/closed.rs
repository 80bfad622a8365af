//! One's own words in communities that are closed to one by now, and the way to be rid of them.

use enishi_core::community::topic::{ClosedWords, ClosedWordsPage};

use super::{at, named};
use crate::community_place::CommunityPlace;
use crate::context::Context;
use crate::pages::slip::{Asked, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

pub(super) fn closed(page: &ClosedWordsPage, context: &Context<'_>) -> Slip {
    let about = if page.words.is_empty() { "communities-closed-none" } else { "communities-closed-about" };
    let slip = Slip::new("communities-closed").hint(about);
    let slip = page.words.iter().fold(slip, |slip, words| one(slip, words, context));
    let next = page.next.map(|turn| at(CommunityPlace::ClosedFrom(turn)));
    let slip = next.into_iter().fold(slip, |slip, next| slip.way(next, "more"));
    slip.way(Place::DiaryClosed, "diary-closed").way(at(CommunityPlace::All), "communities")
}

/// A topic is asked about before it goes, as where it stands.
fn one(slip: Slip, words: &ClosedWords, context: &Context<'_>) -> Slip {
    let when = context.when(words.posted_at);
    let place = Phrase::new("communities-closed-in").with("name", words.place_name.as_str());
    let slip = slip.piece(Piece::Hint(place.with("when", when.as_str())));
    let title = words.title.iter().map(|title| Piece::Words(named("as-named", title)));
    let slip = title.fold(slip, Slip::piece).piece(Piece::Written(words.body.clone()));
    let (place, topic) = (words.place, words.topic);
    match words.title {
        Some(_) => slip.way(at(CommunityPlace::RemoveTopic(place, topic)), "topic-remove"),
        None => {
            let remove = CommunityPlace::RemoveComment(place, topic, words.number);
            slip.form(Asked::button(at(remove), "diary-comment-remove"))
        }
    }
}
