//! An author's own categories (DI-06): each shown to readers, or for their own eyes alone.
//!
//! A category opens nothing and closes nothing: what is in one is what its reader may read of it anyway, and a category
//! with nothing to read does not exist for them. The name of a private one is told to nobody but its author.

mod choose;
mod make;
mod page;
pub(in crate::diary) mod queries;

pub use choose::Chosen;
pub(super) use choose::{as_kept, put, resolve};
pub use make::{
    CategoryError, change_category, find_category, make_category, my_categories, remove_category,
};
pub(super) use page::has_any;
pub use page::{CategoriesPage, categories_of, list_in_category};

use crate::ids::{CategoryId, DiaryId, MemberId};
use crate::store::{Result, Tx};

/// The longest name, in characters.
pub const CATEGORY_CHARACTERS: usize = 20;
/// How many categories an author has at most.
pub const MOST_CATEGORIES: usize = 20;
/// How many an entry is in at most.
pub const MOST_PER_ENTRY: usize = 3;

/// A category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Which.
    pub id: CategoryId,
    /// What its author calls it.
    pub name: String,
    /// Whether readers are shown it.
    pub is_open: bool,
}

/// The categories of an entry that `me` is shown: all of one's own, of somebody else's the open ones.
pub(super) fn of_entry(
    tx: &mut Tx<'_>,
    me: MemberId,
    author: MemberId,
    entry: DiaryId,
) -> Result<Vec<Category>> {
    let all = queries::of_entry(tx, entry)?;
    Ok(all.into_iter().filter(|category| me == author || category.is_open).collect())
}
