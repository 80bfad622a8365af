//! Setting up at a one-time address: a password, and a first code of an authenticator app.

use super::{DeskToken, Operator, SetupToken, queries, session};
use crate::one_time::{self, Owner, Secret};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

/// What the set-up page shows.
#[derive(Debug)]
pub struct SetupForm {
    /// Who is setting up.
    pub operator: Operator,
    /// What goes into the app.
    pub secret: Secret,
}

/// How a set-up ended.
#[must_use]
#[derive(Clone, Debug)]
pub enum Finished {
    /// Password and second factor are set, the address is used up, and the operator is signed in; recovery codes
    /// wait to be written down.
    Done(DeskToken),
    /// The code does not fit the secret.
    WrongCode,
    /// The address is used up, over, or never was.
    NoSuchAddress,
}

/// Who sets up at this address, and with which secret: the same at every look until it is done.
pub fn show(tx: &mut Tx<'_>, keys: &Keyring, token: &SetupToken) -> Result<Option<SetupForm>> {
    let Some(operator) = queries::find_by_setup(tx, &token.hash())? else { return Ok(None) };
    let secret = one_time::waiting(tx, keys, Owner::Operator(operator.id))?;
    Ok(secret.map(|secret| SetupForm { operator, secret }))
}

/// Keeps the password (hashed by the caller, outside every transaction) and the second factor. The address works
/// once: whoever comes second finds none.
pub fn finish(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    token: &SetupToken,
    password_hash: &str,
    code: &str,
    client: &str,
) -> Result<Finished> {
    let Some(operator) = queries::find_by_setup(tx, &token.hash())? else {
        return Ok(Finished::NoSuchAddress);
    };
    let owner = Owner::Operator(operator.id);
    if !one_time::confirm(tx, keys, owner, code)? {
        return Ok(Finished::WrongCode);
    }
    if !queries::make_active(tx, operator.id, &token.hash(), password_hash)? {
        return Ok(Finished::NoSuchAddress);
    }
    one_time::make_codes(tx, keys, owner)?;
    security_log::record(tx, Event::of(Kind::OperatorSetUp).operator(operator.id).client(client))?;
    session::open(tx, operator.id, client).map(Finished::Done)
}
