//! The figures of leaving; every one a setting.

/// How leaving goes. Times in seconds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LeavingRules {
    /// So long one may come back; then everything is deleted.
    pub grace_seconds: i64,
    /// How often it is looked whose time is over.
    pub look_seconds: u64,
}

impl Default for LeavingRules {
    /// 14 days; every ten minutes.
    fn default() -> LeavingRules {
        LeavingRules { grace_seconds: 14 * 86_400, look_seconds: 600 }
    }
}
