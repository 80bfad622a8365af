//! The newest entries of some authors, of whom it is known what they have written nothing newer than.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::diary::queries;
use crate::friend::circle::Circle;
use crate::ids::MemberId;
use crate::store::{Result, Tx};
use crate::visibility::queries::Tied;

/// Of an author, and an entry: nothing of theirs that is asked for is newer.
pub(super) type Fresh = (i64, i64);

/// Each time too little was found, so many times as many authors are taken.
const WIDER: usize = 4;

pub(super) struct Search {
    pub me: MemberId,
    pub tied: Tied,
    /// An author may be in it more than once.
    pub authors: Vec<Fresh>,
    /// Whose entries are not wanted.
    pub left_out: Circle,
    pub before: i64,
    /// What nobody else has written anything newer than: there the search ends. 0 where all authors are given.
    pub floor: i64,
}

impl Search {
    pub fn newest(&mut self, tx: &mut Tx<'_>, most: i64) -> Result<Vec<queries::Row>> {
        let (mut rows, mut ceiling) = (Vec::new(), self.before);
        let mut many = self.first_look(most);
        loop {
            let (freshest, floor) = self.freshest(many);
            let range = queries::Range { above: floor, below: ceiling, most: most - rows.len() as i64 };
            rows.extend(queries::of_authors(tx, self.me, self.tied, &freshest, range)?);
            if rows.len() as i64 >= most || floor == self.floor {
                return Ok(rows);
            }
            ceiling = floor + 1;
            many *= WIDER;
        }
    }

    /// Some more than asked for, since not all may be seen; and all those who wrote after `before` too, of whom it is
    /// not known what they wrote before it.
    fn first_look(&self, most: i64) -> usize {
        let later =
            self.authors.iter().filter(|(_, newest)| *newest == self.before.saturating_sub(1)).count();
        later.max(most as usize * 3 / 2)
    }

    /// The freshest authors, each once, and what nobody else has written anything newer than.
    fn freshest(&mut self, many: usize) -> (Vec<i64>, i64) {
        let mut floor = self.floor;
        if many < self.authors.len() {
            let (_, next, _) = self.authors.select_nth_unstable_by_key(many, |(_, newest)| Reverse(*newest));
            floor = next.1;
        }
        let me = i64::from(self.me);
        let wanted = |author: &i64| *author != me && !self.left_out.has((*author).into());
        let once: HashSet<i64> = self.authors.iter().take(many).map(|fresh| fresh.0).filter(wanted).collect();
        (once.into_iter().collect(), floor)
    }
}
