//! Changes of profiles in the database.

use diesel::prelude::*;

use super::ProfileEdit;
use crate::ids::OperatorId;
use crate::moment::Moment;
use crate::store::schema::{operators, profile_edits};
use crate::store::{Result, Tx};

pub(super) fn last_number(tx: &mut Tx<'_>) -> Result<i64> {
    let last: Option<i64> =
        profile_edits::table.select(diesel::dsl::max(profile_edits::number)).first(tx.db)?;
    Ok(last.unwrap_or(0))
}

pub(super) fn insert(tx: &mut Tx<'_>, edit: &ProfileEdit) -> Result<()> {
    diesel::insert_into(profile_edits::table)
        .values((
            profile_edits::number.eq(edit.number),
            profile_edits::operator_id.eq(edit.operator),
            profile_edits::file.eq(&edit.file),
            profile_edits::was.eq(&edit.was),
            profile_edits::becomes.eq(&edit.becomes),
            profile_edits::at.eq(edit.at),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn keep_newest(tx: &mut Tx<'_>, file: &str, most: i64) -> Result<()> {
    let of_file = profile_edits::table.filter(profile_edits::file.eq(file));
    let oldest: Option<i64> = of_file
        .select(profile_edits::number)
        .order(profile_edits::number.desc())
        .offset(most)
        .first(tx.db)
        .optional()?;
    if let Some(oldest) = oldest {
        diesel::delete(of_file.filter(profile_edits::number.le(oldest))).execute(tx.db)?;
    }
    Ok(())
}

type Row = (i64, OperatorId, Option<String>, String, String, String, Moment);

fn edit((number, operator, name, file, was, becomes, at): Row) -> ProfileEdit {
    ProfileEdit { number, operator, name, file, was, becomes, at }
}

macro_rules! edits {
    ($which:expr) => {
        profile_edits::table
            .left_join(operators::table.on(operators::id.eq(profile_edits::operator_id)))
            .filter($which)
            .order(profile_edits::number.desc())
            .select((
                profile_edits::number,
                profile_edits::operator_id,
                operators::name.nullable(),
                profile_edits::file,
                profile_edits::was,
                profile_edits::becomes,
                profile_edits::at,
            ))
    };
}

pub(super) fn list(tx: &mut Tx<'_>, file: &str, most: i64) -> Result<Vec<ProfileEdit>> {
    let rows: Vec<Row> = edits!(profile_edits::file.eq(file)).limit(most).load(tx.db)?;
    Ok(rows.into_iter().map(edit).collect())
}

pub(super) fn find(tx: &mut Tx<'_>, number: i64) -> Result<Option<ProfileEdit>> {
    let row: Option<Row> = edits!(profile_edits::number.eq(number)).first(tx.db).optional()?;
    Ok(row.map(edit))
}
