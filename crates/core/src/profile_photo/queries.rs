//! Photographs on members' pages in the database.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::ProfilePhoto;
use crate::diary::Photo;
use crate::ids::{GroupId, MemberId, PictureId, ProfilePhotoId};
use crate::store::schema::{pictures, profile_photos};
use crate::store::{Result, Tx};
use crate::visibility::queries::{Columns, visible_to};
use crate::visibility::{Viewer, Visibility};

/// Whose a photograph is and who may see it, for [`visible_to`].
const PHOTOS: Columns = Columns {
    owner: "profile_photos.member_id",
    level: "profile_photos.level",
    group: "profile_photos.group_id",
    posted_at: None,
};

type Row = (ProfilePhotoId, PictureId, String, i32, i32, i16, Option<GroupId>);

pub(super) fn shown(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId) -> Result<Vec<ProfilePhoto>> {
    let rows: Vec<Row> = profile_photos::table
        .inner_join(pictures::table.on(pictures::id.eq(profile_photos::picture_id)))
        .filter(profile_photos::member_id.eq(owner))
        .filter(visible_to(viewer, PHOTOS))
        .order(profile_photos::id)
        .select((
            profile_photos::id,
            profile_photos::picture_id,
            profile_photos::alt,
            pictures::width_px,
            pictures::height_px,
            profile_photos::level,
            profile_photos::group_id,
        ))
        .load(tx.db)?;
    let is_own = viewer == Viewer::Member(owner);
    Ok(rows.into_iter().map(|row| photo(row, is_own)).collect())
}

fn photo((id, picture, alt, width_px, height_px, level, group): Row, is_own: bool) -> ProfilePhoto {
    let visibility = is_own.then(|| Visibility::from_stored(level, group));
    ProfilePhoto { id, photo: Photo { picture, alt, width_px, height_px }, visibility }
}

/// Whether a picture is on a page for this viewer to see.
pub(crate) fn hangs_on_seen_page(tx: &mut Tx<'_>, viewer: Viewer, picture: PictureId) -> Result<bool> {
    let hung = profile_photos::table
        .filter(profile_photos::picture_id.eq(picture))
        .filter(visible_to(viewer, PHOTOS));
    Ok(diesel::select(exists(hung)).get_result(tx.db)?)
}

/// Whether a picture is on any page.
pub(crate) fn is_hung(tx: &mut Tx<'_>, picture: PictureId) -> Result<bool> {
    let hung = profile_photos::table.filter(profile_photos::picture_id.eq(picture));
    Ok(diesel::select(exists(hung)).get_result(tx.db)?)
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    me: MemberId,
    picture: PictureId,
    alt: &str,
    seen_by: Visibility,
) -> Result<ProfilePhotoId> {
    let id: ProfilePhotoId = tx.fresh_id();
    diesel::insert_into(profile_photos::table)
        .values((
            profile_photos::id.eq(id),
            profile_photos::member_id.eq(me),
            profile_photos::picture_id.eq(picture),
            profile_photos::alt.eq(alt),
            profile_photos::level.eq(seen_by.level()),
            profile_photos::group_id.eq(seen_by.group()),
        ))
        .execute(tx.db)?;
    Ok(id)
}

pub(super) fn update(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: ProfilePhotoId,
    alt: &str,
    seen_by: Visibility,
) -> Result<bool> {
    let own = profile_photos::table.find(i64::from(id)).filter(profile_photos::member_id.eq(me));
    let said = (
        profile_photos::alt.eq(alt),
        profile_photos::level.eq(seen_by.level()),
        profile_photos::group_id.eq(seen_by.group()),
    );
    Ok(diesel::update(own).set(said).execute(tx.db)? > 0)
}

pub(super) fn take(tx: &mut Tx<'_>, me: MemberId, id: ProfilePhotoId) -> Result<Option<PictureId>> {
    let own = profile_photos::table.find(i64::from(id)).filter(profile_photos::member_id.eq(me));
    let picture = own.select(profile_photos::picture_id).first(tx.db).optional()?;
    diesel::delete(own).execute(tx.db)?;
    Ok(picture)
}

pub(super) fn delete_of(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    diesel::delete(profile_photos::table.filter(profile_photos::member_id.eq(me))).execute(tx.db)?;
    Ok(())
}
