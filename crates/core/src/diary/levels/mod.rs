//! Who may read what one wrote before: narrowed or widened many at a time, and narrowed by itself with age (PR-07,
//! DI-19).
//!
//! Narrowing is one step. Widening names what it opens first, never touches what is for oneself alone, and leaves out
//! what only its author may open: entries with comments of others do not go to all members in a heap (rule b-4).

mod across;
mod narrow;
mod queries;
mod standing;
mod step;
mod widen;

pub use narrow::{NARROWER, narrow};
pub use standing::{AGES_MONTHS, Aging, Narrowed, STANDING_LEVELS, age, aged, aging, narrow_aged};
pub use step::Widening;
pub use widen::{WIDENED_NAMED, WidenError, WidenPage, widen, widening};

use crate::group::{self, Group};
use crate::ids::MemberId;
use crate::store::{Result, Tx};
use crate::visibility::{self, Kind, Visibility};

/// How many entries of one's own there are, by level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([i64; 5]);

impl Counts {
    /// With so many at a level, a group's being one level; for pages made up by hand.
    pub fn with(mut self, visibility: Visibility, count: i64) -> Counts {
        if let Some(place) = self.0.get_mut(visibility.level() as usize) {
            *place = count;
        }
        self
    }

    /// How many are at this level.
    pub fn at(&self, visibility: Visibility) -> i64 {
        self.0.get(visibility.level() as usize).copied().unwrap_or_default()
    }

    /// How many more people may read than at this level.
    pub fn wider_than(&self, visibility: Visibility) -> i64 {
        self.0.iter().take(visibility.level() as usize).sum()
    }
}

/// What the page of past entries shows.
#[derive(Clone, Debug)]
pub struct LevelsPage {
    /// How many entries there are at each level.
    pub counts: Counts,
    /// The standing wish, if there is one.
    pub aging: Option<Aging>,
    /// What a new thing of each of [`Kind::ALL`] always begins with; `None` is the last choice.
    pub always: [Option<Visibility>; 3],
    /// Groups that a visibility may name.
    pub groups: Vec<Group>,
}

/// My entries by level, and my standing wish.
pub fn levels(tx: &mut Tx<'_>, me: MemberId) -> Result<LevelsPage> {
    let mut counts = Counts::default();
    for (level, count) in queries::count_by_level(tx, me)? {
        counts = counts.with(Visibility::from_stored(level, Some(0.into())), count);
    }
    let mut always = [None; 3];
    for (place, kind) in always.iter_mut().zip(Kind::ALL) {
        *place = visibility::always(tx, me, kind)?;
    }
    Ok(LevelsPage { counts, aging: aging(tx, me)?, always, groups: group::mine(tx, me)? })
}
