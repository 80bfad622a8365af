//! From a verified number to a member.

use super::{Aim, limits, number_of, queries};
use crate::ban;
use crate::ids::MemberId;
use crate::member::{self, NewMember};
use crate::secrets::{Keyring, Purpose};
use crate::store::{Result, Tx};

/// How a sign-up ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finished {
    /// There is a new member.
    Joined(MemberId),
    /// This guest has verified no number (any more).
    NotVerified,
    /// The number has got an account since it was verified, or may not have one any more.
    Taken,
}

/// Makes a member of the guest whose number is verified, and ends the flow. Of any number of parallel calls
/// one makes an account. The password was hashed before, outside the transaction.
pub fn finish(tx: &mut Tx<'_>, keys: &Keyring, guest: &[u8], new: NewMember) -> Result<Finished> {
    let Some(flow) = queries::take_verified(tx, guest, Aim::Join)? else { return Ok(Finished::NotVerified) };
    let number = number_of(keys, flow.id, &flow.number_sealed)?;
    limits::one_finishes(tx, keys, &number)?;
    let marks = keys.number_marks(tx, &number)?;
    if queries::is_registered(tx, marks.all())? || ban::is_banned(tx, marks.all())? {
        return Ok(Finished::Taken);
    }
    let id = member::create(tx, new)?;
    let sealed = keys.seal(tx, Purpose::Phone, id.into(), number.as_e164().as_bytes())?;
    queries::insert_phone(tx, id, marks.current(), &sealed)?;
    Ok(Finished::Joined(id))
}
