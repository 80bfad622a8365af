//! The page of communities: mine, my friends', the newest, and those that are called so.

use super::{CommunityLine, queries};
use crate::ids::{CommunityId, MemberId};
use crate::member::fold;
use crate::store::{Result, Tx};
use crate::text;

/// How many of my friends' communities are shown.
const FRIENDS_SHOWN: i64 = 10;
/// How many of the newest are.
const NEWEST_SHOWN: i64 = 5;
/// How many stand on a page of those found, or of all.
const PER_PAGE: i64 = 20;
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
    /// After which of those found the next page begins, if there is one.
    pub next: Option<CommunityId>,
    /// Mine, where something was said last first.
    pub mine: Vec<CommunityLine>,
    /// My friends', as far as they show me, where most belong first.
    pub of_friends: Vec<FriendsLine>,
    /// The newest of all.
    pub newest: Vec<CommunityLine>,
}

/// A page of all communities there are.
#[derive(Clone, Debug)]
pub struct EveryPage {
    /// At most twenty, the newest first.
    pub communities: Vec<CommunityLine>,
    /// After which of them the next page begins, if there is one.
    pub next: Option<CommunityId>,
}

/// All communities there are, after one of them or from the newest on.
pub fn every(tx: &mut Tx<'_>, after: Option<CommunityId>) -> Result<EveryPage> {
    let (communities, next) = cut(queries::newest(tx, after, PER_PAGE + 1)?);
    Ok(EveryPage { communities, next })
}

/// A page, and after which of its rows the next one begins.
fn cut(mut lines: Vec<CommunityLine>) -> (Vec<CommunityLine>, Option<CommunityId>) {
    let has_more = lines.len() as i64 > PER_PAGE;
    lines.truncate(PER_PAGE as usize);
    let next = lines.last().filter(|_| has_more).map(|line| line.id);
    (lines, next)
}

/// Communities for `me`; with words to look for, those found instead of my friends' and the newest, after one of them or
/// from the first on.
pub fn list(
    tx: &mut Tx<'_>,
    me: MemberId,
    sought: &str,
    after: Option<CommunityId>,
) -> Result<CommunitiesPage> {
    let sought: String = text::one_line(sought).chars().take(LONGEST_SOUGHT).collect();
    if !sought.is_empty() {
        let (found, next) = cut(queries::called(tx, &fold(&sought), after, PER_PAGE + 1)?);
        let (mine, of_friends, newest) = (Vec::new(), Vec::new(), Vec::new());
        return Ok(CommunitiesPage { sought, found, next, mine, of_friends, newest });
    }
    Ok(CommunitiesPage {
        sought,
        found: Vec::new(),
        next: None,
        mine: queries::mine_by_talk(tx, me)?.into_iter().map(|(line, _)| line).collect(),
        of_friends: queries::of_friends(tx, me, FRIENDS_SHOWN)?,
        newest: queries::newest(tx, None, NEWEST_SHOWN)?,
    })
}
