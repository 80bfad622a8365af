//! Private notes in the database. Every statement names whose they are.

use diesel::prelude::*;

use super::Note;
use crate::ids::MemberId;
use crate::member::Card;
use crate::member::queries::{CARD, CardRow, NAME};
use crate::store::schema::{members, private_notes};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

pub(super) fn find(tx: &mut Tx<'_>, me: MemberId, subject: MemberId) -> Result<Option<Note>> {
    let row: Option<(String, String)> = private_notes::table
        .find((i64::from(me), i64::from(subject)))
        .select((private_notes::real_name, private_notes::memo))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(real_name, memo)| Note { real_name, memo }))
}

pub(super) fn count(tx: &mut Tx<'_>, me: MemberId) -> Result<i64> {
    Ok(private_notes::table.filter(private_notes::member_id.eq(me)).count().get_result(tx.db)?)
}

pub(super) fn list(
    tx: &mut Tx<'_>,
    me: MemberId,
    after: Option<MemberId>,
    most: i64,
) -> Result<Vec<(Card, Note)>> {
    let rows: Vec<(CardRow, String, String)> = private_notes::table
        .inner_join(members::table.on(members::id.eq(private_notes::subject_id)))
        .filter(private_notes::member_id.eq(me))
        .filter(private_notes::subject_id.gt(after.map_or(-1, i64::from)))
        .filter(visible_to(Viewer::Member(me), NAME))
        .order(private_notes::subject_id)
        .limit(most)
        .select((CARD, private_notes::real_name, private_notes::memo))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(card, real_name, memo)| (card.into(), Note { real_name, memo })).collect())
}

pub(super) fn put(tx: &mut Tx<'_>, me: MemberId, subject: MemberId, note: &Note) -> Result<()> {
    let said = (
        private_notes::real_name.eq(&note.real_name),
        private_notes::memo.eq(&note.memo),
        private_notes::written_at.eq(tx.now()),
    );
    Both(
        diesel::insert_into(private_notes::table)
            .values((private_notes::member_id.eq(me), private_notes::subject_id.eq(subject), said))
            .on_conflict((private_notes::member_id, private_notes::subject_id))
            .do_update()
            .set(said),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, me: MemberId, subject: MemberId) -> Result<()> {
    diesel::delete(private_notes::table.find((i64::from(me), i64::from(subject)))).execute(tx.db)?;
    Ok(())
}
