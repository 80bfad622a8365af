//! Profile fields in the database.

use diesel::prelude::*;

use super::{Answer, Field};
use crate::ids::{GroupId, MemberId};
use crate::store::schema::{members, profile_fields};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::queries::{Columns, visible_to};
use crate::visibility::{Viewer, Visibility};

/// Whose a field is and who may see it, for [`visible_to`].
pub(crate) const FIELDS: Columns = Columns {
    owner: "profile_fields.member_id",
    level: "profile_fields.level",
    group: "profile_fields.group_id",
    posted_at: None,
};

/// Who may know the ties of the member a query joins as `members`, with [`ties_setting`] joined to it.
pub(crate) const TIES_OF_MEMBER: Columns = Columns {
    owner: "members.id",
    // 1 is what Field::Ties offers before a member chose
    level: "COALESCE(profile_fields.level, 1)",
    group: "profile_fields.group_id",
    posted_at: None,
};

/// Joins the setting of [`Field::Ties`] to `members`.
#[diesel::dsl::auto_type]
pub(crate) fn ties_setting() -> _ {
    let ties: &'static str = "friends";
    profile_fields::member_id.eq(members::id).and(profile_fields::field.eq(ties))
}

type Row = (String, String, i16, Option<GroupId>);

fn answer((field, value, level, group): Row) -> Option<Answer> {
    let visibility = Visibility::from_stored(level, group);
    Field::from_key(&field).map(|field| Answer { field, value, visibility })
}

type RowColumns =
    (profile_fields::field, profile_fields::value, profile_fields::level, profile_fields::group_id);
const ROW: RowColumns =
    (profile_fields::field, profile_fields::value, profile_fields::level, profile_fields::group_id);

pub(super) fn find(tx: &mut Tx<'_>, owner: MemberId, field: Field) -> Result<Option<Answer>> {
    let row: Option<Row> =
        profile_fields::table.find((i64::from(owner), field.key())).select(ROW).first(tx.db).optional()?;
    Ok(row.and_then(answer))
}

pub(crate) fn all(tx: &mut Tx<'_>, owner: MemberId) -> Result<Vec<Answer>> {
    let rows: Vec<Row> =
        profile_fields::table.filter(profile_fields::member_id.eq(owner)).select(ROW).load(tx.db)?;
    Ok(rows.into_iter().filter_map(answer).collect())
}

pub(super) fn visible(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId) -> Result<Vec<Answer>> {
    let rows: Vec<Row> = profile_fields::table
        .filter(profile_fields::member_id.eq(owner))
        .filter(visible_to(viewer, FIELDS))
        .select(ROW)
        .load(tx.db)?;
    Ok(rows.into_iter().filter_map(answer).collect())
}

pub(super) fn put(
    tx: &mut Tx<'_>,
    owner: MemberId,
    field: Field,
    value: &str,
    visibility: Visibility,
) -> Result<()> {
    let said = (
        profile_fields::value.eq(value),
        profile_fields::level.eq(visibility.level()),
        profile_fields::group_id.eq(visibility.group()),
    );
    Both(
        diesel::insert_into(profile_fields::table)
            .values((profile_fields::member_id.eq(owner), profile_fields::field.eq(field.key()), said))
            .on_conflict((profile_fields::member_id, profile_fields::field))
            .do_update()
            .set(said),
    )
    .execute(tx.db)?;
    Ok(())
}
