//! "How am I tied to this person?": friend, or friend of whom.

mod many;
mod queries;

pub use many::to_each;
pub(crate) use queries::{cards_by_name, who_show_ties};

use std::collections::HashSet;

use super::circle::{self, Circle};
use crate::ids::MemberId;
use crate::member::Card;
use crate::profile;
use crate::store::{Result, Tx};
use crate::visibility::queries::Tied;
use crate::visibility::{Standing, Viewer, queries as visibility};

/// How many connectors are named; the rest are counted.
pub const NAMED_CONNECTORS: usize = 3;

/// A viewer's tie to a person, as the viewer may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tie {
    /// The viewer.
    Oneself,
    /// A friend.
    Friend,
    /// A friend of a friend. Connectors who hide their ties grant the tie without being named.
    FriendOfFriend {
        /// At most [`NAMED_CONNECTORS`], the oldest member first.
        via: Vec<Card>,
        /// How many more the viewer may know of.
        more: usize,
    },
    /// No tie.
    None,
}

/// The tie of `me` to `other`; `None` where the other does not exist for me.
pub fn between(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<Option<Tie>> {
    Ok(match visibility::standing(tx, Viewer::Member(me), other, None)? {
        Standing::Nobody => None,
        Standing::Oneself => Some(Tie::Oneself),
        Standing::Friend { .. } => Some(Tie::Friend),
        Standing::Member => Some(Tie::None),
        Standing::FriendOfFriend => Some(through(tx, me, other)?),
    })
}

fn through(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<Tie> {
    let named = in_common(tx, me, other)?;
    let more = named.len().saturating_sub(NAMED_CONNECTORS);
    let via = queries::cards(tx, &named[..named.len() - more])?;
    Ok(Tie::FriendOfFriend { via, more })
}

/// Friends of both, as far as `me` may know: the other lets me know their ties too. With oneself nobody has any.
pub(crate) fn in_common(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<Vec<MemberId>> {
    match me != other && profile::shows_ties(tx, Viewer::Member(me), other)? {
        true => connectors(tx, me, other),
        false => Ok(Vec::new()),
    }
}

/// Friends of both, who let `me` know their own ties; the oldest member first. Whether the other does is not asked.
pub(crate) fn connectors(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<Vec<MemberId>> {
    let (mine, theirs) = (circle::of(tx, me)?, circle::of(tx, other)?);
    queries::who_show_ties(tx, me, Tied::Friend, mine.shared_with(&theirs))
}

/// Circles read at a time: among popular people a way is found in the first few.
const CIRCLES_AT_ONCE: i64 = 100;
/// Ways judged at a time.
const WAYS_AT_ONCE: usize = 64;

/// A way of three steps: a friend of mine, and a friend of theirs, who are friends.
type Way = (MemberId, MemberId);

/// Whether somebody without a tie is one step further than a friend of a friend (SG-05).
///
/// Nobody is named, and it is said only where nobody on the way has closed their ties: the two between let me know
/// theirs, and the one at the end lets friends of friends know. Who does not exist for me is no step.
pub fn is_one_step_more(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<bool> {
    if !queries::opens_ties_to_friends_of_friends(tx, other)? {
        return Ok(false);
    }
    let (mine, theirs) = (circle::of(tx, me)?, circle::of(tx, other)?);
    // From the smaller side: it is read, the other only searched.
    let from_me = mine.len() <= theirs.len();
    let (from, towards) = if from_me { (me, &theirs) } else { (other, &mine) };
    let mut after = None;
    loop {
        let some = circle::of_friends(tx, from, after, CIRCLES_AT_ONCE)?;
        for ways in ways(&some, towards, from_me).chunks(WAYS_AT_ONCE) {
            if any_is_open(tx, me, ways)? {
                return Ok(true);
            }
        }
        match some.last() {
            Some((last, _)) if some.len() as i64 == CIRCLES_AT_ONCE => after = Some(*last),
            _ => return Ok(false),
        }
    }
}

fn ways(some: &[(MemberId, Circle)], towards: &Circle, from_me: bool) -> Vec<Way> {
    let way = |near, far| if from_me { (near, far) } else { (far, near) };
    some.iter()
        .flat_map(|(friend, circle)| circle.shared_with(towards).into_iter().map(|far| way(*friend, far)))
        .collect()
}

fn any_is_open(tx: &mut Tx<'_>, me: MemberId, ways: &[Way]) -> Result<bool> {
    let (near, far): (HashSet<MemberId>, HashSet<MemberId>) = ways.iter().copied().unzip();
    let near = queries::who_show_ties(tx, me, Tied::Friend, near)?;
    let far = queries::who_show_ties(tx, me, Tied::FriendOfFriend, far)?;
    Ok(ways.iter().any(|(one, other)| near.contains(one) && far.contains(other)))
}
