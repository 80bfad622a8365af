//! Profile fields in the database.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::{Answer, Field};
use crate::ids::{GroupId, MemberId};
use crate::member::Card;
use crate::member::queries::{CARD, CardRow};
use crate::store::among::Among;
use crate::store::condition::Condition;
use crate::store::schema::{members, profile_fields};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::queries::{Columns, Tied, visible_to, visible_to_tied};
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

/// Members who said something in a field, in the order of their ids.
pub(super) fn list_with(tx: &mut Tx<'_>, field: Field, after: i64, most: i64) -> Result<Vec<MemberId>> {
    Ok(profile_fields::table
        .filter(profile_fields::member_id.gt(after))
        .filter(profile_fields::field.eq(field.key()))
        .order(profile_fields::member_id)
        .limit(most)
        .select(profile_fields::member_id)
        .load(tx.db)?)
}

/// Written out rather than bound: the index of birthdays is of these rows alone, and a planner must see it.
fn is_birthday() -> Condition {
    Condition::about(0, "profile_fields.field = 'birthday'".to_owned())
}

/// Of some friends of `me`, those whose birthday is on one of these days and who let `me` know it.
pub(super) fn celebrating(
    tx: &mut Tx<'_>,
    me: MemberId,
    friends: &[i64],
    days: Vec<String>,
    (most, with_groups): (i64, bool),
) -> Result<Vec<Card>> {
    let last = days.last().cloned().unwrap_or_default();
    let first = days.into_iter().next().unwrap_or_default();
    let rows: Vec<CardRow> = profile_fields::table
        .inner_join(members::table.on(members::id.eq(profile_fields::member_id)))
        .filter(Among::ids("profile_fields.member_id", friends.iter().copied()))
        .filter(is_birthday())
        .filter(profile_fields::value.eq(first).or(profile_fields::value.eq(last)))
        .filter(visible_to_tied(me, Tied::Friend, FIELDS))
        .filter(profile_fields::group_id.is_null().or(with_groups.into_sql::<Bool>()))
        .order(profile_fields::member_id)
        .limit(most)
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
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
