//! What a member notes about somebody for themselves alone: the name on paper, and a few lines (PR-19).
//!
//! Nobody else ever learns that there is one. It outlives a friendship. Between two who are parted by a block it rests:
//! neither exists for the other, and so there is no page to read it on and no search that finds it; it is there again
//! when the block is taken back. It goes when either of the two leaves the site.

mod queries;

use crate::ids::MemberId;
use crate::member::{Card, fold};
use crate::profile;
use crate::store::{Error, Result, Tx};
use crate::text;

/// The longest name on paper, in characters.
pub const NAME_CHARACTERS: usize = 100;
/// The longest memo, in characters.
pub const MEMO_CHARACTERS: usize = 1000;
/// How many people one member may keep notes about; a search goes through all of them.
pub const MOST_NOTES: i64 = 1000;

/// What is noted about one person. Both may be empty, though never at once in the database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The name on paper.
    pub real_name: String,
    /// A few lines.
    pub memo: String,
}

impl Note {
    /// Whether nothing is noted.
    pub fn is_empty(&self) -> bool {
        self.real_name.is_empty() && self.memo.is_empty()
    }
}

/// Why a note was not kept.
#[derive(Debug, thiserror::Error)]
pub enum NoteError {
    /// Oneself, or nobody that `me` may meet: the two are not told apart.
    #[error("nobody to keep a note about")]
    NotFound,
    /// More than [`NAME_CHARACTERS`].
    #[error("the name is too long")]
    NameTooLong,
    /// More than [`MEMO_CHARACTERS`].
    #[error("the memo is too long")]
    MemoTooLong,
    /// There are [`MOST_NOTES`] already.
    #[error("too many notes")]
    TooMany,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Of whom, and what `me` noted about them so far; nothing where there is nobody `me` may meet, or it is `me`.
pub fn of(tx: &mut Tx<'_>, me: MemberId, subject: MemberId) -> Result<Option<(Card, Note)>> {
    if me == subject {
        return Ok(None);
    }
    let Some(card) = profile::card(tx, me, subject)? else { return Ok(None) };
    Ok(Some((card, queries::find(tx, me, subject)?.unwrap_or_default())))
}

/// Keeps a note in place of the one before; an empty one is none.
pub fn keep(
    tx: &mut Tx<'_>,
    me: MemberId,
    subject: MemberId,
    typed: &Note,
) -> std::result::Result<(), NoteError> {
    let (_, before) = of(tx, me, subject)?.ok_or(NoteError::NotFound)?;
    let note = Note { real_name: text::one_line(&typed.real_name), memo: text::many_lines(&typed.memo) };
    if text::count(&note.real_name) > NAME_CHARACTERS {
        return Err(NoteError::NameTooLong);
    }
    if text::count(&note.memo) > MEMO_CHARACTERS {
        return Err(NoteError::MemoTooLong);
    }
    if note.is_empty() {
        return Ok(queries::delete(tx, me, subject)?);
    }
    if before.is_empty() && queries::count(tx, me)? >= MOST_NOTES {
        return Err(NoteError::TooMany);
    }
    Ok(queries::put(tx, me, subject, &note)?)
}

/// People about whom `me` noted all of these folded words, the oldest member first, behind `after`; at most `most`.
/// Nobody else's notes are ever looked at.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    me: MemberId,
    words: &[&str],
    after: Option<MemberId>,
    most: usize,
) -> Result<Vec<(Card, Note)>> {
    let mut found = queries::list(tx, me, after, MOST_NOTES)?;
    found.retain(|(_, note)| {
        let (name, memo) = (fold(&note.real_name), fold(&note.memo));
        words.iter().all(|word| name.contains(word) || memo.contains(word))
    });
    found.truncate(most);
    Ok(found)
}
