//! Groups: a member's own named lists of friends, known to their owner alone.

mod edit;
pub(crate) mod queries;
mod reach;

pub use edit::{GroupError, NAME_CHARACTERS, Opens, add, create, delete, remove, rename};
pub use reach::Reach;

use crate::friend::circle::Circle;
use crate::ids::{GroupId, MemberId};
use crate::member::Card;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// The most groups one member keeps: a choice among more would fit no page.
pub const MOST_GROUPS: usize = 20;

/// A group, for its owner's eyes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which.
    pub id: GroupId,
    /// What its owner calls it.
    pub name: String,
    /// Whether those in it are let in or left out.
    pub reach: Reach,
    /// How many friends are in it.
    pub size: usize,
}

/// One group and everyone who could be in it.
#[derive(Clone, Debug)]
pub struct GroupPage {
    /// The group.
    pub group: Group,
    /// Those in it, by name.
    pub members: Vec<Card>,
    /// Friends who are not, by name.
    pub others: Vec<Card>,
}

/// A member's groups, the oldest first.
pub fn mine(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Group>> {
    queries::of(tx, me)
}

/// One of a member's own groups; anybody else's does not exist.
pub fn show(tx: &mut Tx<'_>, me: MemberId, id: GroupId) -> Result<Option<GroupPage>> {
    let Some(group) = queries::of(tx, me)?.into_iter().find(|group| group.id == id) else {
        return Ok(None);
    };
    let members = queries::members(tx, id)?;
    let mut others = crate::friend::queries::friends_of(tx, me)?;
    others.retain(|friend| !members.iter().any(|member| member.id == friend.id));
    Ok(Some(GroupPage { group, members, others }))
}

/// Whether a group is the member's own.
pub(crate) fn is_own(tx: &mut Tx<'_>, me: MemberId, id: GroupId) -> Result<bool> {
    queries::is_own(tx, me, id)
}

/// The friends whom a group of `me` reaches now. Of a group that is gone, or somebody else's, there are none.
pub(crate) fn people(tx: &mut Tx<'_>, me: MemberId, id: GroupId) -> Result<Circle> {
    Ok(Circle::of_sorted(queries::people(tx, me, id)?))
}

/// The visibility as chosen, or "only me" if it names a group that is not the member's own.
pub(crate) fn own_or_only_me(tx: &mut Tx<'_>, me: MemberId, chosen: Visibility) -> Result<Visibility> {
    match chosen.group() {
        Some(group) if !queries::is_own(tx, me, group)? => Ok(Visibility::OnlyMe),
        _ => Ok(chosen),
    }
}
