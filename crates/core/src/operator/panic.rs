//! What an operator can stop at once: new members, and codes to a country. In force at the next request, in every
//! process; each press is in the chain of operators' acts.

use super::{Act, Deed, Desk, act};
use crate::joining::{self, Mode};
use crate::live_setting;
use crate::store::{Result, Tx};

/// Live settings of stopped countries begin so; the two letters of the country follow.
const STOPPED_COUNTRY: &str = "sms.stopped_country.";

/// How the switches stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switches {
    /// How people join.
    pub mode: Mode,
    /// Countries to which no codes go, by their two letters.
    pub stopped: Vec<String>,
    /// Countries of the settings that could be stopped.
    pub open: Vec<String>,
}

/// How the switches stand now. `countries` and `configured` are what the file says.
pub fn switches(tx: &mut Tx<'_>, configured: Mode, countries: &[String]) -> Result<Switches> {
    let stopped: Vec<String> = live_setting::list(tx, STOPPED_COUNTRY)?
        .into_iter()
        .filter_map(|(name, _)| name.strip_prefix(STOPPED_COUNTRY).map(str::to_owned))
        .collect();
    let open = countries.iter().filter(|country| !stopped.contains(country)).cloned().collect();
    Ok(Switches { mode: joining::mode(tx, configured)?, stopped, open })
}

/// Changes the way people join. The same press again changes nothing and writes nothing.
pub fn switch_mode(tx: &mut Tx<'_>, desk: &Desk, client: &str, configured: Mode, mode: Mode) -> Result<()> {
    let was = joining::mode(tx, configured)?;
    if was == mode {
        return Ok(());
    }
    joining::set_mode(tx, mode)?;
    let deed = Deed { act: Act::SignupMode, subject: "", was: was.word(), becomes: mode.word() };
    act::record(tx, desk, client, deed)
}

/// Whether no codes go to a country.
pub fn is_country_stopped(tx: &mut Tx<'_>, country: &str) -> Result<bool> {
    Ok(live_setting::find(tx, &format!("{STOPPED_COUNTRY}{country}"))?.is_some())
}

/// Stops codes to a country, or lets them go again.
pub fn switch_country(tx: &mut Tx<'_>, desk: &Desk, client: &str, country: &str, stops: bool) -> Result<()> {
    if is_country_stopped(tx, country)? == stops {
        return Ok(());
    }
    let name = format!("{STOPPED_COUNTRY}{country}");
    let (act, was, becomes) = match stops {
        true => (Act::CountryStopped, "open", "stopped"),
        false => (Act::CountryOpened, "stopped", "open"),
    };
    if stops {
        live_setting::set(tx, &name, "1")?
    } else {
        live_setting::clear(tx, &name)?
    }
    act::record(tx, desk, client, Deed { act, subject: country, was, becomes })
}
