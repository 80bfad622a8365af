//! Invitations: a member lets one person in, once.
//!
//! Each has two forms. The link holds a token of 128 bits, which nobody guesses. The code is eight letters to be
//! keyed on ten keys or said over the telephone; it is shorter, so whoever types codes is counted. In the
//! database both are recognised by hashes, and lie sealed for their owner to see again.

mod code;
mod guest;
mod list;
mod make;
pub(crate) mod queries;
mod rules;

pub use code::{CODE_LETTERS, Typed};
pub use guest::{Held, Offer, hand_over, held, hold, look};
pub(crate) use guest::{open_one_of, settle, spend, unspend};
pub use list::{Invitation, InvitationPage, InvitationsPage, PER_PAGE, State, mine, show};
pub use make::{MESSAGE_CHARACTERS, MakeError, NewInvitation, cancel, make};
pub use rules::InvitationRules;

use crate::ids::MemberId;
use crate::store::{Result, Tx};

/// A guest holds an invitation as long as a flow through the door lives, in seconds (24 h).
const HELD_SECONDS: i64 = crate::signup::FLOW_SECONDS;

/// Ends every invitation of a member that nobody has used yet. Returns how many ended.
pub fn cancel_all_of(tx: &mut Tx<'_>, member: MemberId) -> Result<usize> {
    queries::cancel_of(tx, member)
}

/// Ends every invitation there is that nobody has used yet: the site closes. Returns how many ended.
pub fn cancel_all(tx: &mut Tx<'_>) -> Result<usize> {
    queries::cancel_every(tx)
}

/// For a member who is being deleted: their own invitations go, and the one they came by no longer names them.
pub fn forget_member(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    queries::forget_member(tx, member)
}

/// Deletes what guests held and never used. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let horizon = tx.now().plus_seconds(-HELD_SECONDS);
    queries::delete_held_before(tx, horizon)
}
