//! Pictures in the database.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::NewPicture;
use crate::diary::queries::{ENTRIES, comments_shown_to};
use crate::ids::{MemberId, PictureId};
use crate::member::queries::NAME;
use crate::moment::Moment;
use crate::profile_photo;
use crate::store::schema::{
    diary_comments, diary_draft_photos, diary_entries, diary_photos, members, pictures, waiting_pictures,
};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

pub(super) fn insert(tx: &mut Tx<'_>, owner: MemberId, new: &NewPicture) -> Result<PictureId> {
    let id: PictureId = tx.fresh_id();
    let now = tx.now();
    diesel::insert_into(pictures::table)
        .values((
            pictures::id.eq(id),
            pictures::owner_id.eq(owner),
            pictures::digest.eq(&new.digest),
            pictures::width_px.eq(new.width_px),
            pictures::height_px.eq(new.height_px),
            pictures::weight_bytes.eq(new.weight_bytes),
            pictures::created_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(id)
}

pub(super) fn find(tx: &mut Tx<'_>, id: PictureId) -> Result<Option<(MemberId, String)>> {
    Ok(pictures::table
        .find(i64::from(id))
        .select((pictures::owner_id, pictures::digest))
        .first(tx.db)
        .optional()?)
}

/// Added up here: the engines give their sums different types.
pub(super) fn weight_of(tx: &mut Tx<'_>, owner: MemberId) -> Result<i64> {
    let weights: Vec<i64> =
        pictures::table.filter(pictures::owner_id.eq(owner)).select(pictures::weight_bytes).load(tx.db)?;
    Ok(weights.into_iter().fold(0, i64::saturating_add))
}

pub(super) fn is_named(tx: &mut Tx<'_>, digest: &str) -> Result<bool> {
    let named = pictures::table.filter(pictures::digest.eq(digest));
    Ok(diesel::select(exists(named)).get_result(tx.db)?)
}

pub(crate) fn is_own(tx: &mut Tx<'_>, owner: MemberId, id: PictureId) -> Result<bool> {
    let own = pictures::table.find(i64::from(id)).filter(pictures::owner_id.eq(owner));
    Ok(diesel::select(exists(own)).get_result(tx.db)?)
}

/// Worn by its owner: whoever puts on a picture of somebody else's does not open it by that.
pub(super) fn is_worn_by_owner_met(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    owner: MemberId,
    id: PictureId,
) -> Result<bool> {
    let wearer = members::table
        .find(i64::from(owner))
        .filter(members::icon_id.eq(id))
        .filter(visible_to(viewer, NAME));
    Ok(diesel::select(exists(wearer)).get_result(tx.db)?)
}

pub(super) fn hangs_on_visible_entry(tx: &mut Tx<'_>, viewer: Viewer, id: PictureId) -> Result<bool> {
    let hung = diary_photos::table
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_photos::entry_id)))
        .filter(diary_photos::picture_id.eq(id))
        .filter(visible_to(viewer, ENTRIES))
        .select(diary_photos::entry_id);
    Ok(diesel::select(exists(hung)).get_result(tx.db)?)
}

/// As the comment itself: its entry is open to `me` now, and its writer can be shown there.
pub(super) fn hangs_on_shown_comment(tx: &mut Tx<'_>, me: MemberId, id: PictureId) -> Result<bool> {
    let hung = diary_comments::table
        .inner_join(members::table.on(members::id.eq(diary_comments::author_id)))
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_comments::entry_id)))
        .filter(diary_comments::picture_id.eq(id))
        .filter(comments_shown_to(me))
        .filter(visible_to(Viewer::Member(me), ENTRIES))
        .select(diary_comments::entry_id);
    Ok(diesel::select(exists(hung)).get_result(tx.db)?)
}

pub(super) fn put_waiting(tx: &mut Tx<'_>, id: PictureId) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(waiting_pictures::table)
        .values((waiting_pictures::picture_id.eq(id), waiting_pictures::since.eq(now)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn waited_since(tx: &mut Tx<'_>, before: Moment, most: i64) -> Result<Vec<PictureId>> {
    Ok(waiting_pictures::table
        .filter(waiting_pictures::since.lt(before))
        .order(waiting_pictures::since)
        .limit(most)
        .select(waiting_pictures::picture_id)
        .load(tx.db)?)
}

pub(super) fn wait_no_longer(tx: &mut Tx<'_>, ids: &[PictureId]) -> Result<()> {
    for id in ids {
        diesel::delete(waiting_pictures::table.find(i64::from(*id))).execute(tx.db)?;
    }
    Ok(())
}

/// Forgets those of `ids` that hang nowhere any more, and tells the digests that no picture needs now.
pub(crate) fn forget_loose(tx: &mut Tx<'_>, ids: &[PictureId]) -> Result<Vec<String>> {
    let mut loose = Vec::new();
    for id in ids {
        let on_entry = diary_photos::table.filter(diary_photos::picture_id.eq(*id));
        let on_draft = diary_draft_photos::table.filter(diary_draft_photos::picture_id.eq(*id));
        let on_comment = diary_comments::table.filter(diary_comments::picture_id.eq(*id));
        let as_icon = members::table.filter(members::icon_id.eq(*id));
        let hangs: bool = diesel::select(exists(on_entry)).get_result(tx.db)?;
        let waits: bool = diesel::select(exists(on_draft)).get_result(tx.db)?;
        let is_said: bool = diesel::select(exists(on_comment)).get_result(tx.db)?;
        let worn: bool = diesel::select(exists(as_icon)).get_result(tx.db)?;
        if hangs || waits || is_said || worn || profile_photo::is_hung(tx, *id)? {
            continue;
        }
        let Some((_, digest)) = find(tx, *id)? else { continue };
        wait_no_longer(tx, &[*id])?;
        diesel::delete(pictures::table.find(i64::from(*id))).execute(tx.db)?;
        let twin = pictures::table.filter(pictures::digest.eq(&digest));
        if !diesel::select(exists(twin)).get_result::<bool>(tx.db)? {
            loose.push(digest);
        }
    }
    Ok(loose)
}
