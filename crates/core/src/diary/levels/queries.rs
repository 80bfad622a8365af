//! Levels of past entries in the database.

use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;

use super::Aging;
use crate::ids::{DiaryId, GroupId, MemberId};
use crate::moment::Moment;
use crate::store::schema::{diary_comments, diary_entries, diary_narrowings};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

pub(super) fn count_by_level(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<(i16, i64)>> {
    Ok(diary_entries::table
        .filter(diary_entries::author_id.eq(me))
        .group_by(diary_entries::level)
        .select((diary_entries::level, count_star()))
        .load(tx.db)?)
}

/// Of all entries, or of those posted before a moment.
pub(super) fn narrow(tx: &mut Tx<'_>, me: MemberId, to: Visibility, before: Option<Moment>) -> Result<usize> {
    let before = before.unwrap_or(Moment::from_millis(i64::MAX));
    let wider = diary_entries::table
        .filter(diary_entries::author_id.eq(me))
        .filter(diary_entries::level.lt(to.level()))
        .filter(diary_entries::posted_at.le(before));
    Ok(diesel::update(wider)
        .set((diary_entries::level.eq(to.level()), diary_entries::group_id.eq(None::<GroupId>)))
        .execute(tx.db)?)
}

/// Somebody else has said something of the entry that still stands there, whoever may see it.
#[diesel::dsl::auto_type]
fn is_commented() -> _ {
    exists(
        diary_comments::table
            .filter(diary_comments::entry_id.eq(diary_entries::id))
            .filter(diary_comments::author_id.ne(diary_entries::author_id))
            .filter(diary_comments::removed_at.is_null()),
    )
}

/// How many entries there are at a level, and how many of them others have commented on.
pub(super) fn count_at(tx: &mut Tx<'_>, me: MemberId, level: Visibility) -> Result<(i64, i64)> {
    let at = diary_entries::table
        .filter(diary_entries::author_id.eq(me))
        .filter(diary_entries::level.eq(level.level()));
    let all = at.count().get_result(tx.db)?;
    let commented = at.filter(is_commented()).count().get_result(tx.db)?;
    Ok((all, commented))
}

/// Comments of others on entries at a level.
pub(super) fn count_comments_at(tx: &mut Tx<'_>, me: MemberId, level: Visibility) -> Result<i64> {
    Ok(diary_comments::table
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_comments::entry_id)))
        .filter(diary_entries::author_id.eq(me))
        .filter(diary_entries::level.eq(level.level()))
        .filter(diary_comments::author_id.ne(me))
        .filter(diary_comments::removed_at.is_null())
        .count()
        .get_result(tx.db)?)
}

/// The newest at a level: all, or those nobody else has commented on.
pub(super) fn newest_at(
    tx: &mut Tx<'_>,
    me: MemberId,
    level: Visibility,
    without_comments: bool,
    most: i64,
) -> Result<Vec<(DiaryId, String)>> {
    let at = diary_entries::table
        .filter(diary_entries::author_id.eq(me))
        .filter(diary_entries::level.eq(level.level()))
        .order(diary_entries::id.desc())
        .limit(most)
        .select((diary_entries::id, diary_entries::title));
    Ok(match without_comments {
        true => at.filter(not(is_commented())).load(tx.db)?,
        false => at.load(tx.db)?,
    })
}

/// Opened to all members, entries others have commented on stay as they are.
pub(super) fn widen(tx: &mut Tx<'_>, me: MemberId, from: Visibility, to: Visibility) -> Result<usize> {
    let at = diary_entries::table
        .filter(diary_entries::author_id.eq(me))
        .filter(diary_entries::level.eq(from.level()));
    let wider = diary_entries::level.eq(to.level());
    Ok(match to {
        Visibility::Members => diesel::update(at.filter(not(is_commented()))).set(wider).execute(tx.db)?,
        _ => diesel::update(at).set(wider).execute(tx.db)?,
    })
}

pub(super) fn find_aging(tx: &mut Tx<'_>, me: MemberId) -> Result<Option<Aging>> {
    let row: Option<(i16, i16)> = diary_narrowings::table
        .find(i64::from(me))
        .select((diary_narrowings::months, diary_narrowings::level))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(months, level)| Aging { months, to: Visibility::from_stored(level, None) }))
}

/// Due at once: what is old enough already is narrowed at the worker's next look.
pub(super) fn put_aging(tx: &mut Tx<'_>, me: MemberId, wish: Aging) -> Result<()> {
    let now = tx.now();
    let wished = (
        diary_narrowings::months.eq(wish.months),
        diary_narrowings::level.eq(wish.to.level()),
        diary_narrowings::due_at.eq(now),
    );
    Both(
        diesel::insert_into(diary_narrowings::table)
            .values((diary_narrowings::member_id.eq(me), wished))
            .on_conflict(diary_narrowings::member_id)
            .do_update()
            .set(wished),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_aging(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    diesel::delete(diary_narrowings::table.find(i64::from(me))).execute(tx.db)?;
    Ok(())
}

pub(super) fn due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<(MemberId, Aging)>> {
    let now = tx.now();
    let rows: Vec<(MemberId, i16, i16)> = diary_narrowings::table
        .filter(diary_narrowings::due_at.le(now))
        .order(diary_narrowings::due_at)
        .limit(most)
        .select((diary_narrowings::member_id, diary_narrowings::months, diary_narrowings::level))
        .load(tx.db)?;
    let wish = |(member, months, level)| (member, Aging { months, to: Visibility::from_stored(level, None) });
    Ok(rows.into_iter().map(wish).collect())
}

pub(super) fn set_due(tx: &mut Tx<'_>, me: MemberId, due: Moment) -> Result<()> {
    let wish = diary_narrowings::table.find(i64::from(me));
    diesel::update(wish).set(diary_narrowings::due_at.eq(due)).execute(tx.db)?;
    Ok(())
}
