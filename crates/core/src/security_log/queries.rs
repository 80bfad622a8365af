//! The security log in the database.

use diesel::prelude::*;

use super::{Event, Kind, Line, Sought};
use crate::ids::{EventId, MemberId, OperatorId};
use crate::moment::Moment;
use crate::store::schema::{members, operators, security_events};
use crate::store::{Result, Tx};

pub(super) fn insert(tx: &mut Tx<'_>, event: Event<'_>) -> Result<()> {
    let (id, now): (EventId, Moment) = (tx.fresh_id(), tx.now());
    diesel::insert_into(security_events::table)
        .values((
            security_events::id.eq(id),
            security_events::kind.eq(event.kind.word()),
            security_events::member_id.eq(event.member.map(i64::from)),
            security_events::operator_id.eq(event.operator.map(i64::from)),
            security_events::client.eq(event.client),
            security_events::note.eq(event.note),
            security_events::at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

type LineColumns = (
    security_events::id,
    security_events::kind,
    security_events::member_id,
    security_events::operator_id,
    security_events::client,
    security_events::note,
    security_events::at,
);
const LINE: LineColumns = (
    security_events::id,
    security_events::kind,
    security_events::member_id,
    security_events::operator_id,
    security_events::client,
    security_events::note,
    security_events::at,
);
type Row = (EventId, String, Option<MemberId>, Option<OperatorId>, String, String, Moment);

pub(super) fn list(tx: &mut Tx<'_>, sought: Sought, most: i64) -> Result<Vec<Line>> {
    let mut query = security_events::table.into_boxed();
    if let Some(kind) = sought.kind {
        query = query.filter(security_events::kind.eq(kind.word()));
    }
    if let Some(member) = sought.member {
        query = query.filter(security_events::member_id.eq(i64::from(member)));
    }
    if let Some(before) = sought.before {
        query = query.filter(security_events::id.lt(i64::from(before)));
    }
    let rows: Vec<Row> = query.order(security_events::id.desc()).limit(most).select(LINE).load(tx.db)?;
    Ok(rows.into_iter().map(line).collect())
}

pub(super) fn list_of_kinds(tx: &mut Tx<'_>, kinds: &[Kind], since: Moment, most: i64) -> Result<Vec<Line>> {
    let words: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
    let rows: Vec<Row> = security_events::table
        .filter(security_events::kind.eq_any(words))
        .filter(security_events::at.ge(since))
        .order(security_events::id.desc())
        .limit(most)
        .select(LINE)
        .load(tx.db)?;
    Ok(rows.into_iter().map(line).collect())
}

fn line((id, kind, member, operator, client, note, at): Row) -> Line {
    Line { id, kind: Kind::of_word(&kind), member, operator, client, note, at }
}

pub(super) fn list_nicknames(
    tx: &mut Tx<'_>,
    ids: impl Iterator<Item = MemberId>,
) -> Result<Vec<(MemberId, String)>> {
    let ids: Vec<i64> = ids.map(i64::from).collect();
    Ok(members::table.filter(members::id.eq_any(ids)).select((members::id, members::nickname)).load(tx.db)?)
}

pub(super) fn list_operators(
    tx: &mut Tx<'_>,
    ids: impl Iterator<Item = OperatorId>,
) -> Result<Vec<(OperatorId, String)>> {
    let ids: Vec<i64> = ids.map(i64::from).collect();
    Ok(operators::table
        .filter(operators::id.eq_any(ids))
        .select((operators::id, operators::name))
        .load(tx.db)?)
}

pub(super) fn delete_before(tx: &mut Tx<'_>, moment: Moment) -> Result<usize> {
    Ok(diesel::delete(security_events::table.filter(security_events::at.lt(moment))).execute(tx.db)?)
}
