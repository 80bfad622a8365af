//! An entry that others have commented on is opened to all members a day after its author chose so: whoever commented is
//! told first, and can take their words away (rule b-4).

mod queries;

pub(super) use queries::{cancel, cancel_of, find_due as opens_at};

use super::edit::open_to;
use super::queries as diary;
use crate::ids::{DiaryId, MemberId};
use crate::notice::{self, Kind};
use crate::store::{Result, Tx};
use crate::visibility::Visibility;
use crate::visibility::queries::has_any_block_between;

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
    if !opens || diary::count_comments_of_others(tx, id, author)? == 0 {
        cancel(tx, id)?;
        return Ok(wanted);
    }
    if opens_at(tx, id)?.is_none() {
        let opens_at = tx.now().plus_seconds(TOLD_BEFORE_SECONDS);
        queries::put(tx, id, opens_at)?;
        tell(tx, author, id)?;
    }
    Ok(now_seen_by)
}

fn tell(tx: &mut Tx<'_>, author: MemberId, id: DiaryId) -> Result<()> {
    for other in diary::commenters(tx, id)? {
        if other != author && !has_any_block_between(tx, author, other)? {
            notice::leave(tx, other, Kind::Opens, id.into())?;
        }
    }
    Ok(())
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
