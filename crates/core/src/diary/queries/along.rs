//! One author's entries in the order of time: what lies before and after, and how many on which day.

use diesel::dsl::{count_star, min};
use diesel::prelude::*;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::diary::ArchiveDay;
use crate::diary::archive::Stretch;
use crate::ids::{DiaryId, MemberId};
use crate::moment::Moment;
use crate::store::condition::Condition;
use crate::store::day::DayOf;
use crate::store::schema::diary_entries;
use crate::store::{Result, Tx};

/// An entry that lies before or after a place in time.
pub(in crate::diary) struct Beside {
    pub id: DiaryId,
    pub title: String,
    pub posted_at: Moment,
}

impl From<(DiaryId, String, Moment)> for Beside {
    fn from((id, title, posted_at): (DiaryId, String, Moment)) -> Beside {
        Beside { id, title, posted_at }
    }
}

/// The newest entry before an id, of those that `open` lets through.
pub(in crate::diary) fn find_before(
    tx: &mut Tx<'_>,
    author: MemberId,
    open: &Condition,
    id: i64,
) -> Result<Option<Beside>> {
    let found: Option<(DiaryId, String, Moment)> = diary_entries::table
        .filter(diary_entries::author_id.eq(author))
        .filter(diary_entries::id.lt(id))
        .filter(open.clone())
        .order(diary_entries::id.desc())
        .select((diary_entries::id, diary_entries::title, diary_entries::posted_at))
        .first(tx.db)
        .optional()?;
    Ok(found.map(Beside::from))
}

/// The oldest entry after an id, of those that `open` lets through.
pub(in crate::diary) fn find_after(
    tx: &mut Tx<'_>,
    author: MemberId,
    open: &Condition,
    id: i64,
) -> Result<Option<Beside>> {
    let found: Option<(DiaryId, String, Moment)> = diary_entries::table
        .filter(diary_entries::author_id.eq(author))
        .filter(diary_entries::id.gt(id))
        .filter(open.clone())
        .order(diary_entries::id)
        .select((diary_entries::id, diary_entries::title, diary_entries::posted_at))
        .first(tx.db)
        .optional()?;
    Ok(found.map(Beside::from))
}

/// When the author's first entry was posted.
pub(in crate::diary) fn oldest_of(tx: &mut Tx<'_>, author: MemberId) -> Result<Option<Moment>> {
    Ok(diary_entries::table
        .filter(diary_entries::author_id.eq(author))
        .order(diary_entries::id)
        .select(diary_entries::posted_at)
        .first(tx.db)
        .optional()?)
}

/// How many entries that `open` lets through were posted on each day of a stretch, and the first of them.
pub(in crate::diary) fn count_by_day(
    tx: &mut Tx<'_>,
    author: MemberId,
    open: &Condition,
    stretch: &Stretch,
) -> Result<Vec<ArchiveDay>> {
    let day = DayOf::column("diary_entries.posted_at", stretch.shift_millis);
    let rows: Vec<(i64, i64, Option<DiaryId>)> = diary_entries::table
        .filter(diary_entries::author_id.eq(author))
        .filter(diary_entries::id.ge(stretch.ids.start))
        .filter(diary_entries::id.lt(stretch.ids.end))
        .filter(open.clone())
        .group_by(day.clone())
        .order(day.clone())
        .select((day, count_star(), min(diary_entries::id)))
        .load(tx.db)?;
    Ok(rows.into_iter().filter_map(archive_day).collect())
}

fn archive_day((day, entries, first): (i64, i64, Option<DiaryId>)) -> Option<ArchiveDay> {
    Some(ArchiveDay { date: date_of(day)?, entries, first: first? })
}

fn date_of(days_since_1970: i64) -> Option<Date> {
    let days = i32::try_from(days_since_1970).ok()?;
    date(1970, 1, 1).checked_add(days.days()).ok()
}
