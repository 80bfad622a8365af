//! Topics as rows: a community's, and the newest of all one's communities.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use super::queries;
use crate::community::show::{may_read, mine};
use crate::community::{Mine, queries as places};
use crate::ids::{CommunityId, MemberId, TopicId};
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// How many topics one page lists.
pub const TOPICS_PER_PAGE: i64 = 20;

/// A topic as a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicLine {
    /// Where it is.
    pub place: CommunityId,
    /// Which.
    pub id: TopicId,
    /// What it is called; nothing where its beginning cannot be shown.
    pub title: Option<String>,
    /// When something was said in it last.
    pub newest_at: Moment,
    /// How many comments the viewer can see.
    pub comments: i64,
}

/// A topic in one of my communities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTopic {
    /// The topic.
    pub line: TopicLine,
    /// What the community is called.
    pub place_name: String,
}

/// Where a page of topics ends: written in addresses as `<newest words>-<topic>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopicsTurn {
    /// The newest words of the page's last row,
    pub newest_at: Moment,
    /// and which topic that is.
    pub id: TopicId,
}

/// Not a place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a place in the list of topics")]
pub struct NoSuchTurn;

impl fmt::Display for TopicsTurn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.newest_at.millis(), self.id)
    }
}

impl FromStr for TopicsTurn {
    type Err = NoSuchTurn;

    fn from_str(text: &str) -> std::result::Result<TopicsTurn, NoSuchTurn> {
        let (at, which) = text.split_once('-').ok_or(NoSuchTurn)?;
        let newest_at = Moment::from_millis(at.parse().map_err(|_| NoSuchTurn)?);
        Ok(TopicsTurn { newest_at, id: which.parse().map_err(|_| NoSuchTurn)? })
    }
}

/// A page of a community's topics.
#[derive(Clone, Debug)]
pub struct TopicsPage {
    /// Of which.
    pub id: CommunityId,
    /// What it is called.
    pub name: String,
    /// What the viewer is there.
    pub mine: Mine,
    /// At most [`TOPICS_PER_PAGE`], the newest words first.
    pub topics: Vec<TopicLine>,
    /// Where the next page begins, if there is one.
    pub next: Option<TopicsTurn>,
}

/// A community's topics; nothing where there is no such place, or it is closed to the viewer.
pub fn list(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    from: Option<TopicsTurn>,
) -> Result<Option<TopicsPage>> {
    let Some(row) = places::find(tx, id)? else { return Ok(None) };
    let mine = mine(tx, me, &row)?;
    if !may_read(&row, mine) {
        return Ok(None);
    }
    let (topics, next) = newest(tx, me, id, from, TOPICS_PER_PAGE)?;
    Ok(Some(TopicsPage { id, name: row.name, mine, topics, next }))
}

/// A page of a community's topics that are there for `me`, who reads it, and where the next one begins.
pub(in crate::community) fn newest(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    from: Option<TopicsTurn>,
    most: i64,
) -> Result<(Vec<TopicLine>, Option<TopicsTurn>)> {
    let mut found = queries::newest(tx, me, id, from, most + 1)?;
    let has_more = found.len() as i64 > most;
    found.truncate(most.max(0) as usize);
    let last = found.last().filter(|_| has_more);
    let next = last.map(|one| TopicsTurn { newest_at: one.line.newest_at, id: one.line.id });
    Ok((as_heard(tx, me, found)?, next))
}

/// The lines, with how many comments `me` can see and when the newest words were written that they can be shown: neither
/// time nor order tells of others (rule b-3).
fn as_heard(tx: &mut Tx<'_>, me: MemberId, found: Vec<queries::Found>) -> Result<Vec<TopicLine>> {
    let ids: Vec<TopicId> = found.iter().map(|one| one.line.id).collect();
    let mut heard = if ids.is_empty() { HashMap::new() } else { queries::heard_in(tx, me, &ids)? };
    let line = |one: queries::Found| {
        let heard = heard.remove(&one.line.id).unwrap_or_default();
        let begun_at = one.line.title.as_ref().map(|_| one.begun_at);
        let newest_at = heard.newest_at.max(begun_at).unwrap_or(one.begun_at);
        TopicLine { comments: heard.comments, newest_at, ..one.line }
    };
    let mut lines: Vec<TopicLine> = found.into_iter().map(line).collect();
    lines.sort_by_key(|line| Reverse((line.newest_at, line.id)));
    Ok(lines)
}

/// What was talked about last in all communities of `me`, by people they may meet. Its communities are looked into from
/// the one talked in last on, and no further than one that is older than the last row found: mostly as many as rows are
/// shown.
pub fn new_for(tx: &mut Tx<'_>, me: MemberId, most: i64) -> Result<Vec<NewTopic>> {
    let rows = most.max(0) as usize;
    let (mut found, mut names) = (Vec::new(), HashMap::new());
    for (place, talked_at) in places::mine_by_talk(tx, me)? {
        if found.len() >= rows
            && found.last().is_none_or(|one: &queries::Found| one.line.newest_at > talked_at)
        {
            break;
        }
        found.extend(queries::newest_met(tx, me, place.id, most)?);
        found.sort_by_key(|one| Reverse((one.line.newest_at, one.line.id)));
        found.truncate(rows);
        names.insert(place.id, place.name);
    }
    let named = |line: TopicLine| {
        let place_name = names.get(&line.place).cloned().unwrap_or_default();
        NewTopic { line, place_name }
    };
    Ok(as_heard(tx, me, found)?.into_iter().map(named).collect())
}
