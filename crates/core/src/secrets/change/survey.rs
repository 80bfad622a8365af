//! What keys there are, since when, and how much lies under each.

use super::super::held::Generation;
use super::super::keyring::Keyring;
use super::super::uses::Use;
use super::places::{Becomes, PLACES};
use super::{PAGES_SECONDS, queries};
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// One generation of the keys of one use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// What for.
    pub of: Use,
    /// Which.
    pub generation: Generation,
    /// When it was made, if the file says so.
    pub made_at: Option<Moment>,
    /// Which it is, in 32 hexadecimal signs that tell nothing of it.
    pub fingerprint: String,
    /// What it does.
    pub stands: Stands,
    /// Rows that lie under it.
    pub lies: Lies,
}

/// What a generation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It lies in the file; nothing was ever written with it.
    Waiting,
    /// It is written with, since then.
    Current(Moment),
    /// Rows may lie under it; another one is written with since then.
    Older(Moment),
}

/// How many rows lie under a generation, by what becomes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lies {
    /// They can be written anew.
    pub renewable: i64,
    /// They are over by themselves before long.
    pub passing: i64,
    /// They stay until they are gone: what was hashed is not here.
    pub kept: i64,
}

impl Lies {
    /// All of them.
    pub fn total(self) -> i64 {
        self.renewable + self.passing + self.kept
    }
}

impl Known {
    /// Whether nothing would be missed if this one were gone.
    pub fn may_go(&self, now: Moment) -> bool {
        match self.stands {
            Stands::Older(since) => self.lies.total() == 0 && now > since.plus_seconds(self.pages_seconds()),
            Stands::Waiting | Stands::Current(_) => false,
        }
    }

    /// So long after another one is written with, pages may still bear this one's signature or seal.
    fn pages_seconds(&self) -> i64 {
        if matches!(self.of, Use::Form | Use::Data) { PAGES_SECONDS } else { 0 }
    }
}

/// Every generation of every use, the oldest first. It counts whole tables: not on a request's path.
pub fn survey(tx: &mut Tx<'_>, keys: &Keyring) -> Result<Vec<Known>> {
    let ring = keys.at(tx)?;
    let mut all = Vec::new();
    for ((of, generation), made) in &ring.held.0 {
        let standing = ring.standing(*of);
        let stands = match *generation {
            one if one == standing.current => Stands::Current(standing.since),
            one if one > standing.current => Stands::Waiting,
            one if ring.live(*of).contains(&one) => Stands::Older(standing.since),
            // It was let go, and the file is being written anew.
            _ => continue,
        };
        all.push(Known {
            of: *of,
            generation: *generation,
            made_at: made.at,
            fingerprint: ring.held.fingerprint(*of, *generation).unwrap_or_default(),
            stands,
            lies: lies_under(tx, *of, *generation)?,
        });
    }
    Ok(all)
}

fn lies_under(tx: &mut Tx<'_>, of: Use, generation: Generation) -> Result<Lies> {
    let mut lies = Lies::default();
    for place in PLACES.iter().filter(|place| place.of == of) {
        let rows = queries::count(tx, place, generation)?;
        match place.becomes {
            Becomes::Sealed(_) | Becomes::Hashed { .. } => lies.renewable += rows,
            Becomes::Over => lies.passing += rows,
            Becomes::Kept => lies.kept += rows,
        }
    }
    Ok(lies)
}
