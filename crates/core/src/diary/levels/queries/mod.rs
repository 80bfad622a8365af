//! Levels of past entries in the database.

mod across;
mod aging;

pub(super) use across::{list_open, list_silent, set_level, still_at};
pub(super) use aging::{delete_aging, due, find_aging, put_aging, set_due};

use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;

use crate::ids::{DiaryId, GroupId, MemberId};
use crate::moment::Moment;
use crate::store::schema::{diary_comments, diary_entries};
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

pub(in crate::diary::levels) fn count_by_level(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<(i16, i64)>> {
    Ok(diary_entries::table
        .filter(diary_entries::author_id.eq(me))
        .group_by(diary_entries::level)
        .select((diary_entries::level, count_star()))
        .load(tx.db)?)
}

/// How many of those posted before a moment more people may read.
pub(in crate::diary::levels) fn count_wider(
    tx: &mut Tx<'_>,
    me: MemberId,
    than: Visibility,
    before: Moment,
) -> Result<i64> {
    Ok(diary_entries::table
        .filter(diary_entries::author_id.eq(me))
        .filter(diary_entries::level.lt(than.level()))
        .filter(diary_entries::posted_at.le(before))
        .count()
        .get_result(tx.db)?)
}

/// Of those posted before a moment; what all members may read is left as it is.
pub(in crate::diary::levels) fn narrow_within(
    tx: &mut Tx<'_>,
    me: MemberId,
    to: Visibility,
    before: Moment,
) -> Result<usize> {
    let wider = diary_entries::table
        .filter(diary_entries::author_id.eq(me))
        .filter(diary_entries::level.gt(Visibility::Members.level()))
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
pub(in crate::diary::levels) fn count_at(
    tx: &mut Tx<'_>,
    me: MemberId,
    level: Visibility,
) -> Result<(i64, i64)> {
    let at = diary_entries::table
        .filter(diary_entries::author_id.eq(me))
        .filter(diary_entries::level.eq(level.level()));
    let all = at.count().get_result(tx.db)?;
    let commented = at.filter(is_commented()).count().get_result(tx.db)?;
    Ok((all, commented))
}

/// Comments of others on entries at a level.
pub(in crate::diary::levels) fn count_comments_at(
    tx: &mut Tx<'_>,
    me: MemberId,
    level: Visibility,
) -> Result<i64> {
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
pub(in crate::diary::levels) fn newest_at(
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

/// To a level that is not all members'.
pub(in crate::diary::levels) fn widen_within(
    tx: &mut Tx<'_>,
    me: MemberId,
    from: Visibility,
    to: Visibility,
) -> Result<usize> {
    let at = diary_entries::table
        .filter(diary_entries::author_id.eq(me))
        .filter(diary_entries::level.eq(from.level()));
    Ok(diesel::update(at).set(diary_entries::level.eq(to.level())).execute(tx.db)?)
}
