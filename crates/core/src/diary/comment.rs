//! Saying something of an entry.

use super::draft::shorten_alt;
use super::talk::may_comment;
use super::{MayComment, NewPhoto, opening, queries, threads};
use crate::first_post;
use crate::ids::{DiaryId, MemberId};
use crate::notice::{self, Kind};
use crate::picture;
use crate::store::{Error, Result, Tx};
use crate::visibility::queries::has_any_block_between;
use crate::visibility::{Viewer, can_see};

/// The longest comment, in characters.
pub const COMMENT_CHARACTERS: usize = 2000;

/// Why a comment was not kept.
#[derive(Debug, thiserror::Error)]
pub enum CommentError {
    /// The entry is gone, or not open to the member.
    #[error("no such entry")]
    NotFound,
    /// Nothing was typed, and no photograph sent.
    #[error("the comment is empty")]
    Empty,
    /// More than [`COMMENT_CHARACTERS`].
    #[error("the comment is too long")]
    TooLong,
    /// The author lets only friends comment, or nobody.
    #[error("the member may not comment: {0:?}")]
    NotOpen(MayComment),
    /// The member is new, and their first post has not been looked at yet.
    #[error("the first post still waits")]
    Waits,
    /// A photograph that is not the member's, or no longer there.
    #[error("no such photograph")]
    PhotoUnknown,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Says something in words alone, as [`comment_with`].
pub fn comment(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: DiaryId,
    typed: &str,
) -> std::result::Result<i32, CommentError> {
    comment_with(tx, me, id, typed, None)
}

/// Comments on an entry the member may read, with a photograph if they like, which may stand alone. The author and those
/// who commented before are told.
pub fn comment_with(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: DiaryId,
    typed: &str,
    photo: Option<NewPhoto>,
) -> std::result::Result<i32, CommentError> {
    let entry = queries::find(tx, id)?.ok_or(CommentError::NotFound)?;
    let author = entry.author.id;
    if !can_see(tx, Viewer::Member(me), author, entry.visibility, entry.posted_at)? {
        return Err(CommentError::NotFound);
    }
    match may_comment(tx, me, author, entry.talk)? {
        MayComment::Yes => {}
        why => return Err(CommentError::NotOpen(why)),
    }
    let body = crate::text::many_lines(typed);
    match crate::text::count(&body) {
        0 if photo.is_none() => return Err(CommentError::Empty),
        n if n > COMMENT_CHARACTERS => return Err(CommentError::TooLong),
        _ => {}
    }
    if first_post::must_wait(tx, me)? {
        return Err(CommentError::Waits);
    }
    let photo = photo.map(shorten_alt);
    if let Some(photo) = &photo
        && !picture::queries::is_own(tx, me, photo.picture)?
    {
        return Err(CommentError::PhotoUnknown);
    }
    let number = queries::give_number(tx, id)?;
    queries::insert_comment(tx, id, number, me, (&body, photo.as_ref()))?;
    threads::joins(tx, me, id, number)?;
    if author != me {
        threads::opens(tx, author, id, number)?;
    }
    tell(tx, me, author, id)?;
    if author != me && opening::opens_at(tx, id)?.is_some() {
        notice::leave(tx, me, Kind::Opens, id.into())?;
    }
    Ok(number)
}

/// A notice is only a reference: whether its receiver may still read the entry is judged when it is shown.
/// Whom a block parts from the writer is told nothing: they would find nothing new there.
fn tell(tx: &mut Tx<'_>, me: MemberId, author: MemberId, id: DiaryId) -> Result<()> {
    if author != me {
        notice::leave_from(tx, me, author, Kind::OwnEntry, id.into())?;
    }
    for other in queries::commenters(tx, id)? {
        if other != me && other != author && !has_any_block_between(tx, me, other)? {
            notice::leave_from(tx, me, other, Kind::JoinedEntry, id.into())?;
        }
    }
    Ok(())
}

/// Removes a comment: its writer may, even when the entry is closed to them by now, and so may the entry's
/// author. The number stays as a gap. `None` if there is nothing the member may remove; otherwise the digests of pictures
/// that nothing needs any more.
pub fn remove_comment(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: DiaryId,
    number: i32,
) -> Result<Option<Vec<String>>> {
    let hung = queries::picture_of_comment(tx, id, number)?;
    let Some(writer) = queries::remove_comment(tx, me, id, number)? else { return Ok(None) };
    threads::loses(tx, writer, id)?;
    // Whoever has no words there any more need not be told what becomes of them.
    if !queries::commenters(tx, id)?.contains(&writer) {
        notice::take_off(tx, writer, Kind::Opens, id.into())?;
    }
    Ok(Some(picture::queries::forget_loose(tx, hung.as_slice())?))
}
