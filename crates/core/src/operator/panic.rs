//! What an operator can stop at once: new members and text messages. In force at the next request, in every process; each press is in the chain of operators' acts.

use super::{Act, Deed, Desk, act};
use crate::joining::{self, Mode};
use crate::live_setting;
use crate::store::{Result, Tx};
use crate::text_message::{STOPPED, STOPPED_COUNTRY, Stops};

/// How the switches stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switches {
    /// How people join.
    pub mode: Mode,
    /// No text message leaves.
    pub messages_stopped: bool,
    /// Countries to which no codes go, by their two letters.
    pub stopped: Vec<String>,
    /// Countries of the settings that could be stopped.
    pub open: Vec<String>,
}

/// How the switches are to stand; what is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// How people join.
    pub mode: Option<Mode>,
    /// Whether no text message leaves.
    pub messages_stopped: Option<bool>,
    /// Every country to which no codes go.
    pub stopped: Option<Vec<String>>,
}

/// How the switches stand now. `countries` and `configured` are what the file says.
pub fn switches(tx: &mut Tx<'_>, configured: Mode, countries: &[String]) -> Result<Switches> {
    let Stops { everything, countries: stopped } = Stops::find(tx)?;
    let open = countries.iter().filter(|country| !stopped.contains(country)).cloned().collect();
    Ok(Switches { mode: joining::mode(tx, configured)?, messages_stopped: everything, stopped, open })
}

/// Moves every switch to where it is wanted. One that stands there already is not written down.
pub fn switch(
    tx: &mut Tx<'_>,
    desk: &Desk,
    client: &str,
    configured: Mode,
    countries: &[String],
    wanted: &Wanted,
) -> Result<()> {
    let now = switches(tx, configured, countries)?;
    if let Some(mode) = wanted.mode {
        switch_mode(tx, desk, client, configured, mode)?;
    }
    if let Some(stops) = wanted.messages_stopped.filter(|stops| *stops != now.messages_stopped) {
        set(tx, STOPPED, stops)?;
        record(tx, desk, client, Act::MessagesStopped, "", stops)?;
    }
    if let Some(stopped) = &wanted.stopped {
        for country in now.stopped.iter().chain(&now.open) {
            switch_country(tx, desk, client, country, stopped.contains(country))?;
        }
    }
    Ok(())
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
    Ok(Stops::find(tx)?.countries.iter().any(|stopped| stopped == country))
}

/// Stops codes to a country, or lets them go again.
pub fn switch_country(tx: &mut Tx<'_>, desk: &Desk, client: &str, country: &str, stops: bool) -> Result<()> {
    if is_country_stopped(tx, country)? == stops {
        return Ok(());
    }
    set(tx, &format!("{STOPPED_COUNTRY}{country}"), stops)?;
    let act = if stops { Act::CountryStopped } else { Act::CountryOpened };
    record(tx, desk, client, act, country, stops)
}

fn set(tx: &mut Tx<'_>, name: &str, stops: bool) -> Result<()> {
    if stops { live_setting::set(tx, name, "1") } else { live_setting::clear(tx, name) }
}

fn record(tx: &mut Tx<'_>, desk: &Desk, client: &str, act: Act, subject: &str, stops: bool) -> Result<()> {
    let word = |stops| if stops { "stopped" } else { "open" };
    act::record(tx, desk, client, Deed { act, subject, was: word(!stops), becomes: word(stops) })
}
