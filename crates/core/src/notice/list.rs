//! The notices of a member, each judged again by what they may see now.

use std::collections::HashSet;

use super::queries::places;
use super::{Topic, narrow, queries};
use crate::diary::{self, Fresh, HeldBack};
use crate::ids::{CommunityId, DiaryId, DraftId, FriendAskId, MemberId, TopicId};
use crate::meeting::{self, MeetingOffer};
use crate::member::Card;
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::trusted;

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
            Subject::Opens { .. }
            | Subject::OpensUnread
            | Subject::RecoveryBegun
            | Subject::Recovered
            | Subject::FriendsRefused
            | Subject::TrustedChosen { .. }
            | Subject::FriendAsked { .. }
            | Subject::Introduced { .. }
            | Subject::IntroductionShown { .. }
            | Subject::MeetingOffered { .. }
            | Subject::Met { .. }
            | Subject::JoinAsked { .. }
            | Subject::PlaceOffered { .. }
            | Subject::LetIn { .. }
            | Subject::HeldBack { .. } => None,
        }
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

/// What waits for a member, the newest first. A subject they may no longer see is not among it.
pub fn list(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let mut notices = queries::about_entries(tx, me)?;
    count_fresh(tx, me, &mut notices)?;
    notices.extend(queries::opening(tx, me)?);
    notices.extend(queries::opening_unread(tx, me)?);
    notices.extend(queries::accepted(tx, me)?);
    notices.extend(queries::from_people(tx, me)?);
    notices.extend(places::asked(tx, me)?);
    notices.extend(places::offered(tx, me)?);
    notices.extend(places::let_in(tx, me)?);
    notices.extend(places::own_topics(tx, me)?);
    notices.extend(queries::about_drafts(tx, me)?);
    notices.extend(queries::about_account(tx, me)?);
    notices.extend(meetings_offered(tx, me)?);
    notices.extend(trusted::told_chosen(tx, me)?);
    notices.extend(trusted::told_asked(tx, me)?);
    narrow::narrow(tx, me, &mut notices)?;
    notices.sort_by_key(|notice| std::cmp::Reverse(notice.newest_at));
    Ok(notices)
}

/// Offers wait by themselves, until they are answered or over: one line for each friend who has made any.
fn meetings_offered(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let mut seen = HashSet::new();
    let offers = meeting::offers(tx, me)?.into_iter().filter(|offer| seen.insert(offer.by.id));
    let notice = |offer: MeetingOffer| Notice {
        subject: Subject::MeetingOffered { by: offer.by },
        newest_at: offer.offered_at,
    };
    Ok(offers.map(notice).collect())
}

/// Says of each entry how many comments are new and where they begin.
fn count_fresh(tx: &mut Tx<'_>, me: MemberId, notices: &mut [Notice]) -> Result<()> {
    let mut about = Vec::new();
    for notice in notices {
        if let Subject::OwnEntry { entry, fresh, .. } | Subject::JoinedEntry { entry, fresh, .. } =
            &mut notice.subject
        {
            about.push((*entry, fresh));
        }
    }
    let ids: Vec<DiaryId> = about.iter().map(|(entry, _)| *entry).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let found = diary::fresh_of(tx, me, &ids, None)?;
    for (entry, fresh) in about {
        *fresh = found.get(&entry).copied().unwrap_or_default();
    }
    Ok(())
}
