//! The notices of a member, each judged again by what they may see now.

use std::collections::HashSet;

use super::news::News;
use super::queries::{self, places};
use super::{Kind, Notice, Subject, narrow};
use crate::ids::MemberId;
use crate::meeting::{self, MeetingOffer};
use crate::store::{Result, Tx};
use crate::trusted;

/// Shows notices of some kinds.
type Source = fn(&mut Tx<'_>, MemberId) -> Result<Vec<Notice>>;

/// What shows each kind. Of what does not wait nothing is asked: home is looked at far more often than something happens.
const SOURCES: [(&[Kind], Source); 11] = [
    (&[Kind::OwnEntry, Kind::JoinedEntry, Kind::Liked], about_entries),
    (&[Kind::Opens], opening),
    (&[Kind::Accepted], queries::accepted),
    (&[Kind::Thanked, Kind::Introduced, Kind::IntroductionShown, Kind::Met], queries::from_people),
    (&[Kind::LetIn], places::let_in),
    (&[Kind::PassedOn], places::passed_on),
    (&[Kind::OwnTopic], places::own_topics),
    (&[Kind::HeldBack], queries::about_drafts),
    (&[Kind::RecoveryBegun, Kind::Recovered, Kind::FriendsRefused], queries::about_account),
    (&[Kind::TrustedChosen], trusted::told_chosen),
    (&[Kind::FriendAsked], trusted::told_asked),
];

/// What waits for a member, the newest first. A subject they may no longer see is not among it.
pub fn list(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let mut notices = left(tx, me)?;
    notices.extend(places::asked(tx, me)?);
    notices.extend(places::offered(tx, me)?);
    notices.extend(meetings_offered(tx, me)?);
    narrow::narrow(tx, me, &mut notices)?;
    notices.sort_by_key(|notice| std::cmp::Reverse(notice.newest_at));
    Ok(notices)
}

/// What was left for them; whatever else waits is told by its own rows.
fn left(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let waiting = queries::kinds(tx, me)?;
    let waits = |kind: &Kind| waiting.contains(&kind.stored());
    let mut notices = Vec::new();
    for (_, source) in SOURCES.iter().filter(|(kinds, _)| kinds.iter().any(waits)) {
        notices.extend(source(tx, me)?);
    }
    Ok(notices)
}

fn about_entries(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let mut notices = queries::about_entries(tx, me)?;
    let news = News::of(tx, me, &notices, None)?;
    notices.retain_mut(|notice| news.tell(notice));
    Ok(notices)
}

fn opening(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let mut notices = queries::opening(tx, me)?;
    notices.extend(queries::opening_unread(tx, me)?);
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
