//! One's drafts as a list.

use super::{MOST_DRAFTS, queries};
use crate::diary::HeldBack;
use crate::diary::list::{EXCERPT_SIGNS, excerpt};
use crate::ids::{DiaryId, DraftId, MemberId};
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::text;

/// A draft as a row shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    /// Which.
    pub id: DraftId,
    /// The entry it would change.
    pub entry: Option<DiaryId>,
    /// Its title; may be empty.
    pub title: String,
    /// The first words of its body, on one line; may be empty.
    pub excerpt: String,
    /// How long its body is, in characters.
    pub characters: i32,
    /// When it was last kept.
    pub kept_at: Moment,
    /// When it is posted by itself; `None` where it waits for its author.
    pub due_at: Option<Moment>,
    /// Why it was not posted at its time.
    pub held_back: Option<HeldBack>,
}

impl DraftLine {
    /// What a list calls it: its title, else its first words; one of photographs alone has neither.
    pub fn name(&self) -> Option<&str> {
        [self.title.as_str(), self.excerpt.as_str()].into_iter().find(|words| !words.is_empty())
    }
}

/// One's drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftsPage {
    /// The newest first.
    pub drafts: Vec<DraftLine>,
    /// How many one keeps.
    pub most: i64,
}

/// The author's drafts.
pub fn drafts(tx: &mut Tx<'_>, me: MemberId) -> Result<DraftsPage> {
    let rows = queries::draft_lines(tx, me, EXCERPT_SIGNS)?;
    Ok(DraftsPage { drafts: rows.into_iter().map(line).collect(), most: MOST_DRAFTS })
}

fn line((id, entry, title, begins, characters, kept_at, due_at, held_back): queries::LineRow) -> DraftLine {
    // A draft is kept as it was typed.
    let (excerpt, held_back) = (excerpt(&text::one_line(&begins)), held_back.and_then(HeldBack::from_stored));
    DraftLine { id, entry, title, excerpt, characters, kept_at, due_at, held_back }
}

/// How many there are.
pub(in crate::diary) fn count(tx: &mut Tx<'_>, me: MemberId) -> Result<i64> {
    queries::drafts_of(tx, me)
}
