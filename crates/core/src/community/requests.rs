//! Who asks to come in, and the owner's answer.

use std::fmt;
use std::str::FromStr;

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
    /// Where the next page begins, if there is one.
    pub next: Option<RequestsTurn>,
}

/// Where a page of them ends: written in addresses as `<since when>-<who>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestsTurn {
    /// Since when the page's last one waits,
    pub asked_at: Moment,
    /// and who that is.
    pub asker: MemberId,
}

/// Not a place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a place in the list of requests")]
pub struct NotARequestsTurn;

impl fmt::Display for RequestsTurn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.asked_at.millis(), self.asker)
    }
}

impl FromStr for RequestsTurn {
    type Err = NotARequestsTurn;

    fn from_str(text: &str) -> std::result::Result<RequestsTurn, NotARequestsTurn> {
        let (at, who) = text.split_once('-').ok_or(NotARequestsTurn)?;
        let asked_at = Moment::from_millis(at.parse().map_err(|_| NotARequestsTurn)?);
        Ok(RequestsTurn { asked_at, asker: who.parse().map_err(|_| NotARequestsTurn)? })
    }
}

/// Who asks to come into a community of `me`. Somebody a block parts from the owner asks without being heard.
pub fn requests(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    from: Option<RequestsTurn>,
) -> Result<Option<RequestsPage>> {
    let Some(row) = queries::find(tx, id)?.filter(|row| row.owner == me) else { return Ok(None) };
    let mut people = queries::requests(tx, me, id, from, PEOPLE_PER_PAGE + 1)?;
    let has_more = people.len() as i64 > PEOPLE_PER_PAGE;
    people.truncate(PEOPLE_PER_PAGE as usize);
    let last = people.last().filter(|_| has_more);
    let next = last.map(|(card, asked_at)| RequestsTurn { asked_at: *asked_at, asker: card.id });
    Ok(Some(RequestsPage { id, name: row.name, people, next }))
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
