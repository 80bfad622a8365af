//! Saying a line, and taking it away again.

use super::{CHARACTERS, queries};
use crate::first_post::{self, Post};
use crate::group;
use crate::ids::{MemberId, VoiceId};
use crate::store::{Error, Result, Tx};
use crate::text;
use crate::visibility::{self, Kind, Visibility};

/// Why a voice was not kept.
#[derive(Debug, thiserror::Error)]
pub enum VoiceError {
    /// Nothing was typed.
    #[error("the voice is empty")]
    Empty,
    /// More than [`CHARACTERS`].
    #[error("the voice is too long")]
    TooLong,
    /// Not one of the five levels, or not one of the author's groups.
    #[error("no such visibility")]
    VisibilityUnknown,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Says a line, and remembers its visibility as the next one's offer.
pub fn post(
    tx: &mut Tx<'_>,
    me: MemberId,
    typed: &str,
    seen_by: &str,
) -> std::result::Result<VoiceId, VoiceError> {
    let body = text::one_line(typed);
    match text::count(&body) {
        _ if !text::is_visible(&body) => return Err(VoiceError::Empty),
        n if n > CHARACTERS => return Err(VoiceError::TooLong),
        _ => {}
    }
    let seen_by: Visibility = seen_by.parse().map_err(|_| VoiceError::VisibilityUnknown)?;
    if group::own_or_only_me(tx, me, seen_by)? != seen_by {
        return Err(VoiceError::VisibilityUnknown);
    }
    visibility::remember(tx, me, Kind::Voice, seen_by)?;
    let id: VoiceId = tx.fresh_id();
    let kept = first_post::sieve_new(tx, me, Post::Voice(id), seen_by)?;
    queries::insert(tx, id, me, &body, kept)?;
    Ok(id)
}

/// What a voice of one's own says.
pub fn find_own(tx: &mut Tx<'_>, me: MemberId, id: VoiceId) -> Result<Option<String>> {
    queries::find_own(tx, me, id)
}

/// Takes a voice of one's own away. `false` if there is none.
pub fn delete(tx: &mut Tx<'_>, me: MemberId, id: VoiceId) -> Result<bool> {
    if queries::find_own(tx, me, id)?.is_none() {
        return Ok(false);
    }
    first_post::forget(tx, Post::Voice(id))?;
    queries::delete(tx, me, id)
}
