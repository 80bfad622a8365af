//! An entry that others have commented on is opened to all members a day after its author chose so: whoever commented is
//! told first, and can take their words away (rule b-4).

mod queries;

pub(super) use queries::{cancel, cancel_of, find_due as opens_at};

use super::edit::open_to;
use super::queries as diary;
use crate::ids::{DiaryId, GroupId, MemberId};
use crate::notice::{self, Kind};
use crate::store::upsert::hold_entries;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// How long those who commented have, in seconds.
const TOLD_BEFORE_SECONDS: i64 = 24 * 60 * 60;

/// Entries opened in one transaction.
const AT_ONCE: i64 = 50;

/// What an entry is to be seen by for now, when its author wants it to be seen by `wanted`.
pub(super) fn sieve(
    tx: &mut Tx<'_>,
    author: MemberId,
    id: DiaryId,
    now_seen_by: Visibility,
    wanted: Visibility,
) -> Result<Visibility> {
    let opens = wanted == Visibility::Members && now_seen_by != Visibility::Members;
    // Nobody comments between the look at who has, and the change.
    hold_entries(tx, vec![id.into()])?;
    if !opens || !queries::has_others(tx, id, author)? {
        cancel(tx, id)?;
        return Ok(wanted);
    }
    let opens_at = tx.now().plus_seconds(TOLD_BEFORE_SECONDS);
    if queries::put(tx, id, opens_at)? {
        tell(tx, author, id)?;
    }
    Ok(now_seen_by)
}

/// All of them, whoever blocks whom and whoever is away just now: what is shown is judged when it is looked at.
fn tell(tx: &mut Tx<'_>, author: MemberId, id: DiaryId) -> Result<()> {
    for other in diary::commenters(tx, id)?.into_iter().filter(|other| *other != author) {
        notice::leave(tx, other, Kind::Opens, id.into())?;
    }
    Ok(())
}

/// What a group that is gone had opened does not open to everybody after all.
pub(crate) fn close_with_group(tx: &mut Tx<'_>, group: GroupId) -> Result<()> {
    queries::list_of_group(tx, group)?.into_iter().try_for_each(|id| cancel(tx, id))
}

/// Opens an entry to those whom its author chose, once it was looked at: to all members, a day later where others have
/// commented.
pub(crate) fn open_looked_at(
    tx: &mut Tx<'_>,
    author: MemberId,
    id: DiaryId,
    seen_by: Visibility,
) -> Result<()> {
    let seen_by = sieve(tx, author, id, Visibility::OnlyMe, seen_by)?;
    open_to(tx, author, id, seen_by)
}

/// Opens entries whose time has come. Answers how many: of two workers, one counts each.
pub fn open_due(tx: &mut Tx<'_>) -> Result<usize> {
    let mut opened = 0;
    for (id, author) in queries::list_due(tx, AT_ONCE)? {
        if queries::take(tx, id)? {
            open_to(tx, author, id, Visibility::Members)?;
            opened += 1;
        }
    }
    Ok(opened)
}
