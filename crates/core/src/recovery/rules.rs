//! How long the way back to an account is open, and how often it may be tried.

use crate::limit::Window;

/// The limits of coming back. Times in seconds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RecoveryRules {
    /// After the number was proven there is so long for the second proof and the new password.
    pub seconds: i64,
    /// Texts of the whole site for this, out of its budget: a flood of them leaves newcomers theirs.
    pub per_site: Window,
    /// A code sent by mail is good for so long; at most 600 (ASVS 6.5.5).
    pub mail_seconds: i64,
    /// Tries per code sent by mail.
    pub mail_tries: i16,
    /// Codes sent to one member by mail.
    pub mails_per_member: Window,
    /// How often the friends of one member are asked.
    pub friend_asks_per_member: Window,
    /// Codes of any kind tried for one number, whoever tries.
    pub tries_per_number: Vec<Window>,
}

const DAY: i64 = 86_400;
const MOST_MAIL_SECONDS: i64 = 600;

impl Default for RecoveryRules {
    /// A day for all of it; codes as those of signing up.
    fn default() -> RecoveryRules {
        RecoveryRules {
            seconds: DAY,
            per_site: Window { seconds: DAY, most: 60 },
            mail_seconds: MOST_MAIL_SECONDS,
            mail_tries: 5,
            mails_per_member: Window { seconds: DAY, most: 5 },
            friend_asks_per_member: Window { seconds: DAY, most: 3 },
            tries_per_number: vec![Window { seconds: 3600, most: 10 }, Window { seconds: DAY, most: 20 }],
        }
    }
}

impl RecoveryRules {
    /// Texts to numbers behind which nobody stands: a third as many.
    pub(super) fn of_strangers(&self) -> Window {
        Window { most: (self.per_site.most / 3).max(1), ..self.per_site }
    }

    /// So long a mailed code is good, whatever the file says.
    pub(super) fn mail_life(&self) -> i64 {
        self.mail_seconds.clamp(1, MOST_MAIL_SECONDS)
    }
}
