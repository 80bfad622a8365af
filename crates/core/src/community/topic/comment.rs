//! Saying something in a topic.

use super::post::{MOST_COMMENTS, fits};
use super::{COMMENT_CHARACTERS, TopicError, queries};
use crate::community::queries as places;
use crate::first_post;
use crate::ids::{CommunityId, MemberId, TopicId};
use crate::notice::{self, Kind};
use crate::store::Tx;
use crate::text;
use crate::visibility::queries::has_any_block_between;

/// Whoever began the topic is told; of whom a block parts from them they would find nothing.
fn tell(tx: &mut Tx<'_>, me: MemberId, id: TopicId) -> crate::store::Result<()> {
    match queries::find_author(tx, id)? {
        Some(author) if author != me && !has_any_block_between(tx, me, author)? => {
            notice::leave(tx, author, Kind::OwnTopic, id.into())
        }
        _ => Ok(()),
    }
}

/// Says something in a topic that is there for `me`, who belongs. Answers with its number.
pub fn comment(
    tx: &mut Tx<'_>,
    me: MemberId,
    place: CommunityId,
    id: TopicId,
    typed: &str,
) -> Result<i32, TopicError> {
    // The place first, as whoever takes something away there holds it first.
    places::hold(tx, place)?;
    queries::find(tx, me, place, id)?.ok_or(TopicError::NotFound)?;
    if places::find_level(tx, place, me)?.is_none() {
        return Err(TopicError::Outside);
    }
    let body = text::many_lines(typed);
    fits(&body, COMMENT_CHARACTERS)?;
    if first_post::must_wait(tx, me)? {
        return Err(TopicError::Waits);
    }
    if queries::numbers_given(tx, id)? >= MOST_COMMENTS {
        return Err(TopicError::Full);
    }
    let number = queries::give_number(tx, id)?;
    queries::insert_comment(tx, id, number, me, &body)?;
    places::was_talked_in(tx, place)?;
    tell(tx, me, id)?;
    Ok(number)
}
