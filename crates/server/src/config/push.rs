//! `[push]`: phones that ring, by whose push services and how often.

use std::ops::Deref;

use enishi_core::bell::BellRules;
use enishi_push::PushConfig;
use serde::Deserialize;

/// `[push]`
#[derive(Clone, Debug, Deserialize)]
pub struct PushSection {
    /// What the sender itself needs.
    #[serde(flatten)]
    pub sender: PushConfig,
    /// How often phones ring.
    #[serde(flatten)]
    pub rules: BellRules,
    /// How often it is looked which phone is due, in seconds.
    pub look_seconds: u64,
}

impl Deref for PushSection {
    type Target = PushConfig;

    fn deref(&self) -> &PushConfig {
        &self.sender
    }
}
