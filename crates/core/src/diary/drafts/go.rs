//! A draft goes: posted, thrown away, or with its author.

use super::queries;
use crate::diary::later;
use crate::ids::{DraftId, MemberId};
use crate::picture;
use crate::store::upsert::hold_pair;
use crate::store::{Result, Tx};

/// Throws a draft of one's own away. `None` if there is none; otherwise the digests of pictures that nothing needs any
/// more.
pub fn throw_away(tx: &mut Tx<'_>, me: MemberId, id: DraftId) -> Result<Option<Vec<String>>> {
    // It may be appearing at this moment.
    hold_pair(tx, me, me)?;
    if queries::find_draft(tx, me, id)?.is_none() {
        return Ok(None);
    }
    let photos: Vec<_> = queries::draft_photos(tx, id)?.into_iter().map(|photo| photo.picture).collect();
    queries::delete_draft(tx, id)?;
    later::told_no_more(tx, me, id)?;
    Ok(Some(picture::queries::forget_loose(tx, &photos)?))
}

/// What a draft said is posted: it goes, if the form had left one. Answers as [`throw_away`].
pub fn settle(tx: &mut Tx<'_>, me: MemberId, id: DraftId) -> Result<Vec<String>> {
    Ok(throw_away(tx, me, id)?.unwrap_or_default())
}

/// All drafts of somebody who leaves for good. Their pictures go with all the others.
pub(crate) fn forget_drafts(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    for id in queries::all_drafts(tx, me)? {
        queries::delete_draft(tx, id)?;
    }
    Ok(())
}
