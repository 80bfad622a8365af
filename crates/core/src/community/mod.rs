//! Communities: places that members share, founded by one of them (CO-01 … CO-07).
//!
//! A community itself is there for every member: its name, what it is about, how many belong. Who belongs is each
//! member's own to show (PR-11), and what is said inside is open to all members or to its own, as its owner chose.
//! A block between two members parts neither of them from a place both belong to (rule b-3): they meet each other's
//! words there as gaps, but for its owner, who reads what is said there (CO-15). Looking at a community leaves no footprint.

mod begin;
mod end;
mod hand_over;
mod join;
mod list;
mod members;
mod of_member;
pub(crate) mod queries;
mod requests;
mod rules;
mod show;
pub mod topic;
mod ways;

pub use begin::{CommunityError, CommunityForm, change, first_shown_to, found, own};
pub use end::{EndError, end, inherit, leave, list_ownerless};
pub(crate) use end::{forget_between, forget_member};
pub use hand_over::{OfferError, answer_offer, offer, successor, successors, take_offer_back};
pub use join::{JoinError, Joined, join, show_to, withdraw};
pub use list::{CommunitiesPage, EveryPage, FriendsLine, every, list};
pub use members::{MembersPage, members};
pub use of_member::{OfMemberPage, count_of, of_member};
pub(crate) use of_member::{both_may_know, fellows_for_all};
pub use requests::{NotARequestsTurn, RequestsPage, RequestsTurn, answer, requests};
pub use rules::CommunityRules;
pub use show::{CommunityPage, Mine, show};
pub use ways::{Joins, NoSuchWay, Reads, SHOWN_TO};

use crate::ids::CommunityId;

/// The longest name, in characters.
pub const NAME_CHARACTERS: usize = 40;
/// The longest words about one, in characters.
pub const ABOUT_CHARACTERS: usize = 2000;
/// Whoever owns so many founds no more; what is handed over or inherited is not counted.
pub const MOST_OWNED: i64 = 20;
/// The most that one member belongs to: all of them stand on one page.
pub const MOST_JOINED: i64 = 100;
/// The most who wait for one owner's answer: all of them come in together where it is asked no more.
pub const MOST_WAITING: i64 = 500;
/// How many people one page lists.
pub const PEOPLE_PER_PAGE: i64 = 20;

/// A community as a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommunityLine {
    /// Which.
    pub id: CommunityId,
    /// What it is called.
    pub name: String,
    /// How many belong, whoever they are.
    pub members: i32,
}
