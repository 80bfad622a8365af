//! How an attempt to send ended.

/// The end of one attempt. Safe to log: no address and no word of the letter is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server took the letter. This says nothing about its arrival.
    Accepted,
    /// The server refused it; the same letter would be refused again.
    Refused {
        /// The server's code, or a short phrase.
        reason: String,
    },
    /// Certainly not sent; it may be tried again.
    Later {
        /// The server's code, or a short phrase.
        reason: String,
    },
    /// Perhaps sent, perhaps not: never to be sent again by itself.
    Unknown {
        /// What was lost.
        reason: String,
    },
}
