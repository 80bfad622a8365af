//! Remembered choices in the database.

use diesel::prelude::*;

use crate::ids::{GroupId, MemberId};
use crate::store::schema::last_choices;
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
