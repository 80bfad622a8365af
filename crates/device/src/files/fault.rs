//! What is wrong with a file of profiles.

use std::fmt;

use crate::tree::Place;

/// One fault in the files of profiles. Shown as `file:line: message`, with what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as it was opened.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, in plain words.
    pub message: String,
    /// The known word that comes nearest, where one does.
    pub suggestion: Option<String>,
}

impl Fault {
    pub(crate) fn new(place: &Place, message: impl Into<String>) -> Fault {
        Fault { file: place.file.to_string(), line: place.line, message: message.into(), suggestion: None }
    }

    pub(crate) fn suggest(self, suggestion: Option<&str>) -> Fault {
        Fault { suggestion: suggestion.map(str::to_owned), ..self }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)?;
        match &self.suggestion {
            Some(suggestion) => write!(f, "; did you mean `{suggestion}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Fault {}
