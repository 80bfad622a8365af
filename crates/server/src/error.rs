//! The one error that knows what a phone will be shown.
//!
//! Use cases say why in enums of their own; a handler turns each reason into words beside a field, or into one
//! of these. What the member reads is safe; what went wrong in full is logged where it is handled.

use enishi_core::store;
use enishi_face::pages::Trouble;

use crate::pool::Busy;

/// Why there is no ordinary page.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// Hidden, missing or never there.
    #[error("not found")]
    NotFound,
    /// The page is for members, and nobody is signed in.
    #[error("nobody is signed in")]
    LoginNeeded,
    /// A sensitive step, and the password was not given lately.
    #[error("the password is asked for again")]
    PasswordNeeded,
    /// Something the member is told in a sentence.
    #[error("trouble: {0:?}")]
    Trouble(Trouble),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A fault of ours.
    #[error("{0}")]
    Fault(String),
    /// All places are taken; there is one again soon.
    #[error("busy")]
    Busy,
}

impl From<Busy> for PageError {
    fn from(_: Busy) -> PageError {
        PageError::Busy
    }
}

impl PageError {
    /// What it is, for the sentence on the page.
    pub fn trouble(&self) -> Option<Trouble> {
        match self {
            PageError::NotFound | PageError::LoginNeeded | PageError::PasswordNeeded => None,
            PageError::Trouble(trouble) => Some(*trouble),
            PageError::Busy | PageError::Store(store::Error::Unreachable(_)) => Some(Trouble::Unavailable),
            PageError::Store(_) | PageError::Fault(_) => Some(Trouble::Fault),
        }
    }
}
