//! What an operator can stop at once: new members, first posts, a branch, text messages. In force at the next request,
//! in every process; each press is in the chain of operators' acts.

use super::{Act, Deed, Desk, OperatorRules, act, held, people};
use crate::first_post;
use crate::ids::MemberId;
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
    if let Some(stops) = wanted.messages_stopped {
        switch_messages(tx, desk, client, stops)?;
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

/// Stops all text messages, or lets them go again. The same press again changes nothing and writes nothing.
pub fn switch_messages(tx: &mut Tx<'_>, desk: &Desk, client: &str, stops: bool) -> Result<()> {
    if Stops::find(tx)?.everything == stops {
        return Ok(());
    }
    set(tx, STOPPED, stops)?;
    record(tx, desk, client, Act::MessagesStopped, "", stops)
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

/// Everything that can be stopped, on one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanicDesk {
    /// New members and text messages.
    pub switches: Switches,
    /// Whether first posts wait.
    pub first_posts_held: bool,
    /// How many wait.
    pub held: i64,
}

/// How everything stands now. `countries` and `configured` are what the file says.
pub fn panic_desk(tx: &mut Tx<'_>, configured: Mode, countries: &[String]) -> Result<PanicDesk> {
    Ok(PanicDesk {
        switches: switches(tx, configured, countries)?,
        first_posts_held: first_post::are_held(tx)?,
        held: first_post::count_waiting(tx)?,
    })
}

/// What one press of the button changes: only what the operator moved. What stood otherwise on their page, because
/// somebody else had just moved it, stays as that other left it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Press {
    /// How people join.
    pub mode: Option<Mode>,
    /// Whether first posts wait.
    pub holds_first_posts: Option<bool>,
    /// Whether no text message leaves.
    pub stops_messages: Option<bool>,
    /// Countries, and whether no codes go there.
    pub countries: Vec<(String, bool)>,
    /// Whose branch ends, and within how many seconds those of it must have come who are suspended; `None` suspends
    /// nobody.
    pub branch: Option<(MemberId, Option<i64>)>,
}

/// Does everything one press asks for, as a whole.
pub fn press(
    tx: &mut Tx<'_>,
    desk: &Desk,
    client: &str,
    configured: Mode,
    rules: &OperatorRules,
    press: &Press,
) -> Result<()> {
    if let Some(mode) = press.mode {
        switch_mode(tx, desk, client, configured, mode)?;
    }
    if let Some(holds) = press.holds_first_posts {
        held::switch_first_posts(tx, desk, client, holds, rules)?;
    }
    if let Some(stops) = press.stops_messages {
        switch_messages(tx, desk, client, stops)?;
    }
    for (country, stops) in &press.countries {
        switch_country(tx, desk, client, country, *stops)?;
    }
    if let Some((member, within)) = press.branch {
        people::revoke(tx, desk, client, member, within)?;
    }
    Ok(())
}

fn set(tx: &mut Tx<'_>, name: &str, stops: bool) -> Result<()> {
    if stops { live_setting::set(tx, name, "1") } else { live_setting::clear(tx, name) }
}

fn record(tx: &mut Tx<'_>, desk: &Desk, client: &str, act: Act, subject: &str, stops: bool) -> Result<()> {
    let word = |stops| if stops { "stopped" } else { "open" };
    act::record(tx, desk, client, Deed { act, subject, was: word(!stops), becomes: word(stops) })
}
