//! "How am I tied to this person?": friend, or friend of whom.

mod queries;

use crate::ids::MemberId;
use crate::member::Card;
use crate::profile;
use crate::store::{Result, Tx};
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
    let mut via = match profile::shows_ties(tx, Viewer::Member(me), other)? {
        true => queries::connectors(tx, me, other)?,
        false => Vec::new(),
    };
    let more = via.len().saturating_sub(NAMED_CONNECTORS);
    via.truncate(NAMED_CONNECTORS);
    Ok(Tie::FriendOfFriend { via, more })
}
