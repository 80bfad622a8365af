//! What the script says of people to each other: friends, groups, blocks, introductions.

use serde::Deserialize;

use crate::cast::marks::{Favourite, Meeting, Mute, Opening};
use crate::cast::when::When;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Ties {
    pub friendship: Vec<Friendship>,
    pub request: Vec<Request>,
    pub group: Vec<Group>,
    pub added: Vec<Added>,
    pub block: Vec<Block>,
    pub introduction: Vec<Introduction>,
    pub favourite: Vec<Favourite>,
    pub mute: Vec<Mute>,
    pub meeting: Vec<Meeting>,
    pub opening: Vec<Opening>,
    pub note: Vec<Noted>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Friendship {
    pub from: String,
    pub to: String,
    pub message: String,
    /// When it was accepted; it was asked for an hour earlier.
    pub when: When,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Request {
    pub from: String,
    pub to: String,
    pub message: String,
    pub when: When,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Group {
    pub owner: String,
    /// What visibilities of its owner call it.
    pub key: String,
    pub name: String,
    /// Things that name it are for all friends but its members.
    #[serde(default)]
    pub leaves_out: bool,
    pub members: Vec<String>,
    pub when: When,
}

/// Somebody who joined a group later and sees only what was posted from then on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Added {
    pub group: String,
    pub member: String,
    pub when: When,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Block {
    pub by: String,
    pub other: String,
    pub when: When,
}

/// What a friend says of somebody.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Introduction {
    pub by: String,
    pub of: String,
    pub text: String,
    /// Whether its subject has said yes.
    pub shown: bool,
    pub when: When,
}

/// What somebody notes about somebody for themselves alone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Noted {
    pub by: String,
    pub of: String,
    pub real_name: String,
    pub memo: String,
    pub when: When,
}
