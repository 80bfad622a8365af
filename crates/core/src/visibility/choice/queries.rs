//! Remembered and standing choices in the database.

use diesel::prelude::*;

use crate::ids::{GroupId, MemberId};
use crate::store::schema::{last_choices, standing_choices};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

pub(super) fn find(tx: &mut Tx<'_>, member: MemberId, kind: i16) -> Result<Option<Visibility>> {
    let row: Option<(i16, Option<GroupId>)> = last_choices::table
        .find((i64::from(member), kind))
        .select((last_choices::level, last_choices::group_id))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(level, group)| Visibility::from_stored(level, group)))
}

pub(super) fn set(tx: &mut Tx<'_>, member: MemberId, kind: i16, choice: Visibility) -> Result<()> {
    let seen_by = (last_choices::level.eq(choice.level()), last_choices::group_id.eq(choice.group()));
    Both(
        diesel::insert_into(last_choices::table)
            .values((last_choices::member_id.eq(member), last_choices::kind.eq(kind), seen_by))
            .on_conflict((last_choices::member_id, last_choices::kind))
            .do_update()
            .set(seen_by),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn find_standing(tx: &mut Tx<'_>, member: MemberId, kind: i16) -> Result<Option<Visibility>> {
    let row: Option<(i16, Option<GroupId>)> = standing_choices::table
        .find((i64::from(member), kind))
        .select((standing_choices::level, standing_choices::group_id))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(level, group)| Visibility::from_stored(level, group)))
}

pub(super) fn put_standing(tx: &mut Tx<'_>, member: MemberId, kind: i16, always: Visibility) -> Result<()> {
    let seen_by = (standing_choices::level.eq(always.level()), standing_choices::group_id.eq(always.group()));
    Both(
        diesel::insert_into(standing_choices::table)
            .values((standing_choices::member_id.eq(member), standing_choices::kind.eq(kind), seen_by))
            .on_conflict((standing_choices::member_id, standing_choices::kind))
            .do_update()
            .set(seen_by),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_standing(tx: &mut Tx<'_>, member: MemberId, kind: i16) -> Result<()> {
    diesel::delete(standing_choices::table.find((i64::from(member), kind))).execute(tx.db)?;
    Ok(())
}
