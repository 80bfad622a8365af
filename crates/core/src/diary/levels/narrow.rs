//! Narrowing all that is wider than a level.

use super::across;
use crate::diary::opening;
use crate::first_post;
use crate::ids::MemberId;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// What past entries can be narrowed to, the widest first.
pub const NARROWER: [Visibility; 3] = [Visibility::FriendsOfFriends, Visibility::Friends, Visibility::OnlyMe];

/// Narrows every entry of `me` that more people may read, at once, comments and photographs with it. Answers how many
/// it were. What waits to be looked at is narrowed in what its author wants.
pub fn narrow(tx: &mut Tx<'_>, me: MemberId, to: Visibility) -> Result<usize> {
    first_post::narrow_wanted(tx, me, to, None)?;
    opening::cancel_of(tx, me, tx.now())?;
    across::narrow(tx, me, to, None)
}
