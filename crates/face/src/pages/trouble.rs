//! When something went wrong.

use crate::words::Phrase;

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The form's token does not fit: it is too old, or was made elsewhere.
    StaleForm,
    /// More than may be sent at once.
    TooLarge,
    /// Too often; after so many seconds it is possible again.
    TooOften {
        /// Seconds to wait.
        seconds: i64,
    },
    /// The method or the form makes no sense here.
    BadRequest,
    /// Not at the plain door for handsets, where others may read along.
    NotHere,
    /// The site is busy or its database is away.
    Unavailable,
    /// A fault of ours.
    Fault,
}

impl Trouble {
    /// What to tell the member.
    pub fn tell(self) -> Phrase {
        match self {
            Trouble::StaleForm => Phrase::new("trouble-stale"),
            Trouble::TooLarge => Phrase::new("trouble-large"),
            Trouble::TooOften { seconds } => Phrase::new("trouble-often").with("seconds", seconds),
            Trouble::BadRequest => Phrase::new("trouble-bad"),
            Trouble::NotHere => Phrase::new("trouble-not-here"),
            Trouble::Unavailable => Phrase::new("trouble-unavailable"),
            Trouble::Fault => Phrase::new("trouble-fault"),
        }
    }
}
