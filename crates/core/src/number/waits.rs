//! What a member is told of their number, in red, until it is settled.

use super::queries;
use crate::ids::MemberId;
use crate::moment::Moment;
use crate::phone::PhoneNumber;
use crate::secrets::{Keyring, Purpose};
use crate::store::{Error, Result, Tx};
use crate::{claim, email, passkey};

/// What waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// The number was changed, and can come back until then.
    Changed {
        /// Until when.
        until: Moment,
    },
    /// Somebody new says it is theirs: until then its owner may say that they still have it.
    Claimed {
        /// Until when.
        until: Moment,
        /// Nothing but the number names this member: no confirmed address, no passkey.
        is_alone: bool,
    },
    /// There is no number behind this member (any more).
    Missing,
}

/// What `me` is to be told of their number.
pub fn waits(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Waits>> {
    let missing = queries::find_phone(tx, me)?.is_none().then_some(Waits::Missing);
    let claimed = match claim::ends_at(tx, me)? {
        Some(until) => Some(Waits::Claimed { until, is_alone: is_alone(tx, me)? }),
        None => None,
    };
    let changed = queries::find_last_end(tx, me)?.map(|until| Waits::Changed { until });
    Ok(missing.into_iter().chain(claimed).chain(changed).collect())
}

fn is_alone(tx: &mut Tx<'_>, me: MemberId) -> Result<bool> {
    Ok(!email::has_address(tx, me)? && passkey::list(tx, me)?.is_empty())
}

/// A member's number as they themselves may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its last two digits.
    pub last_two: String,
}

/// The number behind `me`, if there is one.
pub fn number_of(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId) -> Result<Option<Number>> {
    let Some(phone) = queries::find_phone(tx, me)? else { return Ok(None) };
    Ok(Some(Number { last_two: open(keys, me, &phone.sealed)?.last_two().to_owned() }))
}

pub(super) fn open(keys: &Keyring, member: MemberId, sealed: &[u8]) -> Result<PhoneNumber> {
    let plain = keys.open_sealed(Purpose::Phone, member.into(), sealed)?;
    let e164 =
        std::str::from_utf8(&plain).map_err(|_| Error::Broken("a sealed number is not text".to_owned()))?;
    Ok(PhoneNumber::from_kept(e164))
}
