//! A member's friends as one sorted row: for questions that meet thousands of friends of friends.
//!
//! Written with the friendships themselves, in the same transaction. It says who is tied to whom and nothing about
//! who may see what: whoever is found through it is still judged by `visibility`.

mod queries;

use crate::ids::MemberId;
use crate::store::{Result, Tx};

/// The ids of somebody's friends, in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Circle(Vec<i64>);

/// When one list is so many times as long as the other, it is searched rather than walked.
const SEARCHED: usize = 8;

impl Circle {
    fn unpack(packed: &[u8]) -> Circle {
        let (eights, _) = packed.as_chunks::<8>();
        Circle(eights.iter().map(|eight| i64::from_be_bytes(*eight)).collect())
    }

    /// From ids in ascending order.
    pub(crate) fn pack(ids: impl Iterator<Item = i64>) -> Vec<u8> {
        ids.flat_map(i64::to_be_bytes).collect()
    }

    /// From ids in ascending order.
    pub(crate) fn of_sorted(ids: Vec<i64>) -> Circle {
        Circle(ids)
    }

    /// Those in either.
    pub(crate) fn and(mut self, other: &Circle) -> Circle {
        self.0.extend(other.ids());
        self.0.sort_unstable();
        self.0.dedup();
        self
    }

    /// How many.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The ids themselves.
    pub(crate) fn ids(&self) -> &[i64] {
        &self.0
    }

    /// Whether somebody is among them.
    pub(crate) fn has(&self, member: MemberId) -> bool {
        self.0.binary_search(&member.into()).is_ok()
    }

    /// Those in both, the oldest member first.
    pub(crate) fn shared_with(&self, other: &Circle) -> Vec<MemberId> {
        let (few, many) = if self.len() <= other.len() { (&self.0, &other.0) } else { (&other.0, &self.0) };
        let shared: Vec<i64> = match many.len() / SEARCHED > few.len() {
            true => few.iter().copied().filter(|id| many.binary_search(id).is_ok()).collect(),
            false => walked(few, many),
        };
        shared.into_iter().map(MemberId::from).collect()
    }
}

/// What two lists in ascending order share.
fn walked(one: &[i64], other: &[i64]) -> Vec<i64> {
    let (mut shared, mut rest) = (Vec::new(), other.iter().peekable());
    for id in one {
        while rest.next_if(|next| *next < id).is_some() {}
        shared.extend(rest.next_if_eq(&id));
    }
    shared
}

/// The friends of a member.
pub(crate) fn of(tx: &mut Tx<'_>, member: MemberId) -> Result<Circle> {
    Ok(queries::find(tx, member)?.map(|packed| Circle::unpack(&packed)).unwrap_or_default())
}

/// The friends of each of some members; of one without any there is nothing.
pub(crate) fn of_each(tx: &mut Tx<'_>, members: &[MemberId]) -> Result<Vec<(MemberId, Circle)>> {
    let rows = queries::list(tx, members)?;
    Ok(rows.into_iter().map(|(member, packed)| (member, Circle::unpack(&packed))).collect())
}

/// Active friends of a member, each with the friends of that one; the oldest member first.
pub(crate) fn of_friends(
    tx: &mut Tx<'_>,
    member: MemberId,
    after: Option<MemberId>,
    most: i64,
) -> Result<Vec<(MemberId, Circle)>> {
    let rows = queries::list_of_friends(tx, member, after, most)?;
    Ok(rows.into_iter().map(|(friend, packed)| (friend, Circle::unpack(&packed))).collect())
}

/// Writes the row of a member anew, from the friendships as they are now.
pub(crate) fn renew(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    let friends = queries::list_friends(tx, member)?;
    queries::put(tx, member, &Circle::pack(friends.into_iter()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    use proptest::collection::vec;
    use proptest::prelude::*;

    fn ids(below: i64, drawn: std::ops::Range<usize>) -> impl Strategy<Value = BTreeSet<i64>> {
        vec(0..below, drawn).prop_map(|ids| ids.into_iter().collect())
    }

    proptest! {
        #[test]
        fn what_two_circles_share_is_what_both_have(
            one in ids(90, 0..60),
            other in prop_oneof![ids(90, 0..60), ids(4000, 1000..1200)],
        ) {
            let circle = |ids: &BTreeSet<i64>| Circle::unpack(&Circle::pack(ids.iter().copied()));
            let both: Vec<MemberId> = one.intersection(&other).map(|id| MemberId::from(*id)).collect();
            let (one, other) = (circle(&one), circle(&other));
            prop_assert_eq!(one.shared_with(&other), both.clone());
            prop_assert_eq!(other.shared_with(&one), both.clone());
            prop_assert!(both.iter().all(|id| one.has(*id) && other.has(*id)));
        }
    }
}
