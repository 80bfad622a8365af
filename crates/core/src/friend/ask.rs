//! Asking for a friendship.

use super::accept::say_yes;
use super::{MOST_FRIENDS, REQUEST_SECONDS, queries};
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

/// Asks `to` for a friendship. Asking again replaces the message, and nothing else; asking who has asked accepts, even
/// if their request was let go.
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
        say_yes(tx, me, to)?;
        return Ok(Asked::FriendsNow);
    }
    ensure_room(tx, me, to)?;
    match queries::has_asked(tx, me, to)? {
        true => queries::reword_request(tx, me, to, &message)?,
        false => ask_anew(tx, me, to, &message)?,
    }
    Ok(Asked::Waiting)
}

/// While an earlier one they let go is not over, a new one goes the same way: taking back and asking anew says nothing.
fn ask_anew(tx: &mut Tx<'_>, me: MemberId, to: MemberId, message: &str) -> Result<(), AskError> {
    if queries::is_quiet(tx, me, to)? {
        let until = tx.now().plus_seconds(REQUEST_SECONDS);
        return Ok(queries::put_request(tx, me, to, message, Some(until))?);
    }
    queries::put_request(tx, me, to, message, None)?;
    // It waits for an answer, so it is told whatever they chose; this is for their letters.
    let _ = hears_of(tx, to, Topic::Requests)?;
    Ok(())
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
