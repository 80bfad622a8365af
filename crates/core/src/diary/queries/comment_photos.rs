//! Photographs on comments in the database.

use diesel::prelude::*;

use crate::ids::{DiaryId, PictureId};
use crate::store::schema::diary_comments;
use crate::store::{Result, Tx};

/// The pictures on all comments of an entry, whoever wrote them.
pub(in crate::diary) fn pictures_of_comments(tx: &mut Tx<'_>, entry: DiaryId) -> Result<Vec<PictureId>> {
    let found: Vec<Option<PictureId>> = diary_comments::table
        .filter(diary_comments::entry_id.eq(entry))
        .filter(diary_comments::picture_id.is_not_null())
        .select(diary_comments::picture_id)
        .load(tx.db)?;
    Ok(found.into_iter().flatten().collect())
}

/// The picture on one comment.
pub(in crate::diary) fn picture_of_comment(
    tx: &mut Tx<'_>,
    entry: DiaryId,
    number: i32,
) -> Result<Option<PictureId>> {
    let found: Option<Option<PictureId>> = diary_comments::table
        .find((i64::from(entry), number))
        .select(diary_comments::picture_id)
        .first(tx.db)
        .optional()?;
    Ok(found.flatten())
}
