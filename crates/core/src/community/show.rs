//! A community's page.

use super::topic::{self, TopicLine};
use super::{Joins, Reads, queries};
use crate::ids::{CommunityId, MemberId};
use crate::member::{self, Card};
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// How many topics the page of a community shows.
const NEWEST_TOPICS: i64 = 8;

/// What the viewer is in a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mine {
    /// Nothing.
    Outside,
    /// They have asked to come in.
    Asked,
    /// A member, who shows it to these.
    Member(Visibility),
    /// Its owner, who shows it to these.
    Owner(Visibility),
}

impl Mine {
    /// Whether they belong.
    pub fn belongs(self) -> bool {
        matches!(self, Mine::Member(_) | Mine::Owner(_))
    }
}

/// A community, as one viewer may see it.
#[derive(Clone, Debug)]
pub struct CommunityPage {
    /// Which.
    pub id: CommunityId,
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub about: String,
    /// Who owns it, where the viewer may know that they belong.
    pub owner: Option<Card>,
    /// Since when there is such a place.
    pub founded_at: Moment,
    /// How many belong, whoever they are.
    pub members: i32,
    /// Who comes in.
    pub joins: Joins,
    /// Who reads what is said inside.
    pub reads: Reads,
    /// What the viewer is here.
    pub mine: Mine,
    /// What is talked about, the newest words first; nothing where the viewer reads none of it.
    pub topics: Option<Vec<TopicLine>>,
    /// Whether there are more topics.
    pub has_more: bool,
    /// For the owner: how many ask to come in.
    pub asking: i64,
    /// For the owner: whom they offered it to. For that member: the owner.
    pub offer: Option<Card>,
}

/// A community; nothing where there is none.
pub fn show(tx: &mut Tx<'_>, me: MemberId, id: CommunityId) -> Result<Option<CommunityPage>> {
    let Some(row) = queries::find(tx, id)? else { return Ok(None) };
    let mine = mine(tx, me, &row)?;
    let (topics, next) = match may_read(&row, mine) {
        true => topic::newest(tx, me, id, None, NEWEST_TOPICS).map(|(topics, next)| (Some(topics), next))?,
        false => (None, None),
    };
    let is_owner = row.owner == me;
    Ok(Some(CommunityPage {
        owner: owner(tx, me, &row, mine)?,
        asking: if is_owner { queries::count_requests(tx, me, id)? } else { 0 },
        offer: offer(tx, me, &row)?,
        id,
        name: row.name,
        about: row.about,
        founded_at: row.founded_at,
        members: row.members,
        joins: row.joins,
        reads: row.reads,
        mine,
        topics,
        has_more: next.is_some(),
    }))
}

/// What `me` is in a community.
pub(super) fn mine(tx: &mut Tx<'_>, me: MemberId, row: &queries::Row) -> Result<Mine> {
    Ok(match queries::find_level(tx, row.id, me)? {
        Some(shown_to) if row.owner == me => Mine::Owner(shown_to),
        Some(shown_to) => Mine::Member(shown_to),
        None if queries::has_asked(tx, row.id, me)? => Mine::Asked,
        None => Mine::Outside,
    })
}

/// Whether a viewer who is that in it reads what is said inside: the rule, whose twin is [`topic::queries::readable`].
pub(super) fn may_read(row: &queries::Row, mine: Mine) -> bool {
    row.reads == Reads::Everybody || mine.belongs()
}

fn owner(tx: &mut Tx<'_>, me: MemberId, row: &queries::Row, mine: Mine) -> Result<Option<Card>> {
    let may_know = match mine.belongs() {
        true => queries::is_fellow(tx, me, row.id, row.owner)?,
        false => queries::is_shown(tx, me, row.id, row.owner)?,
    };
    if may_know { member::queries::find_card(tx, row.owner) } else { Ok(None) }
}

fn offer(tx: &mut Tx<'_>, me: MemberId, row: &queries::Row) -> Result<Option<Card>> {
    let other = match row.offered_to {
        Some(to) if row.owner == me => to,
        Some(to) if to == me => row.owner,
        _ => return Ok(None),
    };
    let meets = queries::is_fellow(tx, me, row.id, other)?;
    if meets { member::queries::find_card(tx, other) } else { Ok(None) }
}
