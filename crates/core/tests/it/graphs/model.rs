//! The rules as plain loops over a few people.

use std::collections::BTreeSet;

use enishi_core::ids::DiaryId;
use enishi_core::moment::Moment;

use crate::world::ACTIVE;

/// How many people there are.
pub const PEOPLE: usize = 8;

#[derive(Clone, Debug)]
pub struct Entry {
    pub id: DiaryId,
    pub author: usize,
    /// 0 all members … 4 only me, as the rules number them; 5 all friends but some.
    pub level: u8,
    pub posted_at: Moment,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tie {
    Oneself,
    Friend,
    Via(Vec<usize>, usize),
    None,
}

#[derive(Debug, Default)]
pub struct Model {
    pub states: [i16; PEOPLE],
    /// Each pair both ways.
    pub friends: BTreeSet<(usize, usize)>,
    /// Who blocks whom.
    pub blocks: BTreeSet<(usize, usize)>,
    /// Whose group has whom in it.
    pub groups: BTreeSet<(usize, usize)>,
    /// Who leaves out whom; parting does not let them in.
    pub left_out: BTreeSet<(usize, usize)>,
    /// Who lets nobody know their ties.
    pub hiding: BTreeSet<usize>,
    pub entries: Vec<Entry>,
}

impl Model {
    pub fn is_active(&self, who: usize) -> bool {
        self.states[who] == ACTIVE
    }

    pub fn are_friends(&self, one: usize, other: usize) -> bool {
        self.friends.contains(&(one, other))
    }

    pub fn is_blocked(&self, one: usize, other: usize) -> bool {
        self.blocks.contains(&(one, other)) || self.blocks.contains(&(other, one))
    }

    pub fn part(&mut self, one: usize, other: usize) {
        for pair in [(one, other), (other, one)] {
            self.friends.remove(&pair);
            self.groups.remove(&pair);
        }
    }

    fn connectors(&self, one: usize, other: usize) -> impl Iterator<Item = usize> {
        (0..PEOPLE).filter(move |who| {
            self.is_active(*who) && self.are_friends(one, *who) && self.are_friends(*who, other)
        })
    }

    /// Friends in common, as far as the viewer may know.
    pub fn common(&self, viewer: usize, other: usize) -> Vec<usize> {
        let is_met = viewer != other && self.exists_for(viewer, other) && !self.hiding.contains(&other);
        let known = self.connectors(viewer, other).filter(|who| is_met && !self.hiding.contains(who));
        known.collect()
    }

    fn is_friend_of_friend(&self, one: usize, other: usize) -> bool {
        one != other && !self.are_friends(one, other) && self.connectors(one, other).next().is_some()
    }

    fn exists_for(&self, viewer: usize, owner: usize) -> bool {
        viewer == owner || self.is_active(owner) && !self.is_blocked(viewer, owner)
    }

    pub fn can_see(&self, viewer: usize, entry: &Entry) -> bool {
        let owner = entry.author;
        let friend = self.are_friends(viewer, owner);
        viewer == owner
            || self.exists_for(viewer, owner)
                && match entry.level {
                    0 => true,
                    1 => friend || self.is_friend_of_friend(viewer, owner),
                    2 => friend,
                    3 => friend && self.groups.contains(&(owner, viewer)),
                    5 => friend && !self.left_out.contains(&(owner, viewer)),
                    _ => false,
                }
    }

    /// How many could read it, as far as lists show them, and whether there may be more.
    pub fn audience(&self, author: usize, level: u8) -> Option<(usize, bool)> {
        let entry = Entry { id: DiaryId::from(0), author, level, posted_at: Moment::from_millis(0) };
        let reads = |who: &usize| *who != author && self.is_active(*who) && self.can_see(*who, &entry);
        let hides = |who: usize| self.hiding.contains(&who);
        let is_shown = |who: &usize| {
            level != 1
                || self.are_friends(author, *who)
                || !hides(*who) && self.connectors(author, *who).any(|between| !hides(between))
        };
        let behind = |who: &usize| self.connectors(author, *who).any(|between| !hides(between));
        let closed = |who: usize| self.is_active(who) && self.are_friends(author, who) && hides(who);
        let fell_out = |who: &usize| reads(who) && !is_shown(who) && behind(who);
        let is_more = level == 1 && (0..PEOPLE).any(|who| closed(who) || fell_out(&who));
        let people = (0..PEOPLE).filter(|who| reads(who) && is_shown(who)).count();
        (!matches!(level, 0 | 4)).then_some((people, is_more))
    }

    fn newest(&self, viewer: usize, of: impl Fn(usize) -> bool) -> Vec<DiaryId> {
        let seen = self.entries.iter().filter(|entry| of(entry.author) && self.can_see(viewer, entry));
        let mut ids: Vec<DiaryId> = seen.map(|entry| entry.id).collect();
        ids.sort_by_key(|id| std::cmp::Reverse(*id));
        ids
    }

    pub fn feed(&self, viewer: usize) -> Vec<DiaryId> {
        self.newest(viewer, |author| self.are_friends(viewer, author))
    }

    pub fn feed_of_friends_of_friends(&self, viewer: usize) -> Vec<DiaryId> {
        self.newest(viewer, |author| self.is_friend_of_friend(viewer, author))
    }

    /// Nothing where the other does not exist.
    pub fn tie(&self, viewer: usize, other: usize) -> Option<Tie> {
        if !self.exists_for(viewer, other) {
            return None;
        }
        Some(match () {
            () if viewer == other => Tie::Oneself,
            () if self.are_friends(viewer, other) => Tie::Friend,
            () if self.is_friend_of_friend(viewer, other) => {
                let shows = |who: &usize| !self.hiding.contains(who) && !self.hiding.contains(&other);
                let named: Vec<usize> = self.connectors(viewer, other).filter(shows).collect();
                let more = named.len().saturating_sub(3);
                Tie::Via(named.into_iter().take(3).collect(), more)
            }
            () => Tie::None,
        })
    }

    /// Three steps, nobody of whom hides their ties or does not exist for the viewer.
    pub fn is_one_step_more(&self, viewer: usize, other: usize) -> bool {
        let open = |who: usize| !self.hiding.contains(&who) && self.exists_for(viewer, who);
        let step = |one: usize, two: usize| self.are_friends(one, two);
        open(other)
            && (0..PEOPLE).filter(|near| step(viewer, *near) && open(*near)).any(|near| {
                (0..PEOPLE).any(|far| far != viewer && step(near, far) && step(far, other) && open(far))
            })
    }
}
