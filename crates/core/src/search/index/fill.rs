//! What was written before there was an index, brought in a stretch at a time while the site serves.

use super::{Kind, Listed, change_entry, change_profile, of_entry, queries};
use crate::ids::{DiaryId, MemberId};
use crate::profile;
use crate::store::upsert::{hold, hold_entries};
use crate::store::{Result, Tx};

/// No kind of its own in the index: birthdays were free text, and become dates.
const BIRTHDAYS: i16 = 3;

/// Brings the next `most` members or entries in. `false` once nothing is left to do.
pub fn fill(tx: &mut Tx<'_>, most: i64) -> Result<bool> {
    let Some((kind, after)) = queries::find_fill(tx)? else { return Ok(false) };
    let last = match kind {
        BIRTHDAYS => profile::read_birthdays(tx, after, most)?,
        kind if kind == Kind::Profile.stored() => fill_profiles(tx, after, most)?,
        _ => fill_entries(tx, after, most)?,
    };
    queries::move_fill(tx, kind, after, last)?;
    Ok(true)
}

/// Answers with the last one done; `None` if there was none.
fn fill_profiles(tx: &mut Tx<'_>, after: i64, most: i64) -> Result<Option<i64>> {
    let members = queries::list_members(tx, after, most)?;
    // Held, so that nobody changes what they say between our look and our writing.
    hold(tx, members.iter().copied().map(i64::from).collect())?;
    for member in &members {
        let said = profile::queries::all(tx, *member)?;
        change_profile(tx, *member, &[], &said)?;
    }
    Ok(members.last().copied().map(i64::from))
}

fn fill_entries(tx: &mut Tx<'_>, after: i64, most: i64) -> Result<Option<i64>> {
    let entries: Vec<(DiaryId, MemberId)> = queries::list_entries(tx, after, most)?;
    hold_entries(tx, entries.iter().map(|(id, _)| i64::from(*id)).collect())?;
    for (id, author) in &entries {
        let Some((title, body, visibility)) = queries::find_entry(tx, *id)? else { continue };
        let listed: Listed = of_entry(*author, visibility, &title, &body);
        change_entry(tx, *id, None, Some(&listed))?;
    }
    Ok(entries.last().map(|(id, _)| i64::from(*id)))
}
