//! What ties a member to the comments on an entry: where they commented, how far they have read, whether they want quiet.

mod closed;
mod joined;
mod queries;
mod quiet;
mod turn;

pub use closed::{ClosedComment, ClosedPage, closed};
pub use joined::{JoinedLine, JoinedPage, THREADS_PER_PAGE, joined};
pub(super) use queries::forget_entry;
pub(crate) use queries::is_quiet;
pub(super) use quiet::stands;
pub use quiet::{Quiet, hush, quiet_of};
pub use turn::{NotAThreadTurn, ThreadTurn};

use std::collections::HashMap;

use crate::friend::circle::Circle;
use crate::ids::{DiaryId, MemberId};
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// Comments of others that somebody can see and that came since they last looked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fresh {
    /// How many.
    pub count: i64,
    /// The number of the first of them; 0 where there is none.
    pub from: i32,
}

/// What is new of an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct News {
    /// How much.
    pub(crate) fresh: Fresh,
    /// When the newest of it was said.
    pub(crate) newest_at: Moment,
}

/// What is new of each of these entries, as far as `me` is tied to them: from anybody, or from a circle alone. Those with
/// nothing new are left out.
pub(crate) fn fresh_of(
    tx: &mut Tx<'_>,
    me: MemberId,
    entries: &[DiaryId],
    from: Option<&Circle>,
) -> Result<HashMap<DiaryId, News>> {
    queries::count_fresh(tx, me, entries, from)
}

/// Somebody else has commented on an entry of `author`: from here on it is known how far they have read.
pub(super) fn opens(tx: &mut Tx<'_>, author: MemberId, entry: DiaryId, number: i32) -> Result<()> {
    queries::put_author(tx, author, entry, number)
}

/// `me` has commented: the entry is among those they commented on, and what was there they have seen.
pub(super) fn joins(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId, number: i32) -> Result<()> {
    queries::put_comment(tx, me, entry, number)
}

/// A comment of `writer` is gone: the entry counts as commented on only while another of theirs stands.
pub(super) fn loses(tx: &mut Tx<'_>, writer: MemberId, entry: DiaryId) -> Result<()> {
    queries::look_again(tx, writer, entry)
}

/// Whether something was said of the entry since `me`, who is tied to it, last looked.
pub fn is_behind(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId) -> Result<bool> {
    queries::is_behind(tx, me, entry)
}

/// `me` has looked at the newest of what was said.
pub fn thread_was_read(tx: &mut Tx<'_>, me: MemberId, entry: DiaryId) -> Result<()> {
    queries::catch_up(tx, me, entry)
}
