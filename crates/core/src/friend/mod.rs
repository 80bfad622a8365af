//! Friends: a mutual tie, asked for and accepted.

mod accept;
mod ask;
pub(crate) mod circle;
mod list;
mod part;
pub(crate) mod queries;
pub mod tie;

pub(crate) use accept::befriend;
pub use accept::{accept, decline};
pub use ask::{AskError, Asked, MESSAGE_CHARACTERS, ask};
pub use list::{FRIENDS_PER_PAGE, FriendsPage, PendingPage, Request, count_requests, list, list_of, pending};
pub(crate) use part::part_from_all;
pub use part::{part, withdraw};

/// The most friends one member has. It bounds what a page about friends of friends costs (SG-04).
pub const MOST_FRIENDS: i64 = 1000;
