//! Making, renaming, opening and removing one's categories.

use super::{CATEGORY_CHARACTERS, Category, MOST_CATEGORIES, queries};
use crate::ids::{CategoryId, MemberId};
use crate::store::upsert::hold_pair;
use crate::store::{Error, Result, Tx};
use crate::text;

/// Why a category is not as it was typed.
#[derive(Debug, thiserror::Error)]
pub enum CategoryError {
    /// Not the author's own, or gone.
    #[error("no such category")]
    NotFound,
    /// It needs a name.
    #[error("the name is empty")]
    NameEmpty,
    /// More than [`CATEGORY_CHARACTERS`].
    #[error("the name is too long")]
    NameTooLong,
    /// Another one is called so already: this one.
    #[error("the name is taken")]
    Taken(CategoryId),
    /// There are [`MOST_CATEGORIES`].
    #[error("there are as many categories as one has")]
    Full,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// One's categories in the order of their names.
pub fn my_categories(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Category>> {
    queries::of_author(tx, me)
}

/// One of one's own; anybody else's does not exist.
pub fn find_category(tx: &mut Tx<'_>, me: MemberId, id: CategoryId) -> Result<Option<Category>> {
    Ok(queries::of_author(tx, me)?.into_iter().find(|category| category.id == id))
}

/// Makes one.
pub fn make_category(
    tx: &mut Tx<'_>,
    me: MemberId,
    typed: &str,
    is_open: bool,
) -> std::result::Result<CategoryId, CategoryError> {
    let name = read_name(typed)?;
    // Of two made at one moment the second sees the first.
    hold_pair(tx, me, me)?;
    let known = queries::of_author(tx, me)?;
    if let Some(twin) = known.iter().find(|category| category.name == name) {
        return Err(CategoryError::Taken(twin.id));
    }
    if known.len() >= MOST_CATEGORIES {
        return Err(CategoryError::Full);
    }
    let id: CategoryId = tx.fresh_id();
    queries::insert(tx, me, &Category { id, name, is_open })?;
    Ok(id)
}

/// Calls it something else, shows it or keeps it to oneself.
pub fn change_category(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CategoryId,
    typed: &str,
    is_open: bool,
) -> std::result::Result<(), CategoryError> {
    hold_pair(tx, me, me)?;
    let known = queries::of_author(tx, me)?;
    if !known.iter().any(|category| category.id == id) {
        return Err(CategoryError::NotFound);
    }
    let name = read_name(typed)?;
    if let Some(twin) = known.iter().find(|category| category.name == name && category.id != id) {
        return Err(CategoryError::Taken(twin.id));
    }
    queries::update(tx, &Category { id, name, is_open })?;
    Ok(())
}

/// Removes it; the entries in it stay as they are. `false` if there is none.
pub fn remove_category(tx: &mut Tx<'_>, me: MemberId, id: CategoryId) -> Result<bool> {
    hold_pair(tx, me, me)?;
    if find_category(tx, me, id)?.is_none() {
        return Ok(false);
    }
    queries::delete(tx, id)?;
    Ok(true)
}

fn read_name(typed: &str) -> std::result::Result<String, CategoryError> {
    let name = text::one_line(typed);
    match text::count(&name) {
        _ if !text::is_visible(&name) => Err(CategoryError::NameEmpty),
        n if n > CATEGORY_CHARACTERS => Err(CategoryError::NameTooLong),
        _ => Ok(name),
    }
}
