//! Making groups and saying who is in them.

use super::{MOST_GROUPS, queries};
use crate::ids::{GroupId, MemberId};
use crate::moment::Moment;
use crate::store::upsert::hold_pair;
use crate::store::{Error, Tx};
use crate::visibility::queries::are_friends;

/// The longest name of a group, in characters.
pub const NAME_CHARACTERS: usize = 30;

/// What somebody newly added may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// What was posted to the group before, too.
    Everything,
    /// Only what is posted from now on.
    FromNowOn,
}

/// Why a group stays as it was.
#[derive(Debug, thiserror::Error)]
pub enum GroupError {
    /// Not one of the member's own, or the person is no friend.
    #[error("no such group or friend")]
    NotFound,
    /// A group needs a name.
    #[error("the name is empty")]
    NameEmpty,
    /// More than [`NAME_CHARACTERS`].
    #[error("the name is too long")]
    NameTooLong,
    /// More than [`MOST_GROUPS`].
    #[error("too many groups")]
    TooMany,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

type Outcome<T = ()> = Result<T, GroupError>;

/// Makes an empty group.
pub fn create(tx: &mut Tx<'_>, me: MemberId, name: &str) -> Outcome<GroupId> {
    let name = parse_name(name)?;
    if queries::of(tx, me)?.len() >= MOST_GROUPS {
        return Err(GroupError::TooMany);
    }
    Ok(queries::insert(tx, me, &name)?)
}

/// Calls a group something else.
pub fn rename(tx: &mut Tx<'_>, me: MemberId, group: GroupId, name: &str) -> Outcome {
    let name = parse_name(name)?;
    ensure_own(tx, me, group)?;
    Ok(queries::rename(tx, group, &name)?)
}

/// Puts a friend into a group.
pub fn add(tx: &mut Tx<'_>, me: MemberId, group: GroupId, friend: MemberId, opens: Opens) -> Outcome {
    hold_pair(tx, me, friend)?;
    ensure_own(tx, me, group)?;
    if !are_friends(tx, me, friend)? {
        return Err(GroupError::NotFound);
    }
    let from = match opens {
        Opens::Everything => Moment::from_millis(0),
        Opens::FromNowOn => tx.now(),
    };
    Ok(queries::put_member(tx, group, friend, from)?)
}

/// Takes a friend out: what the group opened to them closes at once.
pub fn remove(tx: &mut Tx<'_>, me: MemberId, group: GroupId, friend: MemberId) -> Outcome {
    ensure_own(tx, me, group)?;
    Ok(queries::remove_member(tx, group, friend)?)
}

/// Ends a group. What was open to it becomes "only me", never wider.
pub fn delete(tx: &mut Tx<'_>, me: MemberId, group: GroupId) -> Outcome {
    ensure_own(tx, me, group)?;
    queries::close_what_it_opened(tx, group)?;
    Ok(queries::delete(tx, group)?)
}

fn ensure_own(tx: &mut Tx<'_>, me: MemberId, group: GroupId) -> Outcome {
    if queries::is_own(tx, me, group)? { Ok(()) } else { Err(GroupError::NotFound) }
}

fn parse_name(typed: &str) -> Outcome<String> {
    let name = crate::text::one_line(typed);
    match crate::text::count(&name) {
        _ if !crate::text::is_visible(&name) => Err(GroupError::NameEmpty),
        n if n > NAME_CHARACTERS => Err(GroupError::NameTooLong),
        _ => Ok(name),
    }
}
