//! A large made-up network, for measuring: people, ties, groups, entries, comments, footprints.
//!
//! The same seed makes the same network, as of the moment it is laid. Everybody is made up; the numbers are of
//! the right form and lie in one row, so a seeded database must never be let send text messages.

mod graph;
mod people;
mod queries;
mod writing;

use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::ids::MemberId;
use crate::member;
use crate::moment::Moment;
use crate::secrets::Keyring;
use crate::store::bulk::Bulk;
use crate::store::{Error, Store};
use graph::Graph;
use people::People;

pub use people::number_of;

/// Rows of one transaction.
const AT_ONCE: usize = 200_000;

/// How large a network.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Members, at least 1 and at most 9,000,000: as many numbers as there are to give.
    pub members: u32,
    /// Friends of each on average; nobody has more than 1,000.
    pub friends: u32,
    /// Entries of each on average.
    pub diaries: u32,
    /// What chance begins with.
    pub seed: u64,
}

/// Why nothing was laid.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// Made-up people are never mixed with others.
    #[error("there are members in this database; give the seed an empty one")]
    NotEmpty,
    /// A figure out of range.
    #[error("members must be from 1 to {}", people::MOST_MEMBERS)]
    Members,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// What was laid.
#[derive(Clone, Debug)]
pub struct Laid {
    /// Rows of friendships, two a tie.
    pub friendship_rows: usize,
    /// Diary entries.
    pub entries: usize,
    /// Members with about as many friends as the mean, at most 200.
    pub ordinary: Vec<Person>,
    /// Those with the most friends, the most first, at most 50.
    pub hubs: Vec<Person>,
}

/// One of the made-up members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: MemberId,
    /// Where they stand in the row of numbers, for [`number_of`].
    pub place: u32,
}

/// Hears the step, and how much of how much of it is done.
pub type Progress<'a> = &'a mut dyn FnMut(&'static str, usize, usize);

/// Lays the network into the empty database a URL names. Everybody's password is the one hashed.
///
/// # Errors
/// [`SeedError::NotEmpty`] if anybody has joined.
pub fn lay(
    url: &str,
    keys: &Keyring,
    plan: Plan,
    password_hash: &str,
    now: Moment,
    progress: Progress<'_>,
) -> Result<Laid, SeedError> {
    if !(1..=people::MOST_MEMBERS).contains(&plan.members) {
        return Err(SeedError::Members);
    }
    if Store::open(url)?.read(member::has_any)? {
        return Err(SeedError::NotEmpty);
    }
    let mut chance = StdRng::seed_from_u64(plan.seed);
    progress("drawing ties", 0, 1);
    let graph = Graph::draw(plan.members, plan.friends, &mut chance);
    progress("drawing ties", 1, 1);
    let people = People::draw(plan.members, now, &mut chance);
    let mut bulk = Bulk::open(url)?;
    people::lay(&mut bulk, &people, keys, password_hash, progress)?;
    people::lay_ties(&mut bulk, &people, &graph, progress)?;
    let entries = writing::lay(&mut bulk, &people, &graph, plan.diaries, &mut chance, progress)?;
    writing::lay_footprints(&mut bulk, &people, &graph, &mut chance, progress)?;
    bulk.finish(&mut |done, total| progress("indexes", done, total))?;
    let known =
        |places: Vec<u32>| places.into_iter().map(|place| Person { id: people.id(place), place }).collect();
    let (ordinary, hubs) = (known(ordinary(&graph, plan)), known(hubs(&graph, plan)));
    Ok(Laid { friendship_rows: graph.rows(), entries, ordinary, hubs })
}

fn hubs(graph: &Graph, plan: Plan) -> Vec<u32> {
    let mut places: Vec<u32> = (0..plan.members).collect();
    places.sort_by_key(|who| std::cmp::Reverse(graph.of(*who).len()));
    places.truncate(50);
    places
}

/// Of all, those whose friends are as many as the mean or nearly, spread over the whole row.
fn ordinary(graph: &Graph, plan: Plan) -> Vec<u32> {
    let off = |who: &u32| graph.of(*who).len().abs_diff(plan.friends as usize);
    let mut places: Vec<u32> = (0..plan.members).collect();
    places.sort_by_key(off);
    let near = places.partition_point(|who| off(who) <= 2).max(1);
    let step = near.div_ceil(200);
    places.into_iter().take(near).step_by(step).collect()
}
