//! The last visibility a member chose for each kind of thing, offered first the next time.

mod queries;

use super::Visibility;
use crate::ids::MemberId;
use crate::store::{Result, Tx};

/// The kinds of things that remember a choice of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A diary entry.
    Diary,
    /// A voice.
    Voice,
}

impl Kind {
    /// The number of the kind, as it is stored.
    pub(crate) fn stored(self) -> i16 {
        match self {
            Kind::Diary => 1,
            Kind::Voice => 11,
        }
    }

    /// What is offered before any choice was made: friends, so that a first entry is never wider than meant.
    fn first_offer(self) -> Visibility {
        match self {
            Kind::Diary | Kind::Voice => Visibility::Friends,
        }
    }
}

/// The visibility to offer: the last choice, or the kind's own first offer.
pub fn last_choice(tx: &mut Tx<'_>, member: MemberId, kind: Kind) -> Result<Visibility> {
    Ok(queries::find(tx, member, kind.stored())?.unwrap_or_else(|| kind.first_offer()))
}

/// Remembers a choice.
pub fn remember(tx: &mut Tx<'_>, member: MemberId, kind: Kind, choice: Visibility) -> Result<()> {
    queries::set(tx, member, kind.stored(), choice)
}
