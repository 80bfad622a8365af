//! The page of communities: mine, my friends', the newest, and those that are called so.

use super::{CommunityLine, queries};
use crate::ids::MemberId;
use crate::member::fold;
use crate::store::{Result, Tx};
use crate::text;

/// How many of my friends' communities are shown.
const FRIENDS_SHOWN: i64 = 10;
/// How many of the newest are.
const NEWEST_SHOWN: i64 = 5;
/// How many a search finds.
const FOUND: i64 = 20;
/// The longest beginning of a name that is looked for, in characters.
const LONGEST_SOUGHT: usize = 40;

/// A community that friends belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FriendsLine {
    /// Which.
    pub line: CommunityLine,
    /// How many of my friends show me that they belong.
    pub friends: i64,
}

/// Communities, as one viewer comes by them.
#[derive(Clone, Debug)]
pub struct CommunitiesPage {
    /// What was looked for; empty if nothing was.
    pub sought: String,
    /// Those whose names begin so, at most twenty.
    pub found: Vec<CommunityLine>,
    /// Mine, where something was said last first.
    pub mine: Vec<CommunityLine>,
    /// My friends', as far as they show me, where most belong first.
    pub of_friends: Vec<FriendsLine>,
    /// The newest of all.
    pub newest: Vec<CommunityLine>,
}

/// Communities for `me`; with words to look for, those found instead of my friends' and the newest.
pub fn list(tx: &mut Tx<'_>, me: MemberId, sought: &str) -> Result<CommunitiesPage> {
    let sought: String = text::one_line(sought).chars().take(LONGEST_SOUGHT).collect();
    if !sought.is_empty() {
        let found = queries::called(tx, &fold(&sought), FOUND)?;
        let (mine, of_friends, newest) = (Vec::new(), Vec::new(), Vec::new());
        return Ok(CommunitiesPage { sought, found, mine, of_friends, newest });
    }
    Ok(CommunitiesPage {
        sought,
        found: Vec::new(),
        mine: queries::mine_by_talk(tx, me)?.into_iter().map(|(line, _)| line).collect(),
        of_friends: queries::of_friends(tx, me, FRIENDS_SHOWN)?,
        newest: queries::newest(tx, NEWEST_SHOWN)?,
    })
}
