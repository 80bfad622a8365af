//! The keys as they count for one transaction: what the file holds, ordered by what the database says.
//!
//! The database says which generation is written with, and under which ones rows may lie. So a crash at any step of
//! a change of keys leaves one answer, for every process alike, and an older copy of the database brings its own.

use std::sync::Arc;

use super::held::{Generation, Held, Key};
use super::keyed::mac;
use super::uses::Use;
use crate::moment::Moment;

/// What the database says of the keys of one use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// Written with from then on.
    pub(super) current: Generation,
    /// Since when; 1970 for the first.
    pub(super) since: Moment,
    /// Rows may lie under these, the oldest first; the current one is among them.
    pub(super) live: Vec<(Generation, String)>,
}

/// A fact of the database: its name and what it says.
pub(super) type Fact = (String, String);

/// Keys of this transaction.
#[derive(Clone)]
pub(crate) struct Ring {
    pub(super) held: Arc<Held>,
    pub(super) told: Vec<Fact>,
    standing: Vec<(Use, Standing)>,
}

impl Standing {
    /// As long as nothing was ever changed, the first generation counts and nothing is written down.
    fn first(held: &Held, of: Use) -> Standing {
        let live = vec![(1, held.fingerprint(of, 1).unwrap_or_default())];
        Standing { current: 1, since: Moment::from_millis(0), live }
    }

    pub(super) fn written(&self) -> String {
        let live = self.live.iter().map(|(generation, mark)| format!(" {generation}:{mark}"));
        format!("{} {}{}", self.current, self.since.millis(), live.collect::<String>())
    }

    fn read(text: &str) -> Option<Standing> {
        let mut words = text.split(' ');
        let current = words.next()?.parse().ok()?;
        let since = Moment::from_millis(words.next()?.parse().ok()?);
        let one = |word: &str| {
            let (generation, mark) = word.split_once(':')?;
            Some((generation.parse().ok()?, mark.to_owned()))
        };
        let live: Vec<(Generation, String)> = words.map(one).collect::<Option<_>>()?;
        live.iter().any(|(generation, _)| *generation == current).then_some(Standing { current, since, live })
    }
}

impl Ring {
    /// Before any database was asked: the oldest generation of each use.
    pub(super) fn alone(held: Arc<Held>) -> Ring {
        let oldest = |of| held.generations(of).next().expect("a key file has every use");
        let standing = |of| {
            let generation = oldest(of);
            let live = vec![(generation, String::new())];
            (of, Standing { current: generation, since: Moment::from_millis(0), live })
        };
        let standing = Use::ALL.into_iter().map(standing).collect();
        // No database says this, so the first one that is asked orders the keys anew.
        Ring { held, told: vec![("nobody".to_owned(), String::new())], standing }
    }

    /// Orders the keys by what the database says; a plain sentence if one that it counts on is not here.
    pub(super) fn of(held: Arc<Held>, told: Vec<Fact>) -> Result<Ring, String> {
        let standing = Use::ALL
            .into_iter()
            .map(|of| {
                let fact = told.iter().find(|(name, _)| name == of.fact());
                let standing = match fact {
                    None => Standing::first(&held, of),
                    Some((_, text)) => {
                        Standing::read(text).ok_or("what it says of its keys is unreadable")?
                    }
                };
                all_here(&held, of, &standing)?;
                Ok((of, standing))
            })
            .collect::<Result<_, String>>()?;
        Ok(Ring { held, told, standing })
    }

    pub(super) fn standing(&self, of: Use) -> &Standing {
        let found = self.standing.iter().find(|(one, _)| *one == of);
        found.map(|(_, standing)| standing).expect("a ring has every use")
    }

    pub(super) fn current(&self, of: Use) -> Generation {
        self.standing(of).current
    }

    /// The generations rows may lie under: the current one first, then the others from the oldest.
    pub(super) fn live(&self, of: Use) -> Vec<Generation> {
        let current = self.current(of);
        let others = self.standing(of).live.iter().map(|(one, _)| *one).filter(|one| *one != current);
        std::iter::once(current).chain(others).collect()
    }

    /// What something is recognised by under one generation: 32 bytes under the first, with the number of the
    /// generation before them under a later one, so that a row says itself what it lies under.
    pub(super) fn hash(&self, of: Use, generation: Generation, label: &str, parts: &[&[u8]]) -> Vec<u8> {
        let bare = mac(self.key(of, generation), label, parts);
        if generation == 1 { bare } else { [&[generation][..], &bare].concat() }
    }

    pub(super) fn key(&self, of: Use, generation: Generation) -> &Key {
        self.held.key(of, generation).expect("a ring holds the keys it counts on")
    }
}

fn all_here(held: &Held, of: Use, standing: &Standing) -> Result<(), String> {
    for (generation, mark) in &standing.live {
        if held.fingerprint(of, *generation).as_ref() != Some(mark) || mark.is_empty() {
            return Err(format!(
                "generation {generation} of the {} keys is not in the key file here. Copy the newest key file to \
                 this machine, or put the one that belongs to this copy of the database in place",
                of.word()
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_of_a_standing_is_read_back() {
        let live = vec![(1, "aa".to_owned()), (3, "bb".to_owned())];
        let standing = Standing { current: 3, since: Moment::from_millis(17), live };
        assert_eq!(Standing::read(&standing.written()), Some(standing));
        for broken in ["", "3", "3 x 3:aa", "2 17 1:aa", "1 17 1", "1 17 x:aa"] {
            assert_eq!(Standing::read(broken), None, "{broken}");
        }
    }

    #[test]
    fn a_key_the_database_counts_on_must_be_here() {
        let held = Arc::new(Held::fresh(Moment::from_millis(0)));
        assert!(Ring::of(Arc::clone(&held), Vec::new()).is_ok());
        let other = "keys data".to_owned();
        let missing = Ring::of(Arc::clone(&held), vec![(other.clone(), "2 5 2:aa".to_owned())]).err();
        assert!(missing.is_some_and(|why| why.starts_with("generation 2 of the data keys")));
        assert!(Ring::of(held, vec![(other, "1 5 1:aa".to_owned())]).is_err(), "another key of that number");
    }
}
