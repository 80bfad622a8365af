//! Comments in the database.

use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::shown::doer_shown_to;
use crate::diary::{Comment, NewPhoto, Photo, Said};
use crate::ids::{DiaryId, MemberId, PictureId};
use crate::member::Card;
use crate::member::queries::{CARD, CardRow};
use crate::moment::Moment;
use crate::store::among::Among;
use crate::store::condition::Condition;
use crate::store::schema::{diary_comments, diary_entries, members, pictures};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// True for comments that can be shown to `me`: not removed, and their writers can be met (rule b-4). Needs
/// `members` joined as the writer, and `diary_entries`.
pub(crate) fn shown_to(me: MemberId) -> Condition {
    doer_shown_to(me, "diary_comments.author_id", "diary_comments.removed_at IS NULL")
}

type Row = (i32, CardRow, String, Moment, bool, String, Option<PhotoRow>);
/// A picture and its sides in pixels.
type PhotoRow = (PictureId, i32, i32);

/// Every number of the range, with what was said under it or the gap.
pub(in crate::diary) fn comments(
    tx: &mut Tx<'_>,
    me: MemberId,
    author: MemberId,
    entry: DiaryId,
    numbers: RangeInclusive<i32>,
) -> Result<Vec<Comment>> {
    let rows: Vec<Row> = diary_comments::table
        .inner_join(members::table.on(members::id.eq(diary_comments::author_id)))
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_comments::entry_id)))
        .left_join(pictures::table.on(pictures::id.nullable().eq(diary_comments::picture_id)))
        .filter(diary_comments::entry_id.eq(entry))
        .filter(diary_comments::number.between(*numbers.start(), *numbers.end()))
        .order(diary_comments::number)
        .select((
            diary_comments::number,
            CARD,
            diary_comments::body,
            diary_comments::posted_at,
            shown_to(me),
            diary_comments::alt,
            (pictures::id, pictures::width_px, pictures::height_px).nullable(),
        ))
        .load(tx.db)?;
    let kept = rows.into_iter().map(|row| comment(row, me, author)).collect();
    Ok(with_gaps(kept, numbers))
}

/// Which of these numbers stand for comments that can be shown to `me`.
pub(in crate::diary) fn shown_among(
    tx: &mut Tx<'_>,
    me: MemberId,
    entry: DiaryId,
    numbers: &BTreeSet<i32>,
) -> Result<Vec<i32>> {
    Ok(diary_comments::table
        .inner_join(members::table.on(members::id.eq(diary_comments::author_id)))
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_comments::entry_id)))
        .filter(diary_comments::entry_id.eq(entry))
        .filter(Among::ids("diary_comments.number", numbers.iter().copied()))
        .filter(shown_to(me))
        .select(diary_comments::number)
        .load(tx.db)?)
}

/// Of those who left for good no row is left; their comments are gaps like any other.
pub(crate) fn with_gaps(kept: Vec<Comment>, numbers: RangeInclusive<i32>) -> Vec<Comment> {
    let mut kept = kept.into_iter().peekable();
    let gap = |number| Comment { number, said: None, can_remove: false };
    numbers
        .map(|number| kept.next_if(|found| found.number == number).unwrap_or_else(|| gap(number)))
        .collect()
}

/// The highest number given so far.
pub(in crate::diary) fn numbers_given(tx: &mut Tx<'_>, entry: DiaryId) -> Result<i32> {
    let entry = diary_entries::table.find(i64::from(entry));
    Ok(entry.select(diary_entries::comments_given).first(tx.db)?)
}

fn comment(
    (number, card, body, posted_at, shown, alt, hung): Row,
    me: MemberId,
    author: MemberId,
) -> Comment {
    let photo = hung.map(|(picture, width_px, height_px)| Photo { picture, alt, width_px, height_px });
    let can_remove = shown && (me == author || me == card.0);
    Comment {
        number,
        said: shown.then(|| Said { author: card.into(), body, posted_at, quotes: Vec::new(), photo }),
        can_remove,
    }
}

/// For each entry with any, how many comments the viewer can see.
pub(in crate::diary) fn comment_counts(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    entries: &[DiaryId],
) -> Result<HashMap<DiaryId, i64>> {
    let Viewer::Member(me) = viewer else { return Ok(HashMap::new()) };
    let rows: Vec<(DiaryId, i64)> = diary_comments::table
        .inner_join(members::table.on(members::id.eq(diary_comments::author_id)))
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_comments::entry_id)))
        .filter(Among::ids("diary_comments.entry_id", entries.iter().copied()))
        .filter(shown_to(me))
        .group_by(diary_comments::entry_id)
        .select((diary_comments::entry_id, count_star()))
        .load(tx.db)?;
    Ok(rows.into_iter().collect())
}

pub(in crate::diary) fn count_comments_of_others(
    tx: &mut Tx<'_>,
    entry: DiaryId,
    author: MemberId,
) -> Result<i64> {
    Ok(diary_comments::table
        .inner_join(members::table.on(members::id.eq(diary_comments::author_id)))
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_comments::entry_id)))
        .filter(diary_comments::entry_id.eq(entry))
        .filter(diary_comments::author_id.ne(author))
        .filter(shown_to(author))
        .count()
        .get_result(tx.db)?)
}

/// Takes the next number. On PostgreSQL the row stays locked, so two comments never get the same one.
pub(in crate::diary) fn give_number(tx: &mut Tx<'_>, entry: DiaryId) -> Result<i32> {
    Ok(diesel::update(diary_entries::table.find(i64::from(entry)))
        .set(diary_entries::comments_given.eq(diary_entries::comments_given + 1))
        .returning(diary_entries::comments_given)
        .get_result(tx.db)?)
}

pub(in crate::diary) fn insert_comment(
    tx: &mut Tx<'_>,
    entry: DiaryId,
    number: i32,
    author: MemberId,
    (body, photo): (&str, Option<&NewPhoto>),
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(diary_comments::table)
        .values((
            diary_comments::entry_id.eq(entry),
            diary_comments::number.eq(number),
            diary_comments::author_id.eq(author),
            diary_comments::body.eq(body),
            diary_comments::posted_at.eq(now),
            diary_comments::picture_id.eq(photo.map(|photo| photo.picture)),
            diary_comments::alt.eq(photo.map_or("", |photo| photo.alt.as_str())),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Everyone whose comment on the entry still stands.
pub(in crate::diary) fn commenters(tx: &mut Tx<'_>, entry: DiaryId) -> Result<Vec<MemberId>> {
    Ok(diary_comments::table
        .filter(diary_comments::entry_id.eq(entry))
        .filter(diary_comments::removed_at.is_null())
        .select(diary_comments::author_id)
        .distinct()
        .load(tx.db)?)
}

/// A comment that `me` may remove: its writer, what it says, and whether a photograph hangs on it. An entry's author removes
/// only what they are shown, since a gap that could be removed once would tell a block from a removed comment.
pub(in crate::diary) fn find_removable(
    tx: &mut Tx<'_>,
    me: MemberId,
    entry: DiaryId,
    number: i32,
) -> Result<Option<(Card, String, bool)>> {
    let found: Option<(CardRow, String, bool, MemberId, bool)> = diary_comments::table
        .inner_join(members::table.on(members::id.eq(diary_comments::author_id)))
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_comments::entry_id)))
        .filter(diary_comments::entry_id.eq(entry))
        .filter(diary_comments::number.eq(number))
        .filter(diary_comments::removed_at.is_null())
        .select((
            CARD,
            diary_comments::body,
            diary_comments::picture_id.is_not_null(),
            diary_entries::author_id,
            shown_to(me),
        ))
        .first(tx.db)
        .optional()?;
    let found = found.map(|(card, body, hung, author, shown)| (Card::from(card), body, hung, author, shown));
    let may = found.filter(|(writer, .., author, shown)| writer.id == me || (*author == me && *shown));
    Ok(may.map(|(writer, body, hung, ..)| (writer, body, hung)))
}

/// The words and the photograph go with the comment: only the gap is kept. Answers with the writer.
pub(in crate::diary) fn remove_comment(
    tx: &mut Tx<'_>,
    me: MemberId,
    entry: DiaryId,
    number: i32,
) -> Result<Option<MemberId>> {
    let Some((writer, ..)) = find_removable(tx, me, entry, number)? else { return Ok(None) };
    let now = tx.now();
    let removed = diesel::update(
        diary_comments::table
            .filter(diary_comments::entry_id.eq(entry))
            .filter(diary_comments::number.eq(number))
            .filter(diary_comments::removed_at.is_null()),
    )
    .set((
        diary_comments::removed_at.eq(now),
        diary_comments::body.eq(""),
        diary_comments::picture_id.eq(None::<PictureId>),
        diary_comments::alt.eq(""),
    ))
    .execute(tx.db)?;
    Ok((removed == 1).then_some(writer.id))
}
