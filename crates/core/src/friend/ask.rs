//! Asking for a friendship.

use super::{MOST_FRIENDS, accept, queries};
use crate::ids::MemberId;
use crate::notice::Topic;
use crate::notice::settings::hears_of;
use crate::store::upsert::hold_pair;
use crate::store::{Error, Tx};
use crate::visibility::{Standing, Viewer, queries as visibility};

/// The longest message with a request, in characters.
pub const MESSAGE_CHARACTERS: usize = 500;

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The request waits for an answer.
    Waiting,
    /// They had asked first: you are friends now.
    FriendsNow,
}

/// Why a request was not made.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Nobody the asker may meet: unknown, gone, blocked or oneself.
    #[error("there is nobody to ask")]
    NotFound,
    /// They are friends already.
    #[error("already friends")]
    AlreadyFriends,
    /// Somebody without a tie is asked with a message.
    #[error("a message is needed")]
    MessageMissing,
    /// More than [`MESSAGE_CHARACTERS`].
    #[error("the message is too long")]
    MessageTooLong,
    /// One of the two has as many friends as one may have.
    #[error("no room for another friend")]
    Full,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Asks `to` for a friendship. Asking again replaces the message; asking who has asked accepts.
pub fn ask(tx: &mut Tx<'_>, me: MemberId, to: MemberId, message: &str) -> Result<Asked, AskError> {
    hold_pair(tx, me, to)?;
    let standing = visibility::standing(tx, Viewer::Member(me), to, None)?;
    let message = crate::text::many_lines(message);
    match standing {
        Standing::Nobody | Standing::Oneself => return Err(AskError::NotFound),
        Standing::Friend { .. } => return Err(AskError::AlreadyFriends),
        Standing::Member if message.is_empty() => return Err(AskError::MessageMissing),
        Standing::Member | Standing::FriendOfFriend => {}
    }
    if crate::text::count(&message) > MESSAGE_CHARACTERS {
        return Err(AskError::MessageTooLong);
    }
    if queries::find_request(tx, to, me)?.is_some() {
        accept(tx, me, to)?;
        return Ok(Asked::FriendsNow);
    }
    ensure_room(tx, me, to)?;
    queries::put_request(tx, me, to, &message)?;
    // It waits for an answer, so it is told whatever they chose; this is for their letters.
    let _ = hears_of(tx, to, Topic::Requests)?;
    Ok(Asked::Waiting)
}

/// Refuses when either already has as many friends as one may have.
pub(super) fn ensure_room(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<(), AskError> {
    for member in [one, other] {
        if queries::count_friends(tx, member)? >= MOST_FRIENDS {
            return Err(AskError::Full);
        }
    }
    Ok(())
}
