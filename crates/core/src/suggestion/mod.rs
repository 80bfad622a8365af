//! People one may know (SG-13): friends of at least two friends, where everybody on the way lets it be known, and those
//! in a community with one that both show to everybody. Both ends have asked for it. A phone number never plays a part.

mod queries;

use std::collections::HashMap;

use crate::community;
use crate::friend::circle;
use crate::friend::tie::{self, Tie, who_show_ties};
use crate::ids::MemberId;
use crate::member::Card;
use crate::preference::{self, Preference};
use crate::store::{Result, Tx};
use crate::visibility::queries::Tied;

/// How many people are suggested at a time.
pub const MOST_SUGGESTED: usize = 10;

/// So many friends in common it takes at least.
const CONNECTORS: u32 = 2;

/// Circles read at a time.
const CIRCLES_AT_ONCE: i64 = 100;

/// Of those with the most friends in common, so many are judged.
const JUDGED: usize = 256;

/// Somebody one may know.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// Who.
    pub card: Card,
    /// By whom, as far as the viewer may know.
    pub tie: Tie,
    /// Whether both belong to a community and show it to everybody.
    pub is_fellow: bool,
}

/// Whom one may know.
#[derive(Clone, Debug)]
pub struct SuggestionsPage {
    /// Whether the viewer has asked for it; nobody is suggested to or of those who have not.
    pub is_on: bool,
    /// Those with the most friends in common first, then those of one's communities; at most [`MOST_SUGGESTED`].
    pub people: Vec<Suggestion>,
}

/// People `me` may know. It costs what the circles of one's friends cost, and a few looks into one's communities.
pub fn list(tx: &mut Tx<'_>, me: MemberId) -> Result<SuggestionsPage> {
    if !preference::is_on(tx, me, Preference::Suggested)? {
        return Ok(SuggestionsPage { is_on: false, people: Vec::new() });
    }
    let candidates = candidates(tx, me)?;
    let known = who_show_ties(tx, me, Tied::FriendOfFriend, candidates.iter().copied())?;
    let fellows = fellows(tx, me)?;
    let mut open = queries::who_want_it(tx, me, &[known, fellows.clone()].concat())?;
    open.sort_by_key(|card| candidates.iter().chain(&fellows).position(|one| *one == card.id));
    let mut people = Vec::new();
    for card in open.into_iter().take(MOST_SUGGESTED) {
        if let Some(tie) = tie::between(tx, me, card.id)? {
            let is_fellow = fellows.contains(&card.id);
            people.push(Suggestion { card, tie, is_fellow });
        }
    }
    Ok(SuggestionsPage { is_on: true, people })
}

/// No friends yet, in a community with `me` that both show to everybody.
fn fellows(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<MemberId>> {
    let mine = circle::of(tx, me)?;
    let fellows = community::fellows_for_all(tx, me, JUDGED as i64)?;
    Ok(fellows.into_iter().filter(|fellow| !mine.has(*fellow)).collect())
}

/// No friends yet, tied through enough friends who let `me` know their ties; the most first, then the oldest member.
fn candidates(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<MemberId>> {
    let (mine, mut shared, mut after) = (circle::of(tx, me)?, HashMap::<i64, u32>::new(), None);
    loop {
        let some = circle::of_friends(tx, me, after, CIRCLES_AT_ONCE)?;
        let shown = who_show_ties(tx, me, Tied::Friend, some.iter().map(|(friend, _)| *friend))?;
        for (_, circle) in some.iter().filter(|(friend, _)| shown.contains(friend)) {
            circle.ids().iter().for_each(|id| *shared.entry(*id).or_default() += 1);
        }
        match some.last() {
            Some((last, _)) if some.len() as i64 == CIRCLES_AT_ONCE => after = Some(*last),
            _ => break,
        }
    }
    let far = |id: i64| id != i64::from(me) && !mine.has(id.into());
    let mut found: Vec<(i64, u32)> =
        shared.into_iter().filter(|(id, count)| *count >= CONNECTORS && far(*id)).collect();
    found.sort_unstable_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
    Ok(found.into_iter().take(JUDGED).map(|(id, _)| id.into()).collect())
}
