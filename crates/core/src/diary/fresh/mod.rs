//! How fresh each author is, so that a feed looks only at the freshest of a circle.
//!
//! Posting changes one row, however many friends there are. A process remembers the rows ([`Hints`]) and learns at
//! each look what has changed since.

mod queries;

use crate::ids::{DiaryId, MemberId};
use crate::store::hints::{Change, Figure, Hints};
use crate::store::marked::Marked;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// Rows learnt at a time, when a process has just begun.
const AT_ONCE: i64 = 50_000;
/// Two changes on a server may be numbered in one order and committed in the other; so far back it is looked again.
const LATE: i64 = 256;

/// An author has posted this entry, or opened it to more people.
pub(super) fn note(tx: &mut Tx<'_>, author: MemberId, entry: DiaryId, seen_by: Visibility) -> Result<()> {
    let is_open = matches!(seen_by, Visibility::Members | Visibility::FriendsOfFriends);
    queries::raise(tx, author, entry, is_open)
}

/// What this process remembers, brought up to this moment.
pub(super) fn hints<'a>(tx: &mut Tx<'a>) -> Result<&'a Hints> {
    let hints = tx.hints;
    let seen = hints.seen();
    let is_server = !tx.is_sqlite();
    if is_server && hints.should_look_back() {
        learn(tx, seen - LATE)?;
        hints.has_looked_back();
    } else {
        learn(tx, seen)?;
    }
    Ok(hints)
}

/// Of some authors, those who may have written something from that entry on; in the order they come.
pub(crate) fn writers_since(tx: &mut Tx<'_>, authors: &[i64], entry: i64) -> Result<Vec<i64>> {
    let hints = hints(tx)?;
    if let Some(few) = hints.since(Figure::Entry, entry) {
        let few = Marked::of(few);
        return Ok(authors.iter().copied().filter(|author| few.has(*author)).collect());
    }
    let mut since = Vec::new();
    let take = |author, newest| {
        if newest >= entry {
            since.push(author);
        }
    };
    hints.of_each(authors.iter(), Figure::Entry, take);
    Ok(since)
}

fn learn(tx: &mut Tx<'_>, mut since: i64) -> Result<()> {
    loop {
        let changes: Vec<Change> = queries::list_changes(tx, since, AT_ONCE)?;
        let last = changes.last().map_or(since, |change| change.2);
        // The last one known is always read again: another of the same number may have come after it.
        if changes.len() > 1 || last > tx.hints.seen() {
            tx.hints.learn(&changes, tx.only_reads());
        }
        if (changes.len() as i64) < AT_ONCE || last == since {
            return Ok(());
        }
        since = last;
    }
}
