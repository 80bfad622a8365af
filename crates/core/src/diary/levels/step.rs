//! The steps by which past entries can be widened.

use std::str::FromStr;

use crate::visibility::Visibility;

/// From which level to which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Widening {
    /// What friends may read, to their friends too.
    FriendsToFriendsOfFriends,
    /// What friends may read, to all members.
    FriendsToMembers,
    /// What friends of friends may read, to all members.
    FriendsOfFriendsToMembers,
}

/// No such step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such widening")]
pub struct NoWidening;

impl Widening {
    /// All steps there are. What is for a group or oneself alone is opened one by one.
    pub const ALL: [Widening; 3] = [
        Widening::FriendsToFriendsOfFriends,
        Widening::FriendsToMembers,
        Widening::FriendsOfFriendsToMembers,
    ];

    /// The name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Widening::FriendsToFriendsOfFriends => "friends-further",
            Widening::FriendsToMembers => "friends-members",
            Widening::FriendsOfFriendsToMembers => "further-members",
        }
    }

    /// What is widened.
    pub fn from(self) -> Visibility {
        match self {
            Widening::FriendsToFriendsOfFriends | Widening::FriendsToMembers => Visibility::Friends,
            Widening::FriendsOfFriendsToMembers => Visibility::FriendsOfFriends,
        }
    }

    /// To what.
    pub fn to(self) -> Visibility {
        match self {
            Widening::FriendsToFriendsOfFriends => Visibility::FriendsOfFriends,
            Widening::FriendsToMembers | Widening::FriendsOfFriendsToMembers => Visibility::Members,
        }
    }
}

impl FromStr for Widening {
    type Err = NoWidening;

    fn from_str(text: &str) -> Result<Widening, NoWidening> {
        Widening::ALL.into_iter().find(|widening| widening.key() == text).ok_or(NoWidening)
    }
}
