//! What the messages of a day may cost: soft, then hard. Near the end newcomers need an invitation or an answer; at
//! the end they wait their turn.

use super::SignupRules;
use crate::limit::{self, Window};
use crate::live_setting;
use crate::moment::Moment;
use crate::phone::dial_code_of;
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};
use crate::text_message::Stops;

const SITE: &str = "signup site";
const LIST: &str = "signup wait-list";
const DIAL_CODE: &str = "signup dial code";
/// The live setting an operator raises today's budget with: when the day began, and the new figure.
const RAISED: &str = "sms.budget_today";

/// Today's budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The most messages.
    pub most: i64,
    /// From here on newcomers need an invitation or an answer.
    pub soft: i64,
    /// Messages so far.
    pub spent: i64,
    /// When the day began: a multiple of the budget's window since 1970.
    pub begins_at: Moment,
    /// Until the next one, at least 1.
    pub ends_in_seconds: i64,
}

impl Budget {
    /// Whether newcomers need an invitation or an answer.
    pub fn is_near(&self) -> bool {
        self.spent >= self.soft
    }

    /// Whether there is none left.
    pub fn is_spent(&self) -> bool {
        self.spent >= self.most
    }
}

/// Today's budget and what is left of it.
pub fn budget(tx: &mut Tx<'_>, keys: &Keyring, rules: &SignupRules) -> Result<Budget> {
    let spent = limit::spent(tx, keys, SITE, &[], rules.site_budget)?;
    let most = find_raised(tx, spent.begins_at)?.unwrap_or(rules.site_budget.most);
    Ok(Budget {
        most,
        soft: most * rules.soft_percent / 100,
        spent: spent.taken,
        begins_at: spent.begins_at,
        ends_in_seconds: spent.ends_in_seconds,
    })
}

/// What an operator allowed for the day that began then.
fn find_raised(tx: &mut Tx<'_>, begins_at: Moment) -> Result<Option<i64>> {
    let kept = live_setting::find(tx, RAISED)?.unwrap_or_default();
    let (day, most) = kept.split_once(' ').unwrap_or_default();
    Ok(if day == begins_at.millis().to_string() { most.parse().ok() } else { None })
}

/// Sets today's budget; the next day has the file's again.
pub fn set_budget_today(tx: &mut Tx<'_>, keys: &Keyring, rules: &SignupRules, most: i64) -> Result<()> {
    let today = budget(tx, keys, rules)?;
    live_setting::set(tx, RAISED, &format!("{} {}", today.begins_at.millis(), most.max(0)))
}

/// Whether there is room for one more message to this country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// There is.
    Free,
    /// For those with an invitation or an answer.
    Near,
    /// Not now: whoever asks may wait for it.
    None {
        /// When the day ends.
        seconds: i64,
    },
}

pub(super) fn room(tx: &mut Tx<'_>, keys: &Keyring, country: &str, rules: &SignupRules) -> Result<Room> {
    let today = budget(tx, keys, rules)?;
    let none = Room::None { seconds: today.ends_in_seconds };
    if today.is_spent() || Stops::find(tx)?.hold(country) {
        return Ok(none);
    }
    let dial_code = dial_code_of(country);
    if let Some(window) = rules.of_dial_code(country, dial_code)
        && !limit::look(tx, keys, DIAL_CODE, &dial_code.to_be_bytes(), window)?.is_granted()
    {
        return Ok(none);
    }
    Ok(if today.is_near() { Room::Near } else { Room::Free })
}

/// Counts one message to this country, before it is sent. `false` if another took the last one.
pub(super) fn take(tx: &mut Tx<'_>, keys: &Keyring, country: &str, rules: &SignupRules) -> Result<bool> {
    if !take_of_country(tx, keys, country, rules)? {
        return Ok(false);
    }
    let today = budget(tx, keys, rules)?;
    let window = Window { most: today.most, ..rules.site_budget };
    let is_granted = limit::take(tx, keys, SITE, &[], window)?.is_granted();
    // Read after counting: of two who count at once, the later one sees both, and no alert is passed over.
    let now = budget(tx, keys, rules)?;
    if now.is_near() {
        tell_once(tx, keys, Kind::SmsBudgetNear, rules.site_budget, &figures(&now))?;
    }
    if now.is_spent() {
        tell_once(tx, keys, Kind::SmsBudgetSpent, rules.site_budget, &figures(&now))?;
    }
    Ok(is_granted)
}

fn figures(today: &Budget) -> String {
    format!("{} of {}", today.spent, today.most)
}

fn take_of_country(tx: &mut Tx<'_>, keys: &Keyring, country: &str, rules: &SignupRules) -> Result<bool> {
    let dial_code = dial_code_of(country);
    let Some(window) = rules.of_dial_code(country, dial_code) else { return Ok(true) };
    let key = dial_code.to_be_bytes();
    let is_granted = limit::take(tx, keys, DIAL_CODE, &key, window)?.is_granted();
    if !limit::look(tx, keys, DIAL_CODE, &key, window)?.is_granted() {
        let note = format!("+{dial_code}: {} of {0}", window.most);
        tell_once(tx, keys, Kind::SmsCountrySpent, window, &note)?;
    }
    Ok(is_granted)
}

/// For somebody who has waited: their share of the day comes before the day's own count.
pub(crate) fn take_for_the_list(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    country: &str,
    rules: &SignupRules,
) -> Result<bool> {
    if matches!(room(tx, keys, country, rules)?, Room::None { .. }) {
        return Ok(false);
    }
    let today = budget(tx, keys, rules)?;
    let share = Window { most: today.most * rules.waitlist_percent / 100, ..rules.site_budget };
    if !limit::take(tx, keys, LIST, &[], share)?.is_granted() {
        return Ok(false);
    }
    take(tx, keys, country, rules)
}

/// Tells the operators, once a window.
fn tell_once(tx: &mut Tx<'_>, keys: &Keyring, kind: Kind, window: Window, note: &str) -> Result<()> {
    let once = Window { most: 1, ..window };
    if limit::take(tx, keys, kind.word(), note_key(note), once)?.is_granted() {
        security_log::record(tx, Event::of(kind).note(note))?;
    }
    Ok(())
}

/// Countries are told of one by one, the site as a whole.
fn note_key(note: &str) -> &[u8] {
    if note.starts_with('+') { note.as_bytes() } else { &[] }
}
