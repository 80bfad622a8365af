//! Who did what waits, in the database.

use std::collections::HashSet;

use diesel::prelude::*;

use crate::friend::circle::Circle;
use crate::ids::DiaryId;
use crate::store::among::Among;
use crate::store::schema::diary_likes;
use crate::store::{Result, Tx};

/// Which of these entries somebody of a circle likes.
pub(super) fn liked_by(tx: &mut Tx<'_>, entries: &[DiaryId], circle: &Circle) -> Result<HashSet<DiaryId>> {
    let found: Vec<DiaryId> = diary_likes::table
        .filter(Among::ids("diary_likes.entry_id", entries.iter().copied()))
        .filter(Among::ids("diary_likes.member_id", circle.ids().iter().copied()))
        .select(diary_likes::entry_id)
        .distinct()
        .load(tx.db)?;
    Ok(found.into_iter().collect())
}
