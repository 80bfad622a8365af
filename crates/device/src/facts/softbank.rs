//! J-PHONE, Vodafone, SoftBank: `J-PHONE/4.0/J-SH51/SN… SH/0001aa …`, `SoftBank/1.0/910T/TJ001/SN… …`, and
//! foreign makers' own forms, which the gateway's header `x-jphone-msname` gives away.

use super::{
    Facts, Told, figures,
    words::{token, up_to},
};
use crate::Headers;

/// Two Motorolas were made for Vodafone in Japan; all others are foreign.
const PREFIXES: [&str; 8] = [
    "J-PHONE/",
    "Vodafone/",
    "SoftBank/",
    "MOT-V980/",
    "MOT-C980/",
    "J-EMULATOR/",
    "Vemulator/",
    "Semulator/",
];
/// Makers who sold the same phones everywhere.
const WORLDWIDE: [&str; 3] = ["Nokia", "SAMSUNG-", "MOT-"];
const MODEL: &str = "x-jphone-msname";

pub(super) fn speaks(user_agent: &str, headers: &Headers<'_>) -> bool {
    let starts = |prefix: &&str| user_agent.starts_with(*prefix);
    // Only the gateway's header makes one of those a SoftBank phone.
    PREFIXES.iter().any(&starts) || (WORLDWIDE.iter().any(starts) && headers.get(MODEL).is_some())
}

pub(super) fn read<'h>(mut facts: Facts<'h>, headers: &Headers<'h>) -> Facts<'h> {
    facts.series = Some(series(facts.user_agent));
    facts.screen = figures::told(headers, "x-jphone-display", figures::screen)
        .or_else(|| figures::told(headers, "x-s-display-info", figures::screen));
    facts.colours = figures::told(headers, "x-jphone-color", figures::colours);
    let named = headers.get(MODEL).and_then(token);
    let model = model(facts.user_agent);
    let mut facts = facts.with_model(model);
    // Two Motorolas are named one way round by some and the other by others; the gateway knew.
    facts.model = named.map(|value| Told { value, header: MODEL }).or(facts.model);
    facts
}

/// The major version for 2G, `3GC` for everything after.
fn series(user_agent: &str) -> &str {
    let version = user_agent.strip_prefix("J-PHONE/").or_else(|| user_agent.strip_prefix("J-EMULATOR/"));
    version.map_or("3GC", |version| up_to(version, &['.', '/', ' ']))
}

fn model(user_agent: &str) -> Option<&str> {
    if let Some(motorola) = user_agent.strip_prefix("MOT-") {
        return Some(up_to(motorola, &['/', ' ']));
    }
    // What follows an underscore is a revision: J-SH06_a.
    let model = user_agent.split(' ').next()?.split('/').nth(2)?;
    Some(up_to(model, &['_']))
}
