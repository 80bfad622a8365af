//! Whose posts wait, and keeping them back.

use super::{Post, queries};
use crate::ids::MemberId;
use crate::live_setting;
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// The live setting that is there while first posts wait: newcomers are those who joined at or after its moment.
const HELD: &str = "posts.hold_first";

/// Whether first posts wait now.
pub fn are_held(tx: &mut Tx<'_>) -> Result<bool> {
    Ok(live_setting::find(tx, HELD)?.is_some())
}

/// Makes first posts of those wait who joined at or after a moment, or of nobody any longer. What waits already goes on
/// waiting until it is looked at. The caller writes it into the log of operators' acts.
pub fn hold(tx: &mut Tx<'_>, joined_after: Option<Moment>) -> Result<()> {
    match joined_after {
        Some(moment) => live_setting::set(tx, HELD, &i64::from(moment).to_string()),
        None => live_setting::clear(tx, HELD),
    }
}

/// Whether what this member writes now has to wait: they are new, nothing of theirs was ever let through, and nothing of
/// theirs is open to anybody. A value that no version wrote makes everybody new who has nothing open.
pub(crate) fn must_wait(tx: &mut Tx<'_>, author: MemberId) -> Result<bool> {
    let Some(value) = live_setting::find(tx, HELD)? else { return Ok(false) };
    let joined_after = Moment::from_millis(value.parse().unwrap_or(0));
    queries::is_newcomer(tx, author, joined_after)
}

/// The visibility a new post is kept with: as its author wants it, or "only me" while it waits.
pub(crate) fn sieve_new(
    tx: &mut Tx<'_>,
    author: MemberId,
    post: Post,
    wanted: Visibility,
) -> Result<Visibility> {
    if wanted == Visibility::OnlyMe || !must_wait(tx, author)? {
        return Ok(wanted);
    }
    queries::insert(tx, post, author, wanted)?;
    Ok(Visibility::OnlyMe)
}

/// The visibility a changed post is kept with. One that waits goes on waiting, for the newer wish, even when nothing
/// else has to wait any more; one that nobody else is to see has nothing to wait for.
///
/// The row of the wait is changed before anything else, and so held on a server: whoever lets it through meanwhile sees
/// the newer wish, or comes first and the wait is over.
pub(crate) fn sieve_changed(
    tx: &mut Tx<'_>,
    author: MemberId,
    post: Post,
    wanted: Visibility,
) -> Result<Visibility> {
    if wanted == Visibility::OnlyMe {
        forget(tx, post)?;
        return Ok(wanted);
    }
    if queries::change_wanted(tx, post, wanted)? {
        return Ok(Visibility::OnlyMe);
    }
    sieve_new(tx, author, post, wanted)
}

/// Whether a post waits.
pub(crate) fn is_waiting(tx: &mut Tx<'_>, post: Post) -> Result<bool> {
    Ok(wanted(tx, post)?.is_some())
}

/// Whom the author of a post that waits wants to show it to; `None` if it does not wait.
pub(crate) fn wanted(tx: &mut Tx<'_>, post: Post) -> Result<Option<Visibility>> {
    queries::find_wanted(tx, post)
}

/// A post is gone, or is to be seen by nobody else: it waits no longer.
pub(crate) fn forget(tx: &mut Tx<'_>, post: Post) -> Result<()> {
    queries::take(tx, post).map(|_| ())
}

/// Narrows what the author of waiting entries wants for them, for all or for those that have waited since `before` or
/// longer; those nobody else is to see wait no longer.
pub(crate) fn narrow_wanted(
    tx: &mut Tx<'_>,
    author: MemberId,
    to: Visibility,
    before: Option<Moment>,
) -> Result<()> {
    let before = before.unwrap_or(Moment::from_millis(i64::MAX));
    match to {
        Visibility::OnlyMe => queries::take_entries(tx, author, before),
        _ => queries::narrow_entries(tx, author, to, before),
    }
}
