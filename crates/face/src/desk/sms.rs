//! What text messages cost, where they go, and the switches that stop them.

use enishi_core::sms_desk::{Prices, SmsDesk, Stand};

use crate::form::Form;

/// The desk of the text messages.
pub struct SmsPage {
    /// The figures.
    pub desk: SmsDesk,
    /// What a message costs, as far as whoever runs the site has said.
    pub prices: Prices,
    /// How long the budget's day is, in seconds.
    pub day_seconds: i64,
}

/// Moving one switch. Fields: `code`; `stop` (1 or 0) for a stop; `most` for the budget.
pub struct SmsStepPage {
    /// How it stands.
    pub stand: Stand,
    /// What was typed.
    pub form: Form,
}
