//! Where a message stands.

use crate::moment::Moment;

/// As kept in the `state` column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// In the queue.
    Waiting,
    /// Claimed by a worker.
    BeingSent,
    /// The provider has taken it.
    Accepted,
    /// The provider would not.
    Refused,
    /// Nobody can say.
    Unknown,
    /// Too old to be of use, or overtaken by another.
    Expired,
    /// On the wait-list until the budget has room.
    OnList,
    /// Nothing was to be sent.
    Silent,
}

impl State {
    pub(crate) const fn stored(self) -> i16 {
        match self {
            State::Waiting => 0,
            State::BeingSent => 1,
            State::Accepted => 2,
            State::Refused => 3,
            State::Unknown => 4,
            State::Expired => 5,
            State::OnList => 6,
            State::Silent => 7,
        }
    }

    pub(crate) const fn of_stored(stored: i16) -> State {
        match stored {
            0 => State::Waiting,
            1 => State::BeingSent,
            2 => State::Accepted,
            3 => State::Refused,
            5 => State::Expired,
            6 => State::OnList,
            7 => State::Silent,
            _ => State::Unknown,
        }
    }
}

/// What became of one attempt. The words in it are kept for the operator: no number and no code among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// The provider has taken it.
    Accepted {
        /// The provider's own id of the message.
        provider_id: Option<String>,
        /// The provider's word for its state (`queued`, `sent`).
        status: Option<String>,
    },
    /// The provider will not send it.
    Refused {
        /// Why, as a code or a short phrase.
        error: String,
    },
    /// The provider is busy: once more at that moment, unless it was the last try or the message is too old.
    Later {
        /// Not before.
        due_at: Moment,
        /// Why, as a code or a short phrase.
        error: String,
    },
    /// The request never left: once more at that moment, as long as the message is of use.
    NotLeft {
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
