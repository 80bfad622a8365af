//! From a verified number to a member.

use super::{Aim, is_registered, limits, number_of, queries};
use crate::ban;
use crate::ids::MemberId;
use crate::member::{self, NewMember};
use crate::phone::PhoneNumber;
use crate::secrets::{Keyring, Marks, Purpose};
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
    let Some(proven) = take_to_join(tx, keys, guest)? else { return Ok(Finished::NotVerified) };
    if !is_free(tx, &proven.marks, None)? {
        return Ok(Finished::Taken);
    }
    let id = member::create(tx, new)?;
    let sealed = keys.seal(tx, Purpose::Phone, id.into(), proven.number.as_e164().as_bytes())?;
    queries::insert_phone(tx, id, proven.marks.current(), &sealed)?;
    Ok(Finished::Joined(id))
}

/// A number whose code was typed in.
pub(crate) struct Proven {
    pub(crate) marks: Marks,
    pub(crate) number: PhoneNumber,
}

/// Ends a verified flow and gives its number, held until the transaction ends. Of any number of parallel calls one
/// gets it.
pub(crate) fn take_to_join(tx: &mut Tx<'_>, keys: &Keyring, guest: &[u8]) -> Result<Option<Proven>> {
    let Some(flow) = queries::take_verified(tx, guest, Aim::Join)? else { return Ok(None) };
    let number = number_of(keys, flow.id, &flow.number_sealed)?;
    limits::one_finishes(tx, keys, &number)?;
    Ok(Some(Proven { marks: keys.number_marks(tx, &number)?, number }))
}

/// Makes whoever else would take this number wait until the transaction ends.
pub(crate) fn hold_number(tx: &mut Tx<'_>, keys: &Keyring, number: &PhoneNumber) -> Result<()> {
    limits::one_finishes(tx, keys, number)
}

/// Whether somebody new, or this member, may have the number.
pub(crate) fn is_free(tx: &mut Tx<'_>, marks: &Marks, member: Option<MemberId>) -> Result<bool> {
    Ok(!is_registered(tx, marks, member)? && !ban::is_banned(tx, marks.all())?)
}
