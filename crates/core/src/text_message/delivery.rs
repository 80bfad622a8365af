//! The provider's later word about a message: it only ever goes forward, and says nothing to a sign-up.

use super::queries;
use crate::ids::TextId;
use crate::store::{Result, Tx};

/// How far a message got. The figures are kept, and grow along its way; from [`Delivery::FINAL`] on it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Delivery {
    /// The provider has it.
    Queued = 10,
    /// It is on its way to the phone's network; a call rings.
    Sending = 20,
    /// The network has it; a call is answered.
    Sent = 30,
    /// The phone has it.
    Delivered = 40,
    /// The network could not bring it.
    Undelivered = 41,
    /// The provider could not send it.
    Failed = 42,
}

impl Delivery {
    const FINAL: i16 = 40;
    const ALL: [Delivery; 6] = [
        Delivery::Queued,
        Delivery::Sending,
        Delivery::Sent,
        Delivery::Delivered,
        Delivery::Undelivered,
        Delivery::Failed,
    ];

    /// Twilio's words for the state of a message and of a call. A word it may invent tomorrow changes nothing.
    pub fn of_word(word: &str) -> Option<Delivery> {
        Some(match word {
            "accepted" | "scheduled" | "queued" | "initiated" => Delivery::Queued,
            "sending" | "ringing" => Delivery::Sending,
            "sent" | "in-progress" | "answered" => Delivery::Sent,
            "delivered" | "read" | "completed" => Delivery::Delivered,
            "undelivered" | "busy" | "no-answer" => Delivery::Undelivered,
            "failed" | "canceled" => Delivery::Failed,
            _ => return None,
        })
    }

    pub(crate) fn stored(self) -> i16 {
        self as i16
    }

    pub(crate) fn of_stored(stored: i16) -> Option<Delivery> {
        Delivery::ALL.into_iter().find(|known| known.stored() == stored)
    }

    /// Whether the message did not arrive.
    pub fn is_failure(self) -> bool {
        matches!(self, Delivery::Undelivered | Delivery::Failed)
    }
}

/// What the provider says of one message.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// Which row.
    pub id: TextId,
    /// The provider's own id of it.
    pub provider_id: &'a str,
    /// How far it got.
    pub delivery: Delivery,
    /// The provider's code for what went wrong, digits; empty if nothing did.
    pub error: &'a str,
}

/// What a report changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It was news.
    News,
    /// It was known already, too late, or about no message of ours.
    Nothing,
}

/// Takes a report in, once: the same again, one that lags behind and one after the end change nothing. A message
/// whose fate was unknown is known to have been taken.
pub fn apply(tx: &mut Tx<'_>, report: Report<'_>) -> Result<Applied> {
    let is_news = queries::apply_report(tx, &report, Delivery::FINAL)?;
    if is_news {
        queries::learn_fate(tx, report.id, report.provider_id)?;
    }
    Ok(if is_news { Applied::News } else { Applied::Nothing })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_back() {
        for one in Delivery::ALL {
            assert_eq!(Delivery::of_stored(one.stored()), Some(one));
            assert_eq!(one >= Delivery::Delivered, one.stored() >= Delivery::FINAL);
        }
        assert_eq!(Delivery::of_word("delivered"), Some(Delivery::Delivered));
        assert_eq!(Delivery::of_word("teleported"), None);
    }
}
