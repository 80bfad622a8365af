//! Photographs on entries in the database.

use std::collections::HashSet;

use diesel::prelude::*;

use crate::diary::{NewPhoto, Photo};
use crate::ids::{DiaryId, PictureId};
use crate::store::among::Among;
use crate::store::schema::{diary_photos, pictures};
use crate::store::{Result, Tx};

pub(in crate::diary) fn photos(tx: &mut Tx<'_>, entry: DiaryId) -> Result<Vec<Photo>> {
    let rows: Vec<(PictureId, String, i32, i32)> = diary_photos::table
        .inner_join(pictures::table.on(pictures::id.eq(diary_photos::picture_id)))
        .filter(diary_photos::entry_id.eq(entry))
        .order(diary_photos::position)
        .select((diary_photos::picture_id, diary_photos::alt, pictures::width_px, pictures::height_px))
        .load(tx.db)?;
    let photo = |(picture, alt, width_px, height_px)| Photo { picture, alt, width_px, height_px };
    Ok(rows.into_iter().map(photo).collect())
}

pub(in crate::diary) fn replace_photos(tx: &mut Tx<'_>, entry: DiaryId, photos: &[NewPhoto]) -> Result<()> {
    diesel::delete(diary_photos::table.filter(diary_photos::entry_id.eq(entry))).execute(tx.db)?;
    for (position, photo) in (1i16..).zip(photos) {
        diesel::insert_into(diary_photos::table)
            .values((
                diary_photos::entry_id.eq(entry),
                diary_photos::position.eq(position),
                diary_photos::picture_id.eq(photo.picture),
                diary_photos::alt.eq(&photo.alt),
            ))
            .execute(tx.db)?;
    }
    Ok(())
}

/// Which of these entries have photographs.
pub(in crate::diary) fn with_photos(tx: &mut Tx<'_>, entries: &[DiaryId]) -> Result<HashSet<DiaryId>> {
    let found: Vec<DiaryId> = diary_photos::table
        .filter(Among::ids("diary_photos.entry_id", entries.iter().copied()))
        .select(diary_photos::entry_id)
        .distinct()
        .load(tx.db)?;
    Ok(found.into_iter().collect())
}
