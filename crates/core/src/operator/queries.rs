//! Operators and their sessions in the database.

mod newcomers;

use diesel::prelude::*;

pub(super) use newcomers::{find_newcomer, list_newest};

use super::{ActLine, Credentials, Desk, Listed, Name, Operator, State};
use crate::ids::{DeskId, OperatorId};
use crate::member;
use crate::moment::Moment;
use crate::store::schema::{
    diary_comments, diary_entries, members, operator_act_heads, operator_acts, operator_sessions, operators,
};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn insert_if_absent(
    tx: &mut Tx<'_>,
    id: OperatorId,
    name: &Name,
    setup_hash: &[u8],
    expires_at: Moment,
) -> Result<bool> {
    let now = tx.now();
    let row = (
        operators::id.eq(id),
        operators::name.eq(name.as_str()),
        operators::name_folded.eq(name.folded()),
        operators::state.eq(State::Waiting.stored()),
        operators::setup_hash.eq(setup_hash),
        operators::setup_expires_at.eq(i64::from(expires_at)),
        operators::created_at.eq(now),
    );
    let made = Both(diesel::insert_into(operators::table).values(row).on_conflict_do_nothing());
    Ok(made.execute(tx.db)? == 1)
}

pub(super) fn find_id(tx: &mut Tx<'_>, name: &Name) -> Result<Option<OperatorId>> {
    Ok(operators::table
        .filter(operators::name_folded.eq(name.folded()))
        .select(operators::id)
        .first(tx.db)
        .optional()?)
}

pub(super) fn make_waiting(
    tx: &mut Tx<'_>,
    id: OperatorId,
    setup_hash: &[u8],
    expires_at: Moment,
) -> Result<()> {
    diesel::update(operators::table.find(i64::from(id)))
        .set((
            operators::state.eq(State::Waiting.stored()),
            operators::password_hash.eq(None::<String>),
            operators::setup_hash.eq(setup_hash),
            operators::setup_expires_at.eq(i64::from(expires_at)),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Uses the address up in the same statement, so that of two at once one finds it.
pub(super) fn make_active(
    tx: &mut Tx<'_>,
    id: OperatorId,
    setup_hash: &[u8],
    password_hash: &str,
) -> Result<bool> {
    let made = diesel::update(operators::table.find(i64::from(id)))
        .filter(operators::setup_hash.eq(setup_hash))
        .set((
            operators::state.eq(State::Active.stored()),
            operators::password_hash.eq(password_hash),
            operators::setup_hash.eq(None::<Vec<u8>>),
            operators::setup_expires_at.eq(None::<i64>),
        ))
        .execute(tx.db)?;
    Ok(made == 1)
}

pub(super) fn find_by_setup(tx: &mut Tx<'_>, setup_hash: &[u8]) -> Result<Option<Operator>> {
    let now = i64::from(tx.now());
    let row: Option<(OperatorId, String, Option<String>)> = operators::table
        .filter(operators::setup_hash.eq(setup_hash))
        .filter(operators::setup_expires_at.gt(now))
        .select((operators::id, operators::name, operators::language))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(id, name, language)| Operator { id, name, language }))
}

pub(super) fn delete(tx: &mut Tx<'_>, id: OperatorId) -> Result<()> {
    diesel::delete(operators::table.find(i64::from(id))).execute(tx.db)?;
    Ok(())
}

type ListedRow = (OperatorId, String, i16, Moment, Option<i64>);

pub(super) fn list(tx: &mut Tx<'_>) -> Result<Vec<Listed>> {
    let rows: Vec<ListedRow> = operators::table
        .left_join(operator_sessions::table.on(operator_sessions::operator_id.eq(operators::id)))
        .group_by((operators::id, operators::name, operators::state, operators::created_at))
        .order(operators::name)
        .select((
            operators::id,
            operators::name,
            operators::state,
            operators::created_at,
            diesel::dsl::max(operator_sessions::seen_at.nullable()),
        ))
        .load(tx.db)?;
    Ok(rows.into_iter().map(listed).collect())
}

fn listed((id, name, state, created_at, seen_at): ListedRow) -> Listed {
    let state = if state == State::Active.stored() { State::Active } else { State::Waiting };
    Listed { id, name, state, created_at, seen_at: seen_at.map(Moment::from_millis) }
}

pub(super) fn set_language(tx: &mut Tx<'_>, id: OperatorId, language: &str) -> Result<()> {
    diesel::update(operators::table.find(i64::from(id)))
        .set(operators::language.eq(language))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn find_credentials(tx: &mut Tx<'_>, name: &Name) -> Result<Option<Credentials>> {
    let row: Option<(OperatorId, Option<String>)> = operators::table
        .filter(operators::name_folded.eq(name.folded()))
        .filter(operators::state.eq(State::Active.stored()))
        .select((operators::id, operators::password_hash))
        .first(tx.db)
        .optional()?;
    Ok(row.and_then(|(operator, hash)| Some(Credentials { operator, password_hash: hash? })))
}

pub(super) fn insert_session(
    tx: &mut Tx<'_>,
    id: DeskId,
    token_hash: &[u8],
    operator: OperatorId,
    client: &str,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(operator_sessions::table)
        .values((
            operator_sessions::id.eq(id),
            operator_sessions::token_hash.eq(token_hash),
            operator_sessions::operator_id.eq(operator),
            operator_sessions::client.eq(client),
            operator_sessions::created_at.eq(now),
            operator_sessions::seen_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

type SessionRow = (DeskId, Moment, Moment, OperatorId, String, Option<String>);

pub(super) fn find_session(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<Option<Desk>> {
    let row: Option<SessionRow> = operator_sessions::table
        .inner_join(operators::table.on(operators::id.eq(operator_sessions::operator_id)))
        .filter(operator_sessions::token_hash.eq(token_hash))
        .filter(operators::state.eq(State::Active.stored()))
        .select((
            operator_sessions::id,
            operator_sessions::seen_at,
            operator_sessions::created_at,
            operators::id,
            operators::name,
            operators::language,
        ))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(id, seen_at, created_at, operator, name, language)| Desk {
        id,
        operator: Operator { id: operator, name, language },
        seen_at,
        created_at,
    }))
}

pub(super) fn touch_session(tx: &mut Tx<'_>, id: DeskId) -> Result<()> {
    let now = tx.now();
    diesel::update(operator_sessions::table.find(i64::from(id)))
        .set(operator_sessions::seen_at.eq(now))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_session(tx: &mut Tx<'_>, id: DeskId) -> Result<()> {
    diesel::delete(operator_sessions::table.find(i64::from(id))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_sessions_of(tx: &mut Tx<'_>, operator: OperatorId) -> Result<()> {
    diesel::delete(operator_sessions::table.filter(operator_sessions::operator_id.eq(operator)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_sessions_over(tx: &mut Tx<'_>, idle_since: Moment, begun: Moment) -> Result<usize> {
    let over = operator_sessions::seen_at.le(idle_since).or(operator_sessions::created_at.le(begun));
    Ok(diesel::delete(operator_sessions::table.filter(over)).execute(tx.db)?)
}

pub(super) fn count_members(tx: &mut Tx<'_>) -> Result<i64> {
    let active = members::table.filter(members::state.eq(member::State::Active.stored()));
    Ok(active.count().get_result(tx.db)?)
}

pub(super) fn count_joined(tx: &mut Tx<'_>, from: Moment, until: Moment) -> Result<i64> {
    let joined = members::table.filter(members::joined_at.ge(from)).filter(members::joined_at.lt(until));
    Ok(joined.count().get_result(tx.db)?)
}

pub(super) fn count_entries(tx: &mut Tx<'_>, from: Moment, until: Moment) -> Result<i64> {
    let posted = diary_entries::table
        .filter(diary_entries::posted_at.ge(from))
        .filter(diary_entries::posted_at.lt(until));
    Ok(posted.count().get_result(tx.db)?)
}

pub(super) fn count_comments(tx: &mut Tx<'_>, from: Moment, until: Moment) -> Result<i64> {
    let posted = diary_comments::table
        .filter(diary_comments::posted_at.ge(from))
        .filter(diary_comments::posted_at.lt(until));
    Ok(posted.count().get_result(tx.db)?)
}

const HEAD: i16 = 1;

/// The end of the chain; everybody else who wants to add to it waits until this transaction ends.
pub(super) fn hold_head(tx: &mut Tx<'_>) -> Result<(i64, Vec<u8>)> {
    diesel::update(operator_act_heads::table.find(HEAD))
        .set(operator_act_heads::number.eq(operator_act_heads::number))
        .execute(tx.db)?;
    find_head(tx)
}

pub(super) fn find_head(tx: &mut Tx<'_>) -> Result<(i64, Vec<u8>)> {
    Ok(operator_act_heads::table
        .find(HEAD)
        .select((operator_act_heads::number, operator_act_heads::hash))
        .first(tx.db)?)
}

pub(super) fn set_head(tx: &mut Tx<'_>, number: i64, hash: &[u8]) -> Result<()> {
    diesel::update(operator_act_heads::table.find(HEAD))
        .set((operator_act_heads::number.eq(number), operator_act_heads::hash.eq(hash)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn insert_act(tx: &mut Tx<'_>, line: &ActLine) -> Result<()> {
    diesel::insert_into(operator_acts::table)
        .values((
            operator_acts::number.eq(line.number),
            operator_acts::operator_id.eq(line.operator),
            operator_acts::act.eq(&line.act),
            operator_acts::subject.eq(&line.subject),
            operator_acts::was.eq(&line.was),
            operator_acts::becomes.eq(&line.becomes),
            operator_acts::client.eq(&line.client),
            operator_acts::at.eq(line.at),
            operator_acts::hash.eq(&line.hash),
        ))
        .execute(tx.db)?;
    Ok(())
}

type ActRow = (i64, OperatorId, Option<String>, String, String, String, String, String, Moment, Vec<u8>);

macro_rules! acts {
    () => {
        operator_acts::table
            .left_join(operators::table.on(operators::id.eq(operator_acts::operator_id)))
            .select((
                operator_acts::number,
                operator_acts::operator_id,
                operators::name.nullable(),
                operator_acts::act,
                operator_acts::subject,
                operator_acts::was,
                operator_acts::becomes,
                operator_acts::client,
                operator_acts::at,
                operator_acts::hash,
            ))
    };
}

pub(super) fn list_acts(tx: &mut Tx<'_>, before: Option<i64>, most: i64) -> Result<Vec<ActLine>> {
    let rows: Vec<ActRow> = acts!()
        .filter(operator_acts::number.lt(before.unwrap_or(i64::MAX)))
        .order(operator_acts::number.desc())
        .limit(most)
        .load(tx.db)?;
    Ok(rows.into_iter().map(act_line).collect())
}

pub(super) fn all_acts(tx: &mut Tx<'_>) -> Result<Vec<ActLine>> {
    let rows: Vec<ActRow> = acts!().order(operator_acts::number).load(tx.db)?;
    Ok(rows.into_iter().map(act_line).collect())
}

fn act_line(row: ActRow) -> ActLine {
    let (number, operator, name, act, subject, was, becomes, client, at, hash) = row;
    ActLine { number, operator, name, act, subject, was, becomes, client, at, hash }
}
