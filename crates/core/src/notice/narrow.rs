//! Of what waits, what was done by those whom its reader wants to be told of.

use super::news::News;
use super::{Notice, Subject, Topic, settings};
use crate::friend::circle::Circle;
use crate::ids::MemberId;
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
    let about = notices.iter().filter(|notice| notice.subject.topic() == Some(topic));
    let about: Vec<Notice> = about.cloned().collect();
    let news = News::of(tx, me, &about, Some(circle))?;
    notices.retain_mut(|notice| match &notice.subject {
        subject if subject.topic() != Some(topic) => true,
        Subject::Thanked { by } => circle.has(by.id),
        _ => news.tell(notice),
    });
    Ok(())
}
