//! Diary entries in the database. What hangs on them stands in files of its own.

mod along;
mod comment_photos;
mod comments;
mod drafts;
mod likes;
mod photos;
mod shown;

use std::collections::HashSet;

use diesel::prelude::*;

pub(super) use along::{Beside, count_by_day, find_after, find_before, oldest_of};
pub(super) use comment_photos::{picture_of_comment, pictures_of_comments};
pub(super) use comments::{
    comment_counts, commenters, comments, count_comments_of_others, find_removable, give_number,
    insert_comment, numbers_given, remove_comment, shown_among,
};
pub(crate) use comments::{shown_to as comments_shown_to, with_gaps};
pub(super) use drafts::{
    LineRow, all_drafts, delete_draft, draft_lines, draft_photos, drafts_of, find_draft, find_twin,
    insert_draft, is_taken, leave_entry, replace_draft_photos, update_draft,
};
pub(crate) use likes::shown_to as likes_shown_to;
pub(super) use likes::{delete_like, find_like, likes, put_like};
pub(super) use photos::{photos, replace_photos, with_photos};

use super::categories::queries::entries_in;
use super::{NewDiary, Talk};
use crate::ids::{CategoryId, DiaryId, GroupId, MemberId};
use crate::member::Card;
use crate::member::queries::{CARD, CardRow};
use crate::moment::Moment;
use crate::search::index::{self, Listed};
use crate::store::among::{self, Among};
use crate::store::schema::{
    diary_comments, diary_entries, diary_likes, diary_openings, diary_photos, members,
};
use crate::store::upsert::hold_entries;
use crate::store::within::Within;
use crate::store::{Result, Tx};
use crate::visibility::queries::{Columns, Tied, visible_to, visible_to_tied};
use crate::visibility::{Viewer, Visibility};

/// Whose an entry is and who may see it, for [`visible_to`].
pub(crate) const ENTRIES: Columns = Columns {
    owner: "diary_entries.author_id",
    level: "diary_entries.level",
    group: "diary_entries.group_id",
    posted_at: Some("diary_entries.posted_at"),
};

/// An entry as it lies in the table, with its author's card.
pub(crate) struct Row {
    pub id: DiaryId,
    pub author: Card,
    pub title: String,
    pub body: String,
    pub visibility: Visibility,
    pub posted_at: Moment,
    pub edited_at: Option<Moment>,
    pub talk: Talk,
    /// How many comments were ever made, whoever sees them.
    pub comments_given: i32,
}

pub(crate) type RowTuple =
    (CardRow, DiaryId, String, String, i16, Option<GroupId>, Moment, Option<Moment>, i16, i32);
pub(crate) type RowColumns = (
    (members::id, members::nickname, members::icon_id),
    diary_entries::id,
    diary_entries::title,
    diary_entries::body,
    diary_entries::level,
    diary_entries::group_id,
    diary_entries::posted_at,
    diary_entries::edited_at,
    diary_entries::talk,
    diary_entries::comments_given,
);
pub(crate) const ROW: RowColumns = (
    CARD,
    diary_entries::id,
    diary_entries::title,
    diary_entries::body,
    diary_entries::level,
    diary_entries::group_id,
    diary_entries::posted_at,
    diary_entries::edited_at,
    diary_entries::talk,
    diary_entries::comments_given,
);

impl From<RowTuple> for Row {
    fn from(tuple: RowTuple) -> Row {
        let (author, id, title, body, level, group, posted_at, edited_at, talk, comments_given) = tuple;
        let visibility = Visibility::from_stored(level, group);
        let (author, talk) = (author.into(), Talk::from_stored(talk));
        Row { id, author, title, body, visibility, posted_at, edited_at, talk, comments_given }
    }
}

impl Row {
    /// How the entry lies in the index of the search.
    pub(super) fn listed(&self) -> Listed {
        index::of_entry(self.author.id, self.visibility, &self.title, &self.body)
    }
}

/// How an entry lies in the index before it is changed. Its row is held until then: of two changes at once the later one
/// starts from what the earlier one left.
pub(super) fn listed_before(tx: &mut Tx<'_>, id: DiaryId) -> Result<Option<Listed>> {
    hold_entries(tx, vec![id.into()])?;
    Ok(find(tx, id)?.map(|row| row.listed()))
}

pub(super) fn find(tx: &mut Tx<'_>, id: DiaryId) -> Result<Option<Row>> {
    let row: Option<RowTuple> = diary_entries::table
        .inner_join(members::table.on(members::id.eq(diary_entries::author_id)))
        .filter(diary_entries::id.eq(id))
        .select(ROW)
        .first(tx.db)
        .optional()?;
    Ok(row.map(Row::from))
}

pub(super) fn find_own(tx: &mut Tx<'_>, me: MemberId, id: DiaryId) -> Result<Option<Row>> {
    Ok(find(tx, id)?.filter(|row| row.author.id == me))
}

pub(super) fn of_author(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    author: MemberId,
    ids: std::ops::Range<i64>,
    most: i64,
) -> Result<Vec<Row>> {
    of_author_in(tx, viewer, author, ids, most, None)
}

/// As [`of_author`], of one category.
pub(super) fn of_author_in(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    author: MemberId,
    ids: std::ops::Range<i64>,
    most: i64,
    category: Option<CategoryId>,
) -> Result<Vec<Row>> {
    let is_in = entries_in(category);
    let rows: Vec<RowTuple> = diary_entries::table
        .inner_join(members::table.on(members::id.eq(diary_entries::author_id)))
        .filter(diary_entries::author_id.eq(author))
        .filter(diary_entries::id.ge(ids.start))
        .filter(diary_entries::id.lt(ids.end))
        .filter(visible_to(viewer, ENTRIES))
        .filter(is_in)
        .order(diary_entries::id.desc())
        .limit(most)
        .select(ROW)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Row::from).collect())
}

/// Which entries of some authors are asked for: between two ids, and how many.
#[derive(Clone, Copy)]
pub(super) struct Range {
    pub above: i64,
    pub below: i64,
    pub most: i64,
}

/// The newest entries of authors who are all tied to `me` in that way, of those that `me` may read.
pub(super) fn of_authors(
    tx: &mut Tx<'_>,
    me: MemberId,
    tied: Tied,
    authors: &[i64],
    range: Range,
) -> Result<Vec<Row>> {
    let mut found = Vec::new();
    for some in authors.chunks(among::MOST) {
        let newest = diary_entries::table
            .filter(Among::ids("diary_entries.author_id", some.iter().copied()))
            .filter(diary_entries::id.gt(range.above))
            .filter(diary_entries::id.lt(range.below))
            .filter(visible_to_tied(me, tied, ENTRIES))
            // Not the plain id: in its order everybody's entries would be gone through for these authors'.
            .order((diary_entries::id + 0i64).desc())
            .limit(range.most)
            .select(diary_entries::id);
        // Which ones is found in the index alone; only of those found is a whole row read.
        let rows: Vec<RowTuple> = diary_entries::table
            .inner_join(members::table.on(members::id.eq(diary_entries::author_id)))
            .filter(Within::rows("diary_entries.id", newest))
            .select(ROW)
            .load(tx.db)?;
        found.extend(rows.into_iter().map(Row::from));
    }
    found.sort_by_key(|row| std::cmp::Reverse(row.id));
    found.truncate(range.most as usize);
    Ok(found)
}

/// Of some entries, those open to fewer than friends.
pub(crate) fn closed_among(tx: &mut Tx<'_>, entries: &[DiaryId]) -> Result<HashSet<DiaryId>> {
    let closed: Vec<DiaryId> = diary_entries::table
        .filter(Among::ids("diary_entries.id", entries.iter().copied()))
        .filter(diary_entries::level.gt(Visibility::Friends.level()))
        .select(diary_entries::id)
        .load(tx.db)?;
    Ok(closed.into_iter().collect())
}

/// Ids and authors of the newest entries that are open to friends of friends or to everyone, whoever may meet whom.
pub(super) fn newest_open(tx: &mut Tx<'_>, below: i64, most: i64) -> Result<Vec<(DiaryId, MemberId)>> {
    let open = [Visibility::Members.level(), Visibility::FriendsOfFriends.level()];
    Ok(diary_entries::table
        .filter(diary_entries::id.lt(below))
        .filter(diary_entries::level.eq(open[0]).or(diary_entries::level.eq(open[1])))
        .order(diary_entries::id.desc())
        .limit(most)
        .select((diary_entries::id, diary_entries::author_id))
        .load(tx.db)?)
}

/// Kept as `seen_by`, whatever its author wants: that is what everybody else is judged by.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: DiaryId,
    author: MemberId,
    new: &NewDiary,
    seen_by: Visibility,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(diary_entries::table)
        .values((
            diary_entries::id.eq(id),
            diary_entries::author_id.eq(author),
            diary_entries::title.eq(&new.title),
            diary_entries::body.eq(&new.body),
            diary_entries::level.eq(seen_by.level()),
            diary_entries::group_id.eq(seen_by.group()),
            diary_entries::posted_at.eq(now),
            diary_entries::comments_given.eq(0),
            diary_entries::talk.eq(new.talk.stored()),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Changes an entry, and marks it as changed where `is_marked`; a mark it has already stays.
pub(super) fn update(
    tx: &mut Tx<'_>,
    id: DiaryId,
    new: &NewDiary,
    seen_by: Visibility,
    is_marked: bool,
) -> Result<()> {
    let now = tx.now();
    diesel::update(diary_entries::table.find(i64::from(id)))
        .set((
            diary_entries::title.eq(&new.title),
            diary_entries::body.eq(&new.body),
            diary_entries::level.eq(seen_by.level()),
            diary_entries::group_id.eq(seen_by.group()),
            diary_entries::talk.eq(new.talk.stored()),
            is_marked.then(|| diary_entries::edited_at.eq(now)),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn set_visibility(tx: &mut Tx<'_>, id: DiaryId, seen_by: Visibility) -> Result<()> {
    diesel::update(diary_entries::table.find(i64::from(id)))
        .set((diary_entries::level.eq(seen_by.level()), diary_entries::group_id.eq(seen_by.group())))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, id: DiaryId) -> Result<()> {
    diesel::delete(diary_openings::table.find(i64::from(id))).execute(tx.db)?;
    diesel::delete(diary_comments::table.filter(diary_comments::entry_id.eq(id))).execute(tx.db)?;
    diesel::delete(diary_photos::table.filter(diary_photos::entry_id.eq(id))).execute(tx.db)?;
    diesel::delete(diary_likes::table.filter(diary_likes::entry_id.eq(id))).execute(tx.db)?;
    super::categories::queries::replace_of_entry(tx, id, &[])?;
    leave_entry(tx, id)?;
    super::threads::forget_entry(tx, id)?;
    diesel::delete(diary_entries::table.find(i64::from(id))).execute(tx.db)?;
    Ok(())
}
