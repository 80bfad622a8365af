//! Addresses between the first factor and being signed in, and of the other ways in.

use std::fmt;

/// A page on the way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayIn {
    /// The second step.
    Code,
}

impl fmt::Display for WayIn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WayIn::Code => out.write_str("/login/code"),
        }
    }
}
