//! The wait-list: messages for which today's budget had no room leave in the order they came, when it has.

use super::stop::Stops;
use super::{Errand, queries};
use crate::ids::TextId;
use crate::secrets::Keyring;
use crate::signup::{self, SignupRules};
use crate::store::{Result, Tx};

/// How many wait on the list.
pub fn count_listed(tx: &mut Tx<'_>) -> Result<i64> {
    queries::count_listed(tx)
}

/// Lets up to `most` of those who wait go on, as far as the budget's share for them has room. Returns how many
/// went. Whoever waited for a country that is stopped goes on waiting, and holds nobody up.
pub fn release(tx: &mut Tx<'_>, keys: &Keyring, rules: &SignupRules, most: i64) -> Result<usize> {
    let stops = Stops::find(tx)?;
    if stops.everything {
        return Ok(0);
    }
    let mut released = 0;
    for (id, country, errand) in queries::list_listed(tx, &stops.countries, most)? {
        // A row that sends nothing costs nothing, and still waits its turn.
        let is_paid = Errand::of_stored(errand) == Errand::Silent
            || signup::take_for_the_list(tx, keys, &country, rules)?;
        if !is_paid {
            break;
        }
        released += usize::from(go_on(tx, id)?);
    }
    Ok(released)
}

fn go_on(tx: &mut Tx<'_>, id: TextId) -> Result<bool> {
    let Some(flow) = queries::take_off_list(tx, id)? else { return Ok(false) };
    if let Some(flow) = flow {
        signup::called_up(tx, flow)?;
    }
    Ok(true)
}
