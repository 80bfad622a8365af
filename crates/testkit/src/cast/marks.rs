//! What the script says of people who keep somebody at hand, let news rest, or would have two meet.

use serde::Deserialize;

use super::when::When;

/// Somebody kept at hand.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Favourite {
    pub by: String,
    pub other: String,
    pub when: When,
}

/// Somebody whose diary rests for good.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mute {
    pub by: String,
    pub other: String,
    pub when: When,
}

/// Somebody would like two friends to meet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Meeting {
    pub by: String,
    pub one: String,
    pub other: String,
    pub message: String,
    pub when: When,
}
