//! Choosing the three, changing them, and stepping back as one of them.

use super::queries;
use crate::friend;
use crate::ids::MemberId;
use crate::letter::{self, Matter};
use crate::member::{Card, queries as members};
use crate::notice::{self, Kind as NoticeKind};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::upsert::hold;
use crate::store::{Error, Result, Tx};
use crate::visibility::{Standing, Viewer, queries as visibility};

/// So many are chosen: one may be out of reach, and two are needed.
pub const CHOSEN: usize = 3;

/// Why nobody was chosen.
#[derive(Debug, thiserror::Error)]
pub enum ChooseError {
    /// The three are not three different people.
    #[error("three different friends are chosen")]
    NotThree,
    /// One of them is no friend of the member's who can be met now.
    #[error("one of them is no friend")]
    NoFriend,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Chooses the three in place of any before. Each newly chosen is told; the owner has a letter.
pub fn choose(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    three: [MemberId; CHOSEN],
    client: &str,
) -> std::result::Result<(), ChooseError> {
    let [one, two, last] = three;
    if one == two || two == last || one == last {
        return Err(ChooseError::NotThree);
    }
    hold(tx, three.iter().map(|friend| i64::from(*friend)).chain([me.into()]).collect())?;
    for friend in three {
        if !can_be_chosen(tx, me, friend)? {
            return Err(ChooseError::NoFriend);
        }
    }
    let before = queries::list_chosen_ids(tx, me)?;
    if before.len() == CHOSEN && three.iter().all(|friend| before.contains(friend)) {
        return Ok(());
    }
    replace(tx, me, &before, &three)?;
    tell(tx, keys, me, Kind::TrustedChosen, client)?;
    Ok(())
}

fn can_be_chosen(tx: &mut Tx<'_>, me: MemberId, friend: MemberId) -> Result<bool> {
    let standing = visibility::standing(tx, Viewer::Member(me), friend, None)?;
    Ok(matches!(standing, Standing::Friend { .. }))
}

/// Whoever goes is told nothing; whoever comes is.
fn replace(tx: &mut Tx<'_>, me: MemberId, before: &[MemberId], three: &[MemberId]) -> Result<()> {
    queries::end_asks_of(tx, me)?;
    for gone in before.iter().filter(|friend| !three.contains(friend)) {
        forget(tx, me, *gone)?;
    }
    for new in three.iter().filter(|friend| !before.contains(friend)) {
        queries::insert(tx, me, *new)?;
        notice::leave(tx, *new, NoticeKind::TrustedChosen, me.into())?;
    }
    Ok(())
}

fn forget(tx: &mut Tx<'_>, member: MemberId, friend: MemberId) -> Result<()> {
    queries::delete(tx, member, friend)?;
    notice::take_off(tx, friend, NoticeKind::TrustedChosen, member.into())
}

fn tell(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId, kind: Kind, client: &str) -> Result<()> {
    letter::tell(tx, keys, me, Matter::TrustedChanged, None)?;
    security_log::record(tx, Event::of(kind).member(me).client(client))
}

/// Nobody vouches for `me` any more. `false` if nobody did.
pub fn take_off(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId, client: &str) -> Result<bool> {
    hold(tx, vec![me.into()])?;
    let before = queries::list_chosen_ids(tx, me)?;
    if before.is_empty() {
        return Ok(false);
    }
    replace(tx, me, &before, &[])?;
    tell(tx, keys, me, Kind::TrustedOff, client)?;
    Ok(true)
}

/// `me` no longer wants to vouch for `member`, who sees it where they choose and is told by letter: two who are left
/// still suffice, one does not.
pub fn step_back(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId, member: MemberId) -> Result<bool> {
    hold(tx, vec![me.into(), member.into()])?;
    if !queries::is_chosen(tx, member, me)? {
        return Ok(false);
    }
    queries::end_ask_to(tx, member, me)?;
    forget(tx, member, me)?;
    letter::tell(tx, keys, member, Matter::TrustedChanged, None)?;
    Ok(true)
}

/// Choosing, half done.
#[derive(Clone, Debug)]
pub struct Picking {
    /// Those chosen so far, in their order.
    pub picked: Vec<Card>,
    /// Other friends, a page of them.
    pub friends: Vec<Card>,
    /// The friend the next page begins after, if there is one.
    pub next: Option<MemberId>,
}

/// The friends of `me` to choose from beside `picked`. `None` if one of those is no friend, or is named twice.
pub fn pick(
    tx: &mut Tx<'_>,
    me: MemberId,
    picked: &[MemberId],
    after: Option<MemberId>,
) -> Result<Option<Picking>> {
    let mut cards: Vec<Card> = Vec::new();
    for friend in picked {
        let is_new = cards.iter().all(|card| card.id != *friend);
        let Some(card) = members::find_card(tx, *friend)? else { return Ok(None) };
        if !is_new || !can_be_chosen(tx, me, *friend)? {
            return Ok(None);
        }
        cards.push(card);
    }
    let Some(page) = friend::list(tx, me, after)? else { return Ok(None) };
    let friends = page.friends.into_iter().filter(|card| !picked.contains(&card.id)).collect();
    Ok(Some(Picking { picked: cards, friends, next: page.next }))
}
