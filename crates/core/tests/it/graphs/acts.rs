//! What may happen, played to the program and to the model alike.

use enishi_core::diary;
use enishi_core::group::{self, Opens};
use enishi_core::ids::{GroupId, MemberId};
use enishi_core::member::Nickname;
use enishi_core::profile::{self, Answer, Field};
use enishi_core::visibility::Visibility;
use proptest::prelude::*;

use super::model::{Entry, Model, PEOPLE};
use crate::world::{ACTIVE, IN_GRACE, LEFT, SUSPENDED, World, words};

#[derive(Clone, Copy, Debug)]
pub enum Act {
    Befriend(usize, usize),
    Part(usize, usize),
    Block(usize, usize),
    Unblock(usize, usize),
    /// Puts somebody into one's group.
    Gather(usize, usize),
    /// Takes somebody out of it.
    Drop(usize, usize),
    /// Leaves somebody out of what goes to all friends but some.
    LeaveOut(usize, usize),
    /// Lets them in again.
    LetIn(usize, usize),
    State(usize, i16),
    Hide(usize, bool),
    Post(usize, u8),
    /// Of all entries so far, the one at this place, gets another level.
    Edit(usize, u8),
    Delete(usize),
}

pub fn any_act() -> impl Strategy<Value = Act> {
    let pair = || (0..PEOPLE, 0..PEOPLE);
    let state = prop_oneof![3 => Just(ACTIVE), 1 => Just(IN_GRACE), 1 => Just(LEFT), 1 => Just(SUSPENDED)];
    prop_oneof![
        10 => pair().prop_map(|(one, other)| Act::Befriend(one, other)),
        3 => pair().prop_map(|(one, other)| Act::Part(one, other)),
        1 => pair().prop_map(|(one, other)| Act::Block(one, other)),
        1 => pair().prop_map(|(one, other)| Act::Unblock(one, other)),
        3 => pair().prop_map(|(one, other)| Act::Gather(one, other)),
        1 => pair().prop_map(|(one, other)| Act::Drop(one, other)),
        3 => pair().prop_map(|(one, other)| Act::LeaveOut(one, other)),
        1 => pair().prop_map(|(one, other)| Act::LetIn(one, other)),
        2 => (0..PEOPLE, state).prop_map(|(who, state)| Act::State(who, state)),
        1 => (0..PEOPLE, any::<bool>()).prop_map(|(who, hides)| Act::Hide(who, hides)),
        9 => (0..PEOPLE, 0..6u8).prop_map(|(who, level)| Act::Post(who, level)),
        3 => (0..60usize, 0..6u8).prop_map(|(at, level)| Act::Edit(at, level)),
        1 => (0..60usize).prop_map(Act::Delete),
    ]
}

/// The people, each with a group of their own and one that leaves out, and what the model knows of them.
pub struct Stage {
    pub people: Vec<MemberId>,
    groups: Vec<GroupId>,
    all_but: Vec<GroupId>,
    pub model: Model,
}

impl Stage {
    pub fn set(world: &World) -> Stage {
        let people: Vec<MemberId> =
            (0..PEOPLE).map(|number| world.person(&format!("ひと{number}"))).collect();
        let groups = people.iter().map(|owner| world.group(*owner, &[])).collect();
        let all_but = people.iter().map(|owner| world.all_but(*owner, &[])).collect();
        Stage { people, groups, all_but, model: Model::default() }
    }

    pub fn visibility_of(&self, author: usize, level: u8) -> Visibility {
        match level {
            0 => Visibility::Members,
            1 => Visibility::FriendsOfFriends,
            2 => Visibility::Friends,
            3 => Visibility::Group(self.groups[author]),
            5 => Visibility::Group(self.all_but[author]),
            _ => Visibility::OnlyMe,
        }
    }

    pub fn visibility(&self, entry: &Entry) -> Visibility {
        self.visibility_of(entry.author, entry.level)
    }

    /// What cannot happen is left out: only who is here and not blocked befriends and blocks.
    pub fn play(&mut self, world: &World, act: Act) {
        match act {
            Act::Befriend(one, other) | Act::Block(one, other) if !self.may_meet(one, other) => {}
            Act::Befriend(one, other) if !self.model.are_friends(one, other) => {
                world.befriend(self.people[one], self.people[other]);
                self.model.friends.extend([(one, other), (other, one)]);
            }
            Act::Part(one, other) if one != other => {
                world.part(self.people[one], self.people[other]);
                self.model.part(one, other);
            }
            Act::Block(one, other) => {
                world.block(self.people[one], self.people[other]);
                self.model.part(one, other);
                self.model.blocks.insert((one, other));
            }
            Act::Unblock(one, other) => {
                let (me, them) = (self.people[one], self.people[other]);
                world.write(move |tx| enishi_core::block::unblock(tx, me, them));
                self.model.blocks.remove(&(one, other));
            }
            Act::State(who, state) => {
                world.set_state(self.people[who], state);
                self.model.states[who] = state;
            }
            Act::Hide(who, hides) => self.hide(world, who, hides),
            Act::Gather(owner, member) | Act::Drop(owner, member) => self.gather(world, owner, member, act),
            Act::LeaveOut(owner, member) | Act::LetIn(owner, member) => {
                self.leave_out(world, owner, member, act);
            }
            _ => self.write(world, act),
        }
    }

    fn may_meet(&self, one: usize, other: usize) -> bool {
        let model = &self.model;
        one != other && model.is_active(one) && model.is_active(other) && !model.is_blocked(one, other)
    }

    fn hide(&mut self, world: &World, who: usize, hides: bool) {
        let visibility = if hides { Visibility::OnlyMe } else { Visibility::FriendsOfFriends };
        let answers = [Answer { field: Field::Ties, value: String::new(), visibility }];
        let me = self.people[who];
        world.write(move |tx| profile::save(tx, me, &Nickname::parse("ひと").unwrap(), &answers));
        if hides {
            self.model.hiding.insert(who)
        } else {
            self.model.hiding.remove(&who)
        };
    }

    fn gather(&mut self, world: &World, owner: usize, member: usize, act: Act) {
        let (me, group, them) = (self.people[owner], self.groups[owner], self.people[member]);
        if matches!(act, Act::Drop(..)) {
            world.write(move |tx| group::remove(tx, me, group, them, Opens::Everything));
            self.model.groups.remove(&(owner, member));
        } else if self.may_meet(owner, member) && self.model.are_friends(owner, member) {
            world.write(move |tx| group::add(tx, me, group, them, Opens::Everything));
            self.model.groups.insert((owner, member));
        }
    }

    fn leave_out(&mut self, world: &World, owner: usize, member: usize, act: Act) {
        let (me, group, them) = (self.people[owner], self.all_but[owner], self.people[member]);
        if matches!(act, Act::LetIn(..)) {
            world.write(move |tx| group::remove(tx, me, group, them, Opens::Everything));
            self.model.left_out.remove(&(owner, member));
        } else if self.may_meet(owner, member) && self.model.are_friends(owner, member) {
            world.write(move |tx| group::add(tx, me, group, them, Opens::Everything));
            self.model.left_out.insert((owner, member));
        }
    }

    fn write(&mut self, world: &World, act: Act) {
        match act {
            Act::Post(who, level) => {
                let id = world.post(self.people[who], self.visibility_of(who, level));
                self.model.entries.push(Entry { id, author: who, level, posted_at: world.now() });
            }
            Act::Edit(at, level) if at < self.model.entries.len() => {
                let (author, id) = (self.model.entries[at].author, self.model.entries[at].id);
                let (me, new) = (self.people[author], words("題", self.visibility_of(author, level), vec![]));
                world.write(move |tx| diary::edit(tx, me, id, &new, true));
                self.model.entries[at].level = level;
            }
            Act::Delete(at) if at < self.model.entries.len() => {
                let Entry { id, author, .. } = self.model.entries.remove(at);
                let me = self.people[author];
                world.write(move |tx| diary::delete(tx, me, id));
            }
            _ => {}
        }
    }
}
