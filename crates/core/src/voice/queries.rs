//! Voices in the database.

use diesel::prelude::*;

use crate::ids::{GroupId, MemberId, VoiceId};
use crate::member::queries::{CARD, CardColumns, CardRow};
use crate::member::{Card, State};
use crate::moment::Moment;
use crate::mute;
use crate::store::among::Among;
use crate::store::schema::{friendships, members, voices};
use crate::store::{Result, Tx};
use crate::visibility::queries::{Columns, visible_to};
use crate::visibility::{Kind, Viewer, Visibility};

/// Whose a voice is and who may hear it, for [`visible_to`].
const VOICES: Columns = Columns {
    owner: "voices.author_id",
    level: "voices.level",
    group: "voices.group_id",
    posted_at: Some("voices.posted_at"),
};

pub(super) struct Row {
    pub id: VoiceId,
    pub author: Card,
    pub body: String,
    pub visibility: Visibility,
    pub posted_at: Moment,
}

type RowTuple = (CardRow, VoiceId, String, i16, Option<GroupId>, Moment);
type RowColumns = (CardColumns, voices::id, voices::body, voices::level, voices::group_id, voices::posted_at);
const ROW: RowColumns = (CARD, voices::id, voices::body, voices::level, voices::group_id, voices::posted_at);

impl From<RowTuple> for Row {
    fn from((author, id, body, level, group, posted_at): RowTuple) -> Row {
        let visibility = Visibility::from_stored(level, group);
        Row { id, author: author.into(), body, visibility, posted_at }
    }
}

pub(super) fn of_author(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    author: MemberId,
    before: Option<VoiceId>,
    most: i64,
) -> Result<Vec<Row>> {
    let rows: Vec<RowTuple> = voices::table
        .inner_join(members::table.on(members::id.eq(voices::author_id)))
        .filter(voices::author_id.eq(author))
        .filter(voices::id.lt(before.map_or(i64::MAX, i64::from)))
        .filter(visible_to(viewer, VOICES))
        .order(voices::id.desc())
        .limit(most)
        .select(ROW)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Row::from).collect())
}

/// Mine and my friends', as far as I may hear them and their voices do not rest. Cost grows with friends, hardly with what they said.
pub(super) fn around(
    tx: &mut Tx<'_>,
    me: MemberId,
    before: Option<VoiceId>,
    since: Option<Moment>,
    most: i64,
) -> Result<Vec<Row>> {
    let friends = friendships::table.filter(friendships::member_id.eq(me)).select(friendships::friend_id);
    let resting = mute::resting(tx, me, Kind::Voice)?;
    let rows: Vec<RowTuple> = voices::table
        .inner_join(members::table.on(members::id.eq(voices::author_id)))
        .filter(voices::author_id.eq(me).or(voices::author_id.eq_any(friends)))
        .filter(members::state.eq(State::Active.stored()))
        .filter(voices::id.lt(before.map_or(i64::MAX, i64::from)))
        .filter(voices::posted_at.ge(since.map_or(0, i64::from)))
        .filter(diesel::dsl::not(Among::ids("voices.author_id", resting.ids().iter().copied())))
        .filter(visible_to(Viewer::Member(me), VOICES))
        .order(voices::id.desc())
        .limit(most)
        .select(ROW)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Row::from).collect())
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: VoiceId,
    author: MemberId,
    body: &str,
    seen_by: Visibility,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(voices::table)
        .values((
            voices::id.eq(id),
            voices::author_id.eq(author),
            voices::body.eq(body),
            voices::level.eq(seen_by.level()),
            voices::group_id.eq(seen_by.group()),
            voices::posted_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(crate) fn set_visibility(tx: &mut Tx<'_>, id: VoiceId, seen_by: Visibility) -> Result<()> {
    diesel::update(voices::table.find(i64::from(id)))
        .set((voices::level.eq(seen_by.level()), voices::group_id.eq(seen_by.group())))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn find_own(tx: &mut Tx<'_>, author: MemberId, id: VoiceId) -> Result<Option<String>> {
    let own = voices::table.find(i64::from(id)).filter(voices::author_id.eq(author));
    Ok(own.select(voices::body).first(tx.db).optional()?)
}

pub(super) fn delete(tx: &mut Tx<'_>, author: MemberId, id: VoiceId) -> Result<bool> {
    let own = voices::table.find(i64::from(id)).filter(voices::author_id.eq(author));
    Ok(diesel::delete(own).execute(tx.db)? > 0)
}
