//! The five levels, in the one order that every page shows them in.

use std::fmt;
use std::str::FromStr;

use crate::ids::GroupId;

/// Who may see a thing, from the widest to the narrowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// Everyone who has joined.
    Members,
    /// The owner's friends, and theirs.
    FriendsOfFriends,
    /// The owner's friends.
    Friends,
    /// One of the owner's own groups, or all friends but those in it; readers see only "some friends".
    Group(GroupId),
    /// Nobody but the owner.
    OnlyMe,
}

/// Not one of the five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a visibility")]
pub struct NotAVisibility;

impl Visibility {
    /// The number of the level of a group, for queries.
    pub(crate) const GROUP_LEVEL: i16 = 3;

    /// The number of the level, as it is stored: 0 the widest, 4 the narrowest.
    pub fn level(self) -> i16 {
        match self {
            Visibility::Members => 0,
            Visibility::FriendsOfFriends => 1,
            Visibility::Friends => 2,
            Visibility::Group(_) => Visibility::GROUP_LEVEL,
            Visibility::OnlyMe => 4,
        }
    }

    /// The group, if it is a group's.
    pub fn group(self) -> Option<GroupId> {
        match self {
            Visibility::Group(group) => Some(group),
            _ => None,
        }
    }

    /// From what is stored. A level without sense, or a group that is gone, is read as the narrowest:
    /// a fault in the data never shows a thing to more people.
    pub fn from_stored(level: i16, group: Option<GroupId>) -> Visibility {
        match (level, group) {
            (0, _) => Visibility::Members,
            (1, _) => Visibility::FriendsOfFriends,
            (2, _) => Visibility::Friends,
            (3, Some(group)) => Visibility::Group(group),
            _ => Visibility::OnlyMe,
        }
    }

    /// Whether changing to `next` may show the thing to somebody who could not see it before.
    pub fn widens_to(self, next: Visibility) -> bool {
        self != next && (next.level() < self.level() || next.group().is_some() && self.group().is_some())
    }
}

impl fmt::Display for Visibility {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Visibility::Members => out.write_str("members"),
            Visibility::FriendsOfFriends => out.write_str("friends_of_friends"),
            Visibility::Friends => out.write_str("friends"),
            Visibility::Group(group) => write!(out, "group:{group}"),
            Visibility::OnlyMe => out.write_str("only_me"),
        }
    }
}

impl FromStr for Visibility {
    type Err = NotAVisibility;

    fn from_str(text: &str) -> Result<Self, NotAVisibility> {
        match text {
            "members" => Ok(Visibility::Members),
            "friends_of_friends" => Ok(Visibility::FriendsOfFriends),
            "friends" => Ok(Visibility::Friends),
            "only_me" => Ok(Visibility::OnlyMe),
            _ => {
                let group = text.strip_prefix("group:").ok_or(NotAVisibility)?;
                group.parse().map(Visibility::Group).map_err(|_| NotAVisibility)
            }
        }
    }
}
