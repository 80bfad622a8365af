//! The new password: whoever came in with the old one is out.

use super::{Proof, queries};
use crate::ids::MemberId;
use crate::letter::{self, Matter};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::upsert::hold;
use crate::store::{Result, Tx};
use crate::{claim, login, notice};

/// Somebody is back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// Who.
    pub member: MemberId,
    /// What they proved beside their number.
    pub proof: Proof,
}

/// Keeps the new password (its hash). Every session ends; phones that were known, PINs and words given to other phones
/// are forgotten; the authenticator app and passkeys stay. Of two who finish at once one is heard.
pub fn finish(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    hash: &str,
    client: &str,
) -> Result<Option<Done>> {
    let Some(member) = queries::find(tx, guest)?.map(|row| row.member) else { return Ok(None) };
    hold(tx, vec![member.into()])?;
    let Some(row) = queries::find(tx, guest)? else { return Ok(None) };
    let Some(proof) = row.proof() else { return Ok(None) };
    if !queries::delete(tx, row.id)? {
        return Ok(None);
    }
    login::change_password(tx, member, hash, client)?;
    // Whoever comes back by the number still has it.
    claim::keep(tx, member)?;
    letter::tell(tx, keys, member, Matter::Recovered, None)?;
    notice::leave(tx, member, notice::Kind::Recovered, member.into())?;
    let event = Event::of(Kind::Recovered).member(member).client(client).note(proof.word());
    security_log::record(tx, event)?;
    Ok(Some(Done { member, proof }))
}
