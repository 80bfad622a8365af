//! What a notice is about, as it is shown.

use super::Topic;
use crate::diary::{Fresh, HeldBack};
use crate::ids::{CommunityId, DiaryId, DraftId, FriendAskId, TopicId};
use crate::member::Card;
use crate::moment::Moment;

/// What a notice is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// New comments on my own entry.
    OwnEntry {
        /// The entry.
        entry: DiaryId,
        /// Its title.
        title: String,
        /// How many, and which is the first.
        fresh: Fresh,
    },
    /// New comments on an entry I had commented on.
    JoinedEntry {
        /// The entry.
        entry: DiaryId,
        /// Its title.
        title: String,
        /// Whose it is.
        author: Card,
        /// How many, and which is the first.
        fresh: Fresh,
    },
    /// My own entry was liked.
    Liked {
        /// The entry.
        entry: DiaryId,
        /// Its title.
        title: String,
    },
    /// An entry I commented on is about to open to all members.
    Opens {
        /// The entry.
        entry: DiaryId,
        /// Its title.
        title: String,
        /// Whose it is.
        author: Card,
        /// In so many hours, the one that has begun among them.
        hours: i64,
    },
    /// The same, of one that I may not read now: I can only take my words away.
    OpensUnread,
    /// A request of mine was accepted.
    Accepted {
        /// By whom.
        friend: Card,
    },
    /// Somebody has proven my number and asks for a new password.
    RecoveryBegun,
    /// A new password was chosen that way.
    Recovered,
    /// My trusted friends do not vouch for whoever asked.
    FriendsRefused,
    /// I am somebody's trusted friend now.
    TrustedChosen {
        /// Whose.
        by: Card,
    },
    /// A friend on the way back asks me to recognise them.
    FriendAsked {
        /// The question.
        ask: FriendAskId,
        /// Who.
        by: Card,
    },
    /// Somebody thanked me for my footprint.
    Thanked {
        /// Who.
        by: Card,
    },
    /// A friend has written what they say of me, and waits for my yes.
    Introduced {
        /// Who.
        by: Card,
    },
    /// A friend shows others what I say of them.
    IntroductionShown {
        /// Who.
        by: Card,
    },
    /// A friend would like me to meet somebody, and waits for my answer.
    MeetingOffered {
        /// Who.
        by: Card,
    },
    /// Both of us said yes to meeting.
    Met {
        /// The other one.
        other: Card,
    },
    /// Some ask to come into a community of mine, and wait for my answer.
    JoinAsked {
        /// Which.
        place: CommunityId,
        /// What it is called.
        name: String,
        /// How many.
        people: i64,
    },
    /// Somebody would hand their community over to me, and waits for my answer.
    PlaceOffered {
        /// Which.
        place: CommunityId,
        /// What it is called.
        name: String,
        /// Who.
        by: Card,
    },
    /// A community I had asked to join has let me in.
    LetIn {
        /// Which.
        place: CommunityId,
        /// What it is called.
        name: String,
    },
    /// A community whose owner is gone is mine now.
    PassedOn {
        /// Which.
        place: CommunityId,
        /// What it is called.
        name: String,
    },
    /// New comments on my topic.
    OwnTopic {
        /// In which community.
        place: CommunityId,
        /// The topic.
        topic: TopicId,
        /// What it is called.
        title: String,
    },
    /// An entry of mine was not posted at its time.
    HeldBack {
        /// The draft it stayed.
        draft: DraftId,
        /// Its title.
        title: String,
        /// Why.
        why: HeldBack,
    },
}

impl Subject {
    /// What it is about, as its reader may have chosen; `None` for what is always told: what guards the account, or
    /// waits for an answer.
    pub fn topic(&self) -> Option<Topic> {
        match self {
            Subject::OwnEntry { .. } => Some(Topic::OwnEntry),
            Subject::JoinedEntry { .. } => Some(Topic::JoinedEntry),
            Subject::Liked { .. } => Some(Topic::Liked),
            Subject::Accepted { .. } => Some(Topic::Accepted),
            Subject::Thanked { .. } => Some(Topic::Thanked),
            Subject::OwnTopic { .. } => Some(Topic::OwnTopic),
            Subject::LetIn { .. } | Subject::PassedOn { .. } => Some(Topic::Places),
            Subject::IntroductionShown { .. } | Subject::Met { .. } => Some(Topic::Meetings),
            Subject::Opens { .. }
            | Subject::OpensUnread
            | Subject::RecoveryBegun
            | Subject::Recovered
            | Subject::FriendsRefused
            | Subject::TrustedChosen { .. }
            | Subject::FriendAsked { .. }
            | Subject::Introduced { .. }
            | Subject::MeetingOffered { .. }
            | Subject::JoinAsked { .. }
            | Subject::PlaceOffered { .. }
            | Subject::HeldBack { .. } => None,
        }
    }

    /// Whether a letter that tells nothing else has told it.
    pub(crate) fn has_own_letter(&self) -> bool {
        matches!(self, Subject::Recovered | Subject::FriendsRefused)
    }
}

/// One thing that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What about.
    pub subject: Subject,
    /// When it last happened.
    pub newest_at: Moment,
}
