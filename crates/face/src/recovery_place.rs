//! Addresses on the way back to an account whose password is lost.

use std::fmt;

/// A page on the way back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryPlace {
    /// The number.
    Number,
    /// The code from the text message.
    Code,
    /// Another code (POST).
    Resend,
    /// The second proof.
    Proof,
    /// Have a letter sent (POST).
    Mail,
    /// The code in it (POST).
    MailCode,
    /// A recovery code (POST).
    Paper,
    /// Trusted friends (GET: what they say; POST: have them asked).
    Friends,
    /// The new password.
    Password,
    /// Signed in elsewhere: somebody is on the way back to my account.
    Watch,
}

impl fmt::Display for RecoveryPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            RecoveryPlace::Number => "/login/forgot",
            RecoveryPlace::Code => "/login/forgot/code",
            RecoveryPlace::Resend => "/login/forgot/code/resend",
            RecoveryPlace::Proof => "/login/forgot/proof",
            RecoveryPlace::Mail => "/login/forgot/mail",
            RecoveryPlace::MailCode => "/login/forgot/mail/code",
            RecoveryPlace::Paper => "/login/forgot/paper",
            RecoveryPlace::Friends => "/login/forgot/friends",
            RecoveryPlace::Password => "/login/forgot/password",
            RecoveryPlace::Watch => "/me/security/recovery",
        })
    }
}
