//! What a process remembers of how fresh each author is, so that a feed need not ask the database about each.
//!
//! A memory and never the truth: it says "nothing of theirs is newer than this". A figure that is too high costs a
//! look in vain, and what is shown is always asked of the database. So it may be ahead of a snapshot, and may keep
//! what was undone; it is only ever raised. Another process learns the same from the same table.

mod freshest;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};
use std::time::{Duration, Instant};

use freshest::Freshest;

/// How fresh an author is: ids of entries, 0 for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Newest {
    /// Nothing of theirs is newer.
    pub entry: i64,
    /// Nothing of theirs that is open to friends of friends is newer.
    pub open: i64,
}

/// The memory of one process. Grows with the authors: 50 bytes each.
#[derive(Default)]
pub(crate) struct Hints(RwLock<Known>);

#[derive(Default)]
struct Known {
    seen: i64,
    looked_back: Option<Instant>,
    of: HashMap<i64, Newest, BuildHasherDefault<Mixing>>,
    freshest: Freshest,
    freshest_open: Freshest,
}

/// Which of an author's two figures is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Figure {
    /// [`Newest::entry`].
    Entry,
    /// [`Newest::open`].
    Open,
}

impl Figure {
    fn of(self, newest: Newest) -> i64 {
        match self {
            Figure::Entry => newest.entry,
            Figure::Open => newest.open,
        }
    }
}

impl Known {
    fn freshest(&self, figure: Figure) -> &Freshest {
        match figure {
            Figure::Entry => &self.freshest,
            Figure::Open => &self.freshest_open,
        }
    }

    fn raise(&mut self, author: i64, newest: Newest) {
        let own = self.of.entry(author).or_default();
        let raised = Newest { entry: own.entry.max(newest.entry), open: own.open.max(newest.open) };
        if raised != *own {
            *own = raised;
            self.freshest.raise(author, raised.entry);
            self.freshest_open.raise(author, raised.open);
        }
    }
}

/// A change of an author's freshness, as the table tells it.
pub(crate) type Change = (i64, Newest, i64);

/// How often a process looks back for changes that were numbered early and committed late.
const LOOK_BACK_EVERY: Duration = Duration::from_secs(1);

impl Hints {
    /// The last change known.
    pub(crate) fn seen(&self) -> i64 {
        self.read().seen
    }

    /// Of how many authors something is known.
    pub(crate) fn len(&self) -> usize {
        self.read().of.len()
    }

    /// Whether it is time to look back.
    pub(crate) fn should_look_back(&self) -> bool {
        self.read().looked_back.is_none_or(|at| at.elapsed() >= LOOK_BACK_EVERY)
    }

    /// Learns from the table. `is_lasting` if what was read is committed.
    pub(crate) fn learn(&self, changes: &[Change], is_lasting: bool) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for (author, newest, change) in changes {
            known.raise(*author, *newest);
            if is_lasting {
                known.seen = known.seen.max(*change);
            }
        }
    }

    /// Notes that it was looked back.
    pub(crate) fn has_looked_back(&self) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).looked_back = Some(Instant::now());
    }

    /// For each of these their figure, where there is one; in the order they come.
    pub(crate) fn of_each<'a>(
        &self,
        authors: impl Iterator<Item = &'a i64>,
        figure: Figure,
        mut take: impl FnMut(i64, i64),
    ) {
        let known = self.read();
        for author in authors {
            if let Some(newest) =
                known.of.get(author).map(|newest| figure.of(*newest)).filter(|newest| *newest > 0)
            {
                take(*author, newest);
            }
        }
    }

    /// As [`Hints::of_each`] for those of them who are among the freshest of all, at most so many; answers with a figure
    /// that all others' are not above. To look for thousands in so small a memory is much quicker.
    pub(crate) fn of_freshest<'a>(
        &self,
        authors: impl Iterator<Item = &'a i64>,
        (figure, most): (Figure, usize),
        mut take: impl FnMut(i64, i64),
    ) -> i64 {
        let known = self.read();
        let freshest = known.freshest(figure);
        let floor = freshest.floor(most);
        for author in authors {
            if let Some(newest) = freshest.of(*author).filter(|newest| *newest > floor) {
                take(*author, newest);
            }
        }
        floor
    }

    /// All authors whose figure is at least `since`; `None` if that is further back than is remembered in order.
    pub(crate) fn since(&self, figure: Figure, since: i64) -> Option<Vec<i64>> {
        self.read().freshest(figure).since(since)
    }

    fn read(&self) -> RwLockReadGuard<'_, Known> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ids are our own and half chance already: one multiplication spreads them, where SipHash would cost more than
/// all the rest of a feed.
#[derive(Default)]
pub(super) struct Mixing(u64);

impl Hasher for Mixing {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn write_i64(&mut self, word: i64) {
        self.write_u64(word as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn newest(entry: i64, open: i64) -> Newest {
        Newest { entry, open }
    }

    fn figures(hints: &Hints, figure: Figure) -> Vec<(i64, i64)> {
        let mut found = Vec::new();
        hints.of_each([1, 2, 3].iter(), figure, |author, newest| found.push((author, newest)));
        found
    }

    #[test]
    fn figures_are_only_raised_and_only_committed_changes_are_done_with() {
        let hints = Hints::default();
        hints.learn(&[(1, newest(10, 0), 1), (2, newest(20, 20), 2)], true);
        hints.learn(&[(1, newest(30, 0), 3)], false);
        assert_eq!(hints.seen(), 2);
        hints.learn(&[(1, newest(9, 8), 4)], true);
        assert_eq!(hints.seen(), 4);
        assert_eq!(figures(&hints, Figure::Entry), [(1, 30), (2, 20)]);
        assert_eq!(figures(&hints, Figure::Open), [(1, 8), (2, 20)]);
    }
}
