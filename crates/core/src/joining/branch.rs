//! A person's branch both ways: through whom they came, and who came through them; and revoking it.

use std::collections::HashMap;

use super::queries;
use crate::ban::{self, Sentence};
use crate::ids::{KnotId, MemberId};
use crate::invitation;
use crate::member::{Card, State};
use crate::moment::Moment;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

/// The most people a page shows below somebody.
pub const MOST_LEAVES: usize = 200;
/// Beyond so many people a branch is not gathered further for a page; revoking has no such end.
const MOST_GATHERED: usize = 5000;
/// The most steps upwards; a chain is rarely longer than ten.
const MOST_ABOVE: usize = 50;
/// How many knots are looked up in one query.
const AT_ONCE: usize = 500;

/// Somebody on the branch.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// Who, and where they stand; `None` for somebody who has left for good.
    pub who: Option<(Card, State)>,
    /// How many invitations lie between them and whom the branch is about, from 1.
    pub depth: usize,
    /// When they came.
    pub tied_at: Moment,
}

/// A branch.
#[derive(Clone, Debug, Default)]
pub struct Branch {
    /// Through whom the member came: their inviter first, the root last.
    pub above: Vec<Leaf>,
    /// Who came through the member, each below who invited them; at most [`MOST_LEAVES`].
    pub below: Vec<Leaf>,
    /// How many in all came through the member.
    pub total_below: usize,
    /// How many invitations of the member are open.
    pub open_invitations: i64,
}

/// What revoking takes with it.
#[derive(Clone, Debug)]
pub struct Revoke {
    /// Suspend those of the branch who joined within so many seconds; `None` leaves everybody in.
    pub suspend_joined_within: Option<i64>,
    /// Put the numbers of those on the list too, for so many seconds.
    pub ban_seconds: Option<i64>,
    /// Whether the member the branch begins at is judged like those below.
    pub with_root: bool,
    /// Why, and who says so.
    pub sentence: Sentence,
}

/// What was revoked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Revoked {
    /// Invitations that were open and are not any more.
    pub invitations: usize,
    /// Members suspended.
    pub members: usize,
}

/// The branch of a member.
pub fn branch(tx: &mut Tx<'_>, member: MemberId) -> Result<Branch> {
    let open_invitations = invitation::queries::count_open(tx, member)?;
    let Some(root) = queries::find_knot(tx, member)? else {
        return Ok(Branch { open_invitations, ..Branch::default() });
    };
    let (children, total_below) = gather(tx, root)?;
    let mut below = Vec::new();
    hang(root, &children, &mut below);
    Ok(Branch { above: above(tx, root)?, below, total_below, open_invitations })
}

/// Who hangs on whom.
type Children = HashMap<KnotId, Vec<(KnotId, Leaf)>>;

/// Level by level, until there is nobody below or more than anybody would read.
fn gather(tx: &mut Tx<'_>, root: KnotId) -> Result<(Children, usize)> {
    let (mut children, mut total, mut level) = (Children::new(), 0, vec![root]);
    for depth in 1.. {
        let rows = queries::list_below(tx, &level, AT_ONCE)?;
        total += rows.len();
        level = rows.iter().map(|row| row.id).collect();
        for row in rows {
            let (id, through) = (row.id, row.through.unwrap_or(root));
            children.entry(through).or_default().push((id, row.leaf(depth)));
        }
        if level.is_empty() || total >= MOST_GATHERED {
            break;
        }
    }
    Ok((children, total))
}

/// Each below who invited them, the earlier first.
fn hang(root: KnotId, children: &Children, below: &mut Vec<Leaf>) {
    let mut to_hang: Vec<&(KnotId, Leaf)> = children.get(&root).into_iter().flatten().rev().collect();
    while let Some((id, leaf)) = to_hang.pop() {
        if below.len() == MOST_LEAVES {
            return;
        }
        below.push(leaf.clone());
        to_hang.extend(children.get(id).into_iter().flatten().rev());
    }
}

fn above(tx: &mut Tx<'_>, root: KnotId) -> Result<Vec<Leaf>> {
    let mut chain = Vec::new();
    let mut next = queries::find_above(tx, root)?;
    while let Some(row) = next.filter(|_| chain.len() < MOST_ABOVE) {
        let id = row.id;
        chain.push(row.leaf(chain.len() + 1));
        next = queries::find_above(tx, id)?;
    }
    Ok(chain)
}

/// Revokes a member's branch: the open invitations of everybody on it end, and by choice those who came lately are
/// suspended. One use case, for the desk and for the panic switch.
pub fn revoke(tx: &mut Tx<'_>, member: MemberId, how: &Revoke) -> Result<Revoked> {
    let mut done = Revoked::default();
    let mut level: Vec<KnotId> = queries::find_knot(tx, member)?.into_iter().collect();
    let root_joined = queries::find_joined(tx, member)?;
    judge(tx, member, root_joined.filter(|_| how.with_root), how, &mut done)?;
    while !level.is_empty() {
        let rows = queries::list_below(tx, &level, AT_ONCE)?;
        for row in &rows {
            if let Some((card, _)) = &row.who {
                judge(tx, card.id, Some(row.tied_at), how, &mut done)?;
            }
        }
        level = rows.into_iter().map(|row| row.id).collect();
    }
    let note = format!("{} invitations, {} members", done.invitations, done.members);
    let event = Event::of(Kind::BranchRevoked).member(member).note(&note);
    security_log::record(tx, how.sentence.by.map_or(event, |operator| event.operator(operator)))?;
    Ok(done)
}

/// `joined_at` of somebody who is not to be suspended whenever they came is `None`.
fn judge(
    tx: &mut Tx<'_>,
    member: MemberId,
    joined_at: Option<Moment>,
    how: &Revoke,
    done: &mut Revoked,
) -> Result<()> {
    done.invitations += invitation::cancel_all_of(tx, member)?;
    let Some((within, joined_at)) = how.suspend_joined_within.zip(joined_at) else { return Ok(()) };
    if tx.now().seconds_since(joined_at) > within {
        return Ok(());
    }
    let was_here = ban::suspend(tx, member, &how.sentence)?;
    done.members += usize::from(was_here);
    if let Some(seconds) = how.ban_seconds {
        ban::ban(tx, member, &how.sentence, seconds)?;
    }
    Ok(())
}
