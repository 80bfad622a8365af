//! Logging in: who is meant, and how often it may be tried.
//!
//! In three steps, because a password is hashed outside every transaction: [`admit`] counts the try,
//! [`find`] looks for the member, and after the caller has verified the password (at equal cost when nobody
//! was found) [`enter`] lets in and forgets the tries. Nobody of that name, a suspended member and a wrong password
//! are one and the same answer.

mod again;
mod change;
mod enter;
mod name;
mod queries;
mod rules;
mod tried;

pub use again::{Again, admit_again, given_again, wrong_again};
pub use change::{change_password, credentials_of};
pub use enter::enter;
pub use rules::LoginRules;
pub use tried::Tried;

use crate::ids::MemberId;
use crate::known_device::Mark;
use crate::limit::pace;
use crate::limit::{self, Take};
use crate::phone::Countries;
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};
use name::Name;

/// A try to log in.
#[derive(Clone, Copy)]
pub struct Attempt<'a> {
    /// What was typed for the name: a phone number in any spelling, or a confirmed address of mail.
    pub login: &'a str,
    /// The address block it comes from.
    pub client: &'a str,
    /// The mark of a device on which this member has logged in before, once the caller has checked it.
    /// Such a device waits for its own wrong tries alone, never for those of strangers.
    pub known_device: Option<&'a [u8]>,
}

/// Whether a try may go on to the password.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It may, and was counted.
    Admitted,
    /// Not before so many seconds, at least 1: for `Retry-After`.
    Wait {
        /// The wait.
        seconds: i64,
    },
}

/// Whose password to verify.
#[derive(Clone)]
pub struct Credentials {
    /// The member meant.
    pub member: MemberId,
    /// The hash to verify against.
    pub password_hash: String,
}

const CLIENT: &str = "login client";
const ACCOUNT: &str = "login account";

/// Counts a try, per client and per account, before anything is hashed.
pub fn admit(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    attempt: Attempt<'_>,
    countries: &Countries,
    rules: &LoginRules,
) -> Result<Admission> {
    if let Admission::Wait { seconds } = admit_client(tx, keys, attempt.client, rules)? {
        return Ok(Admission::Wait { seconds });
    }
    let account = account_key(tx, keys, attempt, countries)?;
    pace::hold(tx, keys, ACCOUNT, &account)?;
    match pace::look(tx, keys, ACCOUNT, &account, rules.per_account())? {
        Take::Refused { retry_after_seconds } => Ok(Admission::Wait { seconds: retry_after_seconds }),
        Take::Granted => {
            pace::note(tx, keys, ACCOUNT, &account)?;
            Ok(Admission::Admitted)
        }
    }
}

/// Counts a try of whatever kind per client alone: where the account is not known before it is looked up.
pub fn admit_client(tx: &mut Tx<'_>, keys: &Keyring, client: &str, rules: &LoginRules) -> Result<Admission> {
    Ok(match limit::take(tx, keys, CLIENT, client.as_bytes(), rules.per_client)? {
        Take::Granted => Admission::Admitted,
        Take::Refused { retry_after_seconds: seconds } => Admission::Wait { seconds },
    })
}

/// The member meant, if there is one with this number or confirmed address: active, or leaving and able to come back. A session of
/// somebody who is leaving finds nobody, so the caller asks [`crate::leaving::ends_at`] first.
pub fn find(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    login: &str,
    countries: &Countries,
) -> Result<Option<Credentials>> {
    match Name::read(tx, keys, login, countries)? {
        Name::Number(marks) => queries::find_by_number(tx, marks.all()),
        Name::Address(marks) => queries::find_by_address(tx, marks.all()),
        Name::Neither(_) => Ok(None),
    }
}

/// The member whose number this was before it was released to somebody new, and who has no other since: the number
/// opens nothing to them any more, and is but the name their password goes with (rule b-13).
pub fn find_former(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    login: &str,
    countries: &Countries,
) -> Result<Option<Credentials>> {
    match Name::read(tx, keys, login, countries)? {
        Name::Number(marks) => queries::find_by_former_number(tx, marks.all()),
        Name::Address(_) | Name::Neither(_) => Ok(None),
    }
}

/// The password was wrong, or there is nobody of that name: written down at the same cost for both.
pub fn failed(tx: &mut Tx<'_>, member: Option<MemberId>, client: &str) -> Result<()> {
    let event = Event { member, ..Event::of(Kind::SignInFailed).client(client) };
    security_log::record(tx, event)
}

/// The password was right, and whatever else was asked for: the tries that led here count no longer.
pub fn succeeded(tx: &mut Tx<'_>, keys: &Keyring, tried: &Tried) -> Result<()> {
    if !tried.gave_password() {
        return Ok(());
    }
    pace::forget(tx, keys, ACCOUNT, tried.key())
}

/// The hash of a device's mark, if the member meant has signed in on it before: for [`Attempt::known_device`]. A mark
/// that nobody was given is answered before anybody is looked for.
pub fn known_device(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    login: &str,
    countries: &Countries,
    mark: &Mark,
) -> Result<Option<Vec<u8>>> {
    let owners = crate::known_device::owners(tx, mark)?;
    if owners.is_empty() {
        return Ok(None);
    }
    let meant = find(tx, keys, login, countries)?.map(|known| known.member);
    Ok(meant.filter(|member| owners.contains(member)).map(|_| mark.hash()))
}

/// Keeps a hash made at today's cost, unless another stands there since `found` was read: then `false`.
pub fn renew_hash(tx: &mut Tx<'_>, found: &Credentials, renewed: &str) -> Result<bool> {
    queries::replace_hash(tx, found, renewed)
}

/// The account a try is counted for: the same for every spelling, and whether it exists or not. A number and an
/// address are counted apart: together they would tell a stranger that they are one person's.
fn account_key(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    attempt: Attempt<'_>,
    countries: &Countries,
) -> Result<Vec<u8>> {
    let mut key = Name::read(tx, keys, attempt.login, countries)?.into_key();
    key.extend_from_slice(attempt.known_device.unwrap_or_default());
    Ok(key)
}
