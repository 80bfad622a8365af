//! The page: one line to type into, four places to look in.

use super::{FieldHit, Hits, MOST_FOUND, NoteHit, diaries, fields, members, notes, snippet, typed};
use crate::diary::DiaryLine;
use crate::ids::{DiaryId, MemberId};
use crate::member::Card;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// Where is looked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Where {
    /// In nicknames.
    #[default]
    Names,
    /// In what people say of themselves.
    Fields,
    /// In diaries.
    Diaries,
    /// In what the searcher noted about people.
    Notes,
}

impl Where {
    /// Every place, in the order the page offers them.
    pub const ALL: [Where; 4] = [Where::Names, Where::Fields, Where::Diaries, Where::Notes];

    /// The value of the field `in`.
    pub fn key(self) -> &'static str {
        match self {
            Where::Names => "names",
            Where::Fields => "fields",
            Where::Diaries => "diaries",
            Where::Notes => "notes",
        }
    }

    /// From that value; anything else looks for names.
    pub fn from_key(key: &str) -> Where {
        Where::ALL.into_iter().find(|place| place.key() == key).unwrap_or_default()
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// People whose nickname begins so.
    Names(Hits<Card, MemberId>),
    /// People who say so of themselves.
    Fields(Hits<FieldHit, MemberId>),
    /// Entries with these words.
    Diaries(Hits<DiaryLine, DiaryId>),
    /// People the searcher noted something about.
    Notes(Hits<NoteHit, MemberId>),
}

/// A search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchPage {
    /// What was looked for, as typed.
    pub q: String,
    /// What else was typed and was not looked for, or its beginning.
    pub left_out: String,
    /// What was found; nothing before anything was typed.
    pub found: Found,
}

impl SearchPage {
    /// A search that was not made: what was typed, and where it would have looked.
    pub fn unasked(place: Where, typed: &str) -> SearchPage {
        let found = match place {
            Where::Names => Found::Names(Hits::none()),
            Where::Fields => Found::Fields(Hits::none()),
            Where::Diaries => Found::Diaries(Hits::none()),
            Where::Notes => Found::Notes(Hits::none()),
        };
        SearchPage { q: typed::cut(place, typed).0, left_out: String::new(), found }
    }

    /// Where was looked.
    pub fn place(&self) -> Where {
        match self.found {
            Found::Names(_) => Where::Names,
            Found::Fields(_) => Where::Fields,
            Found::Diaries(_) => Where::Diaries,
            Found::Notes(_) => Where::Notes,
        }
    }

    /// Whether nothing is listed.
    pub fn is_empty(&self) -> bool {
        self.listed() == 0
    }

    /// Whether there is room on the page and yet a next one: what is older has not been looked through so far.
    pub fn stopped_short(&self) -> bool {
        self.next().is_some() && self.listed() < MOST_FOUND as usize
    }

    fn listed(&self) -> usize {
        match &self.found {
            Found::Names(hits) => hits.found.len(),
            Found::Fields(hits) => hits.found.len(),
            Found::Diaries(hits) => hits.found.len(),
            Found::Notes(hits) => hits.found.len(),
        }
    }

    /// The value of the field `after` for the next page, if there is one.
    pub fn next(&self) -> Option<String> {
        match &self.found {
            Found::Names(hits) => hits.next.map(|id| id.to_string()),
            Found::Fields(hits) => hits.next.map(|id| id.to_string()),
            Found::Diaries(hits) => hits.next.map(|id| id.to_string()),
            Found::Notes(hits) => hits.next.map(|id| id.to_string()),
        }
    }
}

/// Looks for `typed` in one place; `after` is what a page before said was next, and anything else begins anew.
pub fn look(tx: &mut Tx<'_>, viewer: Viewer, place: Where, typed: &str, after: &str) -> Result<SearchPage> {
    let (q, beyond) = typed::cut(place, typed);
    let found = match place {
        Where::Names => Found::Names(members(tx, viewer, &q, after.parse().ok())?),
        Where::Fields => Found::Fields(fields(tx, viewer, &q, after.parse().ok())?),
        Where::Diaries => Found::Diaries(diaries(tx, viewer, &q, after.parse().ok())?),
        Where::Notes => Found::Notes(notes(tx, viewer, &q, after.parse().ok())?),
    };
    Ok(SearchPage { q, left_out: snippet::around(&beyond, ""), found })
}
