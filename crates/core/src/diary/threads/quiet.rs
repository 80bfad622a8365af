//! Being told nothing more of an entry, and being told again.

use super::queries;
use crate::diary::queries as entries;
use crate::ids::{DiaryId, MemberId};
use crate::notice;
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, can_see};

/// How it stands with an entry that its author, or somebody who commented on it, is told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// The title of the entry.
    pub title: String,
    /// Whether they are told nothing.
    pub is_quiet: bool,
}

/// How it stands; `None` where the entry is closed to `me`, or they are told nothing of it anyway.
pub fn quiet_of(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId) -> Result<Option<Quiet>> {
    let Some(row) = entries::find(tx, entry)? else { return Ok(None) };
    let author = row.author.id;
    if !can_see(tx, Viewer::Member(me), author, row.visibility, row.posted_at)? {
        return Ok(None);
    }
    let is_quiet = stands(tx, me, author, entry)?;
    Ok(is_quiet.map(|is_quiet| Quiet { title: row.title, is_quiet }))
}

/// Whether an entry that `me` may read is quiet; `None` where they are told nothing of it anyway.
pub(in crate::diary) fn stands(
    tx: &mut Tx<'_>,
    me: MemberId,
    author: MemberId,
    entry: DiaryId,
) -> Result<Option<bool>> {
    let thread = queries::find(tx, me, entry)?;
    let is_quiet = thread.is_some_and(|(_, is_quiet)| is_quiet);
    let is_told = me == author || is_quiet || thread.is_some_and(|(has_comment, _)| has_comment);
    Ok(is_told.then_some(is_quiet))
}

/// Tells `me` nothing more of the entry, or tells them again. What waits about it waits no longer. `false` where
/// [`quiet_of`] says nothing.
pub fn hush(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId, is_quiet: bool) -> Result<bool> {
    if quiet_of(tx, me, entry)?.is_none() {
        return Ok(false);
    }
    queries::put_quiet(tx, me, entry, is_quiet)?;
    if is_quiet {
        notice::entry_was_read(tx, me, entry)?;
    }
    Ok(true)
}
