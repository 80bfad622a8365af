//! Addresses of what guards an account.

use std::fmt;

use enishi_core::ids::{DeviceId, FriendAskId, MemberId, PasskeyId, PinnedPhoneId, SessionId};
use enishi_device::ImageFormat;

use crate::place::ending;

/// Trusted friends chosen so far, one after the other, and where the list of the others goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Picks {
    /// Whom, as far as chosen.
    pub chosen: [Option<MemberId>; 3],
    /// The friend the list begins after.
    pub after: Option<MemberId>,
}

impl Picks {
    /// Those chosen.
    pub fn all(&self) -> impl Iterator<Item = MemberId> {
        self.chosen.into_iter().flatten()
    }

    /// With one more, and the list from its beginning.
    #[must_use]
    pub fn with(self, friend: MemberId) -> Picks {
        let mut chosen = self.chosen;
        if let Some(free) = chosen.iter_mut().find(|pick| pick.is_none()) {
            *free = Some(friend);
        }
        Picks { chosen, after: None }
    }
}

impl fmt::Display for Picks {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [one, two, three] = self.chosen;
        let named = [("one", one), ("two", two), ("three", three), ("after", self.after)];
        let given = named.into_iter().filter_map(|(name, id)| Some((name, id?)));
        given
            .zip(std::iter::once('?').chain(std::iter::repeat('&')))
            .try_for_each(|((name, id), joint)| write!(out, "{joint}{name}={id}"))
    }
}

/// A page about what guards an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuardPlace {
    /// The password once more.
    Again,
    /// What guards my account.
    Overview,
    /// Another password.
    Password,
    /// Send one signed-in phone away (POST).
    EndSession(SessionId),
    /// Send all others away (POST).
    EndOthers,
    /// The authenticator app.
    App,
    /// Put it up (POST).
    AppBegin,
    /// New recovery codes (POST).
    AppCodes,
    /// They are written down (POST).
    AppCodesWritten,
    /// Take it off (POST).
    AppOff,
    /// The picture an app reads.
    AppQr(ImageFormat),
    /// Let another phone in.
    Approve,
    /// Yes (POST).
    ApproveYes,
    /// No (POST).
    ApproveNo,
    /// Passkeys.
    Passkeys,
    /// Take one off (POST).
    RemovePasskey(PasskeyId),
    /// My number (GET: which it is; POST: send a code to another).
    Number,
    /// I still have it (POST).
    NumberKeep,
    /// The code that went to the new number.
    NumberCode,
    /// Send another (POST).
    NumberResend,
    /// Trusted friends (GET: whom I have chosen; POST: choose three).
    Trusted,
    /// Choosing them, one after the other.
    TrustedPick(Picks),
    /// Nobody any more (POST).
    TrustedOff,
    /// I do not vouch for this member any more (POST).
    TrustedStepBack(MemberId),
    /// A friend on the way back asks me to recognise them (GET asks; POST answers).
    FriendAsk(FriendAskId),
    /// A PIN on a keypad phone.
    Pin,
    /// Take it off a phone (POST).
    Unbind(PinnedPhoneId),
    /// Forget a phone (POST).
    ForgetDevice(DeviceId),
}

impl fmt::Display for GuardPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GuardPlace::Again => out.write_str("/me/again"),
            GuardPlace::Overview => out.write_str("/me/security"),
            GuardPlace::Password => out.write_str("/me/security/password"),
            GuardPlace::EndSession(id) => write!(out, "/me/security/sessions/{id}/end"),
            GuardPlace::App => out.write_str("/me/security/app"),
            GuardPlace::AppBegin => out.write_str("/me/security/app/begin"),
            GuardPlace::AppCodes => out.write_str("/me/security/app/codes"),
            GuardPlace::AppCodesWritten => out.write_str("/me/security/app/written"),
            GuardPlace::AppOff => out.write_str("/me/security/app/off"),
            GuardPlace::AppQr(format) => write!(out, "/me/security/app/qr.{}", ending(*format)),
            GuardPlace::Approve => out.write_str("/me/security/approve"),
            GuardPlace::ApproveYes => out.write_str("/me/security/approve/yes"),
            GuardPlace::ApproveNo => out.write_str("/me/security/approve/no"),
            GuardPlace::Passkeys => out.write_str("/me/security/passkeys"),
            GuardPlace::RemovePasskey(id) => write!(out, "/me/security/passkeys/{id}/remove"),
            GuardPlace::Number => out.write_str("/me/security/number"),
            GuardPlace::NumberKeep => out.write_str("/me/security/number/keep"),
            GuardPlace::NumberCode => out.write_str("/me/security/number/code"),
            GuardPlace::NumberResend => out.write_str("/me/security/number/code/resend"),
            GuardPlace::Trusted => out.write_str("/me/security/trusted"),
            GuardPlace::TrustedPick(picks) => write!(out, "/me/security/trusted/pick{picks}"),
            GuardPlace::TrustedOff => out.write_str("/me/security/trusted/off"),
            GuardPlace::TrustedStepBack(id) => write!(out, "/me/security/trusted/{id}/leave"),
            GuardPlace::FriendAsk(id) => write!(out, "/trusted/{id}"),
            GuardPlace::Pin => out.write_str("/me/security/pin"),
            GuardPlace::Unbind(id) => write!(out, "/me/security/pin/{id}/end"),
            GuardPlace::ForgetDevice(id) => write!(out, "/me/security/devices/{id}/forget"),
            GuardPlace::EndOthers => out.write_str("/me/security/sessions/end"),
        }
    }
}
