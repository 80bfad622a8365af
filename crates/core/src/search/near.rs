//! Everybody whose narrower things a searcher may see some of: themselves, friends and their friends.
//!
//! The whole of it is read at every search, whether it is needed or not: that it was not would tell that nothing is
//! hidden. Friends of friends meet in it many times over; to sort hundreds of thousands of ids would cost more than all
//! the rest, so that it is only ever gone through.

use std::collections::HashMap;

use super::index::Kind;
use super::walk::Bounds;
use crate::diary;
use crate::friend::MOST_FRIENDS;
use crate::friend::circle;
use crate::ids::MemberId;
use crate::store::{Result, Tx};

/// Their ids, in no order, some more than once.
pub(super) struct Near(Vec<i64>);

/// Places of a rough mark by which most ids are passed over.
const MARKS: usize = 1 << 16;

fn place(id: i64) -> usize {
    (id ^ (id >> 24)) as usize % MARKS
}

impl Near {
    pub fn of(tx: &mut Tx<'_>, me: MemberId) -> Result<Near> {
        let mut ids = circle::of(tx, me)?.ids().to_vec();
        for (_, circle) in circle::of_friends(tx, me, None, MOST_FRIENDS)? {
            ids.extend_from_slice(circle.ids());
        }
        ids.push(me.into());
        Ok(Near(ids))
    }

    /// How many of them may have a row between the bounds, some counted more than once.
    pub fn count(&self, kind: Kind, bounds: Bounds) -> i64 {
        let may = |id: &&i64| kind == Kind::Diary || bounds.have(**id);
        self.0.iter().filter(may).count() as i64
    }

    /// Of owners and their rows, the rows of those who are near.
    pub fn only(&self, all: Vec<(i64, i64)>) -> Vec<i64> {
        let (mut marks, mut rows_of) = (vec![false; MARKS], HashMap::<i64, Vec<i64>>::new());
        for (owner, row) in all {
            rows_of.entry(owner).or_default().push(row);
            if let Some(mark) = marks.get_mut(place(owner)) {
                *mark = true;
            }
        }
        let is_marked = |id: &&i64| marks.get(place(**id)) == Some(&true);
        self.0.iter().filter(is_marked).filter_map(|id| rows_of.remove(id)).flatten().collect()
    }

    /// Those who may have a row between the bounds, each once, the youngest member first.
    pub fn owners(&self, tx: &mut Tx<'_>, kind: Kind, bounds: Bounds) -> Result<Vec<i64>> {
        let mut owners: Vec<i64> = match kind {
            // A profile is its owner's own row.
            Kind::Profile => self.0.iter().copied().filter(|id| bounds.have(*id)).collect(),
            Kind::Diary => diary::writers_since(tx, &self.0, bounds.above)?,
        };
        owners.sort_unstable_by(|one, other| other.cmp(one));
        owners.dedup();
        Ok(owners)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_kept_of_whoever_is_near_and_once() {
        let near = Near(vec![7, 1 << 40, 7, 9]);
        let all = vec![(7, 1), (8, 2), (1 << 40, 3), (7, 4), (1 << 41, 5)];
        let mut rows = near.only(all);
        rows.sort_unstable();
        assert_eq!(rows, [1, 3, 4]);
    }
}
