//! Who asks to come in, and the owner's answer.

use super::{PEOPLE_PER_PAGE, queries};
use crate::ids::{CommunityId, MemberId};
use crate::member::Card;
use crate::moment::Moment;
use crate::notice::{self, Kind};
use crate::store::upsert::hold;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// Those who ask, for the owner's eyes.
#[derive(Clone, Debug)]
pub struct RequestsPage {
    /// Where.
    pub id: CommunityId,
    /// What it is called.
    pub name: String,
    /// Who asks, and since when; who has waited longest first, at most [`PEOPLE_PER_PAGE`].
    pub people: Vec<(Card, Moment)>,
    /// How many more wait.
    pub more: i64,
}

/// Who asks to come into a community of `me`. Somebody a block parts from the owner asks without being heard.
pub fn requests(tx: &mut Tx<'_>, me: MemberId, id: CommunityId) -> Result<Option<RequestsPage>> {
    let Some(row) = queries::find(tx, id)?.filter(|row| row.owner == me) else { return Ok(None) };
    let people = queries::requests(tx, me, id, PEOPLE_PER_PAGE)?;
    let more = queries::count_requests(tx, me, id)? - people.len() as i64;
    Ok(Some(RequestsPage { id, name: row.name, people, more }))
}

/// Lets somebody in who asks, or lets the request go; they are told only of a yes. `false` if nobody waits there whom
/// the owner may answer.
pub fn answer(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    asker: MemberId,
    says_yes: bool,
) -> Result<bool> {
    hold(tx, vec![asker.into()])?;
    if queries::hold_own(tx, me, id)?.is_none() {
        return Ok(false);
    }
    let Some(shown_to) = queries::heard_level(tx, me, id, asker)? else { return Ok(false) };
    if !queries::delete_request(tx, id, asker)? {
        return Ok(false);
    }
    if says_yes {
        let_in(tx, id, asker, shown_to)?;
    }
    Ok(true)
}

/// Everybody who waits is in: the owner asks nobody any more.
pub(super) fn let_all_in(tx: &mut Tx<'_>, id: CommunityId) -> Result<()> {
    for (asker, shown_to) in queries::all_requests(tx, id)? {
        if queries::delete_request(tx, id, asker)? {
            let_in(tx, id, asker, shown_to)?;
        }
    }
    Ok(())
}

/// They belong, and are told so. What they asked for was counted among what they may belong to.
fn let_in(tx: &mut Tx<'_>, id: CommunityId, asker: MemberId, shown_to: Visibility) -> Result<()> {
    queries::put_member(tx, id, asker, shown_to)?;
    notice::leave(tx, asker, Kind::LetIn, id.into())
}
