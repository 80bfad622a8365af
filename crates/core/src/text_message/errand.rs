//! What a message is for, and how it travels.

/// What a message is for. The desk counts by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Something a member or newcomer is told.
    Notice,
    /// A code for a new number.
    Code,
    /// Word to a number that has an account already.
    Known,
    /// Word to a number that may not join.
    Banned,
    /// Nothing is sent. The row goes the way of the others, so that whoever asked sees no difference.
    Silent,
}

/// How it travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Channel {
    /// As a text.
    #[default]
    Text,
    /// Read out in a call.
    Voice,
}

impl Errand {
    /// Whether the phone can prove by it that it is there. A known number proves itself, and opens no account by that:
    /// it may have come to somebody new.
    pub(crate) const fn has_code(self) -> bool {
        matches!(self, Errand::Code | Errand::Known)
    }

    pub(crate) const fn stored(self) -> i16 {
        match self {
            Errand::Notice => 0,
            Errand::Code => 1,
            Errand::Known => 2,
            Errand::Banned => 3,
            Errand::Silent => 4,
        }
    }

    pub(crate) const fn of_stored(stored: i16) -> Errand {
        match stored {
            1 => Errand::Code,
            2 => Errand::Known,
            3 => Errand::Banned,
            4 => Errand::Silent,
            _ => Errand::Notice,
        }
    }
}

impl Channel {
    pub(crate) const fn stored(self) -> i16 {
        match self {
            Channel::Text => 0,
            Channel::Voice => 1,
        }
    }

    pub(crate) const fn of_stored(stored: i16) -> Channel {
        if stored == 1 { Channel::Voice } else { Channel::Text }
    }
}
