//! Deleting an entry with everything that hangs on it.

use super::queries;
use crate::first_post::{self, Post};
use crate::ids::{DiaryId, MemberId};
use crate::notice;
use crate::picture;
use crate::search::index;
use crate::store::{Result, Tx};

/// Deletes an entry of one's own: comments with their photographs, its own photographs and notices go with it.
///
/// `None` if there is no such entry; otherwise the digests of pictures that nothing needs any more.
pub fn delete(tx: &mut Tx<'_>, me: MemberId, id: DiaryId) -> Result<Option<Vec<String>>> {
    if queries::find_own(tx, me, id)?.is_none() {
        return Ok(None);
    }
    let mut photos: Vec<_> = queries::photos(tx, id)?.into_iter().map(|photo| photo.picture).collect();
    photos.extend(queries::pictures_of_comments(tx, id)?);
    first_post::forget(tx, Post::Entry(id))?;
    notice::queries::forget_entry(tx, id)?;
    let listed = queries::listed_before(tx, id)?;
    index::change_entry(tx, id, listed.as_ref(), None)?;
    queries::delete(tx, id)?;
    Ok(Some(picture::queries::forget_loose(tx, &photos)?))
}
