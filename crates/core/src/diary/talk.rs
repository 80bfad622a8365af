//! Who may comment on an entry, of those who may read it.

use crate::ids::MemberId;
use crate::store::{Result, Tx};
use crate::visibility::queries::are_friends;

/// Whom the author lets comment. It is asked anew at each comment: those already written stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Talk {
    /// Everyone who reads the entry.
    #[default]
    Readers,
    /// The author's friends, of those who read it.
    Friends,
    /// Nobody.
    Nobody,
}

impl Talk {
    /// All three, in the order of forms.
    pub const ALL: [Talk; 3] = [Talk::Readers, Talk::Friends, Talk::Nobody];

    /// The value in forms.
    pub fn key(self) -> &'static str {
        match self {
            Talk::Readers => "readers",
            Talk::Friends => "friends",
            Talk::Nobody => "nobody",
        }
    }

    /// From a form.
    pub fn from_key(key: &str) -> Option<Talk> {
        Talk::ALL.into_iter().find(|talk| talk.key() == key)
    }

    pub(super) fn stored(self) -> i16 {
        match self {
            Talk::Readers => 0,
            Talk::Friends => 1,
            Talk::Nobody => 2,
        }
    }

    /// What makes no sense is read as the narrowest.
    pub(super) fn from_stored(stored: i16) -> Talk {
        Talk::ALL.into_iter().find(|talk| talk.stored() == stored).unwrap_or(Talk::Nobody)
    }
}

/// Whether one reader may comment, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayComment {
    /// They may.
    Yes,
    /// Only friends of the author may.
    FriendsOnly,
    /// Nobody may.
    Closed,
}

/// Whether `me`, who reads the entry, may comment on it now.
pub(super) fn may_comment(tx: &mut Tx<'_>, me: MemberId, author: MemberId, talk: Talk) -> Result<MayComment> {
    Ok(match talk {
        Talk::Readers => MayComment::Yes,
        Talk::Friends if me == author || are_friends(tx, me, author)? => MayComment::Yes,
        Talk::Friends => MayComment::FriendsOnly,
        Talk::Nobody => MayComment::Closed,
    })
}
