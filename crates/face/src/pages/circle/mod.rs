//! Pages about the people around one, all of plain sentences, people, a few fields and buttons.

mod footprints;
mod note;
mod privacy;
mod telling;

pub use footprints::milestone_words;
pub use telling::{TellingPage, read_telling, telling_form};

use enishi_core::footprint::{FootprintRules, LeftPage};
use enishi_core::member::Card;

use super::slip::Slip;
use crate::context::Context;
use crate::form::Form;

/// A page about the people around one.
pub enum CirclePage {
    /// My footprints at others' pages.
    FootprintsLeft {
        /// Where.
        page: LeftPage,
        /// How many may be taken back, and until when freely.
        rules: FootprintRules,
        /// One was to be taken back, and this month's are used up.
        is_spent: bool,
    },
    /// What I note about somebody, for my own eyes. Fields: `real_name`, `memo`.
    Note {
        /// About whom.
        card: Card,
        /// What stands in the fields.
        form: Form,
    },
    /// What I switched on. A field a switch.
    Privacy(Form),
    /// What I am told of.
    Telling(TellingPage),
    /// A link from a letter: no more of them?
    LettersStop {
        /// Whose letters.
        name: String,
        /// What the link carries.
        mark: String,
    },
}

impl CirclePage {
    /// What stands on the page.
    pub fn slip(&self, context: &Context<'_>) -> Slip {
        match self {
            CirclePage::FootprintsLeft { page, rules, is_spent } => {
                footprints::left(page, rules, *is_spent, context)
            }
            CirclePage::Note { card, form } => note::note(card, form),
            CirclePage::Privacy(form) => privacy::switches(form),
            CirclePage::Telling(page) => telling::telling(page, context),
            CirclePage::LettersStop { name, mark } => telling::stop(name, mark),
        }
    }
}
