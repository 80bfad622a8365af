//! Likes in the database.

use diesel::prelude::*;

use super::shown::doer_shown_to;
use crate::diary::Sign;
use crate::ids::{DiaryId, MemberId};
use crate::member::Card;
use crate::member::queries::{CARD, CardRow};
use crate::moment::Moment;
use crate::store::condition::{Condition, ME};
use crate::store::schema::{diary_entries, diary_likes, members};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// True for likes that can be shown to `me`. Who is in a group is its owner's alone to know: of an entry for a group,
/// a reader sees their own like and no other (rule b-2). Needs `members` joined as whoever liked, and `diary_entries`.
pub(crate) fn shown_to(me: MemberId) -> Condition {
    let group = Visibility::GROUP_LEVEL;
    let known = format!(
        "diary_likes.member_id = {ME} OR diary_entries.author_id = {ME} OR diary_entries.level <> {group}"
    );
    doer_shown_to(me, "diary_likes.member_id", &known)
}

/// Every like that `me` can be shown, the first one first.
pub(in crate::diary) fn likes(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId) -> Result<Vec<(Card, Sign)>> {
    let rows: Vec<(CardRow, i16)> = diary_likes::table
        .inner_join(members::table.on(members::id.eq(diary_likes::member_id)))
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_likes::entry_id)))
        .filter(diary_likes::entry_id.eq(entry))
        .filter(shown_to(me))
        .order((diary_likes::liked_at, diary_likes::member_id))
        .select((CARD, diary_likes::sign))
        .load(tx.db)?;
    Ok(rows.into_iter().filter_map(|(card, sign)| Some((card.into(), Sign::from_stored(sign)?))).collect())
}

pub(in crate::diary) fn find_like(
    tx: &mut Tx<'_>,
    member: MemberId,
    entry: DiaryId,
) -> Result<Option<Moment>> {
    let like = diary_likes::table.find((i64::from(entry), i64::from(member)));
    Ok(like.select(diary_likes::liked_at).first(tx.db).optional()?)
}

/// One a member: another sign takes the place of the first.
pub(in crate::diary) fn put_like(
    tx: &mut Tx<'_>,
    member: MemberId,
    entry: DiaryId,
    sign: Sign,
) -> Result<()> {
    let now = tx.now();
    Both(
        diesel::insert_into(diary_likes::table)
            .values((
                diary_likes::entry_id.eq(entry),
                diary_likes::member_id.eq(member),
                diary_likes::sign.eq(sign.stored()),
                diary_likes::liked_at.eq(now),
            ))
            .on_conflict((diary_likes::entry_id, diary_likes::member_id))
            .do_update()
            .set(diary_likes::sign.eq(sign.stored())),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(in crate::diary) fn delete_like(tx: &mut Tx<'_>, member: MemberId, entry: DiaryId) -> Result<()> {
    diesel::delete(diary_likes::table.find((i64::from(entry), i64::from(member)))).execute(tx.db)?;
    Ok(())
}
