//! Sessions in the database.

use diesel::prelude::*;

use super::{Line, Place, Session};
use crate::ids::{MemberId, SessionId};
use crate::member::queries::{CARD, CardRow};
use crate::member::{Oneself, State};
use crate::moment::Moment;
use crate::store::schema::{members, sessions};
use crate::store::{Result, Tx};

pub(super) struct Row {
    pub(super) session: Session,
    pub(super) family: String,
    pub(super) network: String,
}

type Own = (SessionId, bool, String, Option<String>, Moment, Moment, Option<Moment>, String);
type Found = (Own, (CardRow, Option<String>, Moment));

impl From<Found> for Row {
    fn from((session, member): Found) -> Row {
        let (id, in_path, family, face, seen_at, created_at, confirmed_at, network) = session;
        let (card, language, joined_at) = member;
        let member = Oneself { card: card.into(), language, joined_at };
        let session = Session { id, member, in_path, face, seen_at, created_at, confirmed_at };
        Row { session, family, network }
    }
}

/// Session and active member in one query.
macro_rules! with_member {
    ($session:expr) => {
        sessions::table
            .inner_join(members::table.on(members::id.eq(sessions::member_id)))
            .filter($session)
            .filter(members::state.eq(State::Active.stored()))
            .select((
                (
                    sessions::id,
                    sessions::in_path,
                    sessions::family,
                    sessions::face,
                    sessions::seen_at,
                    sessions::created_at,
                    sessions::confirmed_at,
                    sessions::network,
                ),
                (CARD, members::language, members::joined_at),
            ))
    };
}

pub(super) fn find_by_hash(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<Option<Row>> {
    let found = with_member!(sessions::token_hash.eq(token_hash)).first::<Found>(tx.db).optional()?;
    Ok(found.map(Row::from))
}

pub(super) fn find(tx: &mut Tx<'_>, id: SessionId) -> Result<Option<Row>> {
    let found = with_member!(sessions::id.eq(id)).first::<Found>(tx.db).optional()?;
    Ok(found.map(Row::from))
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: SessionId,
    token_hash: &[u8],
    member: MemberId,
    place: &Place,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(id),
            sessions::token_hash.eq(token_hash),
            sessions::member_id.eq(member),
            sessions::in_path.eq(place.in_path),
            sessions::family.eq(&place.family),
            sessions::device.eq(&place.device),
            sessions::network.eq(&place.network),
            sessions::created_at.eq(now),
            sessions::seen_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn touch(tx: &mut Tx<'_>, id: SessionId, before: Moment) -> Result<()> {
    let now = tx.now();
    diesel::update(sessions::table.find(i64::from(id)))
        .filter(sessions::seen_at.le(before))
        .set(sessions::seen_at.eq(now))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn confirm(tx: &mut Tx<'_>, id: SessionId) -> Result<()> {
    let now = tx.now();
    diesel::update(sessions::table.find(i64::from(id)))
        .set(sessions::confirmed_at.eq(Some(now)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn set_token(tx: &mut Tx<'_>, id: SessionId, token_hash: &[u8]) -> Result<()> {
    diesel::update(sessions::table.find(i64::from(id)))
        .set(sessions::token_hash.eq(token_hash))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn list(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Line>> {
    let rows: Vec<(SessionId, bool, String, Moment, Moment)> = sessions::table
        .filter(sessions::member_id.eq(member))
        .order((sessions::seen_at.desc(), sessions::id.desc()))
        .select((sessions::id, sessions::in_path, sessions::device, sessions::seen_at, sessions::created_at))
        .load(tx.db)?;
    let line = |(id, in_path, device, seen_at, created_at)| Line { id, in_path, device, seen_at, created_at };
    Ok(rows.into_iter().map(line).collect())
}

pub(super) fn delete_one_of(tx: &mut Tx<'_>, member: MemberId, id: SessionId) -> Result<usize> {
    let one = sessions::table.filter(sessions::member_id.eq(member)).filter(sessions::id.eq(id));
    Ok(diesel::delete(one).execute(tx.db)?)
}

pub(super) fn delete_others_of(tx: &mut Tx<'_>, member: MemberId, kept: SessionId) -> Result<usize> {
    let others = sessions::table.filter(sessions::member_id.eq(member)).filter(sessions::id.ne(kept));
    Ok(diesel::delete(others).execute(tx.db)?)
}

pub(super) fn set_face(tx: &mut Tx<'_>, id: SessionId, face: Option<&str>) -> Result<()> {
    diesel::update(sessions::table.find(i64::from(id))).set(sessions::face.eq(face)).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, id: SessionId) -> Result<()> {
    diesel::delete(sessions::table.find(i64::from(id))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_of(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(sessions::table.filter(sessions::member_id.eq(member))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_over(
    tx: &mut Tx<'_>,
    in_path: bool,
    idle_since: Moment,
    begun: Moment,
) -> Result<usize> {
    let over = sessions::seen_at.le(idle_since).or(sessions::created_at.le(begun));
    Ok(diesel::delete(sessions::table.filter(sessions::in_path.eq(in_path)).filter(over)).execute(tx.db)?)
}
