//! How a viewer stands to an owner, and what that opens: the rule itself, without a database.

use super::Visibility;
use crate::ids::GroupId;
use crate::moment::Moment;

/// How somebody stands to an owner at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A guest, a blocked or blocking member, or the owner has left: nothing exists.
    Nobody,
    /// The owner.
    Oneself,
    /// A friend, and since when the group asked about is open to them, if it is.
    Friend {
        /// The group asked about and the moment from which its things are open.
        group: Option<(GroupId, Moment)>,
    },
    /// Shares an active friend with the owner.
    FriendOfFriend,
    /// A member without a tie.
    Member,
}

impl Standing {
    /// Whether this standing opens a thing of that visibility, posted then.
    pub fn admits(self, visibility: Visibility, posted_at: Moment) -> bool {
        match (self, visibility) {
            (Standing::Nobody, _) => false,
            (Standing::Oneself, _) => true,
            (_, Visibility::OnlyMe) => false,
            (_, Visibility::Members) => true,
            (Standing::Member, _) => false,
            (Standing::FriendOfFriend, seen_by) => seen_by == Visibility::FriendsOfFriends,
            (Standing::Friend { group }, Visibility::Group(asked)) => {
                group.is_some_and(|(id, opens_from)| id == asked && opens_from <= posted_at)
            }
            (Standing::Friend { .. }, Visibility::FriendsOfFriends | Visibility::Friends) => true,
        }
    }

    /// Whether the owner exists at all for somebody who stands so.
    pub fn meets(self) -> bool {
        self != Standing::Nobody
    }
}
