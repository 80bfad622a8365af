//! How many people at once stand to a member: a few questions, however many people and friends there are.
//!
//! One by one, [`crate::visibility::queries::standing`] says the same. In SQL the look for a friend in common goes through
//! all friends of whoever looks, and somebody may have a thousand.

use std::collections::{HashMap, HashSet};

use super::circle;
use crate::ids::MemberId;
use crate::member::queries::{active_among, there_for};
use crate::store::{Result, Tx};
use crate::visibility::{Standing, Viewer};

/// How these people stand to `me`, groups aside; whoever is not among them does not exist for `me`.
pub(crate) fn standings(
    tx: &mut Tx<'_>,
    me: MemberId,
    ids: &[MemberId],
) -> Result<HashMap<MemberId, Standing>> {
    let there = there_for(tx, Viewer::Member(me), ids)?;
    let mine = circle::of(tx, me)?;
    let strangers: Vec<MemberId> =
        there.iter().copied().filter(|other| *other != me && !mine.has(*other)).collect();
    let circles = circle::of_each(tx, &strangers)?.into_iter();
    let between: Vec<(MemberId, Vec<MemberId>)> =
        circles.map(|(other, circle)| (other, circle.shared_with(&mine))).collect();
    let friends: HashSet<MemberId> = between.iter().flat_map(|(_, friends)| friends).copied().collect();
    let here = active_among(tx, friends)?;
    let tied = between.into_iter().filter(|(_, friends)| friends.iter().any(|friend| here.contains(friend)));
    let tied: HashSet<MemberId> = tied.map(|(other, _)| other).collect();
    let standing = |other: MemberId| match other {
        other if other == me => Standing::Oneself,
        other if mine.has(other) => Standing::Friend { group: None },
        other if tied.contains(&other) => Standing::FriendOfFriend,
        _ => Standing::Member,
    };
    Ok(there.into_iter().map(|other| (other, standing(other))).collect())
}
