//! A set of a few ids that very many are held against.

use std::collections::HashSet;

/// Ids with a rough mark each, by which most others are passed over without a look.
pub(crate) struct Marked {
    marks: Vec<bool>,
    ids: HashSet<i64>,
}

/// Places for marks.
const MARKS: usize = 1 << 16;

fn place(id: i64) -> usize {
    (id ^ (id >> 24)) as usize % MARKS
}

impl Marked {
    /// The set of these.
    pub(crate) fn of(ids: impl IntoIterator<Item = i64>) -> Marked {
        let (ids, mut marks): (HashSet<i64>, _) = (ids.into_iter().collect(), vec![false; MARKS]);
        for id in &ids {
            if let Some(mark) = marks.get_mut(place(*id)) {
                *mark = true;
            }
        }
        Marked { marks, ids }
    }

    /// Whether one is in it.
    pub(crate) fn has(&self, id: i64) -> bool {
        self.marks.get(place(id)) == Some(&true) && self.ids.contains(&id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shares_a_place_is_told_apart() {
        let marked = Marked::of([7, 1 << 40]);
        let same_place = 7 + (1 << 16);
        assert_eq!(place(7), place(same_place));
        assert!(marked.has(7) && marked.has(1 << 40) && !marked.has(same_place) && !marked.has(8));
    }
}
