//! The figures of claiming a number; every one a setting.

/// How a recycled number is claimed. Times in seconds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ClaimRules {
    /// So long the earlier account may say that it still has the number.
    pub wait_seconds: i64,
    /// Claims of one number, whoever begins them.
    pub per_number: i64,
    /// Within so long.
    pub within_seconds: i64,
    /// How often it is looked whose time is over.
    pub look_seconds: u64,
}

impl Default for ClaimRules {
    /// Seven days; two claims in thirty days; every ten minutes.
    fn default() -> ClaimRules {
        ClaimRules { wait_seconds: 7 * 86_400, per_number: 2, within_seconds: 30 * 86_400, look_seconds: 600 }
    }
}
