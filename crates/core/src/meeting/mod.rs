//! Two friends of somebody are asked whether they would like to meet (SG-08). Neither learns who the other is before
//! both have said yes, nor that the other said no; then each is led to the other's page, and nothing more has happened.

mod answer;
mod offer;
mod queries;

pub use answer::{Answered, MeetingOffer, answer, offers};
pub use offer::{MESSAGE_CHARACTERS, MOST_OFFERED, MeetingError, offer};
pub(crate) use queries::close_between;

use crate::store::{Result, Tx};

/// An offer nobody takes up is over after 30 days, in silence.
const OFFER_SECONDS: i64 = 30 * 24 * 60 * 60;

/// Deletes offers that are over, answered or not. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let before = tx.now().plus_seconds(-OFFER_SECONDS);
    queries::sweep_before(tx, before)
}
