//! How the viewer is tied to somebody: in words, and as the thread that joins the names.

use enishi_core::friend::tie::Tie;
use enishi_core::member::Card;
use enishi_face::Phrase;

use super::{View, san};
use crate::content::{Line, Piece, Tone};

impl View<'_> {
    /// The tie in a sentence.
    pub(crate) fn tie(&self, tie: &Tie) -> String {
        match tie {
            Tie::Oneself => self.say("tie-oneself"),
            Tie::Friend => self.say("tie-friend"),
            Tie::None => self.say("tie-none"),
            Tie::FriendOfFriend { via, .. } if via.is_empty() => self.say("tie-friend-of-friend"),
            Tie::FriendOfFriend { via, more: 0 } => {
                self.tell(&Phrase::new("tie-via").with("names", self.names(via).as_str()))
            }
            Tie::FriendOfFriend { via, more } => {
                let phrase = Phrase::new("tie-via-more").with("names", self.names(via).as_str());
                self.tell(&phrase.with("more", *more))
            }
        }
    }

    /// The tie in a word or two, beside a name.
    pub(crate) fn short_tie(&self, tie: &Tie) -> String {
        match tie {
            Tie::Oneself => self.say("you"),
            Tie::Friend => self.say("tie-short-friend"),
            Tie::None => self.say("tie-short-none"),
            Tie::FriendOfFriend { via, .. } => match via.first() {
                Some(card) => self.say_with("tie-short-via", "name", card.nickname.as_str()),
                None => self.say("tie-friend-of-friend"),
            },
        }
    }

    /// You ― the first who joins you ― them.
    pub(crate) fn thread(&self, tie: &Tie, other: &Card) -> Option<Line> {
        let joint = || Piece::Toned(Tone::Red, "―".to_owned());
        let you = Piece::Words(self.say("you"));
        let them = Piece::Words(san(self, other));
        match tie {
            Tie::Friend => Some(vec![you, joint(), them]),
            Tie::FriendOfFriend { via, .. } => {
                let middle = Piece::Words(san(self, via.first()?));
                Some(vec![you, joint(), middle, joint(), them])
            }
            Tie::Oneself | Tie::None => None,
        }
    }

    fn names(&self, cards: &[Card]) -> String {
        let names: Vec<String> = cards.iter().map(|card| san(self, card)).collect();
        names.join(&self.say("names-joint"))
    }
}
