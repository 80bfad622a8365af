//! Addresses of what guards an account.

use std::fmt;

use enishi_core::ids::SessionId;

/// A page about what guards an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuardPlace {
    /// The password once more.
    Again,
    /// What guards my account.
    Overview,
    /// Another password.
    Password,
    /// Send one signed-in phone away (POST).
    EndSession(SessionId),
    /// Send all others away (POST).
    EndOthers,
}

impl fmt::Display for GuardPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GuardPlace::Again => out.write_str("/me/again"),
            GuardPlace::Overview => out.write_str("/me/security"),
            GuardPlace::Password => out.write_str("/me/security/password"),
            GuardPlace::EndSession(id) => write!(out, "/me/security/sessions/{id}/end"),
            GuardPlace::EndOthers => out.write_str("/me/security/sessions/end"),
        }
    }
}
