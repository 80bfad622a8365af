//! Categories in the database.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::Category;
use crate::ids::{CategoryId, DiaryId, DraftId, MemberId};
use crate::store::condition::{Condition, ME};
use crate::store::schema::{diary_categories, diary_draft_categories, diary_entries, diary_entry_categories};
use crate::store::{Result, Tx};

type Row = (CategoryId, String, bool);
type Columns = (diary_categories::id, diary_categories::name, diary_categories::is_open);
const ROW: Columns = (diary_categories::id, diary_categories::name, diary_categories::is_open);

fn category((id, name, is_open): Row) -> Category {
    Category { id, name, is_open }
}

/// Sorted here: the engines sort words each in their own way.
fn in_order(rows: Vec<Row>) -> Vec<Category> {
    let mut all: Vec<Category> = rows.into_iter().map(category).collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

pub(super) fn of_author(tx: &mut Tx<'_>, author: MemberId) -> Result<Vec<Category>> {
    let own = diary_categories::table.filter(diary_categories::author_id.eq(author));
    Ok(in_order(own.select(ROW).load(tx.db)?))
}

pub(super) fn of_entry(tx: &mut Tx<'_>, entry: DiaryId) -> Result<Vec<Category>> {
    let rows = diary_entry_categories::table
        .inner_join(diary_categories::table.on(diary_categories::id.eq(diary_entry_categories::category_id)))
        .filter(diary_entry_categories::entry_id.eq(entry))
        .select(ROW)
        .load(tx.db)?;
    Ok(in_order(rows))
}

pub(in crate::diary) fn ids_of_entry(tx: &mut Tx<'_>, entry: DiaryId) -> Result<Vec<CategoryId>> {
    Ok(diary_entry_categories::table
        .filter(diary_entry_categories::entry_id.eq(entry))
        .order(diary_entry_categories::category_id)
        .select(diary_entry_categories::category_id)
        .load(tx.db)?)
}

pub(in crate::diary) fn ids_of_draft(tx: &mut Tx<'_>, draft: DraftId) -> Result<Vec<CategoryId>> {
    Ok(diary_draft_categories::table
        .filter(diary_draft_categories::draft_id.eq(draft))
        .order(diary_draft_categories::category_id)
        .select(diary_draft_categories::category_id)
        .load(tx.db)?)
}

/// Of these, those that are the author's own.
pub(super) fn own_among(tx: &mut Tx<'_>, author: MemberId, ids: &[CategoryId]) -> Result<Vec<CategoryId>> {
    let own = of_author(tx, author)?;
    Ok(ids.iter().copied().filter(|id| own.iter().any(|category| category.id == *id)).collect())
}

/// How many of the author's entries that `open` lets through are in each.
pub(super) fn count_entries(
    tx: &mut Tx<'_>,
    author: MemberId,
    open: &Condition,
) -> Result<HashMap<CategoryId, i64>> {
    let rows: Vec<(CategoryId, i64)> = diary_entry_categories::table
        .inner_join(diary_entries::table.on(diary_entries::id.eq(diary_entry_categories::entry_id)))
        .filter(diary_entries::author_id.eq(author))
        .filter(open.clone())
        .group_by(diary_entry_categories::category_id)
        .select((diary_entry_categories::category_id, count_star()))
        .load(tx.db)?;
    Ok(rows.into_iter().collect())
}

pub(super) fn insert(tx: &mut Tx<'_>, author: MemberId, new: &Category) -> Result<()> {
    diesel::insert_into(diary_categories::table)
        .values((
            diary_categories::id.eq(new.id),
            diary_categories::author_id.eq(author),
            diary_categories::name.eq(&new.name),
            diary_categories::is_open.eq(new.is_open),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn update(tx: &mut Tx<'_>, changed: &Category) -> Result<()> {
    diesel::update(diary_categories::table.find(i64::from(changed.id)))
        .set((diary_categories::name.eq(&changed.name), diary_categories::is_open.eq(changed.is_open)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, id: CategoryId) -> Result<()> {
    let entries = diary_entry_categories::table.filter(diary_entry_categories::category_id.eq(id));
    diesel::delete(entries).execute(tx.db)?;
    let drafts = diary_draft_categories::table.filter(diary_draft_categories::category_id.eq(id));
    diesel::delete(drafts).execute(tx.db)?;
    diesel::delete(diary_categories::table.find(i64::from(id))).execute(tx.db)?;
    Ok(())
}

pub(in crate::diary) fn replace_of_entry(
    tx: &mut Tx<'_>,
    entry: DiaryId,
    categories: &[CategoryId],
) -> Result<()> {
    let old = diary_entry_categories::table.filter(diary_entry_categories::entry_id.eq(entry));
    diesel::delete(old).execute(tx.db)?;
    for category in categories {
        diesel::insert_into(diary_entry_categories::table)
            .values((
                diary_entry_categories::entry_id.eq(entry),
                diary_entry_categories::category_id.eq(*category),
            ))
            .execute(tx.db)?;
    }
    Ok(())
}

pub(in crate::diary) fn replace_of_draft(
    tx: &mut Tx<'_>,
    draft: DraftId,
    categories: &[CategoryId],
) -> Result<()> {
    let old = diary_draft_categories::table.filter(diary_draft_categories::draft_id.eq(draft));
    diesel::delete(old).execute(tx.db)?;
    for category in categories {
        diesel::insert_into(diary_draft_categories::table)
            .values((
                diary_draft_categories::draft_id.eq(draft),
                diary_draft_categories::category_id.eq(*category),
            ))
            .execute(tx.db)?;
    }
    Ok(())
}

/// True for entries of a category; without one, for all.
pub(in crate::diary) fn entries_in(category: Option<CategoryId>) -> Condition {
    let Some(category) = category else { return Condition::about(0, "(1 = 1)".to_owned()) };
    let sql = format!(
        "EXISTS (SELECT 1 FROM diary_entry_categories ec \
         WHERE ec.category_id = {ME} AND ec.entry_id = diary_entries.id)"
    );
    Condition::about(category.into(), sql)
}
