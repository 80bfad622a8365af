//! Who is whose friend in a made-up network: a power law with a cap, and neighbours who know each other.

use rand::RngExt;
use rand::rngs::StdRng;

/// The most friends anybody has.
pub(super) const MOST_FRIENDS: u32 = 1000;
/// The tail: with 1.75, a mean of 48 goes with a median near 32 and hubs that reach the cap.
const TAIL: f64 = 1.75;
/// Weights beyond the cap make hubs that are full, as the popular are.
const MOST_WEIGHT: f64 = 1.6 * MOST_FRIENDS as f64;
/// So many of a hundred ties are to people nearby, who share friends for that reason.
const NEARBY_PERCENT: u32 = 55;

/// Friends of each member, as places in one row after the other.
pub(super) struct Graph {
    starts: Vec<u32>,
    friends: Vec<u32>,
}

impl Graph {
    /// The friends of a member, in order.
    pub(super) fn of(&self, member: u32) -> &[u32] {
        let (from, to) = (self.starts[member as usize], self.starts[member as usize + 1]);
        &self.friends[from as usize..to as usize]
    }

    /// Ties, each counted from both ends.
    pub(super) fn rows(&self) -> usize {
        self.friends.len()
    }

    /// A network of `members` with `mean` friends each on average.
    pub(super) fn draw(members: u32, mean: u32, chance: &mut StdRng) -> Graph {
        let mean = mean.min(members.saturating_sub(1));
        let begun = begun_by_each(members, mean, chance);
        let stubs: Vec<u32> =
            (0..members).flat_map(|who| std::iter::repeat_n(who, begun[who as usize] as usize)).collect();
        let mut degrees = vec![0u32; members as usize];
        let mut ties = Vec::with_capacity(stubs.len());
        for &one in &stubs {
            let other = partner(one, members, mean, &stubs, chance);
            let full = degrees[one as usize].max(degrees[other as usize]) >= MOST_FRIENDS;
            if one != other && !full {
                degrees[one as usize] += 1;
                degrees[other as usize] += 1;
                ties.push(u64::from(one.min(other)) << 32 | u64::from(one.max(other)));
            }
        }
        ties.sort_unstable();
        ties.dedup();
        Graph::both_ways(members, &ties)
    }

    fn both_ways(members: u32, ties: &[u64]) -> Graph {
        let ends = |tie: u64| ((tie >> 32) as u32, tie as u32);
        let mut starts = vec![0u32; members as usize + 1];
        for &tie in ties {
            let (one, other) = ends(tie);
            starts[one as usize + 1] += 1;
            starts[other as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let (mut next, mut friends) = (starts.clone(), vec![0u32; ties.len() * 2]);
        for &tie in ties {
            let (one, other) = ends(tie);
            for (from, to) in [(one, other), (other, one)] {
                friends[next[from as usize] as usize] = to;
                next[from as usize] += 1;
            }
        }
        // Ties are sorted by both ends, so each member's friends come in order too.
        Graph { starts, friends }
    }
}

/// How many ties each member begins: half of their weight, so that both ends together make the mean.
fn begun_by_each(members: u32, mean: u32, chance: &mut StdRng) -> Vec<u32> {
    let weights: Vec<f64> =
        (0..members).map(|_| (1.0 - chance.random::<f64>()).powf(-1.0 / TAIL).min(MOST_WEIGHT)).collect();
    let sum: f64 = weights.iter().sum();
    // Some ties are drawn twice or meet the cap; a little more than half makes up for them.
    let scale = 0.53 * f64::from(mean) * f64::from(members) / sum.max(1.0);
    let most = MOST_WEIGHT / 2.0;
    weights.iter().map(|weight| (weight * scale + chance.random::<f64>()).min(most) as u32).collect()
}

fn partner(one: u32, members: u32, mean: u32, stubs: &[u32], chance: &mut StdRng) -> u32 {
    if chance.random_range(0..100) >= NEARBY_PERCENT {
        return stubs[chance.random_range(0..stubs.len())];
    }
    let reach = (2 * mean).clamp(1, members.saturating_sub(1).max(1));
    let step = chance.random_range(1..=reach);
    if chance.random() { (one + step) % members } else { (one + members - step) % members }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    #[test]
    fn ties_go_both_ways_follow_a_power_law_and_end_at_the_cap() {
        let graph = Graph::draw(20_000, 50, &mut StdRng::seed_from_u64(7));
        let mean = graph.rows() as f64 / 20_000.0;
        assert!((45.0..55.0).contains(&mean), "{mean}");
        let mut degrees: Vec<usize> = (0..20_000).map(|who| graph.of(who).len()).collect();
        degrees.sort_unstable();
        assert!(degrees[10_000] < 45 && degrees[19_999] > 600, "{} {}", degrees[10_000], degrees[19_999]);
        assert!(degrees[19_999] <= MOST_FRIENDS as usize);
        for who in [0, 77, 19_999] {
            for &friend in graph.of(who) {
                assert!(friend != who && graph.of(friend).contains(&who));
            }
        }
    }

    #[test]
    fn the_same_seed_draws_the_same_network() {
        let draw = |seed| Graph::draw(500, 10, &mut StdRng::seed_from_u64(seed)).friends;
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
    }

    #[test]
    fn one_or_two_members_are_a_network_too() {
        assert_eq!(Graph::draw(1, 50, &mut StdRng::seed_from_u64(1)).rows(), 0);
        assert!(Graph::draw(2, 50, &mut StdRng::seed_from_u64(1)).rows() <= 2);
    }
}
