//! People by what the searcher noted about them.

use super::grams::Words;
use super::{Hits, MOST_FOUND, snippet};
use crate::ids::MemberId;
use crate::member::{Card, fold};
use crate::private_note::{self, Note};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// Somebody the searcher noted something about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteHit {
    /// Who.
    pub card: Card,
    /// What stands around the first of the words, on one line.
    pub words: String,
}

/// People about whom the searcher noted all of the words, the oldest member first.
pub fn notes(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    typed: &str,
    after: Option<MemberId>,
) -> Result<Hits<NoteHit, MemberId>> {
    let (Viewer::Member(me), Some(words)) = (viewer, Words::read(typed)) else { return Ok(Hits::none()) };
    let wanted: Vec<&str> = words.each().collect();
    let found = private_note::find(tx, me, &wanted, after, MOST_FOUND as usize + 1)?;
    let first = wanted.first().copied().unwrap_or_default();
    let hit = |(card, note): (Card, Note)| NoteHit { card, words: passage(&note, first) };
    Ok(Hits::page(found.into_iter().map(hit).collect(), |hit| hit.card.id))
}

/// The name on paper is short and shown whole; of the memo, what stands around the word.
fn passage(note: &Note, word: &str) -> String {
    if note.memo.is_empty() || fold(&note.real_name).contains(word) {
        return note.real_name.clone();
    }
    let memo = snippet::around(&note.memo, word);
    if note.real_name.is_empty() { memo } else { format!("{} / {memo}", note.real_name) }
}
