//! Making, listing and removing operators: the command line's use cases.

use super::{Name, OperatorRules, SetupToken, State, queries, session};
use crate::ids::OperatorId;
use crate::moment::Moment;
use crate::one_time::{self, Owner};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

/// An operator as a list shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Who.
    pub id: OperatorId,
    /// What they are called.
    pub name: String,
    /// Whether they have set up.
    pub state: State,
    /// Since when.
    pub created_at: Moment,
    /// When they were last at the desk, if a session is still known.
    pub seen_at: Option<Moment>,
}

/// Makes an operator and the one-time address to set up at; `None` if there is one of that name.
pub fn create(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    name: &Name,
    rules: &OperatorRules,
) -> Result<Option<SetupToken>> {
    let (id, token): (OperatorId, _) = (tx.fresh_id(), SetupToken::draw());
    let expires_at = tx.now().plus_seconds(rules.setup_seconds);
    if !queries::insert_if_absent(tx, id, name, &token.hash(), expires_at)? {
        return Ok(None);
    }
    one_time::begin(tx, keys, Owner::Operator(id))?;
    note(tx, id, "made")?;
    Ok(Some(token))
}

/// Takes password, second factor and sessions off and gives a new one-time address; `None` if nobody is called so.
pub fn reset(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    name: &Name,
    rules: &OperatorRules,
) -> Result<Option<SetupToken>> {
    let Some(id) = queries::find_id(tx, name)? else { return Ok(None) };
    let token = SetupToken::draw();
    let expires_at = tx.now().plus_seconds(rules.setup_seconds);
    queries::make_waiting(tx, id, &token.hash(), expires_at)?;
    one_time::remove(tx, Owner::Operator(id))?;
    one_time::begin(tx, keys, Owner::Operator(id))?;
    session::end_all(tx, id)?;
    note(tx, id, "reset")?;
    Ok(Some(token))
}

/// Removes an operator; what they did stays in the logs. `false` if nobody is called so.
pub fn remove(tx: &mut Tx<'_>, name: &Name) -> Result<bool> {
    let Some(id) = queries::find_id(tx, name)? else { return Ok(false) };
    session::end_all(tx, id)?;
    one_time::remove(tx, Owner::Operator(id))?;
    queries::delete(tx, id)?;
    note(tx, id, "removed")?;
    Ok(true)
}

/// Whoever reads the log learns of every operator who came by the command line.
fn note(tx: &mut Tx<'_>, id: OperatorId, what: &str) -> Result<()> {
    security_log::record(tx, Event::of(Kind::OperatorChanged).operator(id).note(what))
}

/// Everybody, by name.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Listed>> {
    queries::list(tx)
}

/// Remembers the language an operator reads the desk in.
pub fn speak(tx: &mut Tx<'_>, id: OperatorId, language: &str) -> Result<()> {
    queries::set_language(tx, id, language)
}
