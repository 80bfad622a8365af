//! Making groups and saying who is in them.

use super::{MOST_GROUPS, Reach, queries};
use crate::diary;
use crate::ids::{GroupId, MemberId};
use crate::last_seen;
use crate::moment::Moment;
use crate::notice;
use crate::store::upsert::hold_pair;
use crate::store::{Error, Tx};
use crate::visibility::queries::{LEFT_OUT, are_friends};

/// The longest name of a group, in characters.
pub const NAME_CHARACTERS: usize = 30;

/// What somebody who is let in may see: newly added, or left out no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// What was posted before, too.
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

/// Makes an empty group. What it is for never changes: things opened to some friends would open to all the others.
pub fn create(tx: &mut Tx<'_>, me: MemberId, name: &str, reach: Reach) -> Outcome<GroupId> {
    let name = parse_name(name)?;
    if queries::of(tx, me)?.len() >= MOST_GROUPS {
        return Err(GroupError::TooMany);
    }
    Ok(queries::insert(tx, me, &name, reach)?)
}

/// Calls a group something else.
pub fn rename(tx: &mut Tx<'_>, me: MemberId, group: GroupId, name: &str) -> Outcome {
    let name = parse_name(name)?;
    ensure_own(tx, me, group)?;
    Ok(queries::rename(tx, group, &name)?)
}

/// Puts a friend into a group. Into one that leaves out, what it opened closes to them at once, whatever `opens` says.
pub fn add(tx: &mut Tx<'_>, me: MemberId, group: GroupId, friend: MemberId, opens: Opens) -> Outcome {
    hold_pair(tx, me, friend)?;
    let reach = own_reach(tx, me, group)?;
    if !are_friends(tx, me, friend)? {
        return Err(GroupError::NotFound);
    }
    if reach.leaves_out() {
        return Ok(queries::set_opening(tx, group, friend, LEFT_OUT)?);
    }
    let from = match opens {
        Opens::Everything => Moment::from_millis(0),
        Opens::FromNowOn => tx.now(),
    };
    Ok(queries::put_member(tx, group, friend, from)?)
}

/// Takes a friend out: what the group opened to them closes at once, whatever `opens` says. Out of one that leaves
/// out, they are let in, to everything or to what is posted from now on.
pub fn remove(tx: &mut Tx<'_>, me: MemberId, group: GroupId, friend: MemberId, opens: Opens) -> Outcome {
    let reach = own_reach(tx, me, group)?;
    if reach.leaves_out() && opens == Opens::FromNowOn {
        let now = tx.now();
        return Ok(queries::let_in_from(tx, group, friend, now)?);
    }
    Ok(queries::remove_member(tx, group, friend)?)
}

/// Ends a group. What was open to it becomes "only me", never wider; what was told of those in it alone is told of nobody.
pub fn delete(tx: &mut Tx<'_>, me: MemberId, group: GroupId) -> Outcome {
    ensure_own(tx, me, group)?;
    diary::close_with_group(tx, group)?;
    queries::close_what_it_opened(tx, group)?;
    notice::settings::close_group(tx, me, group)?;
    last_seen::follow(tx, me)?;
    Ok(queries::delete(tx, group)?)
}

fn ensure_own(tx: &mut Tx<'_>, me: MemberId, group: GroupId) -> Outcome {
    own_reach(tx, me, group).map(|_| ())
}

fn own_reach(tx: &mut Tx<'_>, me: MemberId, group: GroupId) -> Outcome<Reach> {
    queries::find_own_reach(tx, me, group)?.ok_or(GroupError::NotFound)
}

fn parse_name(typed: &str) -> Outcome<String> {
    let name = crate::text::one_line(typed);
    match crate::text::count(&name) {
        _ if !crate::text::is_visible(&name) => Err(GroupError::NameEmpty),
        n if n > NAME_CHARACTERS => Err(GroupError::NameTooLong),
        _ => Ok(name),
    }
}
