//! Somebody's categories, and the entries in one, as far as the viewer may read them.

use super::{Category, queries};
use crate::diary::archive::open_to;
use crate::diary::{DiaryListPage, list};
use crate::friend::tie;
use crate::ids::{CategoryId, DiaryId, MemberId};
use crate::member::Card;
use crate::member::queries::find_card;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// Somebody's categories.
#[derive(Clone, Debug)]
pub struct CategoriesPage {
    /// Whose.
    pub owner: Card,
    /// Whether the viewer is the owner.
    pub is_own: bool,
    /// Each with how many entries of it the viewer may read; of somebody else's, at least one.
    pub categories: Vec<(Category, i64)>,
}

/// The categories of `owner`; nothing where the owner does not exist for this viewer.
pub fn categories_of(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId) -> Result<Option<CategoriesPage>> {
    let Viewer::Member(me) = viewer else { return Ok(None) };
    if tie::between(tx, me, owner)?.is_none() {
        return Ok(None);
    }
    let Some(card) = find_card(tx, owner)? else { return Ok(None) };
    let categories = counted(tx, viewer, owner)?;
    Ok(Some(CategoriesPage { owner: card, is_own: me == owner, categories }))
}

/// Whether [`categories_of`] has anything on it for the viewer.
pub(in crate::diary) fn has_any(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId) -> Result<bool> {
    Ok(!counted(tx, viewer, owner)?.is_empty())
}

fn counted(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId) -> Result<Vec<(Category, i64)>> {
    let is_own = viewer == Viewer::Member(owner);
    let known = queries::of_author(tx, owner)?;
    if known.is_empty() {
        return Ok(Vec::new());
    }
    let open = open_to(tx, viewer, owner)?;
    let counts = queries::count_entries(tx, owner, &open)?;
    let count = |category: Category| {
        let entries = counts.get(&category.id).copied().unwrap_or_default();
        (category, entries)
    };
    let shown = |(category, entries): &(Category, i64)| is_own || category.is_open && *entries > 0;
    Ok(known.into_iter().map(count).filter(shown).collect())
}

/// The entries of `owner` in one category, page by page; nothing where there is none for this viewer, or nothing in it.
pub fn list_in_category(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    owner: MemberId,
    category: CategoryId,
    before: Option<DiaryId>,
) -> Result<Option<DiaryListPage>> {
    let is_own = viewer == Viewer::Member(owner);
    let known = queries::of_author(tx, owner)?.into_iter().find(|one| one.id == category);
    let Some(known) = known.filter(|one| is_own || one.is_open) else { return Ok(None) };
    let ids = 0..before.map_or(i64::MAX, i64::from);
    let page = list::page(tx, viewer, owner, ids, Some(category))?;
    let page = page.filter(|page| is_own || !page.entries.is_empty());
    Ok(page.map(|page| DiaryListPage { category: Some(known), drafts: 0, ..page }))
}
