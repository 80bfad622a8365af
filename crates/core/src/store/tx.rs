//! What a use case holds: the connection inside one transaction, the time, and fresh ids.

use std::sync::Arc;

use super::chance;
use super::connection::Db;
use super::hints::Hints;
use crate::moment::Moment;
use crate::secrets::Ring;

/// One transaction. Time and chance come through it, so a use case asks the machine for neither.
pub struct Tx<'a> {
    pub(crate) db: &'a mut Db,
    /// What this process remembers of how fresh authors are.
    pub(crate) hints: &'a Hints,
    /// The keys that count in it, once it has asked.
    pub(crate) ring: Option<Arc<Ring>>,
    now: Moment,
    mode: Mode,
}

/// What a transaction is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Looking: everything it sees is committed.
    Read,
    /// Changing: it sees its own rows, which may yet be undone.
    Write,
}

/// Ids count milliseconds from here: 2024-01-01T00:00:00Z.
const ID_EPOCH_MILLIS: i64 = 1_704_067_200_000;

impl<'a> Tx<'a> {
    pub(super) fn new(db: &'a mut Db, hints: &'a Hints, now: Moment, mode: Mode) -> Tx<'a> {
        Tx { db, hints, ring: None, now, mode }
    }

    /// The moment this transaction began. It does not move while a use case runs.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Whether one SQLite file lies beneath: for what only such a file can be asked.
    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self.db, Db::Sqlite(_))
    }

    /// Whether all it sees is committed.
    pub(crate) fn only_reads(&self) -> bool {
        self.mode == Mode::Read
    }

    /// A new id: time in the high bits, so that ids sort by age; chance in the low 22, so that nobody can
    /// count members or entries by them, and no two of one process are the same.
    pub fn fresh_id<I: From<i64>>(&mut self) -> I {
        id_at(self.now).into()
    }
}

fn id_at(now: Moment) -> i64 {
    id_of(now, chance::next())
}

/// The id of something made at `moment`; of `random` the low bits count.
pub(crate) fn id_of(moment: Moment, random: u32) -> i64 {
    let age = (moment.millis() - ID_EPOCH_MILLIS).max(0);
    (age << chance::BITS) | i64::from(random) & ((1 << chance::BITS) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_ids_are_greater_and_fit_until_the_next_century() {
        let year_2090 = Moment::from_millis(3_786_912_000_000);
        assert!(
            id_at(Moment::from_millis(ID_EPOCH_MILLIS + 1)) < id_at(Moment::from_millis(ID_EPOCH_MILLIS + 2))
        );
        assert!(id_at(year_2090) > 0);
    }
}
