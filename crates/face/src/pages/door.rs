//! Pages before one is a member.

use enishi_core::member::Card;
use enishi_core::signup::Progress;

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
    /// How the message fares.
    pub progress: Progress,
    /// The code can also be read out in a call.
    pub can_call: bool,
}

impl SignupCodePage {
    /// The sentence about the message; `$last` in it is the end of the number.
    pub fn word_of_progress(&self) -> &'static str {
        match self.progress {
            Progress::OnItsWay => "signup-code-sent",
            Progress::Late => "signup-code-late",
            Progress::Listed => "signup-code-listed",
        }
    }

    /// Whether another message may be asked for: whoever waits their turn keeps their place.
    pub fn can_ask_again(&self) -> bool {
        self.progress != Progress::Listed
    }
}
