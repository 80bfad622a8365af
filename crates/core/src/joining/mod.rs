//! How people join: the mode of the site, who waits for a yes, and who came through whom.

mod answer;
mod branch;
mod come_in;
mod mode;
pub(crate) mod queries;
mod tree;
mod waiting;

pub use answer::{Welcome, approve, decline};
pub use branch::{Branch, Leaf, MOST_LEAVES, Revoke, Revoked, branch, revoke};
pub use come_in::{Ended, Wish, come_in};
pub use mode::{Mode, NotAMode, mode, set_mode};
pub use tree::{forget_member, inviter_of};
pub use waiting::{Applicant, WAITING_PER_PAGE, WaitingPage, count_waiting, is_waiting, waiting};
