//! Pages about what guards one's account.

use enishi_core::ids::{DeviceId, SessionId};
use enishi_core::known_device::Known;
use enishi_core::moment::Moment;
use enishi_core::security_log::Kind;
use enishi_core::session;

use super::guarding::GuardingPage;
use crate::form::Form;
use crate::guard_place::GuardPlace;

/// A page about what guards an account.
pub enum SecurityPage {
    /// The password once more, before a sensitive step. Fields: `password`; what was being sent travels along.
    AskAgain(Form),
    /// What guards my account: which phones are signed in, what happened.
    Overview(Box<Overview>),
    /// Another password. Field: `new_password`.
    Password(Form),
    /// What guards it beside the password.
    Guarding(GuardingPage),
}

/// What can be done about it, in this order.
pub const WAYS: &[(GuardPlace, &str)] = &[
    (GuardPlace::Password, "password-change"),
    (GuardPlace::Number, "number"),
    (GuardPlace::Pin, "pin"),
    (GuardPlace::Passkeys, "passkeys"),
    (GuardPlace::App, "app"),
    (GuardPlace::Trusted, "trusted"),
    (GuardPlace::Approve, "approve"),
];

/// What guards my account.
pub struct Overview {
    /// The live sessions, the last used first.
    pub sessions: Vec<session::Line>,
    /// Which of them this one is.
    pub this: SessionId,
    /// The phones it was signed in on, the last used first.
    pub devices: Vec<Known>,
    /// Which of them this one is.
    pub this_device: Option<DeviceId>,
    /// What happened, the newest first.
    pub events: Vec<Happened>,
}

/// Something that happened with my account.
pub struct Happened {
    /// The phrase that tells it.
    pub words: &'static str,
    /// When.
    pub at: Moment,
}

/// The phrase a member is told an event by; `None` where it tells them nothing.
pub fn told(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Joined => "event-joined",
        Kind::SignedIn => "event-signed-in",
        Kind::SignInFailed => "event-sign-in-failed",
        Kind::PasswordChanged => "event-password-changed",
        Kind::NumberChanged => "event-number-changed",
        Kind::NumberBack => "event-number-back",
        Kind::NumberClaimed => "event-number-claimed",
        Kind::NumberKept => "event-number-kept",
        Kind::NumberReleased => "event-number-released",
        Kind::AppOn => "event-app-on",
        Kind::AppOff => "event-app-off",
        Kind::CodesMade => "event-codes-made",
        Kind::RecoveryUsed => "event-recovery-used",
        Kind::DeviceApproved => "event-device-approved",
        Kind::PhoneBound => "event-phone-bound",
        Kind::PhoneUnbound => "event-phone-unbound",
        Kind::PasskeyAdded => "event-passkey-added",
        Kind::PasskeyRemoved => "event-passkey-removed",
        Kind::RecoveryBegun => "event-recovery-begun",
        Kind::RecoveryStopped => "event-recovery-stopped",
        Kind::Recovered => "event-recovered",
        Kind::TrustedChosen => "event-trusted-chosen",
        Kind::TrustedOff => "event-trusted-off",
        Kind::FriendsAsked => "event-friends-asked",
        Kind::FriendConfirmed => "event-friend-confirmed",
        Kind::FriendRefused => "event-friend-refused",
        Kind::SessionEnded => "event-session-ended",
        _ => return None,
    })
}
