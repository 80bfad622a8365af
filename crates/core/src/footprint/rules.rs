//! The figures of taking footprints back; every one a setting.

/// How footprints may be taken back. Times in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FootprintRules {
    /// A footprint is taken back freely for so long after the first look of its day.
    pub free_seconds: i64,
    /// Later ones are counted over so long,
    pub late_seconds: i64,
    /// and there are no more than so many of them.
    pub late_most: i64,
}

impl Default for FootprintRules {
    /// Ten minutes; then ten in thirty days.
    fn default() -> FootprintRules {
        FootprintRules { free_seconds: 600, late_seconds: 30 * 86_400, late_most: 10 }
    }
}
