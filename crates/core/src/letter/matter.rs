//! What a letter is about. The words are said when it is sent, in the language of whoever it is about.

/// Declares the matters and the words they are kept under.
macro_rules! matters {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// What a letter is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Matter {
            $($(#[$doc])* $name,)*
        }

        impl Matter {
            /// Every matter.
            pub const ALL: &'static [Matter] = &[$(Matter::$name,)*];

            pub(super) const fn stored(self) -> &'static str {
                match self { $(Matter::$name => $word,)* }
            }

            pub(super) fn of_stored(word: &str) -> Option<Matter> {
                match word { $($word => Some(Matter::$name),)* _ => None }
            }
        }
    };
}

matters! {
    /// Somebody named this address: a link confirms it.
    ConfirmEmail = "confirm-email";
    /// Somebody named this address, and it is another member's.
    EmailTaken = "email-taken";
    /// The address was changed or taken off: to the one that goes.
    EmailChanged = "email-changed";
    /// What guards signing in was changed: an app, a passkey, a phone.
    GuardChanged = "guard-changed";
    /// A code for somebody who has proven the number and lost the password.
    RecoveryCode = "recovery-code";
    /// A new password was chosen on the way back.
    Recovered = "recovered";
    /// The three trusted friends were chosen, or nobody is any more.
    TrustedChanged = "trusted-changed";
    /// Somebody on the way back has the trusted friends asked.
    FriendsAsked = "friends-asked";
    /// They do not vouch for whoever asked.
    FriendsRefused = "friends-refused";
    /// The number was changed: a link takes it back.
    NumberChanged = "number-changed";
    /// The number that was changed is back.
    NumberBack = "number-back";
    /// Somebody new proved the number of this account: is it still theirs?
    NumberClaimed = "number-claimed";
    /// Nobody said so: the account has no number any more.
    NumberReleased = "number-released";
    /// The account will be deleted; until then one may come back.
    Leaving = "leaving";
    /// What happened lately; it is gathered when the letter is sent.
    Digest = "digest";
}

impl Matter {
    /// Whether it tells of something that happened, rather than answering what its reader just asked for.
    pub fn is_notice(self) -> bool {
        !matches!(self, Matter::ConfirmEmail | Matter::EmailTaken | Matter::RecoveryCode)
    }
}
