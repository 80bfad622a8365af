//! People as lines and choices.

use enishi_core::member::Card;
use enishi_face::Place;

use super::{View, san};
use crate::content::{Block, Choice, Row};

impl View<'_> {
    /// A person as a row that leads to their page.
    pub(crate) fn person(&self, card: &Card) -> Row {
        self.row(Place::Member(card.id), san(self, card))
    }

    /// People, a row each.
    pub(crate) fn people(&self, cards: &[Card]) -> Vec<Block> {
        cards.iter().map(|card| Block::Row(self.person(card))).collect()
    }

    /// People to choose one of, as many lists as the page's size asks for: a thousand friends fit no form.
    pub(crate) fn people_lists(&self, cards: &[Card]) -> Vec<Vec<Choice>> {
        let most = (self.medium.profile.page_bytes / 250).clamp(4, 40);
        let choice = |card: &Card| Choice {
            value: card.id.to_string(),
            words: card.nickname.clone(),
            is_chosen: false,
        };
        cards.chunks(most).map(|cards| cards.iter().map(choice).collect()).collect()
    }
}
