//! The rule asked of the database: for one owner, and inside a query over many.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::{Standing, Viewer};
use crate::friend::circle;
use crate::ids::{GroupId, MemberId};
use crate::member::State;
use crate::moment::Moment;
use crate::store::among::{self, Among};
use crate::store::condition::{Condition, ME};
use crate::store::schema::{blocks, friendships, group_members, groups, members};
use crate::store::{Result, Tx};

/// How `viewer` stands to `owner` now; `group` is the group a thing is open to, if it is a group's.
pub(crate) fn standing(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    owner: MemberId,
    group: Option<GroupId>,
) -> Result<Standing> {
    let Viewer::Member(me) = viewer else { return Ok(Standing::Nobody) };
    if me == owner {
        return Ok(Standing::Oneself);
    }
    let (is_active, has_block, are_friends) = first_look(tx, me, owner)?;
    if !is_active || has_block {
        return Ok(Standing::Nobody);
    }
    if are_friends {
        let group = match group {
            Some(id) => opens_from(tx, owner, id, me)?.map(|since| (id, since)),
            None => None,
        };
        return Ok(Standing::Friend { group });
    }
    Ok(if share_a_friend(tx, me, owner)? { Standing::FriendOfFriend } else { Standing::Member })
}

/// Whether the owner is here, whether either blocks the other, and whether they are friends: one question, since each is a
/// journey where the database is a server.
fn first_look(tx: &mut Tx<'_>, me: MemberId, owner: MemberId) -> Result<(bool, bool, bool)> {
    let active = members::table.find(i64::from(owner)).filter(members::state.eq(State::Active.stored()));
    let looks = (exists(active), exists(block(me, owner)), exists(link(me, owner)));
    Ok(diesel::select(looks).get_result(tx.db)?)
}

pub(crate) fn has_any_block_between(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<bool> {
    Ok(diesel::select(exists(block(one, other))).get_result(tx.db)?)
}

pub(crate) fn are_friends(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<bool> {
    Ok(diesel::select(exists(link(one, other))).get_result(tx.db)?)
}

/// A block between the two, whoever put it.
#[diesel::dsl::auto_type]
fn block(one: MemberId, other: MemberId) -> _ {
    let (one, other): (i64, i64) = (one.into(), other.into());
    blocks::table.filter(
        (blocks::blocker_id.eq(one).and(blocks::blocked_id.eq(other)))
            .or(blocks::blocker_id.eq(other).and(blocks::blocked_id.eq(one))),
    )
}

#[diesel::dsl::auto_type]
fn link(one: MemberId, other: MemberId) -> _ {
    let pair: (i64, i64) = (one.into(), other.into());
    friendships::table.find(pair)
}

/// Stands in a group that leaves out, for those it leaves out: what it names opens to them from then on, never.
pub(crate) const LEFT_OUT: Moment = Moment::from_millis(i64::MAX);

fn opens_from(tx: &mut Tx<'_>, owner: MemberId, group: GroupId, member: MemberId) -> Result<Option<Moment>> {
    let place = group_members::group_id.eq(groups::id).and(group_members::member_id.eq(i64::from(member)));
    let found: Option<(bool, Option<Moment>)> = groups::table
        .left_join(group_members::table.on(place))
        .filter(groups::id.eq(i64::from(group)))
        .filter(groups::owner_id.eq(i64::from(owner)))
        .select((groups::leaves_out, group_members::opens_from.nullable()))
        .first(tx.db)
        .optional()?;
    Ok(match found {
        None | Some((false, None)) | Some((true, Some(LEFT_OUT))) => None,
        Some((true, None)) => Some(Moment::from_millis(0)),
        Some((_, from)) => from,
    })
}

/// By walking the two circles: a thousand friends of one are not looked up each.
fn share_a_friend(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<bool> {
    let circles = circle::of_each(tx, &[one, other])?;
    let [(_, near), (_, far)] = &circles[..] else { return Ok(false) };
    let shared = near.shared_with(far);
    for some in shared.chunks(among::MOST) {
        let here = members::table
            .filter(Among::ids("members.id", some.iter().copied()))
            .filter(members::state.eq(State::Active.stored()));
        if diesel::select(exists(here)).get_result(tx.db)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The columns of a query that say whose a thing is and who may see it.
#[derive(Clone, Copy)]
pub(crate) struct Columns {
    pub owner: &'static str,
    pub level: &'static str,
    pub group: &'static str,
    /// When it was posted; a thing without such a moment (a profile field) is as new as its last look.
    pub posted_at: Option<&'static str>,
}

/// The twin of [`super::can_see`]: true for the rows that `viewer` may see.
pub(crate) fn visible_to(viewer: Viewer, columns: Columns) -> Condition {
    let Viewer::Member(me) = viewer else { return Condition::about(0, "(1 = 0)".to_owned()) };
    let Columns { owner, level, .. } = columns;
    let (meets, in_group) = (meets(owner), in_group(columns));
    let active = State::Active.stored();
    let sql = format!(
        "({owner} = {ME} OR ({meets} \
         AND ({level} = 0 \
         OR ({level} IN (1, 2) AND EXISTS (SELECT 1 FROM friendships vf \
             WHERE vf.member_id = {ME} AND vf.friend_id = {owner})) \
         OR ({level} = 1 AND EXISTS (SELECT 1 FROM friendships vn \
             JOIN friendships vo ON vo.member_id = vn.friend_id AND vo.friend_id = {owner} \
             JOIN members vc ON vc.id = vn.friend_id AND vc.state = {active} \
             WHERE vn.member_id = {ME})) \
         OR ({level} = 3 AND EXISTS (SELECT 1 FROM friendships vk \
             WHERE vk.member_id = {ME} AND vk.friend_id = {owner}) AND {in_group}))))"
    );
    Condition::about(me.into(), sql)
}

/// How the owners of all rows of a query are tied to the viewer, where the graph was asked already.
#[derive(Clone, Copy)]
pub(crate) enum Tied {
    Friend,
    FriendOfFriend,
}

/// [`visible_to`] for rows of owners who are all known to be tied to `me` in that way: the same rule without asking
/// the graph again for each row. The owner is never `me`.
pub(crate) fn visible_to_tied(me: MemberId, tied: Tied, columns: Columns) -> Condition {
    let Columns { owner, level, .. } = columns;
    let meets = meets(owner);
    let sql = match tied {
        Tied::Friend => {
            format!("(({level} IN (0, 1, 2) OR ({level} = 3 AND {})) AND {meets})", in_group(columns))
        }
        Tied::FriendOfFriend => format!("({level} IN (0, 1) AND {meets})"),
    };
    Condition::about(me.into(), sql)
}

/// [`visible_to`] for rows of one owner, to whom it is known how the viewer stands: only what each row says of itself
/// is looked at, so that a diary of ten years is gone through in its index.
pub(crate) fn visible_at(viewer: Viewer, standing: Standing, columns: Columns) -> Condition {
    let Viewer::Member(me) = viewer else { return Condition::about(0, "(1 = 0)".to_owned()) };
    let level = columns.level;
    let sql = match standing {
        Standing::Nobody => "(1 = 0)".to_owned(),
        Standing::Oneself => "(1 = 1)".to_owned(),
        Standing::Member => format!("({level} = 0)"),
        Standing::FriendOfFriend => format!("({level} IN (0, 1))"),
        Standing::Friend { .. } => {
            format!("({level} IN (0, 1, 2) OR ({level} = 3 AND {}))", in_group(columns))
        }
    };
    Condition::about(me.into(), sql)
}

/// The owner is here, and neither of the two blocks the other.
fn meets(owner: &str) -> String {
    let active = State::Active.stored();
    format!(
        "EXISTS (SELECT 1 FROM members vm WHERE vm.id = {owner} AND vm.state = {active}) \
         AND NOT EXISTS (SELECT 1 FROM blocks vb WHERE vb.blocker_id = {ME} AND vb.blocked_id = {owner}) \
         AND NOT EXISTS (SELECT 1 FROM blocks vd WHERE vd.blocker_id = {owner} AND vd.blocked_id = {ME})"
    )
}

/// The group is the owner's own, and it was open to the viewer when the thing was posted: to those in it, or, of a
/// group that leaves out, to those who are not.
fn in_group(Columns { owner, group, posted_at, .. }: Columns) -> String {
    let since = posted_at.map(|at| format!(" AND vg.opens_from <= {at}")).unwrap_or_default();
    let until = posted_at.map_or(format!("= {}", i64::MAX), |at| format!("> {at}"));
    format!(
        "EXISTS (SELECT 1 FROM groups vw WHERE vw.id = {group} AND vw.owner_id = {owner} AND CASE \
             WHEN vw.leaves_out THEN NOT EXISTS (SELECT 1 FROM group_members vg \
                 WHERE vg.group_id = {group} AND vg.member_id = {ME} AND vg.opens_from {until}) \
             ELSE EXISTS (SELECT 1 FROM group_members vg \
                 WHERE vg.group_id = {group} AND vg.member_id = {ME}{since}) END)"
    )
}
