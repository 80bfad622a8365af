//! Drafts with a time in the database.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::HeldBack;
use crate::ids::{DraftId, GroupId, MemberId};
use crate::moment::Moment;
use crate::store::schema::{diary_drafts, members};
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

pub(super) fn set_due(tx: &mut Tx<'_>, id: DraftId, at: Moment) -> Result<()> {
    diesel::update(diary_drafts::table.find(i64::from(id)))
        .set(diary_drafts::due_at.eq(at))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn list_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<DraftId>> {
    let now = tx.now();
    Ok(diary_drafts::table
        .filter(diary_drafts::due_at.le(now))
        .order(diary_drafts::due_at)
        .limit(most)
        .select(diary_drafts::id)
        .load(tx.db)?)
}

pub(super) fn find_author(tx: &mut Tx<'_>, id: DraftId) -> Result<Option<MemberId>> {
    Ok(diary_drafts::table.find(i64::from(id)).select(diary_drafts::author_id).first(tx.db).optional()?)
}

/// Takes its time away, if it has come.
pub(super) fn take_due(tx: &mut Tx<'_>, id: DraftId) -> Result<bool> {
    let now = tx.now();
    let due = diary_drafts::table.find(i64::from(id)).filter(diary_drafts::due_at.le(now));
    Ok(diesel::update(due).set(diary_drafts::due_at.eq(None::<Moment>)).execute(tx.db)? > 0)
}

pub(super) fn hold_back(tx: &mut Tx<'_>, id: DraftId, why: HeldBack) -> Result<()> {
    diesel::update(diary_drafts::table.find(i64::from(id)))
        .set(diary_drafts::held_back.eq(why.stored()))
        .execute(tx.db)?;
    Ok(())
}

/// Whether it was for a group that was deleted since.
pub(super) fn has_lost_its_group(tx: &mut Tx<'_>, id: DraftId) -> Result<bool> {
    let for_group = Visibility::Group(GroupId::from(0)).level();
    let lost = diary_drafts::table
        .find(i64::from(id))
        .filter(diary_drafts::level.eq(for_group))
        .filter(diary_drafts::group_id.is_null());
    Ok(diesel::select(exists(lost)).get_result(tx.db)?)
}

pub(super) fn find_joined_at(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Moment>> {
    Ok(members::table.find(i64::from(member)).select(members::joined_at).first(tx.db).optional()?)
}
