//! Entries about to open, in the database.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::ids::{DiaryId, GroupId, MemberId};
use crate::moment::Moment;
use crate::notice;
use crate::store::schema::{diary_comments, diary_entries, diary_openings};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

/// Whether it is new: one that waits already waits as long as it did.
pub(super) fn put(tx: &mut Tx<'_>, id: DiaryId, opens_at: Moment) -> Result<bool> {
    let put = Both(
        diesel::insert_into(diary_openings::table)
            .values((diary_openings::entry_id.eq(id), diary_openings::opens_at.eq(opens_at)))
            .on_conflict_do_nothing(),
    )
    .execute(tx.db)?;
    Ok(put > 0)
}

/// Whether anybody but the author has ever commented. Comments that were taken away count, and those of people who are
/// away or blocked: that an entry has to wait must not tell one kind of gap from another, and who is away may come back.
pub(super) fn has_others(tx: &mut Tx<'_>, id: DiaryId, author: MemberId) -> Result<bool> {
    let others = diary_comments::table
        .filter(diary_comments::entry_id.eq(id))
        .filter(diary_comments::author_id.ne(author));
    Ok(diesel::select(exists(others)).get_result(tx.db)?)
}

/// Entries for a group that wait to be open to everybody.
pub(super) fn list_of_group(tx: &mut Tx<'_>, group: GroupId) -> Result<Vec<DiaryId>> {
    Ok(diary_openings::table
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_openings::entry_id)))
        .filter(diary_entries::group_id.eq(group))
        .select(diary_openings::entry_id)
        .load(tx.db)?)
}

/// When an entry opens to all members, if it waits to.
pub(in crate::diary) fn find_due(tx: &mut Tx<'_>, id: DiaryId) -> Result<Option<Moment>> {
    Ok(diary_openings::table.find(i64::from(id)).select(diary_openings::opens_at).first(tx.db).optional()?)
}

pub(super) fn list_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<(DiaryId, MemberId)>> {
    let now = tx.now();
    Ok(diary_openings::table
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_openings::entry_id)))
        .filter(diary_openings::opens_at.le(now))
        .order(diary_openings::opens_at)
        .limit(most)
        .select((diary_openings::entry_id, diary_entries::author_id))
        .load(tx.db)?)
}

/// Takes it off the list, if its time has come: nobody is told of it any more.
pub(super) fn take(tx: &mut Tx<'_>, id: DiaryId) -> Result<bool> {
    let now = tx.now();
    let due = diary_openings::table.find(i64::from(id)).filter(diary_openings::opens_at.le(now));
    let taken = diesel::delete(due).execute(tx.db)? > 0;
    notice::queries::forget_opening(tx, id)?;
    Ok(taken)
}

/// It does not open after all.
pub(in crate::diary) fn cancel(tx: &mut Tx<'_>, id: DiaryId) -> Result<()> {
    diesel::delete(diary_openings::table.find(i64::from(id))).execute(tx.db)?;
    notice::queries::forget_opening(tx, id)
}

/// None of the author's entries that were posted before that moment opens after all.
pub(in crate::diary) fn cancel_of(tx: &mut Tx<'_>, author: MemberId, before: Moment) -> Result<()> {
    let own: Vec<DiaryId> = diary_openings::table
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_openings::entry_id)))
        .filter(diary_entries::author_id.eq(author))
        .filter(diary_entries::posted_at.le(before))
        .select(diary_openings::entry_id)
        .load(tx.db)?;
    own.into_iter().try_for_each(|id| cancel(tx, id))
}
