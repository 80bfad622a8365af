//! Keeping a draft, anew or in place of what it said before.

use super::{DraftText, MOST_DRAFTS, SPARE_DRAFTS, own_photos};
use crate::diary::{Draft, categories, later, queries};
use crate::ids::{DiaryId, DraftId, MemberId};
use crate::picture;
use crate::store::upsert::hold_pair;
use crate::store::{Error, Tx};

/// Why a draft is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its author asked for it.
    Asked,
    /// It could not be posted.
    Refused,
}

/// What is to be kept.
#[derive(Clone, Debug)]
pub struct Keep {
    /// The draft that the form was given: it is made at the first time and changed from then on, so that however often a
    /// form is sent, it leaves one draft.
    pub id: DraftId,
    /// The entry it would change.
    pub entry: Option<DiaryId>,
    /// What was typed.
    pub typed: Draft,
    /// What for.
    pub why: Why,
}

/// A draft that is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Which.
    pub id: DraftId,
    /// Digests of pictures that nothing needs any more.
    pub loose: Vec<String>,
}

/// Why a draft was not kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// Nothing was typed.
    #[error("there is nothing to keep")]
    Empty,
    /// There are as many as one keeps.
    #[error("there are as many drafts as one keeps")]
    Full,
    /// Longer than [`super::DRAFT_CHARACTERS`].
    #[error("the draft is too long")]
    TooLong,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Keeps what was typed; it waits for its author, whatever time it had. The caller has made sure that `me` was really
/// shown the form.
pub fn keep_draft(tx: &mut Tx<'_>, me: MemberId, keep: &Keep) -> Result<Kept, KeepError> {
    let text = DraftText::of(&keep.typed, categories::as_kept(tx, me, &keep.typed.chosen)?);
    let photos = own_photos(tx, me, &keep.typed.photos)?;
    if text.is_empty() && photos.is_empty() {
        return Err(KeepError::Empty);
    }
    if text.is_too_long() {
        return Err(KeepError::TooLong);
    }
    // Of two presses at one moment the second finds what the first has made.
    hold_pair(tx, me, me)?;
    let id = match queries::find_draft(tx, me, keep.id)? {
        Some(old) if old.entry == keep.entry => {
            queries::update_draft(tx, old.id, &text)?;
            later::told_no_more(tx, me, old.id)?;
            old.id
        }
        _ => make(tx, me, keep, &text)?,
    };
    let before: Vec<_> = queries::draft_photos(tx, id)?.into_iter().map(|photo| photo.picture).collect();
    queries::replace_draft_photos(tx, id, &photos)?;
    Ok(Kept { id, loose: picture::queries::forget_loose(tx, &before)? })
}

fn make(tx: &mut Tx<'_>, me: MemberId, keep: &Keep, text: &DraftText) -> Result<DraftId, KeepError> {
    if let Some(twin) = queries::find_twin(tx, me, keep.entry, text)? {
        return Ok(twin);
    }
    let most = match keep.why {
        Why::Asked => MOST_DRAFTS,
        Why::Refused => MOST_DRAFTS + SPARE_DRAFTS,
    };
    if queries::drafts_of(tx, me)? >= most {
        return Err(KeepError::Full);
    }
    let id = if queries::is_taken(tx, keep.id)? { tx.fresh_id() } else { keep.id };
    queries::insert_draft(tx, id, me, keep.entry, text)?;
    Ok(id)
}
