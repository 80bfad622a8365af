//! The figures of entries that appear later; every one a setting.

/// Times in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DiaryRules {
    /// How often it is looked whose time has come.
    pub look_seconds: u64,
}

impl Default for DiaryRules {
    fn default() -> DiaryRules {
        DiaryRules { look_seconds: 20 }
    }
}
