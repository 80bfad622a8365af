//! What waits in red letters: one row a subject, checked again whenever it is shown, gone once looked at.

mod list;
mod narrow;
mod news;
pub(crate) mod queries;
pub mod settings;
mod subject;
mod topic;

pub use list::list;
pub use subject::{Notice, Subject};
pub use topic::Topic;

use crate::diary;
use crate::ids::{CommunityId, DiaryId, MemberId, TopicId};
use crate::store::{Result, Tx};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody commented on my entry; the subject is the entry.
    OwnEntry,
    /// Somebody commented on an entry I commented on; the subject is the entry.
    JoinedEntry,
    /// Somebody liked my entry; the subject is the entry.
    Liked,
    /// An entry I commented on is about to open to all members; the subject is the entry.
    Opens,
    /// Somebody accepted my request; the subject is that member.
    Accepted,
    /// Somebody thanked me for my footprint; the subject is that member.
    Thanked,
    /// Somebody has proven my number and asks for a new password; the subject is myself.
    RecoveryBegun,
    /// A new password was chosen that way; the subject is myself.
    Recovered,
    /// My trusted friends do not vouch for whoever asked; the subject is myself.
    FriendsRefused,
    /// I became a trusted friend; the subject is whose.
    TrustedChosen,
    /// Somebody on the way back asks me to recognise them; the subject is the question.
    FriendAsked,
    /// A friend has written what they say of me; the subject is that friend.
    Introduced,
    /// A friend shows others what I say of them; the subject is that friend.
    IntroductionShown,
    /// A friend would have us meet, and both said yes; the subject is the other one.
    Met,
    /// A community I had asked to join has let me in; the subject is the community.
    LetIn,
    /// A community whose owner is gone is mine now; the subject is the community.
    PassedOn,
    /// Somebody commented on my topic; the subject is the topic.
    OwnTopic,
    /// My entry could not be posted at its time; the subject is the draft it stayed.
    HeldBack,
}

impl Kind {
    /// Those whose subject is an entry.
    const ABOUT_ENTRIES: [i16; 4] =
        [Kind::OwnEntry.stored(), Kind::JoinedEntry.stored(), Kind::Liked.stored(), Kind::Opens.stored()];
    /// Those whose subject is a member.
    const ABOUT_MEMBERS: [i16; 6] = [
        Kind::Accepted.stored(),
        Kind::Thanked.stored(),
        Kind::TrustedChosen.stored(),
        Kind::Introduced.stored(),
        Kind::IntroductionShown.stored(),
        Kind::Met.stored(),
    ];
    /// Those about my own account.
    const ABOUT_ME: [i16; 3] =
        [Kind::RecoveryBegun.stored(), Kind::Recovered.stored(), Kind::FriendsRefused.stored()];

    pub(crate) const fn stored(self) -> i16 {
        match self {
            Kind::OwnEntry => 1,
            Kind::JoinedEntry => 2,
            Kind::Accepted => 3,
            Kind::Thanked => 21,
            Kind::Liked => 11,
            Kind::Opens => 13,
            Kind::RecoveryBegun => 41,
            Kind::Recovered => 42,
            Kind::FriendsRefused => 43,
            Kind::TrustedChosen => 51,
            Kind::FriendAsked => 52,
            Kind::Introduced => 61,
            Kind::IntroductionShown => 62,
            Kind::Met => 71,
            Kind::LetIn => 81,
            Kind::OwnTopic => 82,
            Kind::PassedOn => 83,
            Kind::HeldBack => 12,
        }
    }
}

/// Leaves a notice, or renews the one about the same subject, unless its reader wants to hear nothing of such things,
/// or of this entry.
pub(crate) fn leave(tx: &mut Tx<'_>, member: MemberId, kind: Kind, subject: i64) -> Result<()> {
    match kind.topic() {
        Some(topic) if !settings::hears_of(tx, member, topic)? => return Ok(()),
        Some(_) => {}
        None => settings::waits_for(tx, member)?,
    }
    // That words of theirs will be open to all is told to those as well who want to hear nothing of the entry.
    let may_be_quiet = kind != Kind::Opens && Kind::ABOUT_ENTRIES.contains(&kind.stored());
    if may_be_quiet && diary::is_quiet(tx, member, subject)? {
        return Ok(());
    }
    queries::put(tx, member, kind, subject)
}

/// The same of something a person did: its reader may want to be told of such things from some people alone.
pub(crate) fn leave_from(
    tx: &mut Tx<'_>,
    by: MemberId,
    member: MemberId,
    kind: Kind,
    subject: i64,
) -> Result<()> {
    if let Some(topic) = kind.topic()
        && settings::circle_of(tx, member, topic)?.is_some_and(|circle| !circle.has(by))
    {
        return Ok(());
    }
    leave(tx, member, kind, subject)
}

/// What was told is over.
pub(crate) fn take_off(tx: &mut Tx<'_>, member: MemberId, kind: Kind, subject: i64) -> Result<()> {
    queries::delete(tx, member, kind, subject)
}

/// Something waits for an answer of the member and is told by its own row: phones and letters tell of it too.
pub(crate) fn call(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    settings::waits_for(tx, member)
}

/// Whether a notice about the member's own account waits that looking at it takes away.
pub fn waits_about_account(tx: &mut Tx<'_>, me: MemberId) -> Result<bool> {
    Ok(queries::has(tx, me, Kind::Recovered)? || queries::has(tx, me, Kind::FriendsRefused)?)
}

/// The member has looked at what guards the account: that it was come back to waits no longer,
/// nor that friends refused somebody.
pub fn account_was_checked(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    queries::delete(tx, me, Kind::FriendsRefused, me.into())?;
    queries::delete(tx, me, Kind::Recovered, me.into())
}

/// The member has looked at an entry: what was said of it waits no longer, nor that it was liked.
pub fn entry_was_read(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId) -> Result<()> {
    queries::delete_about_entry(tx, me, entry)
}

/// Whether something said of this entry waits for the member.
pub fn waits_about_entry(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId) -> Result<bool> {
    queries::is_about_entry(tx, me, entry)
}

/// The member has looked at a community: that it let them in, or is theirs now, waits no longer.
pub fn community_was_seen(tx: &mut Tx<'_>, me: MemberId, place: CommunityId) -> Result<()> {
    queries::delete(tx, me, Kind::PassedOn, place.into())?;
    queries::delete(tx, me, Kind::LetIn, place.into())
}

/// The member has looked at a topic: what was said in it waits no longer.
pub fn topic_was_read(tx: &mut Tx<'_>, me: MemberId, topic: TopicId) -> Result<()> {
    queries::delete(tx, me, Kind::OwnTopic, topic.into())
}

/// Whether something waits about a community, or about a topic of it.
pub fn waits_about_place(
    tx: &mut Tx<'_>,
    me: MemberId,
    place: CommunityId,
    topic: Option<TopicId>,
) -> Result<bool> {
    match topic {
        Some(topic) => queries::is_told(tx, me, Kind::OwnTopic, topic.into()),
        None => Ok(queries::is_told(tx, me, Kind::LetIn, place.into())?
            || queries::is_told(tx, me, Kind::PassedOn, place.into())?),
    }
}

/// The member has looked at somebody's page: that they accepted, sent thanks, or show an introduction, waits no longer.
pub fn member_was_met(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<()> {
    queries::delete(tx, me, Kind::Accepted, other.into())?;
    queries::delete(tx, me, Kind::IntroductionShown, other.into())?;
    queries::delete(tx, me, Kind::Met, other.into())?;
    queries::delete(tx, me, Kind::Thanked, other.into())
}
