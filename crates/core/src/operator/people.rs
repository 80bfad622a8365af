//! What an operator decides about people, each decision a line in the chain of acts.

use super::{Act, Deed, Desk, act};
use crate::ban::{self, Memo, Reason, Sentence};
use crate::ids::{MemberId, PrefixId};
use crate::joining::{self, Revoke, Revoked, Welcome};
use crate::neighbours;
use crate::secrets::Keyring;
use crate::store::{Result, Tx};

/// Lets somebody in who waited. `false`: another operator was quicker.
pub fn approve(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    desk: &Desk,
    client: &str,
    member: MemberId,
    welcome: &Welcome,
) -> Result<bool> {
    let is_done = joining::approve(tx, keys, member, Some(desk.operator.id), welcome)?;
    note(
        tx,
        desk,
        client,
        is_done,
        Deed { act: Act::Approved, subject: &member.to_string(), was: "waiting", becomes: "member" },
    )
}

/// Why somebody who waited is sent away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why; it stands in the log of acts, since nothing else of them is kept.
    pub reason: Reason,
    /// Whether their number is kept out for [`ban::DEFAULT_SECONDS`]; if not, it may try again at once.
    pub keeps_number_out: bool,
}

/// Sends somebody away who waited. `false`: another operator was quicker.
pub fn decline(
    tx: &mut Tx<'_>,
    desk: &Desk,
    client: &str,
    member: MemberId,
    refusal: Refusal,
) -> Result<bool> {
    let sentence = Sentence { reason: refusal.reason, memo: Memo::default(), by: Some(desk.operator.id) };
    let kept_out = refusal.keeps_number_out.then_some((&sentence, ban::DEFAULT_SECONDS));
    let is_done = joining::decline(tx, member, Some(desk.operator.id), kept_out)?;
    let (subject, becomes) = (member.to_string(), refusal.reason.word());
    note(tx, desk, client, is_done, Deed { act: Act::Declined, subject: &subject, was: "waiting", becomes })
}

/// Lets a member in again who is kept out, and takes their number off the list if it is on it.
pub fn readmit(tx: &mut Tx<'_>, desk: &Desk, client: &str, member: MemberId) -> Result<bool> {
    let sentence = Sentence { reason: Reason::Other, memo: Memo::default(), by: Some(desk.operator.id) };
    let is_done = ban::lift(tx, member, &sentence)? || ban::resume(tx, member, &sentence)?;
    note(
        tx,
        desk,
        client,
        is_done,
        Deed { act: Act::Readmitted, subject: &member.to_string(), was: "kept out", becomes: "member" },
    )
}

/// Ends the open invitations of a branch, and suspends those of it who came within so many seconds, if that is asked.
pub fn revoke(
    tx: &mut Tx<'_>,
    desk: &Desk,
    client: &str,
    member: MemberId,
    suspend_joined_within: Option<i64>,
) -> Result<Revoked> {
    let sentence = Sentence { reason: Reason::Branch, memo: Memo::default(), by: Some(desk.operator.id) };
    let how = Revoke { suspend_joined_within, ban_seconds: None, with_root: true, sentence };
    let done = joining::revoke(tx, member, &how)?;
    let becomes = format!("{} invitations, {} members", done.invitations, done.members);
    let deed = Deed { act: Act::BranchRevoked, subject: &member.to_string(), was: "", becomes: &becomes };
    act::record(tx, desk, client, deed)?;
    Ok(done)
}

/// Lets text messages go to neighbouring numbers again.
pub fn release_prefix(tx: &mut Tx<'_>, desk: &Desk, client: &str, prefix: PrefixId) -> Result<bool> {
    let is_done = neighbours::release(tx, prefix)?;
    note(
        tx,
        desk,
        client,
        is_done,
        Deed { act: Act::PrefixReleased, subject: &prefix.to_string(), was: "held", becomes: "open" },
    )
}

/// What was done already by somebody else is not written down twice.
fn note(tx: &mut Tx<'_>, desk: &Desk, client: &str, is_done: bool, deed: Deed<'_>) -> Result<bool> {
    if is_done {
        act::record(tx, desk, client, deed)?;
    }
    Ok(is_done)
}
