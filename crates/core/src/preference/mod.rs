//! What a member has switched on for themselves. Nobody else ever learns how somebody has chosen.

mod queries;

use crate::ids::MemberId;
use crate::store::{Result, Tx};

/// A switch of one member; all are off before they are touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// 忍び足: leaves no footprints, and sees none (rule b-5).
    Stealth,
    /// May be named where a footprint of theirs reached a round number.
    NamedAtMilestones,
    /// Not found by the search for people (SE-07).
    Unlisted,
    /// What they wrote in their diary is not found by the search.
    DiaryUnsearched,
    /// May be suggested to friends of friends, and gets such suggestions (SG-13).
    Suggested,
}

impl Preference {
    /// All there are.
    pub const ALL: [Preference; 5] = [
        Preference::Stealth,
        Preference::NamedAtMilestones,
        Preference::Unlisted,
        Preference::DiaryUnsearched,
        Preference::Suggested,
    ];

    pub(crate) const fn stored(self) -> i16 {
        match self {
            Preference::Stealth => 1,
            Preference::NamedAtMilestones => 2,
            Preference::Unlisted => 3,
            Preference::DiaryUnsearched => 4,
            Preference::Suggested => 10,
        }
    }

    /// The name of its field in forms.
    pub fn key(self) -> &'static str {
        match self {
            Preference::Stealth => "stealth",
            Preference::NamedAtMilestones => "named",
            Preference::Unlisted => "unlisted",
            Preference::DiaryUnsearched => "diary_unsearched",
            Preference::Suggested => "suggested",
        }
    }
}

/// Whether a member has switched it on.
pub fn is_on(tx: &mut Tx<'_>, member: MemberId, preference: Preference) -> Result<bool> {
    queries::is_on(tx, member, preference)
}

/// Those of a member that are on.
pub fn all_on(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Preference>> {
    let stored = queries::all(tx, me)?;
    Ok(Preference::ALL.into_iter().filter(|preference| stored.contains(&preference.stored())).collect())
}

/// Switches it on or off. It holds from the next look on and changes nothing of the past.
pub fn set(tx: &mut Tx<'_>, me: MemberId, preference: Preference, on: bool) -> Result<()> {
    if on { queries::put(tx, me, preference) } else { queries::delete(tx, me, preference) }
}
