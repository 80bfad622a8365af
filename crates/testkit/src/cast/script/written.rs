//! What the script has people write: entries, drafts, comments, lines.

use serde::Deserialize;

use crate::cast::when::When;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Diary {
    pub author: String,
    pub entry: Vec<Entry>,
    #[serde(default)]
    pub draft: Vec<Unfinished>,
}

/// Something begun and not posted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Unfinished {
    pub title: String,
    pub body: String,
    pub to: String,
    pub when: When,
    /// In so many days, at nine in the evening, it is posted by itself.
    pub appears_in_days: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Entry {
    /// The name the tests call it by.
    pub key: String,
    pub title: String,
    pub body: String,
    pub to: String,
    /// Who may comment, as forms send it.
    #[serde(default)]
    pub comments: String,
    pub when: When,
    /// A category of the author's that readers are shown.
    #[serde(default)]
    pub category: String,
    /// One for the author's own eyes.
    #[serde(default)]
    pub own_category: String,
    #[serde(default)]
    pub photos: Vec<Photo>,
    #[serde(default)]
    pub comment: Vec<Comment>,
    #[serde(default)]
    pub like: Vec<Like>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Like {
    pub by: String,
    /// A sign as forms call it: `heart`, `thumb`, `smile`, `tear`, `sparkles`.
    pub sign: String,
    pub when: When,
}

/// A line somebody said.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Voice {
    pub by: String,
    pub body: String,
    pub to: String,
    pub when: When,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Photo {
    pub file: String,
    pub alt: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Comment {
    pub by: String,
    pub when: When,
    pub body: String,
    pub photo: Option<Photo>,
}
