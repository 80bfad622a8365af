//! Who belongs, as far as the viewer may know.

use super::{PEOPLE_PER_PAGE, queries};
use crate::ids::{CommunityId, MemberId};
use crate::member::Card;
use crate::store::{Result, Tx};

/// A page of members.
#[derive(Clone, Debug)]
pub struct MembersPage {
    /// Of which community.
    pub id: CommunityId,
    /// What it is called.
    pub name: String,
    /// How many belong, whoever they are.
    pub members: i32,
    /// Whether the viewer belongs, and so is shown all they may meet.
    pub belongs: bool,
    /// Those the viewer may know of, who joined the site first before the others; at most [`PEOPLE_PER_PAGE`].
    pub people: Vec<Card>,
    /// The member the next page begins after, if there is one.
    pub next: Option<MemberId>,
}

impl MembersPage {
    pub(super) fn cut(row: queries::Row, mut people: Vec<Card>, belongs: bool) -> MembersPage {
        let most = PEOPLE_PER_PAGE as usize;
        let has_more = people.len() > most;
        people.truncate(most);
        let next = people.last().filter(|_| has_more).map(|card| card.id);
        MembersPage { id: row.id, name: row.name, members: row.members, belongs, people, next }
    }
}

/// Who belongs. Members see each other; whoever is outside sees those who show it to them (PR-11).
pub fn members(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    after: Option<MemberId>,
) -> Result<Option<MembersPage>> {
    let Some(row) = queries::find(tx, id)? else { return Ok(None) };
    let belongs = queries::find_level(tx, id, me)?.is_some();
    let people = match belongs {
        true => queries::fellows(tx, me, id, after, PEOPLE_PER_PAGE + 1)?,
        false => queries::shown_members(tx, me, id, after, PEOPLE_PER_PAGE + 1)?,
    };
    Ok(Some(MembersPage::cut(row, people, belongs)))
}
