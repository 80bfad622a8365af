//! What the script has people leave: looks, thanks, codes asked for, friends who vouch.

use serde::Deserialize;

use crate::cast::when::When;

/// Somebody looked at somebody's page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Look {
    pub visitor: String,
    pub owner: String,
    pub when: Vec<When>,
}

/// Codes that strangers asked for, one number after the other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Text {
    pub when: When,
    pub numbers: Vec<String>,
    /// `used`, `unused`, or the provider's code for what went wrong.
    pub end: String,
    /// After so many with no code typed in, nothing more is sent to neighbours.
    pub held_after: Option<i64>,
}

/// Who vouches for whom, and who needs it now.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Trust {
    pub trusted: Vec<Trusted>,
    pub lost: Vec<Lost>,
}

/// Three friends somebody has chosen.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Trusted {
    pub by: String,
    pub friends: Vec<String>,
    pub when: When,
}

/// Somebody who has lost the password and has their friends asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Lost {
    pub by: String,
    pub when: When,
}

/// Somebody thanked a visitor for coming by.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Thanks {
    pub by: String,
    pub visitor: String,
    pub when: When,
}
