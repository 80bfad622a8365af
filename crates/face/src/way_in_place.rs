//! Addresses between the first factor and being signed in, and of the other ways in.

use std::fmt;

/// A page on the way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayIn {
    /// The second step.
    Code,
    /// Being let in by another phone's word (GET: the code; POST: ask for one).
    Other,
    /// Come in on that word (POST).
    OtherIn,
    /// A number that is somebody else's by now, with the password of the account it was taken off.
    Former,
    /// A passkey (POST).
    Passkey,
    /// A PIN in place of number and password; a bookmark ends in the phone's token.
    Pin,
}

impl fmt::Display for WayIn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WayIn::Code => out.write_str("/login/code"),
            WayIn::Other => out.write_str("/login/other"),
            WayIn::OtherIn => out.write_str("/login/other/in"),
            WayIn::Former => out.write_str("/login/former"),
            WayIn::Passkey => out.write_str("/login/passkey"),
            WayIn::Pin => out.write_str("/login/pin"),
        }
    }
}
