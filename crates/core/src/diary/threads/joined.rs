//! The entries of others that one has commented on.

use super::{Fresh, ThreadTurn, queries};
use crate::diary::{DiaryLine, list};
use crate::ids::MemberId;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// How many entries one page lists.
pub const THREADS_PER_PAGE: i64 = 20;

/// An entry one has commented on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinedLine {
    /// The entry.
    pub line: DiaryLine,
    /// What is new there.
    pub fresh: Fresh,
    /// Whether they want to be told nothing of it.
    pub is_quiet: bool,
}

/// A page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinedPage {
    /// Where one commented last comes first; at most [`THREADS_PER_PAGE`].
    pub threads: Vec<JoinedLine>,
    /// Where the next page begins, if there is one.
    pub next: Option<ThreadTurn>,
}

/// The entries of others that `me` has commented on and may still read. Of the rest nothing is told here; see
/// [`super::closed`].
pub fn joined(tx: &mut Tx<'_>, me: MemberId, from: Option<ThreadTurn>) -> Result<JoinedPage> {
    let from = from.unwrap_or_else(ThreadTurn::beginning);
    let mut found = queries::joined(tx, me, from, THREADS_PER_PAGE + 1)?;
    let has_more = found.len() as i64 > THREADS_PER_PAGE;
    found.truncate(THREADS_PER_PAGE as usize);
    let last = found.last().map(|(row, thread)| ThreadTurn { at: thread.at, entry: row.id });
    let (rows, threads): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    let lines = list::lines(tx, Viewer::Member(me), rows)?;
    let ids: Vec<_> = lines.iter().map(|line| line.id).collect();
    let fresh = queries::count_fresh(tx, me, &ids, None)?;
    let line = |(line, thread): (DiaryLine, queries::Thread)| JoinedLine {
        fresh: fresh.get(&line.id).map(|news| news.fresh).unwrap_or_default(),
        is_quiet: thread.is_quiet,
        line,
    };
    let threads = lines.into_iter().zip(threads).map(line).collect();
    Ok(JoinedPage { threads, next: last.filter(|_| has_more) })
}
