//! The whole site at a glance: figures, what waits, what should be looked at, and what is switched off.

use jiff::tz::TimeZone;

use super::{Overview, PanicDesk, overview, panic_desk};
use crate::joining::{self, Mode};
use crate::secrets::Keyring;
use crate::security_log::{self, LogPage};
use crate::signup::{self, Budget, SignupRules};
use crate::store::{Result, Tx};

/// Alerts of so many seconds (7 days) are shown, and so many at most.
const ALERT_SECONDS: i64 = 7 * 86_400;
const ALERTS: i64 = 5;

/// What the settings say.
#[derive(Clone, Copy, Debug)]
pub struct Configured<'a> {
    /// How people join.
    pub mode: Mode,
    /// Countries whose numbers may sign up.
    pub countries: &'a [String],
    /// The limits of signing up.
    pub rules: &'a SignupRules,
}

/// The first page of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// Members, and what they did.
    pub figures: Overview,
    /// How many wait for an operator's yes.
    pub waiting: i64,
    /// Today's text messages.
    pub budget: Budget,
    /// How the switches stand.
    pub stops: PanicDesk,
    /// How people join by the settings, where no switch says otherwise.
    pub configured: Mode,
    /// What should be looked at.
    pub alerts: LogPage,
}

/// Everything on it.
pub fn glance(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    zone: &TimeZone,
    configured: Configured<'_>,
) -> Result<Glance> {
    Ok(Glance {
        figures: overview(tx, zone)?,
        waiting: joining::count_waiting(tx)?,
        budget: signup::budget(tx, keys, configured.rules)?,
        stops: panic_desk(tx, configured.mode, configured.countries)?,
        configured: configured.mode,
        alerts: security_log::alert_page(tx, ALERT_SECONDS, ALERTS)?,
    })
}
