//! Settings that operators change while the site runs: how people join, what is stopped.
//!
//! A row here wins over `config/enishi.toml`; without one the file's word holds. Each is read in the snapshot
//! of the request it rules, so a change is in force at the next request, in every process.

mod queries;

use crate::moment::Moment;
use crate::store::{Result, Tx};

/// The value an operator set, if one did.
pub fn find(tx: &mut Tx<'_>, name: &str) -> Result<Option<String>> {
    Ok(queries::find(tx, name)?.map(|(value, _)| value))
}

/// The value an operator set and when.
pub fn find_with_moment(tx: &mut Tx<'_>, name: &str) -> Result<Option<(String, Moment)>> {
    queries::find(tx, name)
}

/// Every setting whose name begins so, by name: one row each for countries stopped, prefixes held.
pub fn list(tx: &mut Tx<'_>, beginning: &str) -> Result<Vec<(String, String)>> {
    queries::list(tx, beginning)
}

/// Sets a value from the next request on. The caller writes it into the security log.
pub fn set(tx: &mut Tx<'_>, name: &str, value: &str) -> Result<()> {
    queries::put(tx, name, value)
}

/// Goes back to what the file says.
pub fn clear(tx: &mut Tx<'_>, name: &str) -> Result<()> {
    queries::delete(tx, name)
}
