//! What was typed into a form whose session is over: laid aside for whom the form was made for.

use super::keep::{Keep, KeepError, Kept, Why, keep_draft};
use super::{DraftText, KeptDraft, own_photos, queries};
use crate::diary::{NewPhoto, categories};
use crate::ids::MemberId;
use crate::member::{State, queries as members};
use crate::store::{Result, Tx};

/// As [`keep_draft`], while nobody is signed in: a member who is here gets one draft more, and none that lies there
/// already is ever changed. `None` where the member is not here.
pub fn set_aside(
    tx: &mut Tx<'_>,
    author: MemberId,
    keep: &Keep,
) -> std::result::Result<Option<Kept>, KeepError> {
    if members::find_state(tx, author)? != Some(State::Active) {
        return Ok(None);
    }
    let id = match queries::find_draft(tx, author, keep.id)? {
        Some(old) if says(tx, author, &old, keep)? => {
            return Ok(Some(Kept { id: old.id, loose: Vec::new() }));
        }
        Some(_) => tx.fresh_id(),
        None => keep.id,
    };
    keep_draft(tx, author, &Keep { id, why: Why::Refused, ..keep.clone() }).map(Some)
}

/// Whether the draft says just this already.
fn says(tx: &mut Tx<'_>, author: MemberId, old: &KeptDraft, keep: &Keep) -> Result<bool> {
    let hung = queries::draft_photos(tx, old.id)?.into_iter();
    let hung: Vec<_> = hung.map(|photo| NewPhoto { picture: photo.picture, alt: photo.alt }).collect();
    let chosen = categories::as_kept(tx, author, &keep.typed.chosen)?;
    Ok(old.text == DraftText::of(&keep.typed, chosen) && hung == own_photos(tx, author, &keep.typed.photos)?)
}
