//! What was said of an entry, a page at a time, by the numbers comments have.

use std::ops::RangeInclusive;

use super::{Comment, SeenBy, queries};
use crate::first_post::Post;
use crate::ids::DiaryId;
use crate::ids::MemberId;
use crate::member::Card;
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, can_see};

/// How many numbers one page of comments holds, gaps among them.
pub const COMMENTS_PER_PAGE: i32 = 20;

/// What lies around a page of comments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// How many comments of the entry this viewer can see in all.
    pub visible: i64,
    /// The number that the page of older comments ends before, if there are any.
    pub older: Option<i32>,
    /// The number that the page of newer comments ends before, if there are any.
    pub newer: Option<i32>,
}

/// A page of what was said of an entry.
#[derive(Clone, Debug)]
pub struct CommentsPage {
    /// Of which.
    pub id: DiaryId,
    /// Whose entry it is.
    pub author: Card,
    /// Its title.
    pub title: String,
    /// Who may read it, and so what is said of it.
    pub seen_by: SeenBy,
    /// At most [`COMMENTS_PER_PAGE`] numbers in a row, the oldest first.
    pub comments: Vec<Comment>,
    /// What lies around them.
    pub around: Around,
}

/// The comments before a number, or the newest; nothing where the entry does not exist for the viewer.
pub fn comments(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: DiaryId,
    before: Option<i32>,
) -> Result<Option<CommentsPage>> {
    let Viewer::Member(me) = viewer else { return Ok(None) };
    let Some(row) = queries::find(tx, id)? else { return Ok(None) };
    if !can_see(tx, viewer, row.author.id, row.visibility, row.posted_at)? {
        return Ok(None);
    }
    let (comments, around) = page(tx, me, row.author.id, id, before)?;
    Ok(Some(CommentsPage {
        id,
        seen_by: SeenBy::told(tx, viewer, row.author.id, row.visibility, Post::Entry(id))?,
        author: row.author,
        title: row.title,
        comments,
        around,
    }))
}

/// Where the page with a comment ends, as [`comments`] wants it: pages are counted back from the newest number, so
/// that every way to a comment leads to the same page. `None`: it is on the newest.
pub fn page_of_comment(tx: &mut Tx<'_>, id: DiaryId, number: i32) -> Result<Option<i32>> {
    let given = queries::numbers_given(tx, id)?;
    let pages_after = (given - number).max(0) / COMMENTS_PER_PAGE;
    Ok((pages_after > 0).then(|| given - pages_after * COMMENTS_PER_PAGE + 1))
}

pub(super) fn page(
    tx: &mut Tx<'_>,
    me: MemberId,
    author: MemberId,
    entry: DiaryId,
    before: Option<i32>,
) -> Result<(Vec<Comment>, Around)> {
    let given = queries::numbers_given(tx, entry)?;
    let numbers = numbers(given, before);
    let around = Around {
        visible: queries::comment_counts(tx, Viewer::Member(me), &[entry])?
            .remove(&entry)
            .unwrap_or_default(),
        older: Some(*numbers.start()).filter(|first| *first > 1),
        newer: Some(*numbers.end()).filter(|last| *last < given).map(|last| last + COMMENTS_PER_PAGE + 1),
    };
    Ok((queries::comments(tx, me, author, entry, numbers)?, around))
}

/// The numbers of one page: those before `before`, of which the page holds the last.
fn numbers(given: i32, before: Option<i32>) -> RangeInclusive<i32> {
    let last = before.map_or(given, |before| before.saturating_sub(1)).clamp(0, given);
    (last - COMMENTS_PER_PAGE + 1).max(1)..=last
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn pages_are_ranges_of_numbers() {
        assert_eq!(numbers(200, None), 181..=200);
        assert_eq!(numbers(200, Some(181)), 161..=180);
        assert_eq!(numbers(45, Some(6)), 1..=5);
        assert_eq!(numbers(45, Some(900)), 26..=45);
        assert!(numbers(0, None).is_empty());
        for none in [1, 0, -7, i32::MIN] {
            assert!(numbers(45, Some(none)).is_empty(), "{none}");
        }
    }
}
