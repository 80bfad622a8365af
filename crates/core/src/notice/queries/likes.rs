//! Likes that are news, in the database.

use std::collections::HashMap;

use diesel::dsl::max;
use diesel::prelude::*;

use crate::diary::queries::likes_shown_to;
use crate::friend::circle::Circle;
use crate::ids::{DiaryId, MemberId};
use crate::moment::Moment;
use crate::notice::Kind;
use crate::store::among::Among;
use crate::store::schema::{diary_entries, diary_likes, members, notices};
use crate::store::{Result, Tx};

/// When each of these entries of `me` was liked last since they looked, by anybody or by a circle alone. Those with no
/// such like that can be shown are left out.
pub(in crate::notice) fn newest(
    tx: &mut Tx<'_>,
    me: MemberId,
    entries: &[DiaryId],
    from: Option<&Circle>,
) -> Result<HashMap<DiaryId, Moment>> {
    let told = notices::subject_id
        .eq(diary_likes::entry_id)
        .and(notices::kind.eq(Kind::Liked.stored()))
        .and(notices::member_id.eq(i64::from(me)));
    let liked = diary_likes::table
        .inner_join(members::table.on(members::id.eq(diary_likes::member_id)))
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_likes::entry_id)))
        .inner_join(notices::table.on(told))
        .filter(Among::ids("diary_likes.entry_id", entries.iter().copied()))
        .filter(diary_likes::liked_at.ge(notices::since))
        .filter(diary_likes::member_id.ne(i64::from(me)))
        .filter(likes_shown_to(me))
        .group_by(diary_likes::entry_id)
        .select((diary_likes::entry_id, max(diary_likes::liked_at)));
    let rows: Vec<(DiaryId, Option<Moment>)> = match from {
        Some(circle) => liked.filter(given_by(circle)).load(tx.db)?,
        None => liked.load(tx.db)?,
    };
    Ok(rows.into_iter().filter_map(|(entry, newest_at)| Some((entry, newest_at?))).collect())
}

fn given_by(circle: &Circle) -> Among {
    Among::ids("diary_likes.member_id", circle.ids().iter().copied())
}
