//! What one wrote in communities that are closed to one by now: one's own words, and nothing else of the place but its name.

use std::cmp::Reverse;
use std::fmt;
use std::str::FromStr;

use super::{NoSuchTurn, TOPICS_PER_PAGE, queries};
use crate::ids::{CommunityId, MemberId, TopicId};
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// Words of one's own that one can no longer see where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedWords {
    /// Where they stand,
    pub place: CommunityId,
    /// and what that is called.
    pub place_name: String,
    /// In which topic: only to take them away by.
    pub topic: TopicId,
    /// Their number there; 0 is what one began the topic with.
    pub number: i32,
    /// The title one gave it; none of a comment.
    pub title: Option<String>,
    /// What one said.
    pub body: String,
    /// When.
    pub posted_at: Moment,
}

impl ClosedWords {
    fn turn(&self) -> WordsTurn {
        WordsTurn { at: self.posted_at, topic: self.topic, number: self.number }
    }
}

/// Where a page of them ends: written in addresses as `<time>-<topic>-<number>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordsTurn {
    /// When the page's last words were written,
    pub at: Moment,
    /// in which topic,
    pub topic: TopicId,
    /// and under which number.
    pub number: i32,
}

impl fmt::Display for WordsTurn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}-{}", self.at.millis(), self.topic, self.number)
    }
}

impl FromStr for WordsTurn {
    type Err = NoSuchTurn;

    fn from_str(text: &str) -> std::result::Result<WordsTurn, NoSuchTurn> {
        let (at, rest) = text.split_once('-').ok_or(NoSuchTurn)?;
        let (topic, number) = rest.split_once('-').ok_or(NoSuchTurn)?;
        let at = Moment::from_millis(at.parse().map_err(|_| NoSuchTurn)?);
        let (topic, number) =
            (topic.parse().map_err(|_| NoSuchTurn)?, number.parse().map_err(|_| NoSuchTurn)?);
        Ok(WordsTurn { at, topic, number })
    }
}

/// A page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedWordsPage {
    /// At most [`TOPICS_PER_PAGE`], the newest first.
    pub words: Vec<ClosedWords>,
    /// Where the next page begins, if there is one.
    pub next: Option<WordsTurn>,
}

/// What `me` wrote where they can no longer read.
pub fn closed(tx: &mut Tx<'_>, me: MemberId, from: Option<WordsTurn>) -> Result<ClosedWordsPage> {
    let mut words = queries::closed_beginnings(tx, me, from, TOPICS_PER_PAGE + 1)?;
    words.extend(queries::closed_comments(tx, me, from, TOPICS_PER_PAGE + 1)?);
    words.sort_by_key(|one| Reverse(one.turn()));
    let has_more = words.len() as i64 > TOPICS_PER_PAGE;
    words.truncate(TOPICS_PER_PAGE as usize);
    let next = words.last().filter(|_| has_more).map(ClosedWords::turn);
    Ok(ClosedWordsPage { words, next })
}
