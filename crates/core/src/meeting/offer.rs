//! Offering two friends to meet.

use super::{can_meet, queries};
use crate::ids::MemberId;
use crate::store::upsert::hold_pair;
use crate::store::{Error, Tx};
use crate::text;
use crate::visibility::queries::are_friends;

/// The longest message to the two, in characters.
pub const MESSAGE_CHARACTERS: usize = 300;

/// Why nothing was offered.
#[derive(Debug, thiserror::Error)]
pub enum MeetingError {
    /// One of the two is no friend, or they are one and the same.
    #[error("no two friends")]
    NotFriends,
    /// More than [`MESSAGE_CHARACTERS`].
    #[error("the message is too long")]
    TooLong,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Asks both whether they would like to meet; offering again replaces the message. Where the two know each other
/// already, or one blocks the other, the offer goes nowhere, and `me` is not told: it is none of their business.
pub fn offer(
    tx: &mut Tx<'_>,
    me: MemberId,
    one: MemberId,
    other: MemberId,
    message: &str,
) -> Result<(), MeetingError> {
    hold_pair(tx, one, other)?;
    if one == other || !are_friends(tx, me, one)? || !are_friends(tx, me, other)? {
        return Err(MeetingError::NotFriends);
    }
    let message = text::many_lines(message);
    if text::count(&message) > MESSAGE_CHARACTERS {
        return Err(MeetingError::TooLong);
    }
    if can_meet(tx, one, other)? {
        queries::put(tx, me, one.min(other), one.max(other), &message)?;
    }
    Ok(())
}
