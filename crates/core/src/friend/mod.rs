//! Friends: a mutual tie, asked for and accepted.

mod accept;
mod ask;
pub(crate) mod circle;
mod common;
mod list;
mod part;
pub(crate) mod queries;
mod standings;
pub mod tie;

pub(crate) use accept::befriend;
pub use accept::{accept, decline};
pub use ask::{AskError, Asked, MESSAGE_CHARACTERS, ask};
pub(crate) use common::count_common;
pub use common::{CommonPage, common};
pub(crate) use list::known_to;
pub use list::{FRIENDS_PER_PAGE, FriendsPage, PendingPage, Request, count_requests, list, list_of, pending};
pub(crate) use part::part_from_all;
pub use part::{part, withdraw};
pub(crate) use standings::standings;

use crate::ids::MemberId;
use crate::store::{Result, Tx};
use crate::visibility;

/// Whether two are friends.
pub fn are_friends(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<bool> {
    visibility::queries::are_friends(tx, one, other)
}

/// The most friends one member has. It bounds what a page about friends of friends costs (SG-04).
pub const MOST_FRIENDS: i64 = 1000;

/// A request that nobody answers is over after 30 days, in silence on both sides (SG-02).
pub const REQUEST_SECONDS: i64 = 30 * 24 * 60 * 60;

/// Deletes requests that are over. Returns how many went; nobody was shown them any more.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    queries::delete_requests_over(tx)
}
