//! The communities of a member, as far as they show them, and those one shares with somebody.

use super::{CommunityLine, queries};
use crate::ids::MemberId;
use crate::member::Card;
use crate::profile;
use crate::store::{Result, Tx};

/// Somebody's communities.
#[derive(Clone, Debug)]
pub struct OfMemberPage {
    /// Whose.
    pub owner: Card,
    /// Those the viewer belongs to as well (SG-06); of one's own page there are none.
    pub shared: Vec<CommunityLine>,
    /// The others.
    pub others: Vec<CommunityLine>,
}

/// The communities that `owner` shows `me`; nothing where the owner does not exist for them.
pub fn of_member(tx: &mut Tx<'_>, me: MemberId, owner: MemberId) -> Result<Option<OfMemberPage>> {
    let Some(card) = profile::card(tx, me, owner)? else { return Ok(None) };
    let lines = queries::shown_of(tx, me, owner)?;
    let (shared, others) = lines.into_iter().partition(|(_, is_shared)| *is_shared && me != owner);
    let bare = |lines: Vec<(CommunityLine, bool)>| lines.into_iter().map(|(line, _)| line).collect();
    Ok(Some(OfMemberPage { owner: card, shared: bare(shared), others: bare(others) }))
}

/// How many communities `owner` shows `me`, and how many of them both belong to.
pub fn count_of(tx: &mut Tx<'_>, me: MemberId, owner: MemberId) -> Result<(usize, usize)> {
    let lines = queries::shown_of(tx, me, owner)?;
    let shared = lines.iter().filter(|(_, is_shared)| *is_shared && me != owner).count();
    Ok((lines.len(), shared))
}

/// Of some people without a nearer tie, those who share a community with `me` that both show to everybody: both may know
/// (FP-04, SG-13).
pub(crate) fn both_may_know(tx: &mut Tx<'_>, me: MemberId, people: &[MemberId]) -> Result<Vec<MemberId>> {
    queries::fellows_among(tx, me, people)
}

/// People who share a community with `me` and show it to everybody, as `me` does; at most `most`, from where something
/// was said last.
pub(crate) fn fellows_for_all(tx: &mut Tx<'_>, me: MemberId, most: i64) -> Result<Vec<MemberId>> {
    queries::fellows_for_all(tx, me, most)
}
