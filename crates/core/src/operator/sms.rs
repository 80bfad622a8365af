//! What an operator changes about text messages, each change a line in the chain of acts.

use super::{Act, Deed, Desk, act, panic, people};
use crate::ids::PrefixId;
use crate::secrets::Keyring;
use crate::signup::{self, SignupRules};
use crate::store::{Result, Tx};

/// How it is to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SmsWish {
    /// Whether all messages are stopped.
    Everything(bool),
    /// Whether those to a country are.
    Country(String, bool),
    /// Messages to neighbours go again.
    Release(PrefixId),
    /// So many messages may leave today.
    Budget(i64),
}

/// Does what an operator wants. What stands so already is not written down again.
pub fn direct(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    rules: &SignupRules,
    desk: &Desk,
    client: &str,
    wish: &SmsWish,
) -> Result<()> {
    match wish {
        SmsWish::Everything(stops) => panic::switch_messages(tx, desk, client, *stops),
        SmsWish::Country(country, stops) => panic::switch_country(tx, desk, client, country, *stops),
        SmsWish::Release(prefix) => people::release_prefix(tx, desk, client, *prefix).map(|_| ()),
        SmsWish::Budget(most) => set_budget(tx, keys, rules, desk, client, *most),
    }
}

fn set_budget(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    rules: &SignupRules,
    desk: &Desk,
    client: &str,
    most: i64,
) -> Result<()> {
    let was = signup::budget(tx, keys, rules)?.most;
    if was == most {
        return Ok(());
    }
    signup::set_budget_today(tx, keys, rules, most)?;
    let (was, becomes) = (was.to_string(), most.to_string());
    act::record(tx, desk, client, Deed { act: Act::BudgetToday, subject: "", was: &was, becomes: &becomes })
}
