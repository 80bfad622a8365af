//! Walking the index from the newest down, a stretch at a time, until the page is full or has been far enough.
//!
//! What all members may see is read in order of age, and little of it in vain. What is narrower is looked for only under
//! people of the searcher's own circle. So a search costs what it shows and what the circle has, never what the
//! network hides from the searcher; and every stretch ends where something to be judged ends, so that pages tell nothing.

use std::ops::RangeInclusive;

use super::grams::{Gram, Words};
use super::index::{self, Kind};
use super::near::{self, Near};
use super::queries;
use crate::ids::MemberId;
use crate::store::{Result, Tx};

/// Who looks, for what kind of thing, how many at most, and older than what.
pub(super) struct Walk {
    pub me: MemberId,
    pub kind: Kind,
    pub below: i64,
    pub most: usize,
}

/// Rows read in one stretch.
pub(super) const STRETCH: i64 = 32;
/// The rarest pair is looked for among so many of those asked for.
const PAIRS_WEIGHED: usize = 16;
/// A pair with so many rows is common enough.
const COMMON: i64 = 1024;
/// So many rows that all members may see, under the pair it goes by, are as far as one search goes: a word of common pairs
/// that nobody wrote is not looked for in all that was ever written.
pub(super) const FAR: i64 = 2048;
/// So few narrow rows under a pair are read and compared with the circle, the more the larger it is; with more, the circle
/// is asked for one by one. Of profiles only those between two bounds are read, of entries all.
const FEW_PROFILES: RangeInclusive<i64> = 512..=32_768;
const FEW_ENTRIES: RangeInclusive<i64> = 512..=8192;
/// To read so many rows costs as much as to ask for one owner.
const ROWS_AN_OWNER: i64 = 4;

/// The pairs a walk goes by: the rarest, and two more that must be there as well.
pub(super) type Pairs = [Gram; 3];

/// Between which ids: from `above` on, and older than `below`.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub above: i64,
    pub below: i64,
}

impl Bounds {
    /// Whether an id is between them.
    pub fn have(self, id: i64) -> bool {
        id >= self.above && id < self.below
    }
}

/// What a walk came by.
pub(super) struct Walked<T> {
    /// The hits.
    pub found: Vec<T>,
    /// Below what to look on, where it went as far as it goes and there is more behind.
    pub rest: Option<i64>,
}

/// Hits from the newest down. `judge` is given ids and answers with those that the searcher may see and that have the
/// words, in the order of the ids.
pub(super) fn walk<T>(
    tx: &mut Tx<'_>,
    walk: &Walk,
    words: &Words,
    mut judge: impl FnMut(&mut Tx<'_>, &[i64]) -> Result<Vec<T>>,
) -> Result<Walked<T>> {
    let (mut found, mut below) = (Vec::new(), walk.below);
    let Some(pairs) = rarest(tx, walk.kind, words)? else { return Ok(Walked { found, rest: None }) };
    // By what everybody may see alone: where a walk ends tells nothing of the rest.
    let rest = queries::far(tx, walk.kind, &pairs, below)?.map(|last| last + 1);
    let near = Near::of(tx, walk.me)?;
    loop {
        let bounds = Bounds { above: rest.unwrap_or(0), below };
        let (ids, floor) = stretch(tx, walk, &pairs, &near, bounds)?;
        // Even of nothing: that there was something to be judged tells of what stays hidden.
        found.extend(judge(tx, &ids)?);
        match floor {
            Some(floor) if found.len() < walk.most => below = floor,
            _ => break,
        }
    }
    found.truncate(walk.most);
    Ok(Walked { found, rest })
}

/// The rarest pairs among what everybody may see: what is hidden has no say in how long a search takes.
fn rarest(tx: &mut Tx<'_>, kind: Kind, words: &Words) -> Result<Option<Pairs>> {
    let mut weighed = Vec::new();
    for gram in words.grams().into_iter().take(PAIRS_WEIGHED) {
        weighed.push((index::queries::count_wide(tx, kind, gram, COMMON)?, gram));
    }
    weighed.sort_unstable();
    let pick = |at: usize| weighed.get(at).or(weighed.first()).map(|(_, gram)| *gram);
    Ok(pick(0).and_then(|first| Some([first, pick(1)?, pick(2)?])))
}

/// The next ids to be judged, the newest first, and below what to go on; `None` at the end.
fn stretch(
    tx: &mut Tx<'_>,
    walk: &Walk,
    pairs: &Pairs,
    near: &Near,
    bounds: Bounds,
) -> Result<(Vec<i64>, Option<i64>)> {
    let mut ids = queries::wide(tx, walk.kind, pairs, bounds)?;
    let mut floor = full(&ids);
    let bounds = Bounds { above: floor.unwrap_or(bounds.above), ..bounds };
    let narrow = narrow(tx, walk.kind, pairs, near, bounds)?;
    floor = floor.max(full(&narrow));
    ids.extend(narrow);
    ids.retain(|id| floor.is_none_or(|floor| *id >= floor));
    newest_first(&mut ids);
    Ok((ids, floor))
}

/// The last of a stretch that may go on behind it.
fn full(ids: &[i64]) -> Option<i64> {
    if (ids.len() as i64) < STRETCH { None } else { ids.last().copied() }
}

fn newest_first(ids: &mut Vec<i64>) {
    ids.sort_unstable_by(|one, other| other.cmp(one));
    ids.dedup();
}

fn narrow(tx: &mut Tx<'_>, kind: Kind, pairs: &Pairs, near: &Near, bounds: Bounds) -> Result<Vec<i64>> {
    let mut owners = near.owners(tx, kind, bounds)?;
    let range = if kind == Kind::Profile { FEW_PROFILES } else { FEW_ENTRIES };
    let few = (owners.len() as i64 * ROWS_AN_OWNER).clamp(*range.start(), *range.end());
    let all = queries::narrow(tx, kind, pairs, bounds, few)?;
    let mut ids: Vec<i64> = if (all.len() as i64) < few {
        near::only(&owners, all).into_iter().filter(|row| bounds.have(*row)).collect()
    } else {
        newest_first(&mut owners);
        queries::narrow_of(tx, kind, pairs, &owners, bounds)?
    };
    newest_first(&mut ids);
    ids.truncate(STRETCH as usize);
    Ok(ids)
}
