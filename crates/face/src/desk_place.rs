//! Addresses of the operators' desk.

use std::fmt;

/// A page of the operators' desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskPlace {
    /// How the site is doing.
    Overview,
    /// Signing in.
    Login,
    /// Signing out (POST).
    Logout,
    /// Setting up (POST); the address that works once is `/operator/setup/{token}`.
    Setup,
    /// Recovery codes.
    Codes,
    /// They are written down (POST).
    CodesWritten,
}

impl fmt::Display for DeskPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DeskPlace::Overview => out.write_str("/operator"),
            DeskPlace::Login => out.write_str("/operator/login"),
            DeskPlace::Logout => out.write_str("/operator/logout"),
            DeskPlace::Setup => out.write_str("/operator/setup"),
            DeskPlace::Codes => out.write_str("/operator/codes"),
            DeskPlace::CodesWritten => out.write_str("/operator/codes/written"),
        }
    }
}
