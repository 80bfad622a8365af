//! Pages about the people around one, all of plain sentences, people, a few fields and buttons.

mod footprints;
mod privacy;

pub use footprints::milestone_words;

use enishi_core::footprint::{FootprintRules, LeftPage};

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
    /// What I switched on. A field a switch.
    Privacy(Form),
}

impl CirclePage {
    /// What stands on the page.
    pub fn slip(&self, context: &Context<'_>) -> Slip {
        match self {
            CirclePage::FootprintsLeft { page, rules, is_spent } => {
                footprints::left(page, rules, *is_spent, context)
            }
            CirclePage::Privacy(form) => privacy::switches(form),
        }
    }
}
