//! The ties to many people at once: a few questions, however many people there are.
//!
//! One by one, [`super::between`] says the same.

use std::collections::{HashMap, HashSet};

use super::{NAMED_CONNECTORS, Tie, queries};
use crate::friend::{circle, standings};
use crate::ids::MemberId;
use crate::member::Card;
use crate::store::{Result, Tx};
use crate::visibility::Standing;
use crate::visibility::queries::Tied;

/// The tie of `me` to each of some people, at most 4,096; who does not exist for me is not there.
pub fn to_each(tx: &mut Tx<'_>, me: MemberId, people: &[MemberId]) -> Result<HashMap<MemberId, Tie>> {
    let standings = standings(tx, me, people)?;
    let is_further = |standing: &Standing| *standing == Standing::FriendOfFriend;
    let further: Vec<MemberId> =
        standings.iter().filter(|(_, standing)| is_further(standing)).map(|(one, _)| *one).collect();
    let mut through = through(tx, me, &further)?;
    let ties = standings.into_iter().filter_map(|(other, standing)| {
        let tie = match standing {
            Standing::Nobody => return None,
            Standing::Oneself => Tie::Oneself,
            Standing::Friend { .. } => Tie::Friend,
            Standing::Member => Tie::None,
            Standing::FriendOfFriend => through.remove(&other).unwrap_or(NOBODY_NAMED),
        };
        Some((other, tie))
    });
    Ok(ties.collect())
}

/// As of whoever hides their ties.
const NOBODY_NAMED: Tie = Tie::FriendOfFriend { via: Vec::new(), more: 0 };

/// For each who lets `me` know their ties, through whom they are tied to `me`, as far as those let it be known too.
fn through(tx: &mut Tx<'_>, me: MemberId, further: &[MemberId]) -> Result<HashMap<MemberId, Tie>> {
    if further.is_empty() {
        return Ok(HashMap::new());
    }
    let open = queries::who_show_ties(tx, me, Tied::FriendOfFriend, further.iter().copied())?;
    let mine = circle::of(tx, me)?;
    let circles = circle::of_each(tx, &open)?.into_iter();
    let shared: Vec<(MemberId, Vec<MemberId>)> =
        circles.map(|(other, circle)| (other, circle.shared_with(&mine))).collect();
    let connectors: HashSet<MemberId> = shared.iter().flat_map(|(_, friends)| friends).copied().collect();
    let known = who_show_theirs(tx, me, connectors)?;
    let named: Vec<(MemberId, Vec<MemberId>)> = shared
        .into_iter()
        .map(|(other, mut friends)| {
            friends.retain(|friend| known.contains(friend));
            (other, friends)
        })
        .collect();
    with_cards(tx, named)
}

/// Of friends, those who let `me` know their ties.
fn who_show_theirs(tx: &mut Tx<'_>, me: MemberId, friends: HashSet<MemberId>) -> Result<HashSet<MemberId>> {
    Ok(queries::who_show_ties(tx, me, Tied::Friend, friends)?.into_iter().collect())
}

/// The first few by name, the rest counted.
fn with_cards(tx: &mut Tx<'_>, named: Vec<(MemberId, Vec<MemberId>)>) -> Result<HashMap<MemberId, Tie>> {
    let first = |friends: &[MemberId]| friends.iter().take(NAMED_CONNECTORS).copied().collect::<Vec<_>>();
    let ids: HashSet<MemberId> = named.iter().flat_map(|(_, friends)| first(friends)).collect();
    let ids: Vec<MemberId> = ids.into_iter().collect();
    let cards: HashMap<MemberId, Card> =
        queries::cards(tx, &ids)?.into_iter().map(|card| (card.id, card)).collect();
    let ties = named.into_iter().map(|(other, friends)| {
        let via: Vec<Card> = first(&friends).iter().filter_map(|id| cards.get(id).cloned()).collect();
        let more = friends.len().saturating_sub(NAMED_CONNECTORS);
        (other, Tie::FriendOfFriend { via, more })
    });
    Ok(ties.collect())
}
