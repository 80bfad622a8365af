//! Friends two people have in common, as one of them may know it (SG-06).

use super::FRIENDS_PER_PAGE;
use super::list::place_after;
use super::tie::{self, Tie};
use crate::ids::MemberId;
use crate::member::Card;
use crate::store::{Result, Tx};

/// Friends in common with somebody.
#[derive(Clone, Debug)]
pub struct CommonPage {
    /// With whom.
    pub other: Card,
    /// By name; at most [`FRIENDS_PER_PAGE`].
    pub friends: Vec<Card>,
    /// The friend the next page begins after, if there is one.
    pub next: Option<MemberId>,
}

/// Friends in common with `other`: those who let `me` know their ties, where `other` does. Of nobody that `me` may know of
/// there is no page, whatever the reason.
pub fn common(
    tx: &mut Tx<'_>,
    me: MemberId,
    other: MemberId,
    after: Option<MemberId>,
) -> Result<Option<CommonPage>> {
    let known = tie::in_common(tx, me, other)?;
    let Some(card) = crate::member::queries::find_card(tx, other)?.filter(|_| !known.is_empty()) else {
        return Ok(None);
    };
    let by_name = tie::cards_by_name(tx, &known)?;
    let begin = after.map_or(0, |after| place_after(&by_name, after));
    let friends: Vec<Card> = by_name.iter().skip(begin).take(FRIENDS_PER_PAGE as usize).cloned().collect();
    let has_more = begin + friends.len() < by_name.len();
    let next = if has_more { friends.last().map(|card| card.id) } else { None };
    Ok(Some(CommonPage { other: card, friends, next }))
}

/// How many they are, where the tie and whether `other` shows their friends are known already.
pub(crate) fn count_common(
    tx: &mut Tx<'_>,
    me: MemberId,
    other: MemberId,
    tie: &Tie,
    shows_friends: bool,
) -> Result<usize> {
    Ok(match tie {
        Tie::FriendOfFriend { via, more } => via.len() + more,
        Tie::Friend if shows_friends => tie::connectors(tx, me, other)?.len(),
        Tie::Friend | Tie::Oneself | Tie::None => 0,
    })
}
