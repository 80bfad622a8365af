//! The figures of changing a number; every one a setting.

use crate::limit::Window;

/// How a number is changed. Times in seconds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NumberRules {
    /// So long a change can be taken back, and the old number is kept free for that.
    pub undo_seconds: i64,
    /// Changes of one member.
    pub changes: Window,
    /// Codes one member may have sent to new numbers.
    pub texts: Window,
}

impl Default for NumberRules {
    /// 72 hours; two changes and five codes a day.
    fn default() -> NumberRules {
        NumberRules {
            undo_seconds: 72 * 3600,
            changes: Window { seconds: 86_400, most: 2 },
            texts: Window { seconds: 86_400, most: 5 },
        }
    }
}
