//! `[push]`: phones that ring, by whose push services and how often.

use std::collections::BTreeMap;
use std::ops::Deref;

use enishi_core::bell::BellRules;
use enishi_push::PushConfig;
use serde::Deserialize;
use serde::de::{Error as _, IgnoredAny};

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
    /// There is nothing else: what is misspelt must not be taken for a setting that is.
    #[serde(flatten, deserialize_with = "nothing")]
    _rest: (),
}

fn nothing<'de, D: serde::Deserializer<'de>>(rest: D) -> Result<(), D::Error> {
    let rest = BTreeMap::<String, IgnoredAny>::deserialize(rest)?;
    match rest.into_keys().next() {
        Some(unknown) => Err(D::Error::custom(format!("unknown field `{unknown}`"))),
        None => Ok(()),
    }
}

impl Deref for PushSection {
    type Target = PushConfig;

    fn deref(&self) -> &PushConfig {
        &self.sender
    }
}
