//! Where a letter stands.

use crate::moment::Moment;

/// As kept in the `state` column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Waiting,
    BeingSent,
    Accepted,
    Refused,
    Unknown,
    Expired,
}

impl State {
    pub(super) const fn stored(self) -> i16 {
        match self {
            State::Waiting => 0,
            State::BeingSent => 1,
            State::Accepted => 2,
            State::Refused => 3,
            State::Unknown => 4,
            State::Expired => 5,
        }
    }
}

/// What became of one attempt. The words in it are kept for the operator: no address among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// The server has taken it.
    Accepted,
    /// It was not sent: there was nothing left to tell.
    Pointless,
    /// The server will not take it.
    Refused {
        /// Why, as a code or a short phrase.
        error: String,
    },
    /// The server is busy or away: once more at that moment, unless it was the last try or it is too old.
    Later {
        /// Not before.
        due_at: Moment,
        /// Why, as a code or a short phrase.
        error: String,
    },
    /// Nobody can say whether it was taken. It is never sent again by itself.
    Unknown {
        /// What was seen, as a code or a short phrase.
        error: String,
    },
}
