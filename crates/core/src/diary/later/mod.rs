//! Entries that appear later: a draft with a time at which it is posted by itself (DI-19).
//!
//! Until then it is a draft like any other, which nobody but its author ever sees. At its time everything is judged as if
//! its author had pressed the button at that moment; what cannot be posted stays a draft, and its author is told why.

mod appear;
mod choose;
mod queries;
mod rules;
mod set;

pub(super) use appear::has_appeared;
pub use appear::{Appeared, appear, due_drafts};
pub use choose::{FURTHEST_YEARS, chosen_time, written_time};
pub use rules::DiaryRules;
pub use set::{LaterError, post_later};

use crate::ids::{DraftId, MemberId};
use crate::notice::{self, Kind};
use crate::store::{Result, Tx};

/// Why a draft was not posted at its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldBack {
    /// The group it was for is gone.
    GroupGone,
    /// A photograph is gone.
    PhotoGone,
    /// Its author was not here: suspended, or leaving.
    Away,
    /// So much was posted at that moment that it was stopped.
    TooMuch,
    /// What it says is not fit to be posted.
    Unfit,
}

impl HeldBack {
    pub(super) const fn stored(self) -> i16 {
        match self {
            HeldBack::GroupGone => 1,
            HeldBack::PhotoGone => 2,
            HeldBack::Away => 3,
            HeldBack::TooMuch => 4,
            HeldBack::Unfit => 5,
        }
    }

    pub(crate) const fn from_stored(stored: i16) -> Option<HeldBack> {
        match stored {
            1 => Some(HeldBack::GroupGone),
            2 => Some(HeldBack::PhotoGone),
            3 => Some(HeldBack::Away),
            4 => Some(HeldBack::TooMuch),
            5 => Some(HeldBack::Unfit),
            _ => None,
        }
    }
}

/// Its author has looked at the draft: that it was not posted waits no longer.
pub fn draft_was_seen(tx: &mut Tx<'_>, me: MemberId, draft: DraftId) -> Result<()> {
    told_no_more(tx, me, draft)
}

/// The draft is another one now, or gone.
pub(super) fn told_no_more(tx: &mut Tx<'_>, me: MemberId, draft: DraftId) -> Result<()> {
    notice::take_off(tx, me, Kind::HeldBack, draft.into())
}
