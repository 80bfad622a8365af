//! "Who can read this?", answered before it is posted: how many people, and a few names.
//!
//! Only friends are named. Of friends of friends those are counted who are there through friends that let one know
//! their ties (PR-10): a count over closed lists would tell how long they are.

mod queries;

use std::collections::{BTreeMap, BTreeSet};

use crate::friend::circle;
use crate::friend::tie::who_show_ties;
use crate::group::{Group, Reach};
use crate::ids::{GroupId, MemberId};
use crate::store::{Result, Tx};
use crate::visibility::Visibility;
use crate::visibility::queries::Tied;

/// Counting ends here; on a page, nobody reads larger numbers to the last digit.
pub const MOST_COUNTED: usize = 2000;

/// How many are named; the rest are counted.
pub const NAMED_READERS: usize = 3;

/// Circles read at a time.
const CIRCLES_AT_ONCE: i64 = 100;

/// Who could read something posted now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// How many there are beside the author.
    pub people: usize,
    /// There may be more: beyond [`MOST_COUNTED`], or behind friends who keep their ties to themselves.
    pub is_more: bool,
    /// Nicknames of at most [`NAMED_READERS`] friends among them, by name.
    pub named: Vec<String>,
}

/// The audience of every level a member can choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audiences {
    members: Audience,
    friends_of_friends: Audience,
    friends: Audience,
    groups: BTreeMap<GroupId, Audience>,
}

impl Audiences {
    /// Of one level; "only me" has none, nor has somebody else's group.
    pub fn of(&self, visibility: Visibility) -> Option<&Audience> {
        match visibility {
            Visibility::Members => Some(&self.members),
            Visibility::FriendsOfFriends => Some(&self.friends_of_friends),
            Visibility::Friends => Some(&self.friends),
            Visibility::Group(group) => self.groups.get(&group),
            Visibility::OnlyMe => None,
        }
    }

    /// With the audience of a level set; for pages made up by hand.
    pub fn with(mut self, visibility: Visibility, audience: Audience) -> Audiences {
        match visibility {
            Visibility::Members => self.members = audience,
            Visibility::FriendsOfFriends => self.friends_of_friends = audience,
            Visibility::Friends => self.friends = audience,
            Visibility::Group(group) => _ = self.groups.insert(group, audience),
            Visibility::OnlyMe => {}
        }
        self
    }
}

/// Who could read what `me` posts now, level by level. `groups` are the member's own.
pub fn of(tx: &mut Tx<'_>, me: MemberId, groups: &[Group]) -> Result<Audiences> {
    let friends = queries::friends_by_name(tx, me)?;
    let count = queries::count_members(tx, me, MOST_COUNTED)?;
    let members =
        Audience { people: count.min(MOST_COUNTED), is_more: count > MOST_COUNTED, named: Vec::new() };
    let friends_of_friends = friends_of_friends(tx, me, &friends)?;
    let rows = queries::rows_of_groups(tx, me)?;
    let groups = groups.iter().map(|group| (group.id, of_group(group, &friends, &rows))).collect();
    Ok(Audiences { members, friends_of_friends, friends: named(&friends), groups })
}

/// Who stands in a group: let in, or left out.
#[derive(Default)]
struct Places {
    inside: BTreeSet<MemberId>,
    left_out: BTreeSet<MemberId>,
}

/// A friend who is here, and what they are called.
type Friend = (MemberId, String);

fn named<'a>(readers: impl IntoIterator<Item = &'a Friend>) -> Audience {
    let readers: Vec<&Friend> = readers.into_iter().collect();
    let named = readers.iter().take(NAMED_READERS).map(|(_, nickname)| nickname.clone()).collect();
    Audience { people: readers.len(), is_more: false, named }
}

fn of_group(group: &Group, friends: &[Friend], rows: &BTreeMap<GroupId, Places>) -> Audience {
    let nobody = Places::default();
    let places = rows.get(&group.id).unwrap_or(&nobody);
    let reads = |friend: MemberId| match group.reach {
        Reach::Only => places.inside.contains(&friend),
        Reach::AllBut => !places.left_out.contains(&friend),
    };
    named(friends.iter().filter(|(friend, _)| reads(*friend)))
}

fn friends_of_friends(tx: &mut Tx<'_>, me: MemberId, friends: &[Friend]) -> Result<Audience> {
    let mut found: BTreeSet<i64> = friends.iter().map(|(friend, _)| (*friend).into()).collect();
    let (mut after, mut is_more) = (None, false);
    while found.len() <= MOST_COUNTED {
        let some = circle::of_friends(tx, me, after, CIRCLES_AT_ONCE)?;
        let shown = who_show_ties(tx, me, Tied::Friend, some.iter().map(|(friend, _)| *friend))?;
        is_more |= shown.len() < some.len();
        let open = some.iter().filter(|(friend, _)| shown.contains(friend));
        open.for_each(|(_, circle)| found.extend(circle.ids()));
        match some.last() {
            Some((last, _)) if some.len() as i64 == CIRCLES_AT_ONCE => after = Some(*last),
            _ => break,
        }
    }
    found.remove(&me.into());
    is_more |= found.len() > MOST_COUNTED;
    let people = queries::count_met(tx, me, found.into_iter().take(MOST_COUNTED))?;
    Ok(Audience { people, is_more, named: Vec::new() })
}
