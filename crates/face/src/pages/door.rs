//! Pages before one is a member.

use enishi_core::member::Card;
use enishi_core::signup::Progress;

use crate::form::Form;
use crate::links::Links;
use crate::place::Place;
use crate::recovery_place::RecoveryPlace;
use crate::way_in_place::WayIn;

/// What the form for signing in shows, from its state. The field `by` says what `login` is.
pub struct LoginForm<'a>(pub &'a Form);

impl LoginForm<'_> {
    /// Whether the name is an address of mail, so that the phone opens letters and not digits.
    pub fn is_by_email(&self) -> bool {
        self.0.value("by") == BY_EMAIL
    }

    /// Whether the name is a number that is somebody else's by now.
    fn is_by_former(&self) -> bool {
        self.0.value("by") == BY_FORMER
    }

    /// The label of the name.
    pub fn label(&self) -> &'static str {
        match (self.is_by_email(), self.is_by_former()) {
            (true, _) => "login-email",
            (_, true) => "login-former-number",
            _ => "login-login",
        }
    }

    /// What to know about the name.
    pub fn hint(&self) -> &'static str {
        match (self.is_by_email(), self.is_by_former()) {
            (true, _) => "login-email-hint",
            (_, true) => "login-former-hint",
            _ => "login-login-hint",
        }
    }

    /// The other kind of name, as an address and its phrase. Not while a form travels along: it would be lost.
    pub fn other_name(&self, links: &Links) -> Option<(String, &'static str)> {
        if !self.0.carried().is_empty() {
            return None;
        }
        let is_by_phone = !self.is_by_email() && !self.is_by_former();
        let (by, words) =
            if is_by_phone { (BY_EMAIL, "login-by-email") } else { ("phone", "login-by-phone") };
        let next = match self.0.value("next") {
            "" => String::new(),
            next => format!("&next={}", in_query(next)),
        };
        Some((links.with_query(&Place::Login.to_string(), &format!("by={by}{next}")), words))
    }

    /// What a passkey is to sign, where passkeys are offered. Not while a form travels along: it would be lost.
    pub fn challenge(&self) -> Option<&str> {
        Some(self.0.value("challenge"))
            .filter(|challenge| !challenge.is_empty() && self.0.carried().is_empty())
    }

    /// Ways in without a password. Not while a form travels along: it would be lost.
    pub fn other_ways(&self) -> Vec<(Place, &'static str)> {
        if !self.0.carried().is_empty() {
            return Vec::new();
        }
        let pin = (self.0.value("bound") == "1").then_some((Place::WayIn(WayIn::Pin), "pin-in"));
        pin.into_iter().chain(OTHER_WAYS).collect()
    }
}

/// Another phone's word, and the way back for whoever has lost the password.
const OTHER_WAYS: [(Place, &str); 2] =
    [(Place::WayIn(WayIn::Other), "other-phone"), (Place::Recovery(RecoveryPlace::Number), "login-forgot")];

/// What `by` says for an address of mail.
pub const BY_EMAIL: &str = "email";
/// What `by` says for a number that was taken off its account.
pub const BY_FORMER: &str = "former";

/// A path of this site as a value in a query.
fn in_query(path: &str) -> String {
    path.replace('%', "%25").replace('?', "%3F").replace('&', "%26").replace('=', "%3D")
}

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
