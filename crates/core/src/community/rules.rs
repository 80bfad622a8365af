//! The figures of communities; every one a setting.

/// How communities go on. Times in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CommunityRules {
    /// An owner who has been away so long, kept out or about to leave, is followed by whoever has belonged longest.
    pub away_seconds: i64,
}

impl Default for CommunityRules {
    /// 30 days.
    fn default() -> CommunityRules {
        CommunityRules { away_seconds: 30 * 86_400 }
    }
}
