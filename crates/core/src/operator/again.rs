//! The second factor once more, before a step that changes the site for everybody.

use super::{Desk, queries};
use crate::limit::{self, Take, Window};
use crate::one_time::{self, Owner};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

const AGAIN: &str = "operator again";
/// A code shows for 30 seconds and works once, so ten right ones fit in, and as many slips.
const TRIES: Window = Window { seconds: 300, most: 20 };

/// What came of asking again.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// The code is right, and used up.
    Given,
    /// It is wrong, or was used before.
    Wrong,
    /// Too many tries: not before so many seconds.
    Wait {
        /// At least 1.
        seconds: i64,
    },
}

/// Judges the code typed beside a button. Counted first, like signing in, so that somebody at an unlocked desk cannot
/// try them all. The caller does the deed in the same transaction, and only when the code was [`Again::Given`].
pub fn again(tx: &mut Tx<'_>, keys: &Keyring, desk: &Desk, client: &str, code: &str) -> Result<Again> {
    let operator = desk.operator.id;
    let key = i64::from(operator).to_be_bytes();
    if let Take::Refused { retry_after_seconds: seconds } = limit::take(tx, keys, AGAIN, &key, TRIES)? {
        return Ok(Again::Wait { seconds });
    }
    if one_time::check(tx, keys, Owner::Operator(operator), code)?.is_right() {
        return Ok(Again::Given);
    }
    let event = Event::of(Kind::OperatorSignInFailed).operator(operator).client(client).note("asked again");
    security_log::record(tx, event)?;
    Ok(Again::Wrong)
}

/// An operator gets up from the desk.
pub fn sign_out(tx: &mut Tx<'_>, desk: &Desk, client: &str) -> Result<()> {
    queries::delete_session(tx, desk.id)?;
    security_log::record(tx, Event::of(Kind::OperatorSignedOut).operator(desk.operator.id).client(client))
}

/// New recovery codes; the old ones are gone. A recovery code itself opens this, for the day the app is lost.
pub fn renew_codes(tx: &mut Tx<'_>, keys: &Keyring, desk: &Desk, client: &str, code: &str) -> Result<Again> {
    let asked = again(tx, keys, desk, client, code)?;
    if asked == Again::Given {
        one_time::make_codes(tx, keys, Owner::Operator(desk.operator.id))?;
        let event = Event::of(Kind::OperatorCodesMade).operator(desk.operator.id).client(client);
        security_log::record(tx, event)?;
    }
    Ok(asked)
}
