//! Standing wishes in the database.

use diesel::prelude::*;

use crate::diary::Aging;
use crate::ids::MemberId;
use crate::moment::Moment;
use crate::store::schema::diary_narrowings;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

pub(in crate::diary::levels) fn find_aging(tx: &mut Tx<'_>, me: MemberId) -> Result<Option<Aging>> {
    let row: Option<(i16, i16)> = diary_narrowings::table
        .find(i64::from(me))
        .select((diary_narrowings::months, diary_narrowings::level))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(months, level)| Aging { months, to: Visibility::from_stored(level, None) }))
}

/// Due at once: what is old enough already is narrowed at the worker's next look.
pub(in crate::diary::levels) fn put_aging(tx: &mut Tx<'_>, me: MemberId, wish: Aging) -> Result<()> {
    let now = tx.now();
    let wished = (
        diary_narrowings::months.eq(wish.months),
        diary_narrowings::level.eq(wish.to.level()),
        diary_narrowings::due_at.eq(now),
    );
    Both(
        diesel::insert_into(diary_narrowings::table)
            .values((diary_narrowings::member_id.eq(me), wished))
            .on_conflict(diary_narrowings::member_id)
            .do_update()
            .set(wished),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(in crate::diary::levels) fn delete_aging(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    diesel::delete(diary_narrowings::table.find(i64::from(me))).execute(tx.db)?;
    Ok(())
}

pub(in crate::diary::levels) fn due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<(MemberId, Aging)>> {
    let now = tx.now();
    let rows: Vec<(MemberId, i16, i16)> = diary_narrowings::table
        .filter(diary_narrowings::due_at.le(now))
        .order(diary_narrowings::due_at)
        .limit(most)
        .select((diary_narrowings::member_id, diary_narrowings::months, diary_narrowings::level))
        .load(tx.db)?;
    let wish = |(member, months, level)| (member, Aging { months, to: Visibility::from_stored(level, None) });
    Ok(rows.into_iter().map(wish).collect())
}

pub(in crate::diary::levels) fn set_due(tx: &mut Tx<'_>, me: MemberId, due: Moment) -> Result<()> {
    let wish = diary_narrowings::table.find(i64::from(me));
    diesel::update(wish).set(diary_narrowings::due_at.eq(due)).execute(tx.db)?;
    Ok(())
}
