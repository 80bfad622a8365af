//! Two doors, two kinds of session.

/// The door a session was opened at. A token says it with its first sign, which is hashed with the rest: nobody can
/// carry a session from one door to the other by changing it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Door {
    /// The site's own door.
    #[default]
    Site,
    /// The plain door for handsets that speak no TLS of today: it may do less.
    Legacy,
}

impl Door {
    /// The first sign of its tokens.
    pub fn sign(self) -> char {
        match self {
            Door::Site => 's',
            Door::Legacy => 'l',
        }
    }
}
