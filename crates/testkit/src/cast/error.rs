//! Why the cast could not be laid down.

use std::fmt::Display;

use enishi_core::store;

/// Why the cast could not be laid down.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// Somebody lives here already: made-up people are never mixed with real ones.
    #[error("the database is not empty")]
    NotEmpty,
    /// A file of the cast does not say what it should.
    #[error("the cast is not as it should be: {0}")]
    Script(String),
    /// A use case refused what the files ask for.
    #[error("the cast was refused: {0}")]
    Refused(String),
    /// A photo could not be kept.
    #[error(transparent)]
    Pictures(#[from] enishi_pictures::StoreError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl LoadError {
    pub(super) fn refused(why: impl Display) -> LoadError {
        LoadError::Refused(why.to_string())
    }

    pub(super) fn unknown(what: &str, name: &str) -> LoadError {
        LoadError::Script(format!("there is no {what} called {name}"))
    }
}
