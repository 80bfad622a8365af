//! What the script says of people who keep somebody at hand, let news rest, would have two meet, or open an entry.

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

/// Somebody opens an entry of theirs to all members.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Opening {
    pub by: String,
    /// The key of the entry.
    pub entry: String,
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
