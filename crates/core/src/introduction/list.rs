//! What friends say of somebody, as far as the viewer may read it.

use super::queries;
use crate::friend::tie::{self, Tie};
use crate::ids::{IntroductionId, MemberId};
use crate::member::{self, Card};
use crate::moment::Moment;
use crate::profile::{self, Field};
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, Visibility, can_see};

/// How many introductions one page lists.
pub const PER_PAGE: i64 = 20;

/// What one friend says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduction {
    /// Which.
    pub id: IntroductionId,
    /// Who says it.
    pub author: Card,
    /// What they say.
    pub body: String,
    /// When they said it.
    pub written_at: Moment,
}

/// What the viewer says of the subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The words.
    pub body: String,
    /// Whether the subject has said yes.
    pub is_shown: bool,
}

/// A page of introductions.
#[derive(Clone, Debug)]
pub struct IntroductionsPage {
    /// Of whom they are.
    pub subject: Card,
    /// Whether that is the viewer.
    pub is_own: bool,
    /// Whether the viewer may write one, being a friend.
    pub may_write: bool,
    /// What the viewer has written.
    pub own: Option<Own>,
    /// What has waited longest for the subject's yes, for the subject alone; at most [`PER_PAGE`].
    pub waiting: Vec<Introduction>,
    /// What others may read, the newest first; at most [`PER_PAGE`].
    pub shown: Vec<Introduction>,
    /// The one the next page begins before, if there is one.
    pub next: Option<IntroductionId>,
}

/// What friends say of `subject`; nothing where the subject does not exist for this viewer, or lets them read none of
/// it. A friend comes in all the same, to write.
pub fn list(
    tx: &mut Tx<'_>,
    me: MemberId,
    subject: MemberId,
    before: Option<IntroductionId>,
) -> Result<Option<IntroductionsPage>> {
    let viewer = Viewer::Member(me);
    let Some(tie) = tie::between(tx, me, subject)? else { return Ok(None) };
    let Some(card) = member::queries::find_card(tx, subject)? else { return Ok(None) };
    let (is_own, may_write) = (tie == Tie::Oneself, tie == Tie::Friend);
    let reads = reads(tx, viewer, subject)?;
    if !reads && !may_write {
        return Ok(None);
    }
    let mut shown =
        if reads { queries::shown(tx, viewer, subject, before, PER_PAGE + 1)? } else { Vec::new() };
    let has_more = shown.len() as i64 > PER_PAGE;
    shown.truncate(PER_PAGE as usize);
    let own = queries::find(tx, me, subject)?;
    Ok(Some(IntroductionsPage {
        subject: card,
        is_own,
        may_write,
        own: own.map(|row| Own { body: row.body, is_shown: row.is_shown }),
        waiting: if is_own && before.is_none() { queries::waiting(tx, me, PER_PAGE)? } else { Vec::new() },
        next: if has_more { shown.last().map(|one| one.id) } else { None },
        shown,
    }))
}

/// How many introductions of `subject` the viewer may read.
pub fn count(tx: &mut Tx<'_>, viewer: Viewer, subject: MemberId) -> Result<i64> {
    match reads(tx, viewer, subject)? {
        true => queries::count_shown(tx, viewer, subject),
        false => Ok(0),
    }
}

/// Whether `author` has written something about `subject`, shown or not.
pub fn is_written(tx: &mut Tx<'_>, author: MemberId, subject: MemberId) -> Result<bool> {
    Ok(queries::find(tx, author, subject)?.is_some())
}

/// Whether the subject lets the viewer read what is said, and so learn of some friends.
pub(crate) fn reads(tx: &mut Tx<'_>, viewer: Viewer, subject: MemberId) -> Result<bool> {
    let said = profile::shows(tx, viewer, subject, Field::Introductions)?;
    Ok(said && profile::shows(tx, viewer, subject, Field::Ties)?)
}

/// The rule for one of them: the twin of what [`list`] asks of the database.
pub fn may_read(tx: &mut Tx<'_>, viewer: Viewer, author: MemberId, subject: MemberId) -> Result<bool> {
    let Some(row) = queries::find(tx, author, subject)? else { return Ok(false) };
    // An author who is not here, or blocks the viewer, or is blocked, is nobody to them.
    let meets = can_see(tx, viewer, author, Visibility::Members, row.written_at)?;
    let knows = viewer == Viewer::Member(subject) || profile::shows(tx, viewer, author, Field::Ties)?;
    Ok(row.is_shown && meets && knows && reads(tx, viewer, subject)?)
}
