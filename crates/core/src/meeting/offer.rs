//! Offering two friends to meet.

use super::{Answered, OFFER_SECONDS, queries};
use crate::ids::MemberId;
use crate::notice;
use crate::store::upsert::hold_pair;
use crate::store::{Error, Tx};
use crate::text;
use crate::visibility::queries::are_friends;
use crate::visibility::{Standing, Viewer, queries as visibility};

/// The longest message to the two, in characters.
pub const MESSAGE_CHARACTERS: usize = 300;

/// The most offers of one member at a time.
pub const MOST_OFFERED: i64 = 20;

/// Why nothing was offered.
#[derive(Debug, thiserror::Error)]
pub enum MeetingError {
    /// One of the two is no friend, or they are one and the same.
    #[error("no two friends")]
    NotFriends,
    /// More than [`MESSAGE_CHARACTERS`].
    #[error("the message is too long")]
    TooLong,
    /// More than [`MOST_OFFERED`].
    #[error("too many offers")]
    TooMany,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Asks both whether they would like to meet. While an offer of these two lies there, answered or not, it changes
/// nothing. Where the two know each other already, or one blocks the other, it lies there and asks nobody: `me` is not
/// told, and it counts like any other, or who offers until they are refused would learn it (rule b-3).
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
    let since = tx.now().plus_seconds(-OFFER_SECONDS);
    if queries::count_offered(tx, me, since)? >= MOST_OFFERED {
        return Err(MeetingError::TooMany);
    }
    let standing = visibility::standing(tx, Viewer::Member(one), other, None)?;
    match standing {
        Standing::Member | Standing::FriendOfFriend => {
            queries::put(tx, me, [one, other], &message, None)?;
            notice::call(tx, one)?;
            notice::call(tx, other)?;
        }
        _ => queries::put(tx, me, [one, other], "", Some(Answered::No))?,
    }
    Ok(())
}
