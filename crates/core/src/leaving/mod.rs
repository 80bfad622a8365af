//! Leaving: gone for everybody at once, for some days able to come back, then deleted for good.
//!
//! What is deleted, table by table, is in `docs/deletion.md`; a test walks every table for what was forgotten.
//! Picture files are named in the same transaction that forgets their rows, and a worker deletes them after it.

mod queries;
mod rules;

pub use rules::LeavingRules;

use crate::ids::MemberId;
use crate::letter::{self, Matter};
use crate::member::{State, queries as members};
use crate::moment::Moment;
use crate::one_time::{self, Owner};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};
use crate::{
    ban, community, diary, friend, invitation, joining, notice, picture, profile_photo, search, session,
};

/// Begins the grace of a member: signed out everywhere, and from now on nobody meets them. Answers when
/// everything of theirs will be deleted; `None` if they are not here.
pub fn leave(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId, rules: &LeavingRules) -> Result<Option<Moment>> {
    if !members::change_state(tx, me, State::Active, State::InGrace)? {
        return Ok(None);
    }
    session::end_all(tx, me)?;
    let delete_at = tx.now().plus_seconds(rules.grace_seconds);
    queries::put(tx, me, delete_at)?;
    letter::tell(tx, keys, me, Matter::Leaving, None)?;
    security_log::record(tx, Event::of(Kind::Leaving).member(me))?;
    Ok(Some(delete_at))
}

/// Until when a member may come back, if they are leaving.
pub fn ends_at(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Moment>> {
    queries::find_end(tx, member)
}

/// A member who was leaving is here again, as they were. `false` if they were not leaving, or were banned since:
/// leaving is no way around a ban.
pub fn come_back(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    let is_banned = ban::ban_of(tx, member)?.is_some();
    if is_banned || !members::change_state(tx, member, State::InGrace, State::Active)? {
        return Ok(false);
    }
    queries::delete(tx, member)?;
    security_log::record(tx, Event::of(Kind::CameBack).member(member))?;
    Ok(true)
}

/// Those whose grace is over, at most `most`.
pub fn list_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<MemberId>> {
    queries::list_due(tx, most)
}

/// Deletes everything of a member whose grace is over. `false` if it is not (they have just come back), or if
/// another worker was quicker.
pub fn erase(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    if !queries::take_due(tx, member)? {
        return Ok(false);
    }
    for entry in queries::list_entries(tx, member)? {
        let loose = diary::delete(tx, member, entry)?;
        queries::keep_loose(tx, &loose.unwrap_or_default())?;
    }
    diary::forget_drafts(tx, member)?;
    profile_photo::forget_all(tx, member)?;
    queries::take_icon_off(tx, member)?;
    // Before the pictures that hang on them.
    queries::erase_comments(tx, member)?;
    let pictures = queries::list_pictures(tx, member)?;
    let loose = picture::forget_if_loose(tx, &pictures)?;
    queries::keep_loose(tx, &loose)?;
    one_time::remove(tx, Owner::Member(member))?;
    ban::forget_member(tx, member)?;
    invitation::forget_member(tx, member)?;
    joining::forget_member(tx, member)?;
    notice::queries::forget_member(tx, member)?;
    friend::part_from_all(tx, member)?;
    search::index::forget_profile(tx, member)?;
    community::forget_member(tx, member)?;
    queries::erase(tx, member)?;
    security_log::record(tx, Event::of(Kind::Erased))?;
    Ok(true)
}

/// Names picture files that nothing needs any more, by their digests, for the worker that deletes them.
pub(crate) fn delete_files_later(tx: &mut Tx<'_>, digests: &[String]) -> Result<()> {
    queries::keep_loose(tx, digests)
}

/// Picture files to be deleted now, by their digests, at most `most`. One that somebody has put up again in the
/// meantime is needed, and is not among them.
pub fn list_loose_files(tx: &mut Tx<'_>, most: i64) -> Result<Vec<String>> {
    queries::list_loose(tx, most)
}

/// The file is deleted.
pub fn file_is_gone(tx: &mut Tx<'_>, digest: &str) -> Result<()> {
    queries::forget_loose(tx, digest)
}
