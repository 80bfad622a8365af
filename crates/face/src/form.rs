//! A form's state: what was typed and what is wrong with it, so that nothing typed is ever lost.

use std::collections::BTreeMap;

use crate::words::Phrase;

/// What a form holds when it is shown: for the first time, or again after it was refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    values: BTreeMap<String, String>,
    faults: BTreeMap<String, Phrase>,
    carried: Vec<(String, String)>,
}

/// Fields of another form that travel through this one begin so.
pub const CARRIED: &str = "kept.";

impl Form {
    /// An empty form.
    pub fn empty() -> Form {
        Form::default()
    }

    /// With a value already in a field.
    pub fn with(mut self, field: &str, value: impl Into<String>) -> Form {
        self.values.insert(field.to_owned(), value.into());
        self
    }

    /// With something to say beside a field.
    pub fn fault(mut self, field: &str, phrase: Phrase) -> Form {
        self.faults.entry(field.to_owned()).or_insert(phrase);
        self
    }

    /// With a field of another form, which travels hidden through this one: what was typed before a session
    /// ended comes back after login.
    pub fn carry(mut self, field: &str, value: &str) -> Form {
        self.carried.push((format!("{CARRIED}{field}"), value.to_owned()));
        self
    }

    /// Hidden fields to write, name and value.
    pub fn carried(&self) -> &[(String, String)] {
        &self.carried
    }

    /// What stands in a field; empty if nothing does.
    pub fn value(&self, field: &str) -> &str {
        self.values.get(field).map_or("", String::as_str)
    }

    /// What is wrong with a field.
    pub fn fault_of(&self, field: &str) -> Option<&Phrase> {
        self.faults.get(field)
    }

    /// Whether anything is wrong: then the page says that what was typed is still here.
    pub fn is_refused(&self) -> bool {
        !self.faults.is_empty()
    }

    /// Everything wrong, by field.
    pub fn faults(&self) -> impl Iterator<Item = (&str, &Phrase)> {
        self.faults.iter().map(|(field, phrase)| (field.as_str(), phrase))
    }
}

/// A hidden field every form carries: the token against forgery, and the mark of this one submit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// The field's name.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}
