//! The second proof by a recovery code, written down when the authenticator app was put up.

use super::{Entered, Proof, RecoveryRules, count, queries, wrong};
use crate::one_time::{self, Owner};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

/// Judges a recovery code. A right one is used up; since it stands for the second factor as well, the member is not
/// asked for that once more on this way in.
pub fn enter_paper(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    typed: &str,
    client: &str,
    rules: &RecoveryRules,
) -> Result<Entered> {
    let Some(row) = queries::find(tx, guest)? else { return Ok(Entered::Over) };
    if let Some(wait) = count(tx, keys, &row.number_hash, rules)? {
        return Ok(wait);
    }
    if row.proof().is_some() || !one_time::use_recovery_code(tx, keys, Owner::Member(row.member), typed)? {
        return wrong(tx, row.member, client, Entered::Wrong);
    }
    security_log::record(tx, Event::of(Kind::RecoveryUsed).member(row.member).client(client))?;
    queries::prove(tx, row.id, Proof::Paper)?;
    Ok(Entered::Right)
}
