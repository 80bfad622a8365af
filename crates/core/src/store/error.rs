//! What can go wrong beneath every use case. A failed database is never "not found".

/// A fault of the database itself, never of what a member typed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The URL names no engine this program knows.
    #[error("the database URL must begin with sqlite:// or postgres://")]
    Scheme,
    /// The database cannot be reached, or answered nothing in time.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// The tables could not be brought up to date.
    #[error("the migrations did not run: {0}")]
    Migration(String),
    /// A statement failed.
    #[error("the database refused a statement: {0}")]
    Statement(#[from] diesel::result::Error),
    /// What was read makes no sense, or a use case panicked.
    #[error("the data is not as it should be: {0}")]
    Broken(String),
}

/// What a query gives.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Whether a unique key refused the row: the one statement error that use cases give a meaning.
    pub fn is_duplicate(&self) -> bool {
        use diesel::result::{DatabaseErrorKind, Error as Diesel};
        matches!(self, Error::Statement(Diesel::DatabaseError(DatabaseErrorKind::UniqueViolation, _)))
    }
}

/// Carries a use case's own error through Diesel's transaction, which insists on one of its own.
pub(super) enum Undo<E> {
    Own(E),
    Engine(diesel::result::Error),
}

impl<E> From<diesel::result::Error> for Undo<E> {
    fn from(error: diesel::result::Error) -> Self {
        Undo::Engine(error)
    }
}

impl<E: From<Error>> Undo<E> {
    pub(super) fn into_own(self) -> E {
        match self {
            Undo::Own(error) => error,
            Undo::Engine(error) => Error::from(error).into(),
        }
    }
}
