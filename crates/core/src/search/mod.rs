//! Finding people by the name they go by.

mod queries;

use crate::member::{Card, fold};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// How many people one search shows.
pub const MOST_FOUND: i64 = 30;

/// What a search found.
#[derive(Clone, Debug)]
pub struct SearchPage {
    /// What was looked for, as typed.
    pub q: String,
    /// People whose nickname begins so, whom the viewer may meet; nobody before anything was typed.
    pub found: Vec<Card>,
}

/// People whose nickname begins with `typed`, whatever its width, case or kana.
pub fn members(tx: &mut Tx<'_>, viewer: Viewer, typed: &str) -> Result<SearchPage> {
    let folded = fold(&crate::text::one_line(typed));
    let found = match folded.is_empty() {
        true => Vec::new(),
        false => queries::by_nickname(tx, viewer, &folded)?,
    };
    Ok(SearchPage { q: typed.to_owned(), found })
}
