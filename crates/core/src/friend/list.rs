//! Lists of friends: mine, somebody's as far as I may know them, and requests on their way.

use super::queries;
use crate::ids::MemberId;
use crate::member::Card;
use crate::moment::Moment;
use crate::profile;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// How many friends one page lists.
pub const FRIENDS_PER_PAGE: i64 = 50;

/// Somebody's friends, as far as the viewer may know them.
#[derive(Clone, Debug)]
pub struct FriendsPage {
    /// Whose friends.
    pub owner: Card,
    /// Whether the viewer is the owner.
    pub is_own: bool,
    /// By name; at most [`FRIENDS_PER_PAGE`].
    pub friends: Vec<Card>,
    /// The friend the next page begins after, if there is one.
    pub next: Option<MemberId>,
}

/// A request on its way.
#[derive(Clone, Debug)]
pub struct Request {
    /// The one who asked, or was asked.
    pub card: Card,
    /// What was written with it.
    pub message: String,
    /// When.
    pub created_at: Moment,
}

/// Requests both ways.
#[derive(Clone, Debug)]
pub struct PendingPage {
    /// Those who ask me.
    pub received: Vec<Request>,
    /// Those I asked, and who may have let it go.
    pub sent: Vec<Request>,
}

/// My own friends.
pub fn list(tx: &mut Tx<'_>, me: MemberId, after: Option<MemberId>) -> Result<Option<FriendsPage>> {
    list_of(tx, Viewer::Member(me), me, after)
}

/// The friends of `owner`, or nothing if the viewer may not meet the owner or see the list.
///
/// Of two people, the stricter decides: a friend who hides their ties is left out here too.
pub fn list_of(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    owner: MemberId,
    after: Option<MemberId>,
) -> Result<Option<FriendsPage>> {
    if !profile::shows_ties(tx, viewer, owner)? {
        return Ok(None);
    }
    let Some(card) = crate::member::queries::find_card(tx, owner)? else { return Ok(None) };
    let is_own = viewer == Viewer::Member(owner);
    let most = FRIENDS_PER_PAGE as usize;
    let mut friends = known_to(tx, viewer, owner, after, most + 1)?;
    let has_more = friends.len() > most;
    friends.truncate(most);
    let next = if has_more { friends.last().map(|card| card.id) } else { None };
    Ok(Some(FriendsPage { is_own, owner: card, friends, next }))
}

/// Of somebody's friends so many are judged at a time: most pages need no more.
const JUDGED_AT_ONCE: usize = 128;

/// Some friends of `owner` by name, as far as the viewer may know of them; all of one's own.
///
/// Whether the owner shows them at all is for the caller to ask. A page that is to begin after somebody of whom the viewer
/// may not know begins anew: where they stand would say what they are called.
pub(crate) fn known_to(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    owner: MemberId,
    after: Option<MemberId>,
    most: usize,
) -> Result<Vec<Card>> {
    let by_name = queries::friends_of(tx, owner)?;
    let is_own = viewer == Viewer::Member(owner);
    let begin = match after {
        Some(after) if is_own || !queries::who_let_know(tx, viewer, [after])?.is_empty() => {
            place_after(&by_name, after)
        }
        _ => 0,
    };
    let rest = &by_name[begin..];
    if is_own {
        return Ok(rest.iter().take(most).cloned().collect());
    }
    let mut known = Vec::new();
    for some in rest.chunks(JUDGED_AT_ONCE) {
        let open = queries::who_let_know(tx, viewer, some.iter().map(|card| card.id))?;
        known.extend(some.iter().filter(|card| open.contains(&card.id)).cloned());
        if known.len() >= most {
            break;
        }
    }
    known.truncate(most);
    Ok(known)
}

/// Where a page begins that follows somebody; at the beginning, if they are not among them.
pub(super) fn place_after(people: &[Card], after: MemberId) -> usize {
    people.iter().position(|card| card.id == after).map_or(0, |place| place + 1)
}

/// How many ask for my friendship.
pub fn count_requests(tx: &mut Tx<'_>, me: MemberId) -> Result<i64> {
    queries::count_requests_to(tx, me)
}

/// Requests both ways, the newest first.
pub fn pending(tx: &mut Tx<'_>, me: MemberId) -> Result<PendingPage> {
    Ok(PendingPage { received: queries::requests_to(tx, me)?, sent: queries::requests_from(tx, me)? })
}
