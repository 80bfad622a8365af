//! How an attempt to send ended. The reasons for each choice are in the crate's front page.

use std::time::Duration;

/// The end of one attempt. Safe to log: no number, text or credential is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The provider took the message. This says nothing about its arrival on the phone.
    Accepted {
        /// The provider's id of the message; the outbox has none.
        provider_id: Option<String>,
        /// The provider's own word for where the message stands, such as `queued`; `written` in the outbox.
        status: String,
    },
    /// The provider refused the message. The same request would be refused again.
    Refused {
        /// The provider's error code, such as Twilio's 21211 for a number that cannot exist.
        code: Option<u32>,
        /// The provider's words for the operator, with numbers and secrets taken out.
        message: String,
    },
    /// Certainly not sent; it may be tried again as [`RetryPolicy`](crate::RetryPolicy) allows.
    Later {
        /// The least wait the provider asked for (at most a day), if it asked.
        after: Option<Duration>,
        /// Why it was not sent.
        reason: Delay,
    },
    /// Perhaps sent, perhaps not: never to be sent again without the person asking.
    Unknown {
        /// What was lost.
        reason: Doubt,
    },
}

/// Why a message was certainly not sent, this time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Delay {
    /// The provider wants fewer requests (429).
    #[error("the provider asks for fewer requests")]
    Busy,
    /// The provider said in its own words that it is out of service (503 with code 20503).
    #[error("the provider says it is out of service")]
    OutOfService,
    /// No connection could be made, so the request never left.
    #[error("no connection to the provider: {0}")]
    Unreachable(String),
    /// The outbox file could not be opened.
    #[error("the outbox cannot be opened: {0}")]
    OutboxClosed(String),
}

/// Why nobody can say whether a message was sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Doubt {
    /// The request left and no whole answer came in the time allowed.
    #[error("no answer in time")]
    TimedOut,
    /// The connection ended after the request left and before the answer was whole.
    #[error("the connection was lost: {0}")]
    ConnectionLost(String),
    /// The answer is longer than this crate reads.
    #[error("the answer is too long")]
    AnswerTooLong,
    /// A 2xx answer that does not name the message it made.
    #[error("status {0} without a readable message id")]
    Unreadable(u16),
    /// A redirect, which is never followed.
    #[error("a redirect (status {0}), not followed")]
    Redirected(u16),
    /// A server error that does not say the message was left alone.
    #[error("server error (status {0})")]
    ServerError(u16),
    /// The line for the outbox was begun and not finished.
    #[error("the outbox line is incomplete")]
    OutboxCut,
}
