//! Coming in, once everything that was asked for is given.

use super::{Tried, queries, succeeded};
use crate::ids::MemberId;
use crate::secrets::Keyring;
use crate::store::{Result, Tx, upsert};

/// Whether a session may be opened for this member, in this transaction: nobody has suspended them since they were
/// recognised, and the password is still the one of that moment (`tried`), where it counts. The tries that led here
/// count no longer.
///
/// Their row is held, so that a password changed at this very moment either ends the session that is opened here, or
/// comes first and keeps it shut.
pub fn enter(tx: &mut Tx<'_>, keys: &Keyring, member: MemberId, tried: Option<&Tried>) -> Result<bool> {
    upsert::hold(tx, vec![member.into()])?;
    let Some(known) = queries::find_of(tx, member)? else { return Ok(false) };
    let Some(tried) = tried else { return Ok(true) };
    if !tried.is_still_right(&known) {
        return Ok(false);
    }
    succeeded(tx, keys, tried)?;
    Ok(true)
}
