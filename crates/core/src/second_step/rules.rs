//! How long the second step waits.

/// The limits of the second step.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SecondStepRules {
    /// So long after the password, in seconds, a code is taken.
    pub seconds: i64,
    /// So many codes may be tried before the password is asked for again.
    pub tries: i16,
}

impl Default for SecondStepRules {
    /// Ten minutes, since keypads are slow; five tries.
    fn default() -> SecondStepRules {
        SecondStepRules { seconds: 600, tries: 5 }
    }
}
