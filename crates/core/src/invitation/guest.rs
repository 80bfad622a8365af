//! Whoever was invited: showing an invitation at the door, keeping it through the steps, using it once.

use super::code::{Typed, token_hash};
use super::{HELD_SECONDS, InvitationRules, queries};
use crate::ids::{InvitationId, MemberId};
use crate::limit::{self, Take};
use crate::member::Card;
use crate::secrets::Keyring;
use crate::store::{Result, Tx};

const CLIENT: &str = "invitation client";
const GUEST: &str = "invitation guest";
const CODES: &str = "invitation codes of the site";

/// What the person invited is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Who invites them.
    pub inviter: Card,
    /// The inviter's words.
    pub message: String,
    /// Whether the inviter would like to be friends.
    pub offers_tie: bool,
}

/// What came of showing an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// It is good, and the guest holds it now.
    Good(Offer),
    /// It is not good: unknown, used, over or taken back, all told alike.
    NotGood,
    /// Too many were shown from here.
    Wait {
        /// So long, at least 1: for `Retry-After`.
        seconds: i64,
        /// Whether this is the first refusal of its window: it goes into the security log.
        is_first: bool,
    },
}

/// What a followed link offers, without anything being kept. The token is too long to be guessed, so looking is not
/// counted; a code is never looked at here.
pub fn look(tx: &mut Tx<'_>, typed: &Typed) -> Result<Option<Offer>> {
    let Typed::Token(token) = typed else { return Ok(None) };
    let found = queries::find_open_by_token(tx, &token_hash(token))?;
    Ok(found.map(|open| open.offer))
}

/// Shows an invitation: if it is good, this guest holds it from now on in place of any other. Counted first.
pub fn hold(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    client: &str,
    typed: &Typed,
    rules: &InvitationRules,
) -> Result<Held> {
    if let Some(wait) = count_try(tx, keys, guest, client, typed, rules)? {
        return Ok(wait);
    }
    let found = match typed {
        Typed::Code(code) => {
            let marks = keys.invitation_marks(tx, code)?;
            queries::find_open_by_code(tx, marks.all())?
        }
        Typed::Token(token) => queries::find_open_by_token(tx, &token_hash(token))?,
    };
    let Some(open) = found else { return Ok(Held::NotGood) };
    queries::put_held(tx, guest, open.id)?;
    Ok(Held::Good(open.offer))
}

fn count_try(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    client: &str,
    typed: &Typed,
    rules: &InvitationRules,
) -> Result<Option<Held>> {
    let mut limits: Vec<(&str, &[u8], &[limit::Window])> =
        vec![(GUEST, guest, &rules.tries_per_guest), (CLIENT, client.as_bytes(), &rules.tries_per_client)];
    if matches!(typed, Typed::Code(_)) {
        limits.push((CODES, &[], &rules.codes_of_site));
    }
    for (name, key, windows) in limits {
        let taken = limit::take_told(tx, keys, name, key, windows)?;
        if let Take::Refused { retry_after_seconds } = taken.take {
            return Ok(Some(Held::Wait { seconds: retry_after_seconds, is_first: taken.is_first_refusal }));
        }
    }
    Ok(None)
}

/// What the invitation a guest holds offers, if it is still good.
pub fn held(tx: &mut Tx<'_>, guest: &[u8]) -> Result<Option<Offer>> {
    Ok(open_one_of(tx, guest)?.map(|open| open.offer))
}

/// The invitation a guest holds, if it is still good.
pub(crate) fn open_one_of(tx: &mut Tx<'_>, guest: &[u8]) -> Result<Option<queries::Open>> {
    let since = tx.now().plus_seconds(-HELD_SECONDS);
    queries::find_open_held(tx, guest, since)
}

/// From now on a guest of another token holds it: after the right code the old token is worth nothing.
pub fn hand_over(tx: &mut Tx<'_>, guest: &[u8], to: &[u8]) -> Result<()> {
    queries::change_guest(tx, guest, to)
}

/// Uses an invitation up. Of any number who try at once, one gets `true`.
pub(crate) fn spend(tx: &mut Tx<'_>, id: InvitationId) -> Result<bool> {
    queries::spend(tx, id)
}

/// Nobody came in by it after all, in the same transaction.
pub(crate) fn unspend(tx: &mut Tx<'_>, id: InvitationId) -> Result<()> {
    queries::unspend(tx, id)
}

/// Writes down who came by it; whoever else holds it holds nothing any more.
pub(crate) fn settle(tx: &mut Tx<'_>, id: InvitationId, by: MemberId) -> Result<()> {
    queries::set_user(tx, id, by)?;
    queries::delete_held(tx, id)
}
