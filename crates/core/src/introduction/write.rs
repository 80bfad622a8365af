//! Writing an introduction, or another one in its place.

use super::queries;
use crate::first_post;
use crate::ids::{IntroductionId, MemberId};
use crate::notice::{self, Kind};
use crate::store::upsert::hold_pair;
use crate::store::{Error, Result, Tx};
use crate::text;
use crate::visibility::queries::are_friends;

/// The longest introduction, in characters.
pub const CHARACTERS: usize = 500;

/// Why an introduction was not kept.
#[derive(Debug, thiserror::Error)]
pub enum IntroductionError {
    /// Nothing was typed.
    #[error("the introduction is empty")]
    Empty,
    /// More than [`CHARACTERS`].
    #[error("the introduction is too long")]
    TooLong,
    /// Only friends introduce each other; who is none, or nobody, is not told apart.
    #[error("they are not friends")]
    NotFriends,
    /// A first post of theirs waits to be looked at: until then they say nothing that others read.
    #[error("their first posts are held")]
    Waits,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Writes what `me` says of a friend. In whatever state an earlier one was, this one waits for its subject's yes.
pub fn write(
    tx: &mut Tx<'_>,
    me: MemberId,
    subject: MemberId,
    typed: &str,
) -> std::result::Result<(), IntroductionError> {
    let body = text::many_lines(typed);
    match text::count(&body) {
        _ if !text::is_visible(&body) => return Err(IntroductionError::Empty),
        n if n > CHARACTERS => return Err(IntroductionError::TooLong),
        _ => {}
    }
    // Of a friendship that ends at the same moment nothing is left over.
    hold_pair(tx, me, subject)?;
    if !are_friends(tx, me, subject)? {
        return Err(IntroductionError::NotFriends);
    }
    if first_post::must_wait(tx, me)? {
        return Err(IntroductionError::Waits);
    }
    Ok(put(tx, me, subject, &body)?)
}

/// The same words again change nothing: nobody is asked twice about what they have answered.
fn put(tx: &mut Tx<'_>, me: MemberId, subject: MemberId, body: &str) -> Result<()> {
    if queries::find(tx, me, subject)?.is_some_and(|row| row.body == body) {
        return Ok(());
    }
    queries::delete(tx, me, subject)?;
    let id: IntroductionId = tx.fresh_id();
    queries::insert(tx, id, me, subject, body)?;
    notice::take_off(tx, me, Kind::IntroductionShown, subject.into())?;
    notice::leave(tx, subject, Kind::Introduced, me.into())
}
