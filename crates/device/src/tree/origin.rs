//! Where a value comes from: the operator who wonders about it should be one click from the line.

use std::{fmt, sync::Arc};

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub file: Arc<str>,
    /// From 1.
    pub line: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// What decided a value: a line of a profile or a model, or a header of the request.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    File { place: Place, name: Arc<str> },
    Header(&'static str),
}

impl Origin {
    /// The line, if it was one.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Origin::File { place, .. } => Some(place),
            Origin::Header(_) => None,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::File { place, name } => write!(f, "{place} {name}"),
            Origin::Header(name) => write!(f, "header {name}"),
        }
    }
}
