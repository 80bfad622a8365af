//! Who may have a message sent, and who is told that they may not.
//!
//! Two kinds. A limit of the asker's own (their flow, their address, the whole site) is told with its wait.
//! A limit of the number asked for is not told: it would say that somebody else has asked for it too.

use super::ask::{Asked, Request};
use super::queries;
use super::rules::SignupRules;
use crate::limit::{self, Take, pace};
use crate::secrets::Keyring;
use crate::store::{Result, Tx};

const GUEST: &str = "signup guest";
const GUEST_NUMBERS: &str = "signup numbers of a guest";
const RESEND: &str = "signup resend";
const CLIENT: &str = "signup client";
const NUMBER: &str = "signup number";
const PREFIX: &str = "signup prefix";
const SITE: &str = "signup site";
const TRIES: &str = "signup tries of a number";
const FINISH: &str = "signup finish";

/// Counts against the asker's own limits. `Some` is the answer to give instead of a message.
pub(super) fn of_the_asker(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    number_hash: &[u8],
    rules: &SignupRules,
) -> Result<Option<Asked>> {
    pace::hold(tx, keys, GUEST, request.guest)?;
    let own = match take_of_guest(tx, keys, request, number_hash, rules)? {
        Take::Granted => limit::take_all(tx, keys, CLIENT, request.client.as_bytes(), &rules.per_client)?,
        refused => refused,
    };
    if let Take::Refused { retry_after_seconds } = own {
        return Ok(Some(Asked::Wait { seconds: retry_after_seconds }));
    }
    // The budget is looked at here, where the answer says nothing of the number, and counted on sending.
    if let Take::Refused { retry_after_seconds } = limit::look(tx, keys, SITE, &[], rules.site_budget)? {
        return Ok(Some(Asked::SpentForToday { seconds: retry_after_seconds }));
    }
    pace::note(tx, keys, RESEND, &resend_key(request.guest, number_hash))?;
    Ok(None)
}

/// The guest's own pace comes before the client's count: who presses "send again" too soon spends nothing.
fn take_of_guest(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    number_hash: &[u8],
    rules: &SignupRules,
) -> Result<Take> {
    let is_same_number =
        queries::find(tx, request.guest)?.is_some_and(|flow| flow.number_hash == number_hash);
    match look_resend(tx, keys, request.guest, number_hash, rules)? {
        Take::Granted if is_same_number => Ok(Take::Granted),
        Take::Granted => limit::take(tx, keys, GUEST_NUMBERS, request.guest, rules.numbers_per_guest),
        refused => Ok(refused),
    }
}

/// Whether this guest may have another message sent to this number, as far as they themselves are concerned.
pub(super) fn look_resend(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    number_hash: &[u8],
    rules: &SignupRules,
) -> Result<Take> {
    pace::look(tx, keys, RESEND, &resend_key(guest, number_hash), rules.sends())
}

fn resend_key(guest: &[u8], number_hash: &[u8]) -> Vec<u8> {
    [guest, number_hash].concat()
}

/// Counts against the limits of the number, its neighbours and the site's budget: whether a message goes out.
pub(super) fn of_the_number(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    number_hash: &[u8],
    rules: &SignupRules,
) -> Result<bool> {
    pace::hold(tx, keys, NUMBER, number_hash)?;
    if !pace::look(tx, keys, NUMBER, number_hash, rules.sends())?.is_granted() {
        return Ok(false);
    }
    let prefix = request.number.prefix().as_bytes();
    if !limit::take_all(tx, keys, PREFIX, prefix, &rules.per_prefix)?.is_granted() {
        return Ok(false);
    }
    if !limit::take(tx, keys, SITE, &[], rules.site_budget)?.is_granted() {
        return Ok(false);
    }
    pace::note(tx, keys, NUMBER, number_hash)?;
    Ok(true)
}

/// Counts a code tried for a number, in whatever flow.
pub(super) fn of_tries(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    number_hash: &[u8],
    rules: &SignupRules,
) -> Result<bool> {
    Ok(limit::take_all(tx, keys, TRIES, number_hash, &rules.tries_per_number)?.is_granted())
}

/// Of all who finish with one number at once, one after the other.
pub(super) fn one_finishes(tx: &mut Tx<'_>, keys: &Keyring, number_hash: &[u8]) -> Result<()> {
    pace::hold(tx, keys, FINISH, number_hash)
}
