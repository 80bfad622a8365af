//! Three friends who vouch for a member on the way back: two of them stand for a second proof beside the number.
//!
//! They are chosen beforehand and known to nobody but their chooser and themselves. Whoever has proven the number may
//! have them asked and is shown a sign of two digits; each friend is shown three numbers, one of them the sign, and
//! presses the one that the member tells them by voice. So a friend who has spoken to nobody has nothing to press, and
//! a number in other hands is worth nothing among people who know each other.
//!
//! Whether somebody counts is asked when they press, never kept: they are still chosen, still friends, neither blocks
//! the other, and both are here.

mod answer;
mod ask;
mod choose;
mod queries;

pub use answer::{Answered, Said, Seen, answer, show};
pub use ask::{Asked, FriendsWay, NEEDED, ask};
pub(crate) use ask::{sweep, way};
pub use choose::{CHOSEN, ChooseError, Picking, choose, pick, step_back, take_off};
pub(crate) use queries::{forget_notices, told_asked, told_chosen};

use crate::ids::MemberId;
use crate::member::Card;
use crate::notice::{self, Kind};
use crate::store::{Result, Tx};
use crate::visibility::{Standing, Viewer, queries as visibility};

/// A friend somebody has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Who.
    pub card: Card,
    /// Whether they would count now; not if the two are friends no more, or one of them is away.
    pub counts: bool,
}

/// Whom a member has chosen, and who has chosen them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trust {
    /// Mine, of those I may meet.
    pub chosen: Vec<Chosen>,
    /// How many others I chose whom I cannot meet now.
    pub unseen: usize,
    /// Whose trusted friend I am, of those I may meet.
    pub chosen_by: Vec<Card>,
}

impl Trust {
    /// Whether anybody was chosen.
    pub fn has_chosen(&self) -> bool {
        !self.chosen.is_empty() || self.unseen > 0
    }

    /// How many of those chosen would count now.
    pub fn counting(&self) -> usize {
        self.chosen.iter().filter(|friend| friend.counts).count()
    }
}

/// Whom `me` has chosen, and who has chosen `me`.
pub fn mine(tx: &mut Tx<'_>, me: MemberId) -> Result<Trust> {
    let mut chosen = Vec::new();
    for card in queries::list_chosen(tx, me)? {
        let counts = counts(tx, me, card.id)?;
        chosen.push(Chosen { card, counts });
    }
    let unseen = queries::list_chosen_ids(tx, me)?.len().saturating_sub(chosen.len());
    Ok(Trust { chosen, unseen, chosen_by: queries::chosen_by(tx, me)? })
}

/// Whether being chosen waits in red for `me`.
pub fn waits(tx: &mut Tx<'_>, me: MemberId) -> Result<bool> {
    notice::queries::has(tx, me, Kind::TrustedChosen)
}

/// `me` has looked at who has chosen them.
pub fn was_read(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    notice::queries::delete_all(tx, me, Kind::TrustedChosen)
}

/// Whether `friend` may vouch for `member` now.
fn counts(tx: &mut Tx<'_>, member: MemberId, friend: MemberId) -> Result<bool> {
    if !queries::is_chosen(tx, member, friend)? {
        return Ok(false);
    }
    // Each standing looks at the other's account alone, so both are asked for.
    for (viewer, owner) in [(member, friend), (friend, member)] {
        let standing = visibility::standing(tx, Viewer::Member(viewer), owner, None)?;
        if !matches!(standing, Standing::Friend { .. }) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The chosen friends who count now.
fn counting(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<MemberId>> {
    let mut counting = Vec::new();
    for friend in queries::list_chosen_ids(tx, member)? {
        if counts(tx, member, friend)? {
            counting.push(friend);
        }
    }
    Ok(counting)
}
