//! "See my page as …" (PR-09): the page itself, asked by a viewer who stands so.
//!
//! No rule is told a second time here. For a tie in general somebody is made up who has it, the page is shown to
//! them like to anybody, and everything is undone: a preview never ends but in [`Undone`], which undoes its
//! transaction.

mod known;

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use jiff::tz::TimeZone;

use crate::friend::queries as friends;
use crate::group;
use crate::ids::{GroupId, MemberId};
use crate::member::{self, NewMember, Nickname};
use crate::profile::{self, ProfilePage};
use crate::store::{Error, Tx};
use crate::visibility::{Viewer, queries as visibility};

/// Whose eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eyes {
    /// A member without a tie.
    Stranger,
    /// A friend of a friend.
    FriendOfFriend,
    /// A friend in none of my groups: let into none, left out by none.
    Friend,
    /// A friend in this group of mine: to whom all of it is open, or who is left out.
    Group(GroupId),
    /// This member, as they are tied to me now.
    Member(MemberId),
}

impl fmt::Display for Eyes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Eyes::Stranger => out.write_str("stranger"),
            Eyes::FriendOfFriend => out.write_str("friend_of_friend"),
            Eyes::Friend => out.write_str("friend"),
            Eyes::Group(id) => write!(out, "group:{id}"),
            Eyes::Member(id) => write!(out, "member:{id}"),
        }
    }
}

/// Nobody's eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nobody's eyes")]
pub struct NobodysEyes;

impl FromStr for Eyes {
    type Err = NobodysEyes;

    fn from_str(text: &str) -> Result<Eyes, NobodysEyes> {
        match text {
            "stranger" => return Ok(Eyes::Stranger),
            "friend_of_friend" => return Ok(Eyes::FriendOfFriend),
            "friend" => return Ok(Eyes::Friend),
            _ => {}
        }
        match text.split_once(':') {
            Some(("group", id)) => id.parse().map(Eyes::Group).map_err(|_| NobodysEyes),
            Some(("member", id)) => id.parse().map(Eyes::Member).map_err(|_| NobodysEyes),
            _ => Err(NobodysEyes),
        }
    }
}

/// How every preview ends: what was made up for it is undone.
#[derive(Debug, thiserror::Error)]
pub enum Undone {
    /// What they see.
    #[error("seen")]
    Seen(Box<ProfilePage>),
    /// There is no such group of mine, or nobody I may meet.
    #[error("nobody of that kind")]
    NotFound,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// My page through these eyes.
pub fn show(tx: &mut Tx<'_>, me: MemberId, eyes: Eyes, zone: &TimeZone) -> Result<Infallible, Undone> {
    let viewer = match eyes {
        Eyes::Member(other) => somebody_met(tx, me, other)?,
        Eyes::Stranger => made_up(tx)?,
        Eyes::FriendOfFriend => friend_of_friend(tx, me)?,
        Eyes::Friend => friend(tx, me)?,
        Eyes::Group(group) => friend_in(tx, me, group)?,
    };
    let Some(page) = profile::show(tx, Viewer::Member(viewer), me, zone)? else {
        return Err(Undone::NotFound);
    };
    let page = known::to_owner(tx, me, viewer, page)?;
    Err(page.map_or(Undone::NotFound, |page| Undone::Seen(Box::new(page))))
}

fn somebody_met(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<MemberId, Undone> {
    let meets = visibility::standing(tx, Viewer::Member(me), other, None)?.meets();
    if meets { Ok(other) } else { Err(Undone::NotFound) }
}

/// A member nobody will ever meet.
fn made_up(tx: &mut Tx<'_>) -> Result<MemberId, Undone> {
    let nickname = Nickname::parse("?").map_err(|why| Error::Broken(why.to_string()))?;
    let new = NewMember { nickname, password_hash: String::new(), language: String::new() };
    Ok(member::create(tx, new)?)
}

fn friend(tx: &mut Tx<'_>, me: MemberId) -> Result<MemberId, Undone> {
    let friend = made_up(tx)?;
    friends::befriend(tx, me, friend)?;
    Ok(friend)
}

fn friend_in(tx: &mut Tx<'_>, me: MemberId, group: GroupId) -> Result<MemberId, Undone> {
    let friend = friend(tx, me)?;
    match group::add(tx, me, group, friend, group::Opens::Everything) {
        Ok(()) => Ok(friend),
        Err(group::GroupError::Store(error)) => Err(error.into()),
        Err(_) => Err(Undone::NotFound),
    }
}

/// Tied through a friend of mine, so that the page names somebody it could name; through nobody real where I have
/// no friend yet.
fn friend_of_friend(tx: &mut Tx<'_>, me: MemberId) -> Result<MemberId, Undone> {
    let between = match friends::friends_of(tx, me)?.first() {
        Some(card) => card.id,
        None => friend(tx, me)?,
    };
    let far = made_up(tx)?;
    friends::befriend(tx, between, far)?;
    Ok(far)
}
