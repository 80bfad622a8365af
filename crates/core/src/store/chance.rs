//! The part of an id that tells nothing: the same for every store of this process.
//!
//! Drawing it afresh each time would let two ids of one millisecond be the same once in four million. So a
//! counter is shuffled instead: a small Feistel network under keys drawn when the process begins. Any
//! 4,194,304 ids in a row differ here, and without the keys nobody can tell which came first.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use rand::RngExt;

/// How many bits of an id are chance.
pub(super) const BITS: u32 = 22;
const HALF: u32 = BITS / 2;
const HALF_MASK: u32 = (1 << HALF) - 1;
const ROUNDS: usize = 6;

static KEYS: LazyLock<[u32; ROUNDS]> = LazyLock::new(|| rand::rng().random());
static COUNTER: LazyLock<AtomicU32> = LazyLock::new(|| AtomicU32::new(rand::rng().random()));

/// The next `BITS` bits.
pub(super) fn next() -> u32 {
    shuffled(COUNTER.fetch_add(1, Ordering::Relaxed), &KEYS)
}

/// One-to-one on the low [`BITS`] bits, whatever the keys: each round can be undone.
fn shuffled(count: u32, keys: &[u32; ROUNDS]) -> u32 {
    let start = ((count >> HALF) & HALF_MASK, count & HALF_MASK);
    let (left, right) =
        keys.iter().fold(start, |(left, right), key| (right, left ^ (mixed(right ^ key) & HALF_MASK)));
    (left << HALF) | right
}

/// Murmur3's finishing step: every bit that goes in moves half of those that come out.
fn mixed(mut bits: u32) -> u32 {
    bits = (bits ^ (bits >> 16)).wrapping_mul(0x85eb_ca6b);
    bits = (bits ^ (bits >> 13)).wrapping_mul(0xc2b2_ae35);
    bits ^ (bits >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_of_a_full_round_are_the_same() {
        let mut seen = vec![false; 1 << BITS];
        for count in 0..1 << BITS {
            let place = shuffled(count, &[1, 22, 333, 4_444, 55_555, 666_666]) as usize;
            assert!(!std::mem::replace(&mut seen[place], true), "{count} met another");
        }
    }

    #[test]
    fn neighbours_come_out_far_apart() {
        let keys = [7, 11, 13, 17, 19, 23];
        let near = (0..1000u32).filter(|n| shuffled(*n, &keys).abs_diff(shuffled(n + 1, &keys)) < 1 << 10);
        assert!(near.count() < 20);
    }
}
