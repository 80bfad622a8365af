//! Sessions in the database.

use diesel::prelude::*;

use super::{Place, Session};
use crate::ids::{MemberId, SessionId};
use crate::member::queries::{CARD, CardRow};
use crate::member::{Oneself, State};
use crate::moment::Moment;
use crate::store::schema::{members, sessions};
use crate::store::{Result, Tx};

pub(super) struct Row {
    pub(super) session: Session,
    pub(super) family: String,
}

type Found = ((SessionId, bool, String, Option<String>, Moment, Moment), (CardRow, Option<String>, Moment));

impl From<Found> for Row {
    fn from((session, member): Found) -> Row {
        let (id, in_path, family, face, seen_at, created_at) = session;
        let (card, language, joined_at) = member;
        let member = Oneself { card: card.into(), language, joined_at };
        Row { session: Session { id, member, in_path, face, seen_at, created_at }, family }
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
