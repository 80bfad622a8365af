//! Of what waits, what was done by those whom its reader wants to be told of.

mod queries;

use std::collections::HashSet;

use super::{Notice, Subject, Topic, settings};
use crate::diary;
use crate::friend::circle::Circle;
use crate::ids::{DiaryId, MemberId};
use crate::store::{Result, Tx};

/// Leaves out what somebody else did, and counts among comments only theirs.
pub(super) fn narrow(tx: &mut Tx<'_>, me: MemberId, notices: &mut Vec<Notice>) -> Result<()> {
    for topic in narrowed(tx, me, notices)? {
        let Some(circle) = settings::circle_of(tx, me, topic)? else { continue };
        narrow_topic(tx, me, topic, &circle, notices)?;
    }
    Ok(())
}

/// The topics of what waits for which somebody was chosen.
fn narrowed(tx: &mut Tx<'_>, me: MemberId, notices: &[Notice]) -> Result<Vec<Topic>> {
    let can_be = |notice: &Notice| notice.subject.topic().is_some_and(Topic::can_be_narrowed);
    if !notices.iter().any(can_be) {
        return Ok(Vec::new());
    }
    let sources = settings::sources(tx, me)?;
    let waits = |topic: &Topic| notices.iter().any(|notice| notice.subject.topic() == Some(*topic));
    Ok(Topic::ALL.iter().copied().filter(|topic| sources.group(*topic).is_some() && waits(topic)).collect())
}

fn narrow_topic(
    tx: &mut Tx<'_>,
    me: MemberId,
    topic: Topic,
    circle: &Circle,
    notices: &mut Vec<Notice>,
) -> Result<()> {
    let about: Vec<DiaryId> = notices.iter().filter_map(|notice| entry_of(notice, topic)).collect();
    let (spoken, liked) = match topic {
        Topic::OwnEntry | Topic::JoinedEntry => {
            (diary::fresh_of(tx, me, &about, Some(circle))?, HashSet::new())
        }
        Topic::Liked => (Default::default(), queries::liked_by(tx, &about, circle)?),
        _ => Default::default(),
    };
    notices.retain_mut(|notice| {
        if notice.subject.topic() != Some(topic) {
            return true;
        }
        match &mut notice.subject {
            Subject::OwnEntry { entry, fresh, .. } | Subject::JoinedEntry { entry, fresh, .. } => {
                let found = spoken.get(entry).copied();
                *fresh = found.unwrap_or_default();
                found.is_some()
            }
            Subject::Liked { entry, .. } => liked.contains(entry),
            Subject::Thanked { by } => circle.has(by.id),
            _ => true,
        }
    });
    Ok(())
}

fn entry_of(notice: &Notice, topic: Topic) -> Option<DiaryId> {
    match &notice.subject {
        Subject::OwnEntry { entry, .. }
        | Subject::JoinedEntry { entry, .. }
        | Subject::Liked { entry, .. }
            if notice.subject.topic() == Some(topic) =>
        {
            Some(*entry)
        }
        _ => None,
    }
}
