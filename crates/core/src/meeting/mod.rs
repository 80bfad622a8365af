//! Two friends of somebody are asked whether they would like to meet (SG-08). Neither learns who the other is before
//! both have said yes, nor that the other said no; then each is led to the other's page, and nothing more has happened.

mod answer;
mod offer;
mod queries;

pub use answer::{MeetingOffer, answer, offers};
pub use offer::{MESSAGE_CHARACTERS, MeetingError, offer};
pub(crate) use queries::{forget_between, has_open, sweep_before};

use crate::ids::{MeetingId, MemberId};
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::visibility::{Standing, Viewer, queries as visibility};

/// An offer nobody takes up is over after 30 days, in silence.
const OFFER_SECONDS: i64 = 30 * 24 * 60 * 60;

/// An offer as one of the two has it before them.
struct Row {
    id: MeetingId,
    by: MemberId,
    /// The one who is asked.
    me: MemberId,
    /// The one they would meet.
    other: MemberId,
    message: String,
    offered_at: Moment,
}

/// Whether it can still come about: both are friends of who offers, and neither tied to nor hidden from the other.
fn is_open(tx: &mut Tx<'_>, row: &Row) -> Result<bool> {
    for one in [row.me, row.other] {
        let standing = visibility::standing(tx, Viewer::Member(one), row.by, None)?;
        if !matches!(standing, Standing::Friend { .. }) {
            return Ok(false);
        }
    }
    can_meet(tx, row.me, row.other)
}

/// Whether two people are there for each other and not friends yet.
fn can_meet(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<bool> {
    let standing = visibility::standing(tx, Viewer::Member(one), other, None)?;
    Ok(matches!(standing, Standing::Member | Standing::FriendOfFriend))
}

/// Deletes offers that are over. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let before = tx.now().plus_seconds(-OFFER_SECONDS);
    sweep_before(tx, before)
}
