//! Ids: 64 bits, distinct types, written in addresses as up to 13 characters of base 32.
//!
//! The alphabet is Crockford's (0–9 and a–z without i, l, o, u): no two signs look alike on a small
//! screen, and each is few presses away on ten keys.

use std::fmt;
use std::str::FromStr;

use crate::store::stored_as_bigint;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Not an id: wrong length, or a sign outside the alphabet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        stored_as_bigint! {
            $(#[$doc])*
            pub struct $name;
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_base32(self.0 as u64, out)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read_base32(text).map($name)
            }
        }
    )*};
}

id_types! {
    /// A person here.
    MemberId;
    /// A member's named list of friends.
    GroupId;
    /// A diary entry.
    DiaryId;
    /// A draft of a diary entry.
    DraftId;
    /// A category of somebody's entries.
    CategoryId;
    /// A voice: one line.
    VoiceId;
    /// What a friend says of somebody.
    IntroductionId;
    /// An offer to two people to meet.
    MeetingId;
    /// A place that members share.
    CommunityId;
    /// Something talked about in a community.
    TopicId;
    /// A photograph on a member's page.
    ProfilePhotoId;
    /// A picture somebody uploaded.
    PictureId;
    /// A session: one signed-in phone.
    SessionId;
    /// A phone a member has signed in on.
    DeviceId;
    /// A keypad phone bound by a PIN.
    PinnedPhoneId;
    /// A passkey of a member.
    PasskeyId;
    /// A phone that rings when something waits.
    BellId;
    /// Somebody's way through the door, not yet a member.
    SignupId;
    /// The way back from a changed number.
    NumberUndoId;
    /// A claim to a number that has an account.
    NumberClaimId;
    /// An invitation a member has made.
    InvitationId;
    /// A knot in the tree of who came through whom.
    KnotId;
    /// Somebody who runs the site.
    OperatorId;
    /// An operator at the desk.
    DeskId;
    /// Somebody on the way back to an account.
    RecoveryId;
    /// A friend asked to vouch for somebody on the way back.
    FriendAskId;
    /// A line of the security log.
    EventId;
    /// A text message in the queue.
    TextId;
    /// A letter in the queue.
    LetterId;
    /// Numbers that share all but their last digits.
    PrefixId;
}

fn write_base32(mut value: u64, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut signs = [b'0'; 13];
    let mut start = signs.len();
    loop {
        start -= 1;
        signs[start] = ALPHABET[(value & 31) as usize];
        value >>= 5;
        if value == 0 {
            break;
        }
    }
    out.write_str(std::str::from_utf8(&signs[start..]).unwrap_or_default())
}

/// One spelling an id: no leading zero, lower case, so that a page has one address.
fn read_base32(text: &str) -> Result<i64, NotAnId> {
    if text.is_empty() || text.len() > 13 || (text.len() > 1 && text.starts_with('0')) {
        return Err(NotAnId);
    }
    let mut value: u64 = 0;
    for sign in text.bytes() {
        let digit = ALPHABET.iter().position(|known| *known == sign).ok_or(NotAnId)? as u64;
        value = value.checked_mul(32).and_then(|shifted| shifted.checked_add(digit)).ok_or(NotAnId)?;
    }
    i64::try_from(value).map_err(|_| NotAnId)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_id_has_one_spelling() {
        for wrong in ["", "01", "A1", "i", "zzzzzzzzzzzzz", "11111111111111", " 1", "1%00"] {
            assert_eq!(wrong.parse::<DiaryId>(), Err(NotAnId), "{wrong:?}");
        }
        assert_eq!("0".parse::<DiaryId>(), Ok(DiaryId(0)));
    }

    proptest! {
        #[test]
        fn written_and_read_back_it_is_the_same(raw in 0i64..=i64::MAX) {
            let text = MemberId(raw).to_string();
            prop_assert!(text.len() <= 13);
            prop_assert_eq!(text.parse::<MemberId>(), Ok(MemberId(raw)));
        }
    }
}
