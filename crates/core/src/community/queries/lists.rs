//! Lists of communities and of those who share them, in the database.

use diesel::dsl::{count_star, exists};
use diesel::prelude::*;

use super::{LINE, LineRow, MEMBERSHIP, line};
use crate::community::{CommunityLine, FriendsLine, MOST_JOINED};
use crate::ids::{CommunityId, MemberId};
use crate::member::State;
use crate::moment::Moment;
use crate::store::among::Among;
use crate::store::schema::{communities, community_members, friendships, members};
use crate::store::{Result, Tx};
use crate::visibility::queries::{Tied, visible_to, visible_to_tied};
use crate::visibility::{Viewer, Visibility};

/// Everything a member belongs to, where something was said last first, and when that was.
pub(in crate::community) fn mine_by_talk(
    tx: &mut Tx<'_>,
    me: MemberId,
) -> Result<Vec<(CommunityLine, Moment)>> {
    let rows: Vec<(LineRow, Moment)> = community_members::table
        .inner_join(communities::table.on(communities::id.eq(community_members::community_id)))
        .filter(community_members::member_id.eq(me))
        .order((communities::talked_at.desc(), communities::id.desc()))
        .limit(MOST_JOINED)
        .select((LINE, communities::talked_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(row, talked_at)| (line(row), talked_at)).collect())
}

/// What friends belong to and `me` does not, where most of them show it first.
pub(in crate::community) fn of_friends(tx: &mut Tx<'_>, me: MemberId, most: i64) -> Result<Vec<FriendsLine>> {
    let own = diesel::alias!(community_members as own);
    let is_mine = own
        .filter(own.field(community_members::community_id).eq(communities::id))
        .filter(own.field(community_members::member_id).eq(i64::from(me)));
    let rows: Vec<(LineRow, i64)> = friendships::table
        .inner_join(community_members::table.on(community_members::member_id.eq(friendships::friend_id)))
        .inner_join(communities::table.on(communities::id.eq(community_members::community_id)))
        .filter(friendships::member_id.eq(me))
        .filter(visible_to_tied(me, Tied::Friend, MEMBERSHIP))
        .filter(diesel::dsl::not(exists(is_mine)))
        .group_by(LINE)
        .order((count_star().desc(), communities::id.desc()))
        .limit(most)
        .select((LINE, count_star()))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(row, friends)| FriendsLine { line: line(row), friends }).collect())
}

/// All there are, the newest first.
pub(in crate::community) fn newest(
    tx: &mut Tx<'_>,
    after: Option<CommunityId>,
    most: i64,
) -> Result<Vec<CommunityLine>> {
    let rows: Vec<LineRow> = communities::table
        .filter(communities::id.lt(after.map_or(i64::MAX, i64::from)))
        .order(communities::id.desc())
        .limit(most)
        .select(LINE)
        .load(tx.db)?;
    Ok(rows.into_iter().map(line).collect())
}

/// Those whose folded names begin so, in the order of their names: the index is read from there on, or from the name of
/// the one they come after. After one that is gone they begin anew.
pub(in crate::community) fn called(
    tx: &mut Tx<'_>,
    begin: &str,
    after: Option<CommunityId>,
    most: i64,
) -> Result<Vec<CommunityLine>> {
    let end = format!("{begin}{}", char::MAX);
    let last = match after {
        Some(after) => folded_name(tx, after)?.filter(|name| name.as_str() >= begin).zip(Some(after)),
        None => None,
    };
    let (name, id) = last.map_or((begin.to_owned(), -1), |(name, after)| (name, after.into()));
    let rows: Vec<LineRow> = communities::table
        .filter(communities::name_folded.ge(&name))
        .filter(communities::name_folded.gt(&name).or(communities::id.gt(id)))
        .filter(communities::name_folded.lt(end))
        .order((communities::name_folded, communities::id))
        .limit(most)
        .select(LINE)
        .load(tx.db)?;
    Ok(rows.into_iter().map(line).collect())
}

fn folded_name(tx: &mut Tx<'_>, id: CommunityId) -> Result<Option<String>> {
    let name = communities::table.find(i64::from(id)).select(communities::name_folded);
    Ok(name.first(tx.db).optional()?)
}

/// What `owner` shows `me` that they belong to, and whether `me` does as well; in the order of their names, for when
/// something was said in a closed one is not told outside.
pub(in crate::community) fn shown_of(
    tx: &mut Tx<'_>,
    me: MemberId,
    owner: MemberId,
) -> Result<Vec<(CommunityLine, bool)>> {
    let own = diesel::alias!(community_members as own);
    let is_mine = own
        .filter(own.field(community_members::community_id).eq(communities::id))
        .filter(own.field(community_members::member_id).eq(i64::from(me)));
    let rows: Vec<(LineRow, bool)> = community_members::table
        .inner_join(communities::table.on(communities::id.eq(community_members::community_id)))
        .filter(community_members::member_id.eq(owner))
        .filter(visible_to(Viewer::Member(me), MEMBERSHIP))
        .order((communities::name_folded, communities::id))
        .limit(MOST_JOINED)
        .select((LINE, exists(is_mine)))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(row, is_shared)| (line(row), is_shared)).collect())
}

/// Of some people, those in a community with `me` that both show to everybody.
pub(in crate::community) fn fellows_among(
    tx: &mut Tx<'_>,
    me: MemberId,
    people: &[MemberId],
) -> Result<Vec<MemberId>> {
    let (open, own) = (Visibility::Members.level(), diesel::alias!(community_members as own));
    Ok(community_members::table
        .inner_join(own.on(own.field(community_members::community_id).eq(community_members::community_id)))
        .filter(own.field(community_members::member_id).eq(i64::from(me)))
        .filter(own.field(community_members::level).eq(open))
        .filter(community_members::level.eq(open))
        .filter(Among::ids("community_members.member_id", people.iter().copied()))
        .select(community_members::member_id)
        .distinct()
        .load(tx.db)?)
}

/// Who is in a community with `me` that both show to everybody: of each of the last few that were talked in, the
/// latest to join the site.
pub(in crate::community) fn fellows_for_all(
    tx: &mut Tx<'_>,
    me: MemberId,
    most: i64,
) -> Result<Vec<MemberId>> {
    let open = Visibility::Members.level();
    let mut fellows = Vec::new();
    for place in talked_in(tx, me, open)? {
        let left = most - fellows.len() as i64;
        if left <= 0 {
            break;
        }
        let some: Vec<MemberId> = community_members::table
            .inner_join(members::table.on(members::id.eq(community_members::member_id)))
            .filter(community_members::community_id.eq(place))
            .filter(community_members::member_id.ne(me))
            .filter(community_members::level.eq(open))
            .filter(members::state.eq(State::Active.stored()))
            .order(community_members::member_id.desc())
            .limit(left)
            .select(community_members::member_id)
            .load(tx.db)?;
        fellows.extend(some);
    }
    Ok(fellows)
}

/// How many of one's communities are looked into for whom one may know.
const LOOKED_INTO: i64 = 10;

fn talked_in(tx: &mut Tx<'_>, me: MemberId, open: i16) -> Result<Vec<i64>> {
    Ok(community_members::table
        .inner_join(communities::table.on(communities::id.eq(community_members::community_id)))
        .filter(community_members::member_id.eq(me))
        .filter(community_members::level.eq(open))
        .order((communities::talked_at.desc(), communities::id.desc()))
        .limit(LOOKED_INTO)
        .select(communities::id)
        .load(tx.db)?)
}
