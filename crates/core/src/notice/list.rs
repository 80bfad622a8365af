//! The notices of a member, each judged again by what they may see now.

use super::{Topic, queries};
use crate::diary::{self, Fresh};
use crate::ids::{DiaryId, FriendAskId, MemberId};
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
}

impl Subject {
    /// What it is about, as its reader may have chosen; `None` for what guards the account.
    pub fn topic(&self) -> Option<Topic> {
        match self {
            Subject::OwnEntry { .. } => Some(Topic::OwnEntry),
            Subject::JoinedEntry { .. } => Some(Topic::JoinedEntry),
            Subject::Liked { .. } => Some(Topic::Liked),
            Subject::Accepted { .. } => Some(Topic::Accepted),
            Subject::Thanked { .. } => Some(Topic::Thanked),
            Subject::RecoveryBegun
            | Subject::Recovered
            | Subject::FriendsRefused
            | Subject::TrustedChosen { .. }
            | Subject::FriendAsked { .. }
            | Subject::Introduced { .. }
            | Subject::IntroductionShown { .. } => None,
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
    notices.extend(queries::accepted(tx, me)?);
    notices.extend(queries::from_people(tx, me)?);
    notices.extend(queries::about_account(tx, me)?);
    notices.extend(trusted::told_chosen(tx, me)?);
    notices.extend(trusted::told_asked(tx, me)?);
    notices.sort_by_key(|notice| std::cmp::Reverse(notice.newest_at));
    Ok(notices)
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
    let found = diary::fresh_of(tx, me, &ids)?;
    for (entry, fresh) in about {
        *fresh = found.get(&entry).copied().unwrap_or_default();
    }
    Ok(())
}
