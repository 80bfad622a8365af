//! Giving a draft the time at which it is posted by itself.

use super::appear::has_appeared;
use super::queries;
use crate::diary::drafts::{Keep, KeepError, Kept, keep_draft};
use crate::diary::post::{PostError, ensure_own};
use crate::diary::{Chosen, Draft, Fault, NewDiary, categories};
use crate::ids::MemberId;
use crate::moment::Moment;
use crate::store::{Error, Tx};
use crate::visibility::{self, Kind};

/// Why an entry will not appear.
#[derive(Debug, thiserror::Error)]
pub enum LaterError {
    /// Something the form must say beside a field.
    #[error("the entry cannot be kept: {0:?}")]
    Refused(Fault),
    /// There is no room among the drafts.
    #[error(transparent)]
    Kept(#[from] KeepError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<PostError> for LaterError {
    fn from(error: PostError) -> LaterError {
        match error {
            PostError::Refused(fault) => LaterError::Refused(fault),
            PostError::Store(error) => LaterError::Store(error),
        }
    }
}

/// Keeps a new entry among the drafts until `at`. `new` is what was typed, read: it could be posted now.
pub fn post_later(
    tx: &mut Tx<'_>,
    me: MemberId,
    keep: &Keep,
    new: &NewDiary,
    at: Moment,
) -> Result<Kept, LaterError> {
    if has_appeared(tx, me, keep.id)? {
        return Err(LaterError::Refused(Fault::Appeared));
    }
    ensure_own(tx, me, new.visibility, &new.photos)?;
    // A new category is made now, while there is somebody to be told if there is no room for it.
    let categories = categories::resolve(tx, me, &new.chosen)?;
    let typed = Draft { chosen: Chosen { categories, ..Chosen::default() }, ..keep.typed.clone() };
    let kept = keep_draft(tx, me, &Keep { typed, ..keep.clone() })?;
    queries::set_due(tx, kept.id, at)?;
    visibility::remember(tx, me, Kind::Diary, new.visibility)?;
    Ok(kept)
}
