//! Phones that ring when something waits (NF-08). Each was switched on in a session of its own and goes with it,
//! whatever ends that: logging out, being sent away, a new password, leaving.
//!
//! What is kept is the address at which the phone's push service takes a message; a message says nothing at all. An
//! event only stirs a bell. Whether it rings is judged when it is due, as a letter is: by what its owner may see then.

mod news;
pub(crate) mod queries;
mod ringing;
mod rules;

pub use ringing::{Rang, Ring, Times, claim, give_back, settle};
pub use rules::BellRules;

use sha2::{Digest, Sha256};

use crate::ids::{BellId, MemberId, SessionId};
use crate::moment::Moment;
use crate::secrets::{Keyring, Purpose};
use crate::store::upsert::hold_pair;
use crate::store::{Result, Tx};

/// A phone that rings, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bell {
    /// Which.
    pub id: BellId,
    /// The session it was switched on in.
    pub session: SessionId,
    /// The phone in a few words.
    pub device: String,
    /// When it was switched on.
    pub made_at: Moment,
    /// When it rang last.
    pub rung_at: Option<Moment>,
}

/// The phones of a member that ring, the newest first.
pub fn list(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Bell>> {
    queries::list(tx, me)
}

/// From now on the phone of this session rings. A phone has one bell: whoever switches it on takes the place of whoever
/// had before, in this session or on this phone. `false`: the member has as many as one may have.
pub fn switch_on(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    (me, session): (MemberId, SessionId),
    endpoint: &str,
    device: &str,
    rules: &BellRules,
) -> Result<bool> {
    // The button may be pressed twice.
    hold_pair(tx, me, me)?;
    let hash = Sha256::digest(endpoint.as_bytes()).to_vec();
    queries::delete_of_phone(tx, session, &hash)?;
    if queries::count(tx, me)? >= rules.most_phones {
        return Ok(false);
    }
    let id: BellId = tx.fresh_id();
    let sealed = keys.seal(tx, Purpose::Bell, id.into(), endpoint.as_bytes())?;
    queries::insert(tx, id, (me, session), (&sealed, &hash), device)?;
    Ok(true)
}

/// One of the member's phones rings no more. `false`: they have no such phone.
pub fn switch_off(tx: &mut Tx<'_>, me: MemberId, id: BellId) -> Result<bool> {
    queries::delete_one_of(tx, me, id)
}

/// Something happened that the member's phones may ring for.
pub(crate) fn stir(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    queries::stir(tx, member)
}

/// Phones to look at now, the longest waiting first.
pub fn list_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<BellId>> {
    queries::list_due(tx, most)
}
