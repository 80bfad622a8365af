//! What was said of an entry, a page at a time, by the numbers comments have.

use std::collections::{BTreeSet, HashSet};
use std::ops::RangeInclusive;

use super::talk::may_comment;
use super::{Comment, MayComment, SeenBy, opening, queries, quotes};
use crate::first_post::Post;
use crate::ids::DiaryId;
use crate::ids::MemberId;
use crate::member::Card;
use crate::moment::Moment;
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
    /// When all members may read it, if it waits for that.
    pub opens_at: Option<Moment>,
    /// At most [`COMMENTS_PER_PAGE`] numbers in a row, the oldest first.
    pub comments: Vec<Comment>,
    /// What lies around them.
    pub around: Around,
    /// Whether the viewer may comment.
    pub may_comment: MayComment,
}

impl CommentsPage {
    /// Whether the viewer is shown this comment here and may answer it.
    pub fn can_answer(&self, number: i32) -> bool {
        let mut shown = self.comments.iter().filter(|one| one.said.is_some());
        self.may_comment == MayComment::Yes && shown.any(|one| one.number == number)
    }
}

/// Which comments of an entry are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The newest.
    Newest,
    /// Those before a number.
    Before(i32),
    /// Those from a number on: it stands first, on whatever phone.
    From(i32),
    /// One alone.
    Only(i32),
}

/// The comments at a spot; nothing where the entry does not exist for the viewer.
pub fn comments(tx: &mut Tx<'_>, viewer: Viewer, id: DiaryId, spot: Spot) -> Result<Option<CommentsPage>> {
    let Viewer::Member(me) = viewer else { return Ok(None) };
    let Some(row) = queries::find(tx, id)? else { return Ok(None) };
    if !can_see(tx, viewer, row.author.id, row.visibility, row.posted_at)? {
        return Ok(None);
    }
    let (comments, around) = page(tx, me, row.author.id, id, spot)?;
    Ok(Some(CommentsPage {
        id,
        seen_by: SeenBy::told(tx, viewer, row.author.id, row.visibility, Post::Entry(id))?,
        may_comment: may_comment(tx, me, row.author.id, row.talk)?,
        opens_at: opening::opens_at(tx, id)?,
        author: row.author,
        title: row.title,
        comments,
        around,
    }))
}

/// Where the page with a comment ends, as [`comments`] wants it: pages are counted back from the newest number, so
/// that every way to a comment leads to the same page. `None`: it is on the newest.
pub fn page_of_comment(tx: &mut Tx<'_>, id: DiaryId, number: i32) -> Result<Option<i32>> {
    Ok(page_before(queries::numbers_given(tx, id)?, number))
}

/// The same, of so many numbers given.
pub(crate) fn page_before(given: i32, number: i32) -> Option<i32> {
    let pages_after = (given - number).max(0) / COMMENTS_PER_PAGE;
    (pages_after > 0).then(|| given - pages_after * COMMENTS_PER_PAGE + 1)
}

/// What lies around some of the numbers given, where the viewer can see so many comments in all.
pub(crate) fn around(given: i32, numbers: &RangeInclusive<i32>, visible: i64) -> Around {
    Around {
        visible,
        older: Some(*numbers.start()).filter(|first| *first > 1),
        newer: Some(*numbers.end()).filter(|last| *last < given).map(|last| last + COMMENTS_PER_PAGE + 1),
    }
}

pub(super) fn page(
    tx: &mut Tx<'_>,
    me: MemberId,
    author: MemberId,
    entry: DiaryId,
    spot: Spot,
) -> Result<(Vec<Comment>, Around)> {
    let given = queries::numbers_given(tx, entry)?;
    let numbers = numbers(given, spot);
    let visible = queries::comment_counts(tx, Viewer::Member(me), &[entry])?.remove(&entry);
    let around = around(given, &numbers, visible.unwrap_or_default());
    let mut comments = queries::comments(tx, me, author, entry, numbers)?;
    look_up_quotes(given, &mut comments, |named| queries::shown_among(tx, me, entry, named))?;
    Ok((comments, around))
}

/// Notes which of the comments named in others this viewer can be shown: only those become links.
/// `shown_among` says it of those that stand elsewhere.
pub(crate) fn look_up_quotes(
    given: i32,
    comments: &mut [Comment],
    shown_among: impl FnOnce(&BTreeSet<i32>) -> Result<Vec<i32>>,
) -> Result<()> {
    let mut shown: HashSet<i32> =
        comments.iter().filter(|one| one.said.is_some()).map(|one| one.number).collect();
    let here: HashSet<i32> = comments.iter().map(|one| one.number).collect();
    let named = |comment: &Comment| -> BTreeSet<i32> {
        let said = comment.said.iter().flat_map(|said| quotes(&said.body));
        said.map(|quote| quote.number).filter(|number| *number <= given).collect()
    };
    let elsewhere: BTreeSet<i32> =
        comments.iter().flat_map(named).filter(|number| !here.contains(number)).collect();
    if !elsewhere.is_empty() {
        shown.extend(shown_among(&elsewhere)?);
    }
    for comment in comments {
        let numbers = named(comment).into_iter().filter(|number| shown.contains(number)).collect();
        if let Some(said) = &mut comment.said {
            said.quotes = numbers;
        }
    }
    Ok(())
}

/// The numbers of one page. A number that was never given leads to the newest.
pub(crate) fn numbers(given: i32, spot: Spot) -> RangeInclusive<i32> {
    let last = match spot {
        Spot::From(number) if (1..=given).contains(&number) => {
            return number..=given.min(number.saturating_add(COMMENTS_PER_PAGE - 1));
        }
        Spot::Only(number) if (1..=given).contains(&number) => return number..=number,
        Spot::Before(before) => before.saturating_sub(1).clamp(0, given),
        Spot::Newest | Spot::From(_) | Spot::Only(_) => given,
    };
    (last - COMMENTS_PER_PAGE + 1).max(1)..=last
}

#[cfg(test)]
mod tests {
    use super::{Spot, numbers};

    #[test]
    fn pages_are_ranges_of_numbers() {
        assert_eq!(numbers(200, Spot::Newest), 181..=200);
        assert_eq!(numbers(200, Spot::Before(181)), 161..=180);
        assert_eq!(numbers(45, Spot::Before(6)), 1..=5);
        assert_eq!(numbers(45, Spot::Before(900)), 26..=45);
        assert!(numbers(0, Spot::Newest).is_empty());
        for none in [1, 0, -7, i32::MIN] {
            assert!(numbers(45, Spot::Before(none)).is_empty(), "{none}");
        }
    }

    #[test]
    fn a_named_comment_stands_first_or_alone() {
        assert_eq!(numbers(200, Spot::From(12)), 12..=31);
        assert_eq!(numbers(45, Spot::From(40)), 40..=45);
        assert_eq!(numbers(45, Spot::Only(40)), 40..=40);
        for none in [0, -7, 46, i32::MAX, i32::MIN] {
            assert_eq!(numbers(45, Spot::From(none)), 26..=45, "{none}");
            assert_eq!(numbers(45, Spot::Only(none)), 26..=45, "{none}");
        }
    }
}
