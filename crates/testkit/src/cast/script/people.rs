//! What the script says of each person: who they are, and what they say of themselves.

use serde::Deserialize;

use crate::cast::when::When;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Person {
    /// The name the files and the tests call them by.
    pub handle: String,
    pub nickname: String,
    pub phone: String,
    pub language: String,
    /// What to try when signed in as this person.
    pub hint: String,
    /// A confirmed address of mail.
    pub email: Option<String>,
    /// Whether a letter comes there every morning if there is news.
    #[serde(default)]
    pub daily_letter: bool,
    /// The key of an authenticator app that guards the account.
    pub app_key: Option<String>,
    /// Who invited them, if somebody did.
    pub through: Option<String>,
    pub joined: When,
    /// A file among the photos.
    pub icon: Option<String>,
    pub profile_saved: When,
    pub profile: Vec<Said>,
    /// Photographs on their page.
    #[serde(default)]
    pub photo: Vec<PagePhoto>,
}

/// A photograph on somebody's page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct PagePhoto {
    /// A file among the photos.
    pub file: String,
    pub alt: String,
    pub to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cast) struct Said {
    pub field: String,
    pub value: String,
    /// A visibility as forms send it, but `group:` is followed by the group's key.
    pub to: String,
}
