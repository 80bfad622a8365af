//! A member's address of electronic mail: optional, and worth nothing until a link in a letter confirmed it.
//!
//! An address is kept sealed and found by a keyed hash. Naming one that somebody else has confirmed is answered
//! like any other; only its owner is told, by letter.

mod address;
mod queries;
mod rules;

pub use address::{EmailAddress, EmailError};
pub use rules::EmailRules;

use crate::ids::MemberId;
use crate::letter::{self, Letter, Link, Matter};
use crate::limit::{self, Take, pace};
use crate::member::Card;
use crate::moment::Moment;
use crate::secrets::{Keyring, Purpose};
use crate::security_log::{self, Event, Kind};
use crate::store::{Error, Result, Tx};

const PER_MEMBER: &str = "email claims of a member";
const PER_ADDRESS: &str = "email claims of an address";
const CONFIRMED: &str = "email confirmed";

/// What a member's address stands at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The confirmed address.
    pub confirmed: Option<EmailAddress>,
    /// The address a letter went to, and until when its link is good.
    pub claimed: Option<(EmailAddress, Moment)>,
}

/// What became of naming an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// A letter is on its way: also said when the address is somebody else's, or had letters enough today.
    Sent,
    /// It is the confirmed one already.
    Same,
    /// This member must wait.
    Wait {
        /// So long, at least 1: for `Retry-After`.
        seconds: i64,
    },
}

/// What a link in a letter would confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Whose it would become.
    pub member: Card,
    /// The address.
    pub address: EmailAddress,
}

/// The addresses of `me`.
pub fn standing(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId) -> Result<Standing> {
    let confirmed = match queries::find(tx, me)? {
        Some(sealed) => Some(open(keys, Purpose::Email, me, &sealed)?),
        None => None,
    };
    let claimed = match queries::find_claim(tx, me)? {
        Some((sealed, until)) => Some((open(keys, Purpose::EmailClaim, me, &sealed)?, until)),
        None => None,
    };
    Ok(Standing { confirmed, claimed })
}

/// The confirmed address of a member.
pub fn address_of(tx: &mut Tx<'_>, keys: &Keyring, member: MemberId) -> Result<Option<EmailAddress>> {
    let sealed = queries::find(tx, member)?;
    sealed.map(|sealed| open(keys, Purpose::Email, member, &sealed)).transpose()
}

/// Whether a member has a confirmed address.
pub(crate) fn has_address(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    Ok(queries::find(tx, member)?.is_some())
}

/// Whose confirmed address this is, whatever their state.
pub fn find_member(tx: &mut Tx<'_>, keys: &Keyring, address: &EmailAddress) -> Result<Option<MemberId>> {
    let marks = keys.email_marks(tx, address)?;
    queries::find_member(tx, marks.all())
}

/// Names an address: a letter with a link goes to it. An earlier link of this member is worth nothing then.
pub fn claim(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    address: &EmailAddress,
    rules: &EmailRules,
) -> Result<Claimed> {
    let owner = find_member(tx, keys, address)?;
    if owner == Some(me) {
        return Ok(Claimed::Same);
    }
    let id = i64::from(me).to_be_bytes();
    if let Take::Refused { retry_after_seconds } = limit::take(tx, keys, PER_MEMBER, &id, rules.per_member)? {
        return Ok(Claimed::Wait { seconds: retry_after_seconds });
    }
    let link = Link::draw();
    let until = tx.now().plus_seconds(rules.link_seconds);
    let sealed = keys.seal(tx, Purpose::EmailClaim, me.into(), address.as_str().as_bytes())?;
    queries::put_claim(tx, me, &link.hash(), &sealed, until)?;
    if limit::take(tx, keys, PER_ADDRESS, address.folded().as_bytes(), rules.per_address)?.is_granted() {
        // The link leads nowhere if the address is another's: it was never put into any letter.
        let (matter, link) =
            if owner.is_some() { (Matter::EmailTaken, None) } else { (Matter::ConfirmEmail, Some(link)) };
        letter::queue(tx, keys, &Letter { to: address, about: me, matter, link, code: None }, until)?;
    }
    Ok(Claimed::Sent)
}

/// What a link would confirm, if it is good still.
pub fn look(tx: &mut Tx<'_>, keys: &Keyring, link: &Link) -> Result<Option<Claim>> {
    let Some((member, sealed)) = queries::find_by_link(tx, &link.hash())? else { return Ok(None) };
    let address = open(keys, Purpose::EmailClaim, member.id, &sealed)?;
    Ok(Some(Claim { member, address }))
}

/// Confirms what the link is for, once. `None` if it is not good, or somebody else confirmed the address first.
pub fn confirm(tx: &mut Tx<'_>, keys: &Keyring, link: &Link) -> Result<Option<MemberId>> {
    let Some((me, sealed)) = queries::take_claim(tx, &link.hash())? else { return Ok(None) };
    let address = open(keys, Purpose::EmailClaim, me, &sealed)?;
    let marks = keys.email_marks(tx, &address)?;
    // Two members may confirm one address at the same moment; one of them is told that the other has it.
    pace::hold(tx, keys, CONFIRMED, marks.oldest())?;
    if queries::find_member(tx, marks.all())?.is_some_and(|owner| owner != me) {
        return Ok(None);
    }
    letter::tell(tx, keys, me, Matter::EmailChanged, None)?;
    let sealed = keys.seal(tx, Purpose::Email, me.into(), address.as_str().as_bytes())?;
    queries::put(tx, me, marks.current(), &sealed)?;
    security_log::record(tx, Event::of(Kind::EmailConfirmed).member(me))?;
    Ok(Some(me))
}

/// Takes the address off, and any that was named. The address that goes is told. `false` if there was none.
pub fn remove(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId) -> Result<bool> {
    letter::tell(tx, keys, me, Matter::EmailChanged, None)?;
    let claimed = queries::delete_claim(tx, me)?;
    let confirmed = queries::delete(tx, me)?;
    if confirmed {
        security_log::record(tx, Event::of(Kind::EmailRemoved).member(me))?;
    }
    Ok(confirmed || claimed)
}

/// Forgets an address that was named and not confirmed yet: the password has changed, and somebody else may have named
/// it.
pub fn forget_claim(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    queries::delete_claim(tx, me).map(drop)
}

/// Takes off what was named, and what was confirmed at that moment or later: whoever took an account over did so.
pub(crate) fn forget_since(tx: &mut Tx<'_>, member: MemberId, moment: Moment) -> Result<()> {
    queries::delete_claim(tx, member)?;
    queries::delete_since(tx, member, moment)
}

/// Deletes addresses that were never confirmed. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    queries::delete_over(tx)
}

fn open(keys: &Keyring, purpose: Purpose, member: MemberId, sealed: &[u8]) -> Result<EmailAddress> {
    let plain = keys.open_sealed(purpose, member.into(), sealed)?;
    let text =
        std::str::from_utf8(&plain).map_err(|_| Error::Broken("a sealed address is not text".to_owned()))?;
    Ok(EmailAddress::from_kept(text))
}
