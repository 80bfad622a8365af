//! Another password.

use super::{Credentials, queries};
use crate::ids::MemberId;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};
use crate::{approval, email, known_device, pinned_phone, recovery, second_step, session};

/// Whose password to verify, of a member who is signed in; `None` once the member is no longer active.
pub fn credentials_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Credentials>> {
    queries::find_of(tx, member)
}

/// Keeps another password (its hash), ends every session of the member and forgets every phone: whoever came in with
/// the old one is out, also halfway in. Passkeys and an app are none of the old password's doing and stay; the caller
/// shows what passkeys there are, and opens a new session for the phone in hand.
pub fn change_password(tx: &mut Tx<'_>, member: MemberId, hash: &str, client: &str) -> Result<()> {
    queries::set_hash(tx, member, hash)?;
    session::end_all(tx, member)?;
    known_device::forget_all(tx, member)?;
    pinned_phone::forget_all(tx, member)?;
    approval::forget_all(tx, member)?;
    second_step::forget_all(tx, member)?;
    email::forget_claim(tx, member)?;
    recovery::forget(tx, member)?;
    security_log::record(tx, Event::of(Kind::PasswordChanged).member(member).client(client))
}
