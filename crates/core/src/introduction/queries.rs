//! Introductions in the database.

use diesel::prelude::*;

use super::Introduction;
use crate::ids::{IntroductionId, MemberId};
use crate::member::queries::{CARD, CardColumns, CardRow};
use crate::moment::Moment;
use crate::profile::queries::{TIES_OF_MEMBER, ties_setting};
use crate::store::condition::Condition;
use crate::store::schema::{introductions, members, profile_fields};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::{Columns, visible_to};

/// Whether its author is somebody the viewer may meet: all that its subject has to ask.
const AUTHOR: Columns =
    Columns { owner: "introductions.author_id", level: "0", group: "NULL", posted_at: None };

/// One of them, as it is kept.
pub(super) struct Row {
    pub body: String,
    pub is_shown: bool,
    pub written_at: Moment,
}

pub(super) fn find(tx: &mut Tx<'_>, author: MemberId, subject: MemberId) -> Result<Option<Row>> {
    let row: Option<(String, bool, Moment)> = introductions::table
        .filter(introductions::author_id.eq(author))
        .filter(introductions::subject_id.eq(subject))
        .select((introductions::body, introductions::is_shown, introductions::written_at))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(body, is_shown, written_at)| Row { body, is_shown, written_at }))
}

type LineColumns = (CardColumns, introductions::id, introductions::body, introductions::written_at);
const LINE: LineColumns = (CARD, introductions::id, introductions::body, introductions::written_at);
type LineRow = (CardRow, IntroductionId, String, Moment);

fn line((author, id, body, written_at): LineRow) -> Introduction {
    Introduction { id, author: author.into(), body, written_at }
}

/// Whose introductions of `subject` the viewer reads: of those they may know to be friends, or, of what is said about
/// themselves, of all. Of two people, the stricter decides who learns of their tie (PR-10).
fn by_whom(viewer: Viewer, subject: MemberId) -> Condition {
    visible_to(viewer, if viewer == Viewer::Member(subject) { AUTHOR } else { TIES_OF_MEMBER })
}

/// Those of `subject` that others may read, of authors the viewer may know about, the newest first.
pub(super) fn shown(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    subject: MemberId,
    before: Option<IntroductionId>,
    most: i64,
) -> Result<Vec<Introduction>> {
    let rows: Vec<LineRow> = introductions::table
        .inner_join(members::table.on(members::id.eq(introductions::author_id)))
        .left_join(profile_fields::table.on(ties_setting()))
        .filter(introductions::subject_id.eq(subject))
        .filter(introductions::is_shown.eq(true))
        .filter(introductions::id.lt(before.map_or(i64::MAX, i64::from)))
        .filter(by_whom(viewer, subject))
        .order(introductions::id.desc())
        .limit(most)
        .select(LINE)
        .load(tx.db)?;
    Ok(rows.into_iter().map(line).collect())
}

pub(super) fn count_shown(tx: &mut Tx<'_>, viewer: Viewer, subject: MemberId) -> Result<i64> {
    Ok(introductions::table
        .inner_join(members::table.on(members::id.eq(introductions::author_id)))
        .left_join(profile_fields::table.on(ties_setting()))
        .filter(introductions::subject_id.eq(subject))
        .filter(introductions::is_shown.eq(true))
        .filter(by_whom(viewer, subject))
        .count()
        .get_result(tx.db)?)
}

/// What has waited longest for the yes of `me`.
pub(super) fn waiting(tx: &mut Tx<'_>, me: MemberId, most: i64) -> Result<Vec<Introduction>> {
    let rows: Vec<LineRow> = introductions::table
        .inner_join(members::table.on(members::id.eq(introductions::author_id)))
        .filter(introductions::subject_id.eq(me))
        .filter(introductions::is_shown.eq(false))
        .filter(visible_to(Viewer::Member(me), AUTHOR))
        .order(introductions::id)
        .limit(most)
        .select(LINE)
        .load(tx.db)?;
    Ok(rows.into_iter().map(line).collect())
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: IntroductionId,
    author: MemberId,
    subject: MemberId,
    body: &str,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(introductions::table)
        .values((
            introductions::id.eq(id),
            introductions::subject_id.eq(subject),
            introductions::author_id.eq(author),
            introductions::body.eq(body),
            introductions::is_shown.eq(false),
            introductions::written_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Who has written the one of this id about `subject`.
pub(super) fn find_author(
    tx: &mut Tx<'_>,
    id: IntroductionId,
    subject: MemberId,
) -> Result<Option<MemberId>> {
    let one = introductions::table.find(i64::from(id)).filter(introductions::subject_id.eq(subject));
    Ok(one.select(introductions::author_id).first(tx.db).optional()?)
}

pub(super) fn show(tx: &mut Tx<'_>, id: IntroductionId) -> Result<bool> {
    let waiting = introductions::table.find(i64::from(id)).filter(introductions::is_shown.eq(false));
    Ok(diesel::update(waiting).set(introductions::is_shown.eq(true)).execute(tx.db)? > 0)
}

pub(super) fn delete(tx: &mut Tx<'_>, author: MemberId, subject: MemberId) -> Result<bool> {
    let one = introductions::table
        .filter(introductions::author_id.eq(author))
        .filter(introductions::subject_id.eq(subject));
    Ok(diesel::delete(one).execute(tx.db)? > 0)
}
