//! What is offered first for each kind of thing: what a member always begins with (PR-07), or what they chose last.

mod queries;

use super::Visibility;
use crate::group;
use crate::ids::MemberId;
use crate::store::{Result, Tx};

/// The kinds of things that remember a choice of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A diary entry.
    Diary,
    /// A voice.
    Voice,
    /// That one belongs to a community.
    Community,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 3] = [Kind::Diary, Kind::Voice, Kind::Community];

    /// The name in forms.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Diary => "diary",
            Kind::Voice => "voice",
            Kind::Community => "community",
        }
    }

    /// The number of the kind, as it is stored.
    pub(crate) fn stored(self) -> i16 {
        match self {
            Kind::Diary => 1,
            Kind::Voice => 11,
            Kind::Community => 21,
        }
    }

    /// What is offered before any choice was made: friends, so that a first entry is never wider than meant.
    fn first_offer(self) -> Visibility {
        match self {
            Kind::Diary | Kind::Voice | Kind::Community => Visibility::Friends,
        }
    }
}

/// The visibility to offer: what the member always begins with, else the last choice, or the kind's own first offer.
pub fn last_choice(tx: &mut Tx<'_>, member: MemberId, kind: Kind) -> Result<Visibility> {
    if let Some(always) = always(tx, member, kind)? {
        return Ok(always);
    }
    Ok(queries::find(tx, member, kind.stored())?.unwrap_or_else(|| kind.first_offer()))
}

/// What the member always begins with for this kind, if they have chosen so.
pub fn always(tx: &mut Tx<'_>, member: MemberId, kind: Kind) -> Result<Option<Visibility>> {
    queries::find_standing(tx, member, kind.stored())
}

/// Always begins with this, or with the last choice again. A group that is not the member's own narrows to "only me".
pub fn begin_with(tx: &mut Tx<'_>, me: MemberId, kind: Kind, always: Option<Visibility>) -> Result<()> {
    match always {
        Some(always) => {
            let always = group::own_or_only_me(tx, me, always)?;
            queries::put_standing(tx, me, kind.stored(), always)
        }
        None => queries::delete_standing(tx, me, kind.stored()),
    }
}

/// Remembers a choice.
pub fn remember(tx: &mut Tx<'_>, member: MemberId, kind: Kind, choice: Visibility) -> Result<()> {
    queries::set(tx, member, kind.stored(), choice)
}
