//! The keys themselves: every generation of every use, as the key file has them.

use std::collections::BTreeMap;

use rand::RngExt;
use zeroize::Zeroizing;

use super::keyed;
use super::uses::Use;
use crate::moment::Moment;

/// 256 bits, wiped from memory when dropped.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// A generation of the keys of one use. The first is 1.
pub type Generation = u8;

/// A key, and when it was made if that is known.
#[derive(Clone)]
pub(super) struct Made {
    pub(super) key: Key,
    pub(super) at: Option<Moment>,
}

/// What the key file holds. Never changed: who adds a key makes another.
#[derive(Clone, Default)]
pub(super) struct Held(pub(super) BTreeMap<(Use, Generation), Made>);

impl Held {
    /// The first generation of every use.
    pub(super) fn fresh(now: Moment) -> Held {
        Held(Use::ALL.into_iter().map(|one| ((one, 1), Made::fresh(now))).collect())
    }

    pub(super) fn key(&self, of: Use, generation: Generation) -> Option<&Key> {
        self.0.get(&(of, generation)).map(|made| &made.key)
    }

    /// The generations of one use, the oldest first.
    pub(super) fn generations(&self, of: Use) -> impl DoubleEndedIterator<Item = Generation> + '_ {
        self.0.range((of, 0)..=(of, Generation::MAX)).map(|((_, generation), _)| *generation)
    }

    /// Which key this is, in 32 hexadecimal signs that tell nothing of it.
    pub(super) fn fingerprint(&self, of: Use, generation: Generation) -> Option<String> {
        let mark = keyed::mac(self.key(of, generation)?, "enishi keyring fingerprint", &[]);
        Some(data_encoding::HEXLOWER.encode(&mark[..16]))
    }

    pub(super) fn with(&self, of: Use, generation: Generation, made: Made) -> Held {
        let mut more = self.clone();
        more.0.insert((of, generation), made);
        more
    }

    pub(super) fn without(&self, of: Use, generation: Generation) -> Held {
        let mut fewer = self.clone();
        fewer.0.remove(&(of, generation));
        fewer
    }
}

impl Made {
    pub(super) fn fresh(now: Moment) -> Made {
        let mut key = Zeroizing::new([0; 32]);
        rand::rng().fill(&mut key[..]);
        Made { key, at: Some(now) }
    }
}
