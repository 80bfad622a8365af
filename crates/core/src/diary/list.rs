//! One member's entries, and the rows that every list of entries is made of.

use std::collections::HashMap;
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::archive::{ids, is_in_reach};
use super::{Category, SeenBy, drafts, queries};
use crate::first_post::Post;
use crate::friend::tie;
use crate::ids::{CategoryId, DiaryId, MemberId};
use crate::member::Card;
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::text;
use crate::visibility::Viewer;

/// How many entries one page lists.
pub const ENTRIES_PER_PAGE: i64 = 20;

/// An entry as a row shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiaryLine {
    /// Which.
    pub id: DiaryId,
    /// Whose.
    pub author: Card,
    /// Its title.
    pub title: String,
    /// The first words of its body, on one line.
    pub excerpt: String,
    /// When it was posted.
    pub posted_at: Moment,
    /// Who may read it, as the viewer may know.
    pub seen_by: SeenBy,
    /// Comments this viewer can see.
    pub comments: i64,
    /// Whether photographs hang on it.
    pub has_photos: bool,
}

/// One member's entries, as far as the viewer may read them.
#[derive(Clone, Debug)]
pub struct DiaryListPage {
    /// Whose.
    pub owner: Card,
    /// Whether the viewer is the owner.
    pub is_own: bool,
    /// The one day they are of, if one was asked for.
    pub on: Option<Date>,
    /// The one category they are in, if one was asked for.
    pub category: Option<Category>,
    /// The newest first; at most [`ENTRIES_PER_PAGE`].
    pub entries: Vec<DiaryLine>,
    /// The entry the next page begins before, if there is one.
    pub next: Option<DiaryId>,
    /// How many drafts wait to be finished; of somebody else's nothing is known.
    pub drafts: i64,
}

/// The newest entries of `owner` that the viewer may read.
pub fn newest_of(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId, most: i64) -> Result<Vec<DiaryLine>> {
    let rows = queries::of_author(tx, viewer, owner, 0..i64::MAX, most)?;
    lines(tx, viewer, rows)
}

/// The entries of `owner`, page by page; nothing where the owner does not exist for this viewer.
pub fn list_of(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    owner: MemberId,
    before: Option<DiaryId>,
) -> Result<Option<DiaryListPage>> {
    page(tx, viewer, owner, 0..before.map_or(i64::MAX, i64::from), None)
}

/// What `owner` posted on one day of the site, as [`list_of`].
pub fn list_on(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    owner: MemberId,
    day: Date,
    before: Option<DiaryId>,
    zone: &TimeZone,
) -> Result<Option<DiaryListPage>> {
    let next = day.checked_add(1.day()).unwrap_or(day);
    let mut found = if is_in_reach(day) { ids(day, next, zone) } else { 0..0 };
    found.end = before.map_or(found.end, |before| found.end.min(before.into()));
    let page = page(tx, viewer, owner, found, None)?;
    Ok(page.map(|page| DiaryListPage { on: Some(day), drafts: 0, ..page }))
}

pub(super) fn page(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    owner: MemberId,
    ids: Range<i64>,
    category: Option<CategoryId>,
) -> Result<Option<DiaryListPage>> {
    let Viewer::Member(me) = viewer else { return Ok(None) };
    if tie::between(tx, me, owner)?.is_none() {
        return Ok(None);
    }
    let Some(card) = crate::member::queries::find_card(tx, owner)? else { return Ok(None) };
    let mut rows = queries::of_author_in(tx, viewer, owner, ids, ENTRIES_PER_PAGE + 1, category)?;
    let has_more = rows.len() as i64 > ENTRIES_PER_PAGE;
    rows.truncate(ENTRIES_PER_PAGE as usize);
    let next = if has_more { rows.last().map(|row| row.id) } else { None };
    let entries = lines(tx, viewer, rows)?;
    let is_own = me == owner;
    let drafts = if is_own { drafts::count(tx, me)? } else { 0 };
    Ok(Some(DiaryListPage { owner: card, is_own, on: None, category: None, entries, next, drafts }))
}

pub(crate) fn lines(tx: &mut Tx<'_>, viewer: Viewer, rows: Vec<queries::Row>) -> Result<Vec<DiaryLine>> {
    let ids: Vec<DiaryId> = rows.iter().map(|row| row.id).collect();
    let talked: Vec<DiaryId> = rows.iter().filter(|row| row.comments_given > 0).map(|row| row.id).collect();
    let comments = match talked.is_empty() {
        true => HashMap::new(),
        false => queries::comment_counts(tx, viewer, &talked)?,
    };
    let with_photos = queries::with_photos(tx, &ids)?;
    rows.into_iter()
        .map(|row| {
            Ok(DiaryLine {
                seen_by: SeenBy::told(tx, viewer, row.author.id, row.visibility, Post::Entry(row.id))?,
                comments: comments.get(&row.id).copied().unwrap_or(0),
                has_photos: with_photos.contains(&row.id),
                excerpt: excerpt(&row.body),
                id: row.id,
                author: row.author,
                title: row.title,
                posted_at: row.posted_at,
            })
        })
        .collect()
}

/// Rows shown to somebody else, with as many comments as `me` can see.
pub(crate) fn counted_for(
    tx: &mut Tx<'_>,
    me: MemberId,
    mut lines: Vec<DiaryLine>,
) -> Result<Vec<DiaryLine>> {
    let ids: Vec<DiaryId> = lines.iter().map(|line| line.id).collect();
    let counts = queries::comment_counts(tx, Viewer::Member(me), &ids)?;
    for line in &mut lines {
        line.comments = counts.get(&line.id).copied().unwrap_or(0);
    }
    Ok(lines)
}

/// Two lines of a phone: more would be the entry itself.
const EXCERPT_CHARACTERS: usize = 60;
/// Enough of a body to hold them, however much of it is space and joined emoji; the rest is not looked at.
pub(super) const EXCERPT_SIGNS: i32 = 400;

pub(super) fn excerpt(body: &str) -> String {
    let beginning = body.char_indices().nth(EXCERPT_SIGNS as usize).map_or(body, |(end, _)| &body[..end]);
    let flat = text::flat(beginning);
    match text::beginning(&flat, EXCERPT_CHARACTERS) {
        None => flat,
        Some(first) => format!("{first}…"),
    }
}
