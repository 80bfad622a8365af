//! Putting a photograph on one's page, saying who may see it, and taking it off.

use super::{MOST, queries};
use crate::group;
use crate::ids::{MemberId, PictureId, ProfilePhotoId};
use crate::picture::queries as pictures;
use crate::store::upsert::hold_pair;
use crate::store::{Error, Result, Tx};
use crate::text;
use crate::visibility::{Viewer, Visibility};

/// Why a photograph was not put on the page.
#[derive(Debug, thiserror::Error)]
pub enum PhotoError {
    /// There are [`MOST`] already.
    #[error("as many photographs as a page holds")]
    Full,
    /// It is not a picture of the member's own, or not there any more.
    #[error("not a picture of one's own")]
    NotFound,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Puts one of one's own pictures on the page. Of several at one moment, no more go on than a page holds. A group that is
/// not the member's own narrows to "only me".
pub fn add(
    tx: &mut Tx<'_>,
    me: MemberId,
    picture: PictureId,
    alt: &str,
    seen_by: Visibility,
) -> std::result::Result<ProfilePhotoId, PhotoError> {
    hold_pair(tx, me, me)?;
    if queries::shown(tx, Viewer::Member(me), me)?.len() >= MOST {
        return Err(PhotoError::Full);
    }
    if !pictures::is_own(tx, me, picture)? {
        return Err(PhotoError::NotFound);
    }
    let seen_by = group::own_or_only_me(tx, me, seen_by)?;
    Ok(queries::insert(tx, me, picture, &described(alt), seen_by)?)
}

/// Says anew what it shows and who may see it; `false` if it is not one of one's own.
pub fn change(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: ProfilePhotoId,
    alt: &str,
    seen_by: Visibility,
) -> Result<bool> {
    // The group may be going at this moment.
    hold_pair(tx, me, me)?;
    let seen_by = group::own_or_only_me(tx, me, seen_by)?;
    queries::update(tx, me, id, &described(alt), seen_by)
}

/// Takes it off the page. `None` if it is not one of one's own; otherwise the digests of files that nothing needs any more.
pub fn remove(tx: &mut Tx<'_>, me: MemberId, id: ProfilePhotoId) -> Result<Option<Vec<String>>> {
    match queries::take(tx, me, id)? {
        Some(picture) => Ok(Some(pictures::forget_loose(tx, &[picture])?)),
        None => Ok(None),
    }
}

/// All photographs of somebody who leaves for good. Their pictures go with all the others.
pub(crate) fn forget_all(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    queries::delete_of(tx, me)
}

/// The longest description, in characters.
const ALT_CHARACTERS: usize = 200;

fn described(alt: &str) -> String {
    text::one_line(alt).chars().take(ALT_CHARACTERS).collect()
}
