//! Everybody whose narrower things a searcher may see some of: themselves, friends and their friends.
//!
//! The whole of it is read at every search, whether it is needed or not: that it was not would tell that nothing is
//! hidden. Friends of friends meet in it many times over; to sort hundreds of thousands of ids would cost more than all
//! the rest, so that it is only ever gone through.

use std::collections::HashSet;

use super::index::Kind;
use super::walk::Bounds;
use crate::diary;
use crate::friend::MOST_FRIENDS;
use crate::friend::circle;
use crate::ids::MemberId;
use crate::store::marked::Marked;
use crate::store::{Result, Tx};

/// Their ids, in no order, some more than once.
pub(super) struct Near(Vec<i64>);

impl Near {
    pub fn of(tx: &mut Tx<'_>, me: MemberId) -> Result<Near> {
        let mut ids = circle::of(tx, me)?.ids().to_vec();
        for (_, circle) in circle::of_friends(tx, me, None, MOST_FRIENDS)? {
            ids.extend_from_slice(circle.ids());
        }
        ids.push(me.into());
        Ok(Near(ids))
    }

    /// Those who may have a row between the bounds, in no order, some more than once.
    pub fn owners(&self, tx: &mut Tx<'_>, kind: Kind, bounds: Bounds) -> Result<Vec<i64>> {
        match kind {
            // A profile is its owner's own row.
            Kind::Profile => Ok(self.0.iter().copied().filter(|id| bounds.have(*id)).collect()),
            Kind::Diary => diary::writers_since(tx, &self.0, bounds.above),
        }
    }
}

/// Of owners and their rows, the rows of those among some people; each once, as often as those may come.
pub(super) fn only(people: &[i64], all: Vec<(i64, i64)>) -> Vec<i64> {
    let marked = Marked::of(all.iter().map(|(owner, _)| *owner));
    let met: HashSet<i64> = people.iter().copied().filter(|id| marked.has(*id)).collect();
    all.into_iter().filter(|(owner, _)| met.contains(owner)).map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_kept_of_whoever_is_near_and_once() {
        let all = vec![(7, 1), (8, 2), (1 << 40, 3), (7, 4), (1 << 41, 5)];
        assert_eq!(only(&[7, 1 << 40, 7, 9], all), [1, 3, 4]);
    }
}
