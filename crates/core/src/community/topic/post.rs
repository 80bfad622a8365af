//! Beginning a topic.

use super::queries;
use crate::community::{Reads, queries as places};
use crate::first_post;
use crate::ids::{CommunityId, MemberId, TopicId};
use crate::store::{Error, Result, Tx};
use crate::text;

/// The longest title, in characters.
pub const TITLE_CHARACTERS: usize = 60;
/// The longest words a topic begins with, in characters.
pub const BODY_CHARACTERS: usize = 5000;
/// The longest comment, in characters.
pub const COMMENT_CHARACTERS: usize = 2000;

/// The most comments in one topic, those taken away counted.
pub const MOST_COMMENTS: i32 = 1000;

/// Why something was not said.
#[derive(Debug, thiserror::Error)]
pub enum TopicError {
    /// No such community or topic, or it is closed to the member.
    #[error("no such topic")]
    NotFound,
    /// Only members of the community write in it.
    #[error("the member does not belong")]
    Outside,
    /// It needs a title.
    #[error("the title is empty")]
    TitleEmpty,
    /// More than [`TITLE_CHARACTERS`].
    #[error("the title is too long")]
    TitleTooLong,
    /// Nothing was typed.
    #[error("the words are empty")]
    Empty,
    /// More than [`BODY_CHARACTERS`], or [`COMMENT_CHARACTERS`] of a comment.
    #[error("the words are too long")]
    TooLong,
    /// The topic has [`MOST_COMMENTS`].
    #[error("the topic is full")]
    Full,
    /// The member is new, and their first post has not been looked at yet.
    #[error("the first post still waits")]
    Waits,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// What a community is called, and who will read what is said there, for who may begin a topic: its members.
pub fn may_begin(tx: &mut Tx<'_>, me: MemberId, id: CommunityId) -> Result<Option<(String, Reads)>> {
    if places::find_level(tx, id, me)?.is_none() {
        return Ok(None);
    }
    Ok(places::find(tx, id)?.map(|row| (row.name, row.reads)))
}

/// Begins a topic.
pub fn post(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    title: &str,
    body: &str,
) -> std::result::Result<TopicId, TopicError> {
    if places::hold(tx, id)?.is_none() || places::find_level(tx, id, me)?.is_none() {
        return Err(TopicError::NotFound);
    }
    let (title, body) = (text::one_line(title), text::many_lines(body));
    match text::count(&title) {
        _ if !text::is_visible(&title) => return Err(TopicError::TitleEmpty),
        n if n > TITLE_CHARACTERS => return Err(TopicError::TitleTooLong),
        _ => {}
    }
    fits(&body, BODY_CHARACTERS)?;
    if first_post::must_wait(tx, me)? {
        return Err(TopicError::Waits);
    }
    let topic: TopicId = tx.fresh_id();
    queries::insert(tx, topic, id, me, &title, &body)?;
    places::was_talked_in(tx, id)?;
    Ok(topic)
}

pub(super) fn fits(body: &str, most: usize) -> std::result::Result<(), TopicError> {
    match text::count(body) {
        _ if !text::is_visible(body) => Err(TopicError::Empty),
        n if n > most => Err(TopicError::TooLong),
        _ => Ok(()),
    }
}
