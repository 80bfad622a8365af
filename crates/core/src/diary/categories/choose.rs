//! Choosing the categories of an entry in its form.

use super::make::{CategoryError, make_category};
use super::{CATEGORY_CHARACTERS, MOST_PER_ENTRY, queries};
use crate::diary::Fault;
use crate::diary::post::PostError;
use crate::ids::{CategoryId, DiaryId, MemberId};
use crate::store::Tx;
use crate::store::upsert::hold_pair;
use crate::text;

/// Which categories an entry shall be in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Some of the author's own.
    pub categories: Vec<CategoryId>,
    /// The name of a new one; empty where there is none.
    pub new_name: String,
    /// Whether the new one is shown to readers.
    pub is_open: bool,
}

/// More of a name than that is not kept, in signs: nobody typed it by hand.
const MOST_KEPT_SIGNS: usize = 200;

impl Chosen {
    /// Each once, the name in one line; and what is wrong with it.
    pub(in crate::diary) fn read(&self) -> (Chosen, Option<Fault>) {
        let mut categories = self.categories.clone();
        categories.sort_unstable();
        categories.dedup();
        let new_name = text::one_line(&self.new_name);
        let many = categories.len() + usize::from(!new_name.is_empty());
        let fault = match text::count(&new_name) {
            n if n > CATEGORY_CHARACTERS => Some(Fault::CategoryNameLong),
            _ if many > MOST_PER_ENTRY => Some(Fault::TooManyCategories),
            _ => None,
        };
        (Chosen { categories, new_name, is_open: self.is_open }, fault)
    }
}

/// As a draft keeps it: however much was chosen, of what is the author's own.
pub(in crate::diary) fn as_kept(
    tx: &mut Tx<'_>,
    me: MemberId,
    chosen: &Chosen,
) -> crate::store::Result<Chosen> {
    let (chosen, _) = chosen.read();
    let own = queries::own_among(tx, me, &chosen.categories)?;
    let new_name = chosen.new_name.chars().take(MOST_KEPT_SIGNS).collect();
    // Of a new one that is not named nothing is kept.
    let is_open = chosen.is_open && !chosen.new_name.is_empty();
    Ok(Chosen { categories: own, new_name, is_open })
}

/// The categories of something that is posted now; a new one is made. One that was removed meanwhile is left out: that is
/// no reason to refuse.
pub(in crate::diary) fn resolve(
    tx: &mut Tx<'_>,
    me: MemberId,
    chosen: &Chosen,
) -> Result<Vec<CategoryId>, PostError> {
    let mut own = queries::own_among(tx, me, &chosen.categories)?;
    if chosen.new_name.is_empty() {
        return Ok(own);
    }
    let made = match make_category(tx, me, &chosen.new_name, chosen.is_open) {
        Ok(made) => made,
        Err(CategoryError::Taken(known)) => known,
        Err(CategoryError::Full) => return Err(PostError::Refused(Fault::CategoriesFull)),
        Err(CategoryError::Store(error)) => return Err(PostError::Store(error)),
        Err(_) => return Err(PostError::Refused(Fault::CategoryNameLong)),
    };
    own.retain(|known| *known != made);
    own.push(made);
    Ok(own)
}

/// Puts an entry into what was chosen, and out of everything else.
pub(in crate::diary) fn put(
    tx: &mut Tx<'_>,
    me: MemberId,
    entry: DiaryId,
    chosen: &Chosen,
) -> Result<(), PostError> {
    // One of them may be going at this moment.
    hold_pair(tx, me, me)?;
    let categories = resolve(tx, me, chosen)?;
    queries::replace_of_entry(tx, entry, &categories)?;
    Ok(())
}
