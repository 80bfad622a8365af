//! One's own comments on entries that are closed to one by now: their words, and nothing of the entry.

use super::{THREADS_PER_PAGE, ThreadTurn, queries};
use crate::diary::Photo;
use crate::ids::{DiaryId, MemberId};
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// A comment of one's own that one can no longer see where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedComment {
    /// Where it stands: only to delete it by.
    pub entry: DiaryId,
    /// Its number there.
    pub number: i32,
    /// What one said.
    pub body: String,
    /// The photograph on it, if there is one: one's own.
    pub photo: Option<Photo>,
    /// When.
    pub posted_at: Moment,
}

/// A page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedPage {
    /// The newest first.
    pub comments: Vec<ClosedComment>,
    /// Where the next page begins, if there is one.
    pub next: Option<ThreadTurn>,
}

/// What `me` said of entries that they can no longer read, that are still there (rule b-1).
pub fn closed(tx: &mut Tx<'_>, me: MemberId, from: Option<ThreadTurn>) -> Result<ClosedPage> {
    let from = from.unwrap_or_else(ThreadTurn::beginning);
    let mut comments = queries::closed(tx, me, from, THREADS_PER_PAGE + 1)?;
    let has_more = comments.len() as i64 > THREADS_PER_PAGE;
    comments.truncate(THREADS_PER_PAGE as usize);
    let last = comments.last().map(|one| ThreadTurn { at: one.posted_at, entry: one.entry });
    Ok(ClosedPage { comments, next: last.filter(|_| has_more) })
}
