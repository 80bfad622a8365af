//! Pages before one is a member.

use enishi_core::member::Card;

use crate::form::Form;

/// Typing the code in. Field: `code`.
pub struct SignupCodePage {
    /// What was typed, and what was wrong with it.
    pub form: Form,
    /// The end of the number the code went to, as typed: `78`.
    pub last_two: String,
    /// Seconds until another code may be asked for; 0 if now.
    pub resend_in_seconds: i64,
    /// Who invited whoever types it, if somebody did.
    pub inviter: Option<Card>,
}
