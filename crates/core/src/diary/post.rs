//! Posting an entry.

use super::{Fault, NewDiary, NewPhoto, categories, drafts, fresh, later, queries};
use crate::first_post::{self, Post};
use crate::group;
use crate::ids::{DiaryId, DraftId, MemberId};
use crate::picture;
use crate::search::index;
use crate::store::{Error, Tx};
use crate::visibility::{self, Kind, Visibility};

/// Why an entry was not posted.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// Something the form must say beside a field.
    #[error("the entry cannot be kept: {0:?}")]
    Refused(Fault),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Posts an entry and remembers its visibility as the next one's offer. One that has to wait is kept for its author
/// alone until it was looked at ([`first_post`]).
pub fn post(tx: &mut Tx<'_>, me: MemberId, new: &NewDiary) -> Result<DiaryId, PostError> {
    let id = post_chosen_before(tx, me, new)?;
    visibility::remember(tx, me, Kind::Diary, new.visibility)?;
    Ok(id)
}

/// As [`post`], of what a form says that was made for a draft, which goes: unless it has appeared meanwhile.
pub fn post_draft(
    tx: &mut Tx<'_>,
    me: MemberId,
    new: &NewDiary,
    draft: DraftId,
) -> Result<DiaryId, PostError> {
    if later::has_appeared(tx, me, draft)? {
        return Err(PostError::Refused(Fault::Appeared));
    }
    let id = post(tx, me, new)?;
    drafts::settle(tx, me, draft)?;
    Ok(id)
}

/// As [`post`], of an entry whose visibility was remembered when it was chosen: what was chosen since stays the offer.
pub(super) fn post_chosen_before(
    tx: &mut Tx<'_>,
    me: MemberId,
    new: &NewDiary,
) -> Result<DiaryId, PostError> {
    ensure_own(tx, me, new.visibility, &new.photos)?;
    let id: DiaryId = tx.fresh_id();
    let seen_by = first_post::sieve_new(tx, me, Post::Entry(id), new.visibility)?;
    queries::insert(tx, id, me, new, seen_by)?;
    index::change_entry(tx, id, None, Some(&index::of_entry(me, seen_by, &new.title, &new.body)))?;
    fresh::note(tx, me, id, seen_by)?;
    queries::replace_photos(tx, id, &new.photos)?;
    categories::put(tx, me, id, &new.chosen)?;
    Ok(id)
}

/// The group and the pictures an entry names must be its author's own.
pub(super) fn ensure_own(
    tx: &mut Tx<'_>,
    me: MemberId,
    visibility: Visibility,
    photos: &[NewPhoto],
) -> Result<(), PostError> {
    if group::own_or_only_me(tx, me, visibility)? != visibility {
        return Err(PostError::Refused(Fault::VisibilityUnknown));
    }
    for photo in photos {
        if !picture::queries::is_own(tx, me, photo.picture)? {
            return Err(PostError::Refused(Fault::PhotoUnknown));
        }
    }
    Ok(())
}
