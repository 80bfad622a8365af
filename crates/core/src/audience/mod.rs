//! "Who can read this?", answered before it is posted: how many people, and a few names.
//!
//! Only friends are named. Of friends of friends those are counted whom lists show (PR-10): through friends who let one
//! know their ties, and only who lets their own be known. A count over closed lists would tell how long they are. All
//! members are not counted at all: the number would tell of blocks.

mod further;
mod queries;

use std::collections::{BTreeMap, BTreeSet};

use crate::group::{self, Group, Reach};
use crate::ids::{GroupId, MemberId};
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// Counting ends here; on a page, nobody reads larger numbers to the last digit.
pub const MOST_COUNTED: usize = 2000;

/// How many are named; the rest are counted.
pub const NAMED_READERS: usize = 3;

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
    friends_of_friends: Audience,
    friends: Audience,
    groups: BTreeMap<GroupId, Audience>,
}

impl Audiences {
    /// Of one level. Of all members there is none, of "only me" nor of somebody else's group either.
    pub fn of(&self, visibility: Visibility) -> Option<&Audience> {
        match visibility {
            Visibility::FriendsOfFriends => Some(&self.friends_of_friends),
            Visibility::Friends => Some(&self.friends),
            Visibility::Group(group) => self.groups.get(&group),
            Visibility::Members | Visibility::OnlyMe => None,
        }
    }

    /// With the audience of a level set; for pages made up by hand.
    pub fn with(mut self, visibility: Visibility, audience: Audience) -> Audiences {
        match visibility {
            Visibility::FriendsOfFriends => self.friends_of_friends = audience,
            Visibility::Friends => self.friends = audience,
            Visibility::Group(group) => _ = self.groups.insert(group, audience),
            Visibility::Members | Visibility::OnlyMe => {}
        }
        self
    }
}

/// Who could read what `me` posts now, level by level. It costs what the circle costs.
pub fn of(tx: &mut Tx<'_>, me: MemberId) -> Result<Audiences> {
    let friends = queries::friends_by_name(tx, me)?;
    let friends_of_friends = further::count(tx, me, friends.len())?;
    let rows = queries::rows_of_groups(tx, me)?;
    let groups =
        group::mine(tx, me)?.iter().map(|group| (group.id, of_group(group, &friends, &rows))).collect();
    Ok(Audiences { friends_of_friends, friends: named(&friends), groups })
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
