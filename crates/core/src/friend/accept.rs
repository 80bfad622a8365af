//! Answering a request.

use super::ask::{AskError, ensure_room};
use super::{REQUEST_SECONDS, queries};
use crate::ids::MemberId;
use crate::notice::{self, Kind};
use crate::store::upsert::hold_pair;
use crate::store::{Result, Tx};
use crate::visibility::{Standing, Viewer, queries as visibility};

/// Accepts the request of `from`: both become friends, and `from` is told.
///
/// A request that was let go or withdrawn, or whose sender left or was blocked meanwhile, is [`AskError::NotFound`].
pub fn accept(tx: &mut Tx<'_>, me: MemberId, from: MemberId) -> std::result::Result<(), AskError> {
    hold_pair(tx, me, from)?;
    let standing = visibility::standing(tx, Viewer::Member(me), from, None)?;
    if matches!(standing, Standing::Friend { .. }) {
        // The button was pressed twice.
        return Ok(());
    }
    if !standing.meets() || !queries::is_asked_by(tx, me, from)? {
        return Err(AskError::NotFound);
    }
    say_yes(tx, me, from)
}

/// What whoever asked has waited for.
pub(super) fn say_yes(tx: &mut Tx<'_>, me: MemberId, from: MemberId) -> std::result::Result<(), AskError> {
    ensure_room(tx, me, from)?;
    queries::befriend(tx, me, from)?;
    notice::leave(tx, from, Kind::Accepted, me.into())?;
    Ok(())
}

/// Lets a request go. The sender is told nothing: for them it waits until it is over, and until then nothing more of
/// theirs is heard. Only asking them oneself still makes friends.
pub fn decline(tx: &mut Tx<'_>, me: MemberId, from: MemberId) -> Result<()> {
    hold_pair(tx, me, from)?;
    if !queries::is_asked_by(tx, me, from)? {
        return Ok(());
    }
    match queries::find_request(tx, from, me)? {
        Some(asked_at) => queries::quieten_request(tx, from, me, asked_at.plus_seconds(REQUEST_SECONDS)),
        None => Ok(()),
    }
}

/// Makes friends of two who have both said so already: an inviter, and who came by the invitation.
pub(crate) fn befriend(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> std::result::Result<(), AskError> {
    hold_pair(tx, one, other)?;
    if !visibility::standing(tx, Viewer::Member(one), other, None)?.meets() {
        return Err(AskError::NotFound);
    }
    ensure_room(tx, one, other)?;
    Ok(queries::befriend(tx, one, other)?)
}
