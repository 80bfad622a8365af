//! Finding people by name, people by what they say of themselves, and diary entries by their words.
//!
//! A search finds what the searcher could have read anyway, and says nothing about anything else: not by what it lists,
//! nor by how much, in what order, or where its pages end (rule b-6). Whoever wants to can stay out of it.

mod diaries;
mod fields;
mod grams;
pub(crate) mod index;
mod members;
mod near;
mod notes;
mod page;
mod queries;
mod snippet;
mod typed;
mod walk;

pub use diaries::diaries;
pub use fields::{FieldHit, fields};
pub use index::fill;
pub use members::members;
pub use notes::{NoteHit, notes};
pub use page::{Found, SearchPage, Where, look};

use walk::Walked;

/// How many hits one page shows.
pub const MOST_FOUND: i64 = 20;

/// A page of hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hits<T, I> {
    /// At most [`MOST_FOUND`].
    pub found: Vec<T>,
    /// What the next page begins after, if there is one: the last hit, or how far was looked.
    pub next: Option<I>,
}

impl<T, I> Hits<T, I> {
    /// Nothing was found, or nothing was looked for.
    pub(crate) const fn none() -> Hits<T, I> {
        Hits { found: Vec::new(), next: None }
    }

    /// One page of hits that were asked for with one more than it shows.
    fn page(mut found: Vec<T>, id: impl Fn(&T) -> I) -> Hits<T, I> {
        let has_more = found.len() as i64 > MOST_FOUND;
        found.truncate(MOST_FOUND as usize);
        let next = if has_more { found.last().map(id) } else { None };
        Hits { found, next }
    }

    /// One page of what a walk came by. Where the page has room and the walk did not go to the end, the next one goes on
    /// from there.
    fn walked(walked: Walked<T>, id: impl Fn(&T) -> I) -> Hits<T, I>
    where
        I: From<i64>,
    {
        let Hits { found, next } = Hits::page(walked.found, id);
        Hits { found, next: next.or(walked.rest.map(I::from)) }
    }
}
