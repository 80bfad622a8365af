//! The ties between members and comments in the database.

use std::collections::HashMap;

use diesel::dsl::{count_star, exists, max, min, not};
use diesel::prelude::*;

use super::{ClosedComment, Fresh, News, ThreadTurn};
use crate::diary::Photo;
use crate::diary::queries::{ENTRIES, ROW, Row, RowTuple, comments_shown_to, numbers_given};
use crate::friend::circle::Circle;
use crate::ids::{DiaryId, MemberId, PictureId};
use crate::moment::Moment;
use crate::store::among::Among;
use crate::store::schema::{diary_comments, diary_entries, diary_threads, members, pictures};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

/// What a list looks at.
pub(super) struct Thread {
    pub at: Moment,
    pub is_quiet: bool,
}

/// The tie of somebody who has not commented, if there is none yet: they have seen what came before `number`.
pub(super) fn put_author(tx: &mut Tx<'_>, author: MemberId, entry: DiaryId, number: i32) -> Result<()> {
    Both(
        diesel::insert_into(diary_threads::table)
            .values((
                diary_threads::member_id.eq(author),
                diary_threads::entry_id.eq(entry),
                diary_threads::seen.eq(number - 1),
                diary_threads::is_quiet.eq(false),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn put_comment(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId, number: i32) -> Result<()> {
    let now = tx.now();
    Both(
        diesel::insert_into(diary_threads::table)
            .values((
                diary_threads::member_id.eq(me),
                diary_threads::entry_id.eq(entry),
                diary_threads::commented_at.eq(now),
                diary_threads::seen.eq(number),
                diary_threads::is_quiet.eq(false),
            ))
            .on_conflict((diary_threads::member_id, diary_threads::entry_id))
            .do_update()
            .set(diary_threads::commented_at.eq(now)),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn put_quiet(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId, is_quiet: bool) -> Result<()> {
    let given = numbers_given(tx, entry)?;
    Both(
        diesel::insert_into(diary_threads::table)
            .values((
                diary_threads::member_id.eq(me),
                diary_threads::entry_id.eq(entry),
                diary_threads::seen.eq(given),
                diary_threads::is_quiet.eq(is_quiet),
            ))
            .on_conflict((diary_threads::member_id, diary_threads::entry_id))
            .do_update()
            .set(diary_threads::is_quiet.eq(is_quiet)),
    )
    .execute(tx.db)?;
    Ok(())
}

/// When the member's last comment that stands was written, if any does.
pub(super) fn look_again(tx: &mut Tx<'_>, writer: MemberId, entry: DiaryId) -> Result<()> {
    let last: Option<Moment> = diary_comments::table
        .filter(diary_comments::entry_id.eq(entry))
        .filter(diary_comments::author_id.eq(writer))
        .filter(diary_comments::removed_at.is_null())
        .select(max(diary_comments::posted_at))
        .first(tx.db)?;
    diesel::update(diary_threads::table.find((i64::from(writer), i64::from(entry))))
        .set(diary_threads::commented_at.eq(last))
        .execute(tx.db)?;
    Ok(())
}

/// Whether a comment of the member stands there, and whether they want quiet.
pub(super) fn find(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId) -> Result<Option<(bool, bool)>> {
    let thread = diary_threads::table.find((i64::from(me), i64::from(entry)));
    Ok(thread
        .select((diary_threads::commented_at.is_not_null(), diary_threads::is_quiet))
        .first(tx.db)
        .optional()?)
}

/// Whether the member wants to be told nothing of the entry.
pub(crate) fn is_quiet(tx: &mut Tx<'_>, me: MemberId, entry: i64) -> Result<bool> {
    let quiet = diary_threads::table.find((i64::from(me), entry)).filter(diary_threads::is_quiet.eq(true));
    Ok(diesel::select(exists(quiet)).get_result(tx.db)?)
}

pub(super) fn is_behind(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId) -> Result<bool> {
    let behind = diary_threads::table
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_threads::entry_id)))
        .filter(diary_threads::member_id.eq(me))
        .filter(diary_threads::entry_id.eq(entry))
        .filter(diary_threads::seen.lt(diary_entries::comments_given));
    Ok(diesel::select(exists(behind)).get_result(tx.db)?)
}

pub(super) fn catch_up(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId) -> Result<()> {
    let given = numbers_given(tx, entry)?;
    let thread = diary_threads::table.find((i64::from(me), i64::from(entry)));
    diesel::update(thread.filter(diary_threads::seen.lt(given)))
        .set(diary_threads::seen.eq(given))
        .execute(tx.db)?;
    Ok(())
}

/// Others' entries with a comment of the member's that stands, as far as they may read them.
pub(super) fn joined(
    tx: &mut Tx<'_>,
    me: MemberId,
    from: ThreadTurn,
    most: i64,
) -> Result<Vec<(Row, Thread)>> {
    let before = diary_threads::commented_at
        .lt(from.at)
        .or(diary_threads::commented_at.eq(from.at).and(diary_threads::entry_id.lt(i64::from(from.entry))));
    let rows: Vec<(RowTuple, Option<Moment>, bool)> = diary_threads::table
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_threads::entry_id)))
        .inner_join(members::table.on(members::id.eq(diary_entries::author_id)))
        .filter(diary_threads::member_id.eq(me))
        .filter(diary_threads::commented_at.is_not_null())
        .filter(before)
        .filter(diary_entries::author_id.ne(i64::from(me)))
        .filter(visible_to(Viewer::Member(me), ENTRIES))
        .order((diary_threads::commented_at.desc(), diary_threads::entry_id.desc()))
        .limit(most)
        .select((ROW, diary_threads::commented_at, diary_threads::is_quiet))
        .load(tx.db)?;
    let thread = |(row, at, is_quiet): (RowTuple, Option<Moment>, bool)| {
        Some((Row::from(row), Thread { at: at?, is_quiet }))
    };
    Ok(rows.into_iter().filter_map(thread).collect())
}

/// For each entry with any, the comments of others the member can see that came since they last looked.
pub(super) fn count_fresh(
    tx: &mut Tx<'_>,
    me: MemberId,
    entries: &[DiaryId],
    from: Option<&Circle>,
) -> Result<HashMap<DiaryId, News>> {
    let mine =
        diary_threads::entry_id.eq(diary_comments::entry_id).and(diary_threads::member_id.eq(i64::from(me)));
    let fresh = diary_comments::table
        .inner_join(members::table.on(members::id.eq(diary_comments::author_id)))
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_comments::entry_id)))
        .inner_join(diary_threads::table.on(mine))
        .filter(Among::ids("diary_comments.entry_id", entries.iter().copied()))
        .filter(diary_comments::number.gt(diary_threads::seen))
        .filter(diary_comments::author_id.ne(i64::from(me)))
        .filter(comments_shown_to(me))
        .group_by(diary_comments::entry_id)
        .select((
            diary_comments::entry_id,
            count_star(),
            min(diary_comments::number),
            max(diary_comments::posted_at),
        ));
    let rows: Vec<(DiaryId, i64, Option<i32>, Option<Moment>)> = match from {
        Some(circle) => fresh.filter(written_by(circle)).load(tx.db)?,
        None => fresh.load(tx.db)?,
    };
    let news = |(entry, count, from, newest_at): (_, _, Option<i32>, Option<Moment>)| {
        let fresh = Fresh { count, from: from.unwrap_or(1) };
        Some((entry, News { fresh, newest_at: newest_at? }))
    };
    Ok(rows.into_iter().filter_map(news).collect())
}

fn written_by(circle: &Circle) -> Among {
    Among::ids("diary_comments.author_id", circle.ids().iter().copied())
}

type ClosedRow = (DiaryId, i32, String, Moment, String, Option<(PictureId, i32, i32)>);

/// The member's own comments that stand where they may no longer read.
pub(super) fn closed(
    tx: &mut Tx<'_>,
    me: MemberId,
    from: ThreadTurn,
    most: i64,
) -> Result<Vec<ClosedComment>> {
    let before = diary_comments::posted_at
        .lt(from.at)
        .or(diary_comments::posted_at.eq(from.at).and(diary_comments::entry_id.lt(i64::from(from.entry))));
    let rows: Vec<ClosedRow> = diary_comments::table
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_comments::entry_id)))
        .left_join(pictures::table.on(pictures::id.nullable().eq(diary_comments::picture_id)))
        .filter(diary_comments::author_id.eq(me))
        .filter(diary_comments::removed_at.is_null())
        .filter(before)
        .filter(not(visible_to(Viewer::Member(me), ENTRIES)))
        .order((diary_comments::posted_at.desc(), diary_comments::entry_id.desc()))
        .limit(most)
        .select((
            diary_comments::entry_id,
            diary_comments::number,
            diary_comments::body,
            diary_comments::posted_at,
            diary_comments::alt,
            (pictures::id, pictures::width_px, pictures::height_px).nullable(),
        ))
        .load(tx.db)?;
    Ok(rows.into_iter().map(closed_comment).collect())
}

fn closed_comment((entry, number, body, posted_at, alt, hung): ClosedRow) -> ClosedComment {
    let photo = hung.map(|(picture, width_px, height_px)| Photo { picture, alt, width_px, height_px });
    ClosedComment { entry, number, body, photo, posted_at }
}

/// The entry goes, and all ties to what was said of it.
pub(in crate::diary) fn forget_entry(tx: &mut Tx<'_>, entry: DiaryId) -> Result<()> {
    diesel::delete(diary_threads::table.filter(diary_threads::entry_id.eq(entry))).execute(tx.db)?;
    Ok(())
}
