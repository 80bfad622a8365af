//! Signing in at the desk: a name, a password and a code, judged together and answered alike.
//!
//! In three steps, because a password is hashed outside every transaction: [`admit`] counts the try, [`find`]
//! looks for the operator, and after the caller has verified the password [`finish`] judges the code and opens
//! the session. Which of the three was wrong is told to nobody.

use super::{DeskToken, Name, OperatorRules, queries, session};
use crate::ids::OperatorId;
use crate::limit::pace;
use crate::limit::{self, Take};
use crate::one_time::{self, Checked, Owner};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

/// A try to sign in.
#[derive(Clone, Copy)]
pub struct Attempt<'a> {
    /// What was typed for the name.
    pub name: &'a str,
    /// The address block it comes from.
    pub client: &'a str,
}

/// Whether a try may go on to the password.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It may, and was counted.
    Admitted,
    /// Not before so many seconds, at least 1.
    Wait {
        /// The wait.
        seconds: i64,
    },
}

/// Whose password to verify.
#[derive(Clone)]
pub struct Credentials {
    /// The operator meant.
    pub operator: OperatorId,
    /// The hash to verify against.
    pub password_hash: String,
}

const CLIENT: &str = "operator client";
const ACCOUNT: &str = "operator account";

/// Counts a try, per client and per name, before anything is hashed.
pub fn admit(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    attempt: Attempt<'_>,
    rules: &OperatorRules,
) -> Result<Admission> {
    let client = limit::take(tx, keys, CLIENT, attempt.client.as_bytes(), rules.per_client)?;
    let account = account_key(attempt.name);
    pace::hold(tx, keys, ACCOUNT, &account)?;
    let taken = match client {
        Take::Granted => pace::look(tx, keys, ACCOUNT, &account, rules.per_account())?,
        refused => refused,
    };
    match taken {
        Take::Refused { retry_after_seconds: seconds } => Ok(Admission::Wait { seconds }),
        Take::Granted => {
            pace::note(tx, keys, ACCOUNT, &account)?;
            Ok(Admission::Admitted)
        }
    }
}

/// The operator meant, if there is one who has set up.
pub fn find(tx: &mut Tx<'_>, name: &str) -> Result<Option<Credentials>> {
    match name.parse::<Name>() {
        Ok(name) => queries::find_credentials(tx, &name),
        Err(_) => Ok(None),
    }
}

/// The password was right (`Some`) or not: judges the code and opens the session. Both outcomes are written into
/// the security log.
pub fn finish(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    attempt: Attempt<'_>,
    verified: Option<OperatorId>,
    code: &str,
) -> Result<Option<DeskToken>> {
    let checked = match verified {
        Some(operator) => one_time::check(tx, keys, Owner::Operator(operator), code)?,
        None => Checked::Wrong,
    };
    let Some(operator) = verified.filter(|_| checked.is_right()) else {
        let event = Event::of(Kind::OperatorSignInFailed).client(attempt.client);
        security_log::record(tx, verified.map_or(event, |operator| event.operator(operator)))?;
        return Ok(None);
    };
    pace::forget(tx, keys, ACCOUNT, &account_key(attempt.name))?;
    let kind = if checked == Checked::Recovery { Kind::OperatorRecoveryUsed } else { Kind::OperatorSignedIn };
    security_log::record(tx, Event::of(kind).operator(operator).client(attempt.client))?;
    session::open(tx, operator, attempt.client).map(Some)
}

/// The name a try is counted for: the same in every spelling, and whether it exists or not.
fn account_key(name: &str) -> Vec<u8> {
    name.trim().to_lowercase().into_bytes()
}
