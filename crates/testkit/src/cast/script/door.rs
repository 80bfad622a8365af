//! What the script says of the door: invitations, and who came through one.

use serde::Deserialize;

use crate::cast::when::When;

/// Who is at the door.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Joining {
    pub invitation: Vec<Invitation>,
    pub newcomer: Vec<Newcomer>,
}

/// An invitation that nobody has used yet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Invitation {
    pub by: String,
    pub message: String,
    pub when: When,
}

/// Somebody who came through an invitation and is met by nobody: they wait for a yes, or are leaving.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Newcomer {
    pub handle: String,
    pub nickname: String,
    pub phone: String,
    pub language: String,
    /// Where they are to be found.
    pub hint: String,
    pub through: String,
    /// Whether they came while every newcomer waits for a yes.
    pub waits: bool,
    pub joined: When,
    /// When they asked to leave, if they did.
    pub left: Option<When>,
}
