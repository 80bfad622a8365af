//! `[sms]`: how messages leave, when the line is given up, what they cost.

use std::ops::Deref;

use enishi_core::sms_desk::Prices;
use enishi_core::text_message::LineRules;
use enishi_sms::SmsConfig;
use serde::Deserialize;

/// `[sms]`
#[derive(Clone, Debug, Deserialize)]
pub struct SmsSection {
    /// What the sender itself needs.
    #[serde(flatten)]
    pub sender: SmsConfig,
    /// Messages on their way at once.
    pub at_once: i64,
    /// Failures in a row after which the line is given up.
    pub failures: i32,
    /// One message is tried so often then, in seconds.
    pub probe_seconds: i64,
    /// A code may also be read out in a call.
    pub voice: bool,
    /// What messages cost, for the operators' desk.
    pub prices: Prices,
}

impl SmsSection {
    /// When the line to the provider is given up.
    pub fn line_rules(&self) -> LineRules {
        LineRules { failures: self.failures.max(1), probe_seconds: self.probe_seconds.max(1) }
    }
}

impl Deref for SmsSection {
    type Target = SmsConfig;

    fn deref(&self) -> &SmsConfig {
        &self.sender
    }
}
