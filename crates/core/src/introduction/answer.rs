//! Saying yes to an introduction, or taking one away.

use super::queries;
use crate::ids::{IntroductionId, MemberId};
use crate::notice::{self, Kind};
use crate::store::upsert::hold_pair;
use crate::store::{Result, Tx};

/// Shows others an introduction of `me` that waits. Its id stands for its very words: one that was written anew since
/// `me` read it has another. `false` if it waits no more.
pub fn accept(tx: &mut Tx<'_>, me: MemberId, id: IntroductionId) -> Result<bool> {
    let Some(author) = queries::find_author(tx, id, me)? else { return Ok(false) };
    hold_pair(tx, me, author)?;
    if !queries::show(tx, id)? {
        return Ok(false);
    }
    notice::take_off(tx, me, Kind::Introduced, author.into())?;
    notice::leave(tx, author, Kind::IntroductionShown, me.into())?;
    Ok(true)
}

/// Takes away what `author` says of `me`, whether others have read it or not; the author is not told. `false` if there
/// is nothing.
pub fn remove(tx: &mut Tx<'_>, me: MemberId, author: MemberId) -> Result<bool> {
    hold_pair(tx, me, author)?;
    forget(tx, author, me)
}

/// Takes away what `me` says of `subject`. `false` if there is nothing.
pub fn withdraw(tx: &mut Tx<'_>, me: MemberId, subject: MemberId) -> Result<bool> {
    hold_pair(tx, me, subject)?;
    forget(tx, me, subject)
}

/// Whoever comes here holds the pair, so that no notice outlives what it is about.
fn forget(tx: &mut Tx<'_>, author: MemberId, subject: MemberId) -> Result<bool> {
    notice::take_off(tx, subject, Kind::Introduced, author.into())?;
    notice::take_off(tx, author, Kind::IntroductionShown, subject.into())?;
    queries::delete(tx, author, subject)
}

/// The friendship of the two is over, and what they said of each other with it.
pub(crate) fn forget_between(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<()> {
    forget(tx, one, other)?;
    forget(tx, other, one)?;
    Ok(())
}
