//! What is sent: a number and a text, or a number and what is read out to it.

use std::fmt;

/// One text message to one phone.
///
/// Both fields are secrets: a number names a person, and the body may carry a code that opens an account.
/// `Debug` therefore shows neither, so that a message caught in a log line or a panic gives nothing away.
#[derive(Clone, PartialEq, Eq)]
pub struct TextMessage {
    /// The receiver's number in E.164 form: `+`, country code, at most 15 digits, nothing else.
    pub to: String,
    /// The text. Twilio takes up to 1,600 characters and bills every 70 (every 160 when all are GSM-7).
    pub body: String,
    /// The address the provider reports to how the message fares, if it is to.
    pub report_to: Option<String>,
}

/// One call that reads lines out.
#[derive(Clone, PartialEq, Eq)]
pub struct VoiceCall {
    /// The receiver's number in E.164 form.
    pub to: String,
    /// The language it is spoken in, such as `ja-JP`.
    pub language: String,
    /// What is said, with a second of silence after each line. A digit on a line of its own is said slowly.
    pub lines: Vec<String>,
    /// The address the provider reports to how the call fares, if it is to.
    pub report_to: Option<String>,
}

impl fmt::Debug for VoiceCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VoiceCall").finish_non_exhaustive()
    }
}

impl fmt::Debug for TextMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TextMessage").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{TextMessage, VoiceCall};

    #[test]
    fn debug_shows_neither_number_nor_text() {
        let message = TextMessage { to: "+819012345678".into(), body: "code 493817".into(), report_to: None };
        let lines = vec!["493817".to_owned()];
        let call = VoiceCall { to: message.to.clone(), language: "ja-JP".into(), lines, report_to: None };
        let shown = format!("{message:?} {message:#?} {call:?}");
        assert!(!shown.contains("9012345678") && !shown.contains("493817"), "{shown}");
    }
}
