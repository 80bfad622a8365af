//! From whom a member wants to be told of something: from anybody, or from one group of theirs alone.
//!
//! Known to its owner alone, like the group. It is asked when a notice is left and again whenever it is shown, so that
//! it follows the group. A group that ends takes what it let in with it: nobody was meant to be told more.

mod queries;

use super::{Reach, queries as choices, settings};
use crate::friend::circle::Circle;
use crate::group;
use crate::ids::{GroupId, MemberId};
use crate::notice::{Topic, queries as notices};
use crate::store::{Result, Tx};

/// The group each topic is narrowed to; of the others anybody's doing is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources(Vec<(Topic, GroupId)>);

impl Sources {
    /// The group whose people alone are told of; `None`: anybody.
    pub fn group(&self, topic: Topic) -> Option<GroupId> {
        self.0.iter().find(|(one, _)| *one == topic).map(|(_, group)| *group)
    }

    /// The same with another choice. What [cannot be narrowed](Topic::can_be_narrowed) stays as it is.
    pub fn with(mut self, topic: Topic, group: Option<GroupId>) -> Sources {
        self.0.retain(|(one, _)| *one != topic);
        self.0.extend(group.filter(|_| topic.can_be_narrowed()).map(|group| (topic, group)));
        self
    }
}

/// What a member has chosen.
pub fn sources(tx: &mut Tx<'_>, me: MemberId) -> Result<Sources> {
    queries::list(tx, me)
}

/// Keeps a choice. A group that is not the member's own changes nothing of what was chosen for that topic; answers with
/// those topics, of which nothing else must be changed either: from nobody would become from anybody.
pub fn choose_sources(tx: &mut Tx<'_>, me: MemberId, chosen: &Sources) -> Result<Vec<Topic>> {
    let (before, mut kept) = (sources(tx, me)?, Vec::new());
    for topic in Topic::ALL {
        match chosen.group(*topic) {
            same if same == before.group(*topic) => {}
            Some(group) if group::is_own(tx, me, group)? => queries::put(tx, me, *topic, group)?,
            Some(_) => kept.push(*topic),
            None => queries::delete(tx, me, *topic)?,
        }
    }
    Ok(kept)
}

/// The people whose doing is told; `None`: anybody.
pub(crate) fn circle_of(tx: &mut Tx<'_>, me: MemberId, topic: Topic) -> Result<Option<Circle>> {
    match queries::find(tx, me, topic)? {
        Some(group) => Ok(Some(group::people(tx, me, group)?)),
        None => Ok(None),
    }
}

/// A group ends: what was told of its people alone is told of nobody from now on, and what waited is gone.
pub(crate) fn close_group(tx: &mut Tx<'_>, me: MemberId, group: GroupId) -> Result<()> {
    let narrowed: Vec<Topic> =
        sources(tx, me)?.0.iter().filter(|(_, one)| *one == group).map(|(topic, _)| *topic).collect();
    if narrowed.is_empty() {
        return Ok(());
    }
    let before = settings(tx, me)?;
    let closed = narrowed.iter().fold(before, |all, topic| all.with(*topic, Reach::Nowhere));
    match choices::find(tx, me)? {
        Some(_) => choices::put_reaches(tx, me, closed)?,
        None => choices::put(tx, me, closed, None)?,
    }
    for topic in narrowed {
        queries::delete(tx, me, topic)?;
        let silent = if closed.reach(topic) == Reach::Nowhere { topic.kinds() } else { &[] };
        for kind in silent {
            notices::delete_of_kind(tx, me, *kind)?;
        }
    }
    Ok(())
}
