//! The tree of invitations: a knot a member, tied to the knot of who invited them. When a member has left, the knot
//! stays without a name (rule b-14), so that branches do not fall apart.

use super::queries;
use crate::ids::{KnotId, MemberId};
use crate::store::{Result, Tx};

/// Ties a new member's knot to the inviter's, or begins a tree of its own.
pub(super) fn tie(tx: &mut Tx<'_>, member: MemberId, inviter: Option<MemberId>) -> Result<()> {
    let through = match inviter {
        Some(inviter) => Some(knot_of(tx, inviter)?),
        None => None,
    };
    let id: KnotId = tx.fresh_id();
    let now = tx.now();
    queries::insert_knot(tx, id, member, through, now)
}

/// Members from before there was a tree get their knot when it is first asked for, as of when they joined.
fn knot_of(tx: &mut Tx<'_>, member: MemberId) -> Result<KnotId> {
    if let Some(known) = queries::find_knot(tx, member)? {
        return Ok(known);
    }
    let id: KnotId = tx.fresh_id();
    let joined_at = queries::find_joined(tx, member)?.unwrap_or(tx.now());
    queries::insert_knot(tx, id, member, None, joined_at)?;
    queries::find_knot(tx, member).map(|found| found.unwrap_or(id))
}

/// Who invited a member; `None` if nobody did, or they have left for good.
pub fn inviter_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<MemberId>> {
    queries::find_inviter_of(tx, member)
}

/// For a member who is being deleted: the knot stays and names nobody, an application goes.
pub fn forget_member(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    queries::forget_member(tx, member)
}
