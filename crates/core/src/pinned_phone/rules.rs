//! How long a bond lasts, and how often its PIN may be wrong.

/// The limits of bound phones.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PinRules {
    /// A bond that was not used for so long, in seconds, is over.
    pub seconds: i64,
    /// So many wrong PINs in a row end it.
    pub tries: i16,
    /// The most phones of one member; the one not used for the longest goes first.
    pub phones: i64,
}

impl Default for PinRules {
    /// A year, five tries, five phones.
    fn default() -> PinRules {
        PinRules { seconds: 365 * 86_400, tries: 5, phones: 5 }
    }
}
