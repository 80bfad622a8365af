//! Widening all that is at a level, once its author has seen what it opens.

use super::{Widening, across, queries};
use crate::diary::fresh;
use crate::first_post;
use crate::ids::{DiaryId, MemberId};
use crate::store::{Error, Result, Tx};
use crate::visibility::Visibility;

/// How many titles the question names; the rest are counted.
pub const WIDENED_NAMED: i64 = 20;

/// What a widening would open.
#[derive(Clone, Debug)]
pub struct WidenPage {
    /// Which.
    pub widening: Widening,
    /// How many entries.
    pub entries: i64,
    /// The newest of them, at most [`WIDENED_NAMED`]: which, and their titles.
    pub named: Vec<(DiaryId, String)>,
    /// How many comments of others more people could read with them.
    pub comments: i64,
    /// How many entries are left out because others have commented on them.
    pub left_out: i64,
}

impl WidenPage {
    /// What was shown, for the form to carry: anything else than this is asked about again.
    pub fn mark(&self) -> String {
        let newest = self.named.first().map(|(id, _)| id.to_string()).unwrap_or_default();
        format!("{}-{}-{}-{newest}", self.entries, self.comments, self.left_out)
    }
}

/// Why nothing was widened.
#[derive(Debug, thiserror::Error)]
pub enum WidenError {
    /// There are other entries by now than were named.
    #[error("other entries than were named")]
    Changed,
    /// First posts of this author are looked at one by one.
    #[error("posts of this author wait to be looked at")]
    Waits,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// What it would open now.
pub fn widening(tx: &mut Tx<'_>, me: MemberId, widening: Widening) -> Result<WidenPage> {
    let (all, with_comments) = queries::count_at(tx, me, widening.from())?;
    let is_for_all = widening.to() == Visibility::Members;
    let left_out = if is_for_all { with_comments } else { 0 };
    let comments = if is_for_all { 0 } else { queries::count_comments_at(tx, me, widening.from())? };
    let named = queries::newest_at(tx, me, widening.from(), is_for_all, WIDENED_NAMED)?;
    Ok(WidenPage { widening, entries: all - left_out, named, comments, left_out })
}

/// Opens them, if they are still what the author was shown ([`WidenPage::mark`]). Answers how many it were.
pub fn widen(
    tx: &mut Tx<'_>,
    me: MemberId,
    step: Widening,
    shown: &str,
) -> std::result::Result<usize, WidenError> {
    if first_post::must_wait(tx, me)? {
        return Err(WidenError::Waits);
    }
    let page = widening(tx, me, step)?;
    if page.mark() != shown {
        return Err(WidenError::Changed);
    }
    if let Some((newest, _)) = page.named.first() {
        fresh::note(tx, me, *newest, step.to())?;
    }
    Ok(across::widen(tx, me, step.from(), step.to())?)
}
