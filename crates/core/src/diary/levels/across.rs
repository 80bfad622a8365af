//! From everybody to fewer, or from fewer to everybody: such entries lie elsewhere in the index of the search.

use super::queries;
use crate::ids::MemberId;
use crate::moment::Moment;
use crate::search::index;
use crate::store::upsert::hold_entries;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// Entries whose words are held in memory at once.
const AT_ONCE: usize = 50;

/// Narrows all entries of `me` that more people may read, or those posted before a moment. Answers how many it were.
pub(super) fn narrow(tx: &mut Tx<'_>, me: MemberId, to: Visibility, before: Option<Moment>) -> Result<usize> {
    let before = before.unwrap_or(Moment::from_millis(i64::MAX));
    let open = queries::list_open(tx, me, before)?;
    let closed = carry(tx, me, &open, Visibility::Members, to)?;
    Ok(closed + queries::narrow_within(tx, me, to, before)?)
}

/// Opens all entries of `me` at a level. Opened to all members, entries others have commented on stay as they are.
pub(super) fn widen(tx: &mut Tx<'_>, me: MemberId, from: Visibility, to: Visibility) -> Result<usize> {
    if to != Visibility::Members {
        return queries::widen_within(tx, me, from, to);
    }
    let silent = queries::list_silent(tx, me, from)?;
    carry(tx, me, &silent, from, to)
}

/// Gives entries another level and the index the place that goes with it. They are held before they are read, the
/// oldest first: one that somebody changes at the same time, or comments on, is carried as it then is, or not at all.
fn carry(tx: &mut Tx<'_>, me: MemberId, ids: &[i64], from: Visibility, to: Visibility) -> Result<usize> {
    let mut carried = 0;
    for some in ids.chunks(AT_ONCE) {
        hold_entries(tx, some.to_vec())?;
        let entries = queries::still_at(tx, some, from, to)?;
        for (id, title, body) in &entries {
            let [before, after] = [from, to].map(|seen_by| index::of_entry(me, seen_by, title, body));
            index::change_entry(tx, *id, Some(&before), Some(&after))?;
        }
        carried += queries::set_level(tx, entries.iter().map(|(id, ..)| *id), to)?;
    }
    Ok(carried)
}
