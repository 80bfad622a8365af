//! A member's number changes hands: to another number of theirs, and back again if it was not they who changed it.
//!
//! A change needs the password (and the second factor, where there is one), and a code sent to the new number. The old
//! number gets a text and the confirmed address a letter, each with a key of its own that takes the change back for
//! three days. Until then nobody else may have the old number. Each change has its own way back, so that a second
//! change does not bury the first.
//!
//! A key alone takes nothing back: numbers pass to other people, and proving one never opens somebody's account.
//! Beside it stands the password of the day of the change, or the other of the two keys.

mod change;
mod enter;
mod key;
mod queries;
mod rules;
mod undo;
mod waits;

pub use change::{Begun, Change, begin, resend, state};
pub use enter::{Changed, Entry, Texts, enter};
pub use rules::NumberRules;
pub use undo::{Looked, Taken, Undo, look, undo};
pub use waits::{Number, Waits, number_of, waits};

use crate::ids::MemberId;
use crate::store::{Result, Tx};

/// Whether this number may still come back to somebody other than `but`: then nobody else may have it.
pub(crate) fn is_kept(tx: &mut Tx<'_>, marks: &[Vec<u8>], but: Option<MemberId>) -> Result<bool> {
    Ok(queries::keepers(tx, marks)?.into_iter().any(|keeper| Some(keeper) != but))
}

/// Whose number this is.
pub(crate) fn owner_of(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<Option<MemberId>> {
    queries::find_owner(tx, marks)
}

/// Takes the number off its member. `false`: they had none.
pub(crate) fn release(tx: &mut Tx<'_>, owner: MemberId) -> Result<bool> {
    queries::delete_phone(tx, owner)
}

/// Deletes ways back whose time is over: the old numbers are free. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    queries::delete_over(tx)
}
