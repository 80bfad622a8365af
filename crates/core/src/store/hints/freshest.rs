//! The freshest authors of all, in order: few enough to lie near at hand.
//!
//! However large a network grows, whoever looks for what is newest finds most of it with so many, and a look in a table of
//! thousands costs a small part of one in a table of a million.

use std::collections::{BTreeSet, HashMap};
use std::hash::BuildHasherDefault;

use super::Mixing;

/// How many are kept.
const KEPT: usize = 8192;

/// Authors by their figure, as [`super::Newest`] has it.
#[derive(Default)]
pub(super) struct Freshest {
    of: HashMap<i64, i64, BuildHasherDefault<Mixing>>,
    in_order: BTreeSet<(i64, i64)>,
    /// Nobody who is not kept has a higher figure.
    floor: i64,
}

impl Freshest {
    /// An author's figure is this now; it is never lowered.
    pub(super) fn raise(&mut self, author: i64, figure: i64) {
        if figure <= self.floor {
            return;
        }
        if let Some(before) = self.of.insert(author, figure) {
            self.in_order.remove(&(before, author));
        }
        self.in_order.insert((figure, author));
        if self.in_order.len() > KEPT
            && let Some((lowest, last)) = self.in_order.pop_first()
        {
            self.of.remove(&last);
            self.floor = lowest;
        }
    }

    /// The figure of one who is kept.
    pub(super) fn of(&self, author: i64) -> Option<i64> {
        self.of.get(&author).copied()
    }

    /// What the figures of all but the first so many are not above.
    pub(super) fn floor(&self, most: usize) -> i64 {
        let next = if most < self.in_order.len() { self.in_order.iter().rev().nth(most) } else { None };
        next.map_or(self.floor, |(figure, _)| *figure)
    }

    /// Everybody with at least that figure, if all of them are kept.
    pub(super) fn since(&self, figure: i64) -> Option<Vec<i64>> {
        let from = self.in_order.range((figure, i64::MIN)..);
        (figure > self.floor).then(|| from.map(|(_, author)| *author).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_freshest_are_kept_and_the_floor_is_above_all_others() {
        let mut freshest = Freshest::default();
        let many = KEPT as i64 + 10;
        (1..=many).for_each(|author| freshest.raise(author, author * 2));
        freshest.raise(11, many * 2 + 1);
        freshest.raise(1, 3);
        assert_eq!((freshest.floor(usize::MAX), freshest.floor(1)), (20, many * 2));
        assert_eq!((freshest.of(1), freshest.of(10), freshest.of(11)), (None, None, Some(many * 2 + 1)));
        assert_eq!(freshest.since(many * 2), Some(vec![many, 11]));
        assert_eq!((freshest.since(20), freshest.since(21).map(|all| all.len())), (None, Some(KEPT)));
    }
}
