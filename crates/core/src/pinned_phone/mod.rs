//! A keypad phone bound to its owner: what it carries and a long PIN of digits open it, in place of a password that
//! ten keys are slow to type.
//!
//! What it carries is a random token, in a cookie or in an address kept as a bookmark. No header of a carrier ever
//! stands for it. Five wrong PINs end the bond, and so does another password.

mod pin;
mod queries;
mod rules;

pub use pin::{Pin, PinError};
pub use rules::PinRules;

use crate::ids::{MemberId, PinnedPhoneId};
use crate::letter::{self, Matter};
use crate::moment::Moment;
use crate::phone::Countries;
use crate::secrets::{Keyring, token};
use crate::security_log::{self, Event, Kind};
use crate::session::Place;
use crate::store::{Result, Tx};

token! {
    /// What a bound phone carries.
    PhoneToken, 'p'
}

/// A bound phone, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Which.
    pub id: PinnedPhoneId,
    /// The phone in a few words.
    pub device: String,
    /// When its PIN last opened it.
    pub used_at: Moment,
}

/// A try that was counted, and what to verify it against.
#[derive(Clone, Debug)]
pub struct Try {
    /// Which phone.
    pub id: PinnedPhoneId,
    /// Whose it is.
    pub member: MemberId,
    /// The hash of its PIN.
    pub pin_hash: String,
    /// How many tries are left after this one.
    pub left: i16,
}

/// Whether digits are what a thief of this phone would try first: its own number.
pub fn is_own_number(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    pin: &Pin,
    countries: &Countries,
) -> Result<bool> {
    for beginning in ["", "070", "080", "090"] {
        let login = format!("{beginning}{}", pin.as_str());
        let meant = crate::login::find(tx, keys, &login, countries)?;
        if meant.is_some_and(|known| known.member == me) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Binds the phone in hand. A bond it had before is gone.
pub fn bind(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    place: &Place,
    pin_hash: &str,
    shown: Option<&PhoneToken>,
    rules: &PinRules,
) -> Result<PhoneToken> {
    if let Some(shown) = shown {
        queries::delete_by_token(tx, &shown.hash())?;
    }
    let token = PhoneToken::draw();
    queries::insert(tx, me, &token.hash(), pin_hash, place, rules.tries)?;
    queries::delete_beyond(tx, me, rules.phones)?;
    letter::tell(tx, keys, me, Matter::GuardChanged, None)?;
    security_log::record(tx, Event::of(Kind::PhoneBound).member(me))?;
    Ok(token)
}

/// Whether this phone is bound, to anybody.
pub fn is_bound(tx: &mut Tx<'_>, shown: &PhoneToken) -> Result<bool> {
    Ok(queries::find(tx, &shown.hash())?.is_some())
}

/// Counts a try before its PIN is looked at. `None`: the phone is not bound, or no longer; so is one whose address
/// went astray to another family of phones, which ends the bond.
pub fn count_try(
    tx: &mut Tx<'_>,
    shown: &PhoneToken,
    place: &Place,
    rules: &PinRules,
) -> Result<Option<Try>> {
    let Some(kept) = queries::find(tx, &shown.hash())? else { return Ok(None) };
    let used_before = tx.now().plus_seconds(-rules.seconds);
    let is_astray = kept.in_path != place.in_path || (place.in_path && kept.family != place.family);
    if is_astray || kept.used_at <= used_before {
        queries::delete(tx, kept.id)?;
        return Ok(None);
    }
    queries::take_try(tx, kept.id)
}

/// The PIN was right: its tries begin anew. `false`: the bond has ended since the try was counted.
pub fn right(tx: &mut Tx<'_>, id: PinnedPhoneId, rules: &PinRules) -> Result<bool> {
    queries::begin_anew(tx, id, rules.tries)
}

/// It was wrong; the last one ends the bond, and its owner is told.
pub fn wrong(tx: &mut Tx<'_>, keys: &Keyring, tried: &Try, client: &str) -> Result<()> {
    let event = Event::of(Kind::SignInFailed).member(tried.member).client(client).note("pin");
    security_log::record(tx, event)?;
    if tried.left > 0 {
        return Ok(());
    }
    queries::delete_spent(tx, tried.id)?;
    letter::tell(tx, keys, tried.member, Matter::GuardChanged, None)?;
    security_log::record(tx, Event::of(Kind::PhoneUnbound).member(tried.member).client(client))
}

/// The bound phones of a member, the last used first.
pub fn list(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Bound>> {
    queries::list(tx, me)
}

/// Ends the bond of one of the member's own phones. `false`: they have no such phone.
pub fn unbind(tx: &mut Tx<'_>, me: MemberId, id: PinnedPhoneId, client: &str) -> Result<bool> {
    let unbound = queries::delete_one_of(tx, me, id)?;
    if unbound {
        security_log::record(tx, Event::of(Kind::PhoneUnbound).member(me).client(client))?;
    }
    Ok(unbound)
}

/// Ends the bonds of every phone of a member: the password has changed.
pub fn forget_all(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    queries::delete_of(tx, me)
}

/// Ends bonds that were not used for so long. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>, rules: &PinRules) -> Result<usize> {
    let before = tx.now().plus_seconds(-rules.seconds);
    queries::delete_unused_since(tx, before)
}
