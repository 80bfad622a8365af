//! Entries that come to be for everybody, or are so no longer, in the database.

use diesel::dsl::not;
use diesel::prelude::*;

use super::is_commented;
use crate::ids::{DiaryId, MemberId};
use crate::moment::Moment;
use crate::store::among::Among;
use crate::store::schema::diary_entries;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// What all members may read of those posted before a moment, the oldest first.
pub(in crate::diary::levels) fn list_open(tx: &mut Tx<'_>, me: MemberId, before: Moment) -> Result<Vec<i64>> {
    Ok(diary_entries::table
        .filter(diary_entries::author_id.eq(me))
        .filter(diary_entries::level.eq(Visibility::Members.level()))
        .filter(diary_entries::posted_at.le(before))
        .order(diary_entries::id)
        .select(diary_entries::id)
        .load(tx.db)?)
}

/// What is at a level and nobody else has commented on, the oldest first.
pub(in crate::diary::levels) fn list_silent(
    tx: &mut Tx<'_>,
    me: MemberId,
    level: Visibility,
) -> Result<Vec<i64>> {
    Ok(diary_entries::table
        .filter(diary_entries::author_id.eq(me))
        .filter(diary_entries::level.eq(level.level()))
        .filter(not(is_commented()))
        .order(diary_entries::id)
        .select(diary_entries::id)
        .load(tx.db)?)
}

/// Those of some entries that are still at a level, with their title and body; of those to be opened to all members
/// only what still nobody else has commented on.
pub(in crate::diary::levels) fn still_at(
    tx: &mut Tx<'_>,
    ids: &[i64],
    from: Visibility,
    to: Visibility,
) -> Result<Vec<(DiaryId, String, String)>> {
    let at = diary_entries::table
        .filter(Among::ids("diary_entries.id", ids.iter().copied()))
        .filter(diary_entries::level.eq(from.level()))
        .select((diary_entries::id, diary_entries::title, diary_entries::body));
    Ok(match to {
        Visibility::Members => at.filter(not(is_commented())).load(tx.db)?,
        _ => at.load(tx.db)?,
    })
}

/// Gives some entries another level that is no group's.
pub(in crate::diary::levels) fn set_level(
    tx: &mut Tx<'_>,
    ids: impl Iterator<Item = DiaryId>,
    to: Visibility,
) -> Result<usize> {
    let some = diary_entries::table.filter(Among::ids("diary_entries.id", ids));
    Ok(diesel::update(some).set(diary_entries::level.eq(to.level())).execute(tx.db)?)
}
