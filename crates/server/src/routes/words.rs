//! Reasons of the domain as words beside a field, where several forms share them.

use enishi_core::password::PasswordError;
use enishi_face::Phrase;

/// Why a new password is refused.
pub fn password_fault(why: PasswordError) -> Phrase {
    Phrase::new(match why {
        PasswordError::TooShort => "signup-password-short",
        PasswordError::TooLong => "signup-password-long",
        PasswordError::Common => "signup-password-common",
        PasswordError::OnlyAName => "signup-password-name",
    })
}
