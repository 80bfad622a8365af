//! au and TU-KA: `KDDI-CA32 UP.Browser/6.2…` (WAP 2) and `UP.Browser/3.04-KCTA UP.Link/3.4` (HDML).
//! The third character of the device id is the series.

use super::{Facts, figures, words::up_to};
use crate::Headers;

pub(super) fn speaks(user_agent: &str) -> bool {
    ["KDDI-", "UP.Browser/", "KDDI/"].iter().any(|start| user_agent.starts_with(start))
}

/// `Mozilla/4.0 (compatible; MSIE 6.0; KDDI-CA32) Opera 7.60 [ja]` and
/// `Mozilla/5.0 Opera/9.5 (KDDI-SH3F; BREW; …)`: Opera in the phone.
pub(super) fn is_pc_viewer(user_agent: &str) -> bool {
    user_agent.contains("; KDDI-") || user_agent.contains("(KDDI-")
}

pub(super) fn read<'h>(mut facts: Facts<'h>, headers: &Headers<'h>) -> Facts<'h> {
    let device = device(facts.user_agent);
    facts.series = device.and_then(|device| device.get(2..3));
    facts.screen = figures::told(headers, "x-up-devcap-screenpixels", figures::screen);
    facts.colours = figures::told(headers, "x-up-devcap-screendepth", figures::colours_of_depth)
        .or_else(|| figures::told(headers, "x-up-devcap-iscolor", figures::colours_of_grey));
    facts.max_bytes = figures::told(headers, "x-up-devcap-max-pdu", figures::page_of_unit);
    facts.with_model(device)
}

fn device(user_agent: &str) -> Option<&str> {
    let (_, device) = match user_agent.strip_prefix("UP.Browser/") {
        Some(version) => up_to(version, &[' ']).split_once('-')?,
        // One early browser wrote a slash.
        None => user_agent.split_once("KDDI-").or_else(|| user_agent.split_once("KDDI/"))?,
    };
    let device = up_to(device, &[' ', ')', ';', '/']);
    ((3..=8).contains(&device.len()) && device.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        .then_some(device)
}
