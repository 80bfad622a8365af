//! What the script says of communities: who belongs, and what is talked about there.

use serde::Deserialize;

use super::when::When;

/// A place that some of the cast share.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Community {
    /// The name the tests call it by.
    pub key: String,
    pub owner: String,
    pub name: String,
    pub about: String,
    /// Who comes in, as forms send it.
    pub joins: String,
    /// Who reads what is said inside, as forms send it.
    pub reads: String,
    pub when: When,
    pub member: Vec<Belonging>,
    pub topic: Vec<Topic>,
}

/// Somebody who belongs, or asks to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Belonging {
    pub who: String,
    /// Who is shown that they belong, as forms send it.
    pub shown: String,
    /// Whether the owner has not answered yet.
    #[serde(default)]
    pub waits: bool,
    pub when: When,
}

/// Something talked about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    pub by: String,
    pub title: String,
    pub body: String,
    pub when: When,
    #[serde(default)]
    pub comment: Vec<Remark>,
}

/// Something said about it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Remark {
    pub by: String,
    pub body: String,
    pub when: When,
}
