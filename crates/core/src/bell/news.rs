//! Whether there is anything to ring for, as its owner may see it now.

use super::queries::{self, By};
use crate::digest;
use crate::friend::circle::Circle;
use crate::ids::MemberId;
use crate::moment::Moment;
use crate::mute;
use crate::notice::settings::{self, Reach};
use crate::notice::{Notice, Subject, Topic};
use crate::store::{Result, Tx};

/// Whether something that happened then or later still waits: of a kind they chose, open to them, and not from somebody
/// whose news they let rest.
pub(super) fn has_any(tx: &mut Tx<'_>, me: MemberId, since: Moment) -> Result<bool> {
    let chosen = settings::settings(tx, me)?;
    let rings = |topic: Topic| chosen.reach(topic) == Reach::Phone;
    let before = Moment::from_millis(since.millis() - 1);
    let (requests, notices) = digest::waiting(tx, me, before, |topic| topic.is_none_or(rings))?;
    let resting = mute::resting_at_all(tx, me)?;
    if requests > 0 && queries::is_asked(tx, me, before, &resting)? {
        return Ok(true);
    }
    for notice in notices {
        if is_news(tx, me, &notice, before, &resting)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_news(tx: &mut Tx<'_>, me: MemberId, notice: &Notice, before: Moment, resting: &Circle) -> Result<bool> {
    match &notice.subject {
        Subject::OwnEntry { entry, .. } => {
            let by = by_whom(tx, me, Topic::OwnEntry, resting)?;
            queries::is_spoken_of(tx, me, *entry, before, &by)
        }
        Subject::JoinedEntry { entry, author, .. } => {
            let by = by_whom(tx, me, Topic::JoinedEntry, resting)?;
            Ok(!resting.has(author.id) && queries::is_spoken_of(tx, me, *entry, before, &by)?)
        }
        Subject::Liked { entry, .. } => {
            let by = by_whom(tx, me, Topic::Liked, resting)?;
            queries::is_liked(tx, me, *entry, before, &by)
        }
        Subject::Accepted { friend: by }
        | Subject::Thanked { by }
        | Subject::Introduced { by }
        | Subject::IntroductionShown { by }
        | Subject::MeetingOffered { by }
        | Subject::PlaceOffered { by, .. }
        | Subject::Met { other: by } => Ok(!resting.has(by.id)),
        Subject::JoinAsked { place, .. } => queries::is_join_asked(tx, me, *place, before, resting),
        Subject::OwnTopic { topic, .. } => queries::is_talked_in(tx, me, *topic, before, resting),
        // What guards an account, or their own words, is told whoever it comes from.
        Subject::Opens { .. }
        | Subject::OpensUnread
        | Subject::HeldBack { .. }
        | Subject::LetIn { .. }
        | Subject::PassedOn { .. }
        | Subject::RecoveryBegun
        | Subject::Recovered
        | Subject::FriendsRefused
        | Subject::TrustedChosen { .. }
        | Subject::FriendAsked { .. } => Ok(true),
    }
}

/// Whose doing a phone may ring for, beside what may be seen: of a group where one was chosen, and nobody's whose news
/// rest.
fn by_whom<'a>(tx: &mut Tx<'_>, me: MemberId, topic: Topic, resting: &'a Circle) -> Result<By<'a>> {
    Ok(By { chosen: settings::circle_of(tx, me, topic)?, resting })
}
