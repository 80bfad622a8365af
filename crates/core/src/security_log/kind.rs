//! The kinds of events, each with the word it is stored under.

/// Declares the kinds and their words once.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// What happened.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind {
            $($(#[$doc])* $name,)*
        }

        impl Kind {
            /// Every kind, in the order a list offers them.
            pub const ALL: &'static [Kind] = &[$(Kind::$name,)*];

            /// The word it is stored under. It never changes once used.
            pub const fn word(self) -> &'static str {
                match self { $(Kind::$name => $word,)* }
            }

            /// The kind of a stored word.
            pub fn of_word(word: &str) -> Option<Kind> {
                match word { $($word => Some(Kind::$name),)* _ => None }
            }
        }
    };
}

kinds! {
    /// Somebody joined.
    Joined = "joined";
    /// A member signed in.
    SignedIn = "signed-in";
    /// A password or second factor was wrong.
    SignInFailed = "sign-in-failed";
    /// A member's password was changed by its owner.
    PasswordChanged = "password-changed";
    /// A member sent a signed-in phone away.
    SessionEnded = "session-ended";
    /// A member put an authenticator app up.
    AppOn = "app-on";
    /// A member took the authenticator app off.
    AppOff = "app-off";
    /// A member made new recovery codes.
    CodesMade = "codes-made";
    /// A member signed in with a recovery code.
    RecoveryUsed = "recovery-used";
    /// A member let another phone in.
    DeviceApproved = "device-approved";
    /// A member bound a keypad phone by a PIN.
    PhoneBound = "phone-bound";
    /// That bond ended: its owner's wish, or too many wrong PINs.
    PhoneUnbound = "phone-unbound";
    /// A member made a passkey.
    PasskeyAdded = "passkey-added";
    /// A member took a passkey off.
    PasskeyRemoved = "passkey-removed";
    /// Somebody proved a member's number and asks for a new password.
    RecoveryBegun = "recovery-begun";
    /// The member, signed in elsewhere, put an end to that.
    RecoveryStopped = "recovery-stopped";
    /// A new password was chosen on the way back.
    Recovered = "recovered";
    /// A member chose three trusted friends.
    TrustedChosen = "trusted-chosen";
    /// A member has none any more.
    TrustedOff = "trusted-off";
    /// Somebody on the way back has the trusted friends asked.
    FriendsAsked = "friends-asked";
    /// One of them recognised the member.
    FriendConfirmed = "friend-confirmed";
    /// One of them did not.
    FriendRefused = "friend-refused";
    /// A member changed their number.
    NumberChanged = "number-changed";
    /// That change was taken back.
    NumberBack = "number-back";
    /// Somebody new proved a member's number and says it is theirs now.
    NumberClaimed = "number-claimed";
    /// The member still has it.
    NumberKept = "number-kept";
    /// The member did not say so in time: the number is free.
    NumberReleased = "number-released";
    /// A limit stopped somebody.
    LimitReached = "limit-reached";
    /// An operator signed in.
    OperatorSignedIn = "operator-signed-in";
    /// An operator's password or second factor was wrong.
    OperatorSignInFailed = "operator-sign-in-failed";
    /// An operator has set a password and a second factor.
    OperatorSetUp = "operator-set-up";
    /// An operator signed out.
    OperatorSignedOut = "operator-signed-out";
    /// An operator used a recovery code in place of the app.
    OperatorRecoveryUsed = "operator-recovery-used";
    /// An operator made new recovery codes.
    OperatorCodesMade = "operator-codes-made";
    /// An operator was made, reset or removed at the command line.
    OperatorChanged = "operator-changed";
    /// An operator changed a setting of the running site.
    SettingChanged = "setting-changed";
    /// New keys were made at the command line, and wait to be brought in.
    KeysMade = "keys-made";
    /// New keys are written with from here on.
    KeysChanged = "keys-changed";
    /// Keys were let go that nothing lay under any more.
    KeysRetired = "keys-retired";
    /// The texts of today near their budget: newcomers need an invitation.
    SmsBudgetNear = "sms-budget-near";
    /// The texts of today are spent: newcomers wait their turn.
    SmsBudgetSpent = "sms-budget-spent";
    /// The texts of today to one country are spent.
    SmsCountrySpent = "sms-country-spent";
    /// The texts of today for members who have lost their password are spent.
    RecoveryShareSpent = "recovery-share-spent";
    /// Neighbouring numbers had all the texts they may have.
    SmsPrefixFull = "sms-prefix-full";
    /// Many texts to neighbouring numbers and few codes came back: nothing more is sent there.
    SmsPrefixHeld = "sms-prefix-held";
    /// The provider of text messages does not answer.
    SmsProviderDown = "sms-provider-down";
    /// It answers again.
    SmsProviderBack = "sms-provider-back";
    /// A member was suspended.
    Suspended = "suspended";
    /// A suspended member may come in again.
    Resumed = "resumed";
    /// A number was put on the list of those that may not sign up.
    Banned = "banned";
    /// A number was taken off that list.
    BanLifted = "ban-lifted";
    /// An operator said yes to somebody who waited.
    Approved = "approved";
    /// An operator said no to somebody who waited.
    Declined = "declined";
    /// A branch of the tree of invitations was revoked.
    BranchRevoked = "branch-revoked";
    /// A member confirmed an address of electronic mail.
    EmailConfirmed = "email-confirmed";
    /// A member took their address off.
    EmailRemoved = "email-removed";
    /// A member asked to leave.
    Leaving = "leaving";
    /// A member who was leaving came back.
    CameBack = "came-back";
    /// A member's things were deleted for good.
    Erased = "erased";
}

impl Kind {
    /// What an operator should look at soon.
    pub const ALERTS: &'static [Kind] = &[
        Kind::SmsBudgetNear,
        Kind::SmsBudgetSpent,
        Kind::SmsCountrySpent,
        Kind::RecoveryShareSpent,
        Kind::SmsPrefixFull,
        Kind::SmsPrefixHeld,
        Kind::SmsProviderDown,
        Kind::SmsProviderBack,
        Kind::OperatorSignInFailed,
        Kind::OperatorRecoveryUsed,
        Kind::OperatorChanged,
        Kind::KeysMade,
        Kind::KeysChanged,
        Kind::KeysRetired,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back_to_its_kind() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_word(kind.word()), Some(*kind));
        }
        assert_eq!(Kind::of_word("nothing"), None);
    }
}
