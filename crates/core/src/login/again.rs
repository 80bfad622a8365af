//! The password asked for again inside a session, before a sensitive step. Its tries are the session's own: nobody
//! who waits at the door can make a signed-in member wait, and a stolen session guesses no faster than the door.

use super::{Admission, LoginRules};
use crate::ids::{MemberId, SessionId};
use crate::limit::pace;
use crate::limit::{self, Take};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

/// A try to give the password again.
#[derive(Clone, Copy, Debug)]
pub struct Again<'a> {
    /// Whose password.
    pub member: MemberId,
    /// In which session.
    pub session: SessionId,
    /// The address block it comes from.
    pub client: &'a str,
}

const AGAIN: &str = "password again";

/// Counts a try before anything is hashed.
pub fn admit_again(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    try_of: Again<'_>,
    rules: &LoginRules,
) -> Result<Admission> {
    let client = limit::take(tx, keys, super::CLIENT, try_of.client.as_bytes(), rules.per_client)?;
    if let Take::Refused { retry_after_seconds } = client {
        return Ok(Admission::Wait { seconds: retry_after_seconds });
    }
    let session = key(try_of);
    pace::hold(tx, keys, AGAIN, &session)?;
    match pace::look(tx, keys, AGAIN, &session, rules.per_account())? {
        Take::Refused { retry_after_seconds } => Ok(Admission::Wait { seconds: retry_after_seconds }),
        Take::Granted => {
            pace::note(tx, keys, AGAIN, &session)?;
            Ok(Admission::Admitted)
        }
    }
}

/// It was right: the tries count no longer, and the session is confirmed as of now.
pub fn given_again(tx: &mut Tx<'_>, keys: &Keyring, try_of: Again<'_>) -> Result<()> {
    pace::forget(tx, keys, AGAIN, &key(try_of))?;
    crate::session::confirm(tx, try_of.session)
}

/// It was wrong: its owner can read so.
pub fn wrong_again(tx: &mut Tx<'_>, try_of: Again<'_>) -> Result<()> {
    let event = Event::of(Kind::SignInFailed).member(try_of.member).client(try_of.client).note("again");
    security_log::record(tx, event)
}

fn key(try_of: Again<'_>) -> Vec<u8> {
    i64::from(try_of.session).to_be_bytes().to_vec()
}
