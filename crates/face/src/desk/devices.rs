//! Handsets and their profiles.

use enishi_core::handset::Sightings;
use enishi_core::moment::Moment;

use super::PhoneAsked;
use crate::form::Form;

/// Which handsets came, and what one of them gets.
pub struct DevicesPage {
    /// What came in the last days.
    pub seen: Sightings,
    /// How many days that is.
    pub days: i64,
    /// What is wrong with the profiles on the disk, a line each.
    pub faults: Vec<String>,
    /// Files of profiles; none where the profiles inside the program are used.
    pub files: Vec<String>,
    /// What was asked about. Field: `agent`, the name of a profile, a model or a User-Agent.
    pub form: Form,
    /// What the profiles make of it.
    pub told: Option<Told>,
}

/// What a handset gets, and why.
pub struct Told {
    /// What was asked about.
    pub agent: String,
    /// In a few words, as its owner would say.
    pub words: String,
    /// The name of its profile.
    pub profile: String,
    /// Each value with the line or header that decided it.
    pub values: Vec<ProfileValue>,
    /// Models that have a row for this profile.
    pub models: Vec<String>,
}

/// One value of a profile.
pub struct ProfileValue {
    /// The key, as files spell it.
    pub key: String,
    /// What holds.
    pub value: String,
    /// `file:line name` or `header name`; empty where nothing decided it.
    pub rule: String,
}

/// One file of profiles, to be edited. Fields: `text`, `code`, and unseen `file` and `read`; `undo_code` and `number`
/// take a change back.
pub struct ProfileFilePage {
    /// The file, as its path in the folder.
    pub file: String,
    /// What it holds or what was typed.
    pub form: Form,
    /// What is wrong with what was typed, a line each.
    pub faults: Vec<String>,
    /// What would change if it were saved; `None` before it was tried.
    pub changes: Option<Vec<Change>>,
    /// Where to look at pages with what was tried; `None` before it was.
    pub look: Option<PhoneAsked>,
    /// Changes that can be taken back, the newest first.
    pub edits: Vec<EditLine>,
}

/// A value that an edit would change for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// A profile, or the string of a handset that came.
    pub whose: String,
    /// The key.
    pub key: String,
    /// What holds now.
    pub was: String,
    /// What would hold.
    pub becomes: String,
}

/// A change that was saved.
pub struct EditLine {
    /// Its number.
    pub number: i64,
    /// Who, while they are here.
    pub name: Option<String>,
    /// When.
    pub at: Moment,
    /// Lines that went and lines that came, each with `-` or `+` before it.
    pub lines: Vec<String>,
}
