//! The owner, everybody who looks, and everything there is to see.

use std::collections::HashMap;

use enishi_core::diary::NewPhoto;
use enishi_core::group::{self, Opens};
use enishi_core::ids::{DiaryId, GroupId, MemberId, PictureId};
use enishi_core::member::{self, Nickname};
use enishi_core::moment::Moment;
use enishi_core::profile::{self, Answer, Field};
use enishi_core::visibility::{Viewer, Visibility};

use super::{ANSWERS, FIELDS, FRIENDS, RULE, THINGS};
use crate::world::{LEFT, SUSPENDED, World};

pub(super) struct Stage {
    pub owner: MemberId,
    pub viewers: HashMap<&'static str, Viewer>,
    pub things: Vec<(DiaryId, Visibility, Moment)>,
    pub photos: Vec<PictureId>,
    pub icon: PictureId,
}

/// The owner's nickname: what everybody searches for.
pub(super) const OWNER: &str = "おーなー";

impl Stage {
    pub(super) fn set(world: &World) -> Stage {
        let owner = world.person(OWNER);
        let mut viewers = HashMap::from([("guest", Viewer::Guest), ("oneself", Viewer::Member(owner))]);
        for (tie, _) in &RULE[2..] {
            viewers.insert(*tie, Viewer::Member(world.person("見る人")));
        }
        let icon = world.picture(owner, "icon");
        world.write(move |tx| member::wear(tx, owner, Some(icon)));
        let mut stage = Stage { owner, viewers, things: Vec::new(), photos: Vec::new(), icon };
        stage.tie_friends(world);
        stage.tie_friends_of_friends(world);
        stage.post_everything(world);
        stage.say_everything(world);
        stage.put_up_blocks(world);
        stage.leave_notices(world);
        stage
    }

    fn who(&self, tie: &str) -> MemberId {
        self.viewers[tie].member().unwrap()
    }

    fn tie_friends(&self, world: &World) {
        for tie in FRIENDS {
            world.befriend(self.owner, self.who(tie));
        }
        world.befriend(self.who("friend"), self.who("friend with a shared friend"));
    }

    fn tie_friends_of_friends(&self, world: &World) {
        let [one, two, hiding, left, suspended] = world.people(["一", "二", "隠れ", "去った", "止められた"]);
        for connector in [one, two, hiding, left, suspended] {
            world.befriend(self.owner, connector);
        }
        for (tie, connectors) in [
            ("friend of one friend", vec![one]),
            ("friend of two friends", vec![one, two]),
            ("friend of a friend who hides it", vec![hiding]),
            ("friend of one here and one gone", vec![left, two]),
            ("friend of one who has left", vec![left]),
            ("friend of one suspended", vec![suspended]),
            ("blocked by the owner", vec![one]),
            ("blocks the owner", vec![one, two]),
        ] {
            connectors.iter().for_each(|connector| world.befriend(*connector, self.who(tie)));
        }
        save(world, hiding, "隠れ", vec![(Field::Ties, "", Visibility::OnlyMe)]);
        world.set_state(left, LEFT);
        world.set_state(suspended, SUSPENDED);
    }

    fn post_everything(&mut self, world: &World) {
        let owner = self.owner;
        let group = world.group(owner, &[self.who("friend in the group")]);
        for level in [Visibility::Members, Visibility::FriendsOfFriends, Visibility::Friends] {
            self.post(world, level);
        }
        self.post(world, Visibility::Group(group));
        world.tick();
        let late = self.who("friend in the group from now on");
        world.write(move |tx| group::add(tx, owner, group, late, Opens::FromNowOn));
        self.post(world, Visibility::Group(group));
        let foreign = world.person("よその人");
        world.befriend(foreign, self.who("friend"));
        let foreign_group = world.group(foreign, &[self.who("friend")]);
        self.post_astray(world, foreign_group);
        self.post_astray(world, GroupId::from(12_345));
        self.post(world, Visibility::OnlyMe);
        self.post_to_all_but(world);
        assert_eq!(self.things.len(), THINGS);
        let once = self.who("once in the group as a friend");
        let (group, once) = (i64::from(group), i64::from(once));
        world.raw(owner, &format!("INSERT INTO group_members VALUES ({group}, {once}, 0)"));
    }

    fn post_to_all_but(&mut self, world: &World) {
        let (owner, until_now) = (self.owner, self.who("friend left out until now"));
        let left_out = ["friend left out", "friend left out until now"].map(|tie| self.who(tie));
        let group = world.all_but(owner, &left_out);
        self.post(world, Visibility::Group(group));
        world.tick();
        world.write(move |tx| group::remove(tx, owner, group, until_now, Opens::FromNowOn));
        self.post(world, Visibility::Group(group));
    }

    fn post(&mut self, world: &World, visibility: Visibility) {
        let digest = format!("photo {}", self.things.len());
        let photo = world.picture(self.owner, &digest);
        let hung = vec![NewPhoto { picture: photo, alt: String::new() }];
        let id = world.post_with(self.owner, visibility, hung);
        self.things.push((id, visibility, world.now()));
        self.photos.push(photo);
    }

    /// No form lets an entry name a group that is not its author's; a fault in the data might.
    fn post_astray(&mut self, world: &World, group: GroupId) {
        self.post(world, Visibility::OnlyMe);
        let last = self.things.last_mut().unwrap();
        last.1 = Visibility::Group(group);
        let (id, group) = (i64::from(last.0), i64::from(group));
        let statement = format!("UPDATE diary_entries SET level = 3, group_id = {group} WHERE id = {id}");
        world.raw(self.owner, &statement);
    }

    fn say_everything(&self, world: &World) {
        let said =
            FIELDS.iter().zip(ANSWERS).map(|((field, column), word)| (*field, word, self.things[*column].1));
        save(world, self.owner, OWNER, said.collect());
        for (field, column) in FIELDS {
            let Visibility::Group(group) = self.things[column].1 else { continue };
            let (id, group, key) = (i64::from(self.owner), i64::from(group), field.key());
            let place = format!("WHERE member_id = {id} AND field = '{key}'");
            world
                .raw(self.owner, &format!("UPDATE profile_fields SET level = 3, group_id = {group} {place}"));
        }
    }

    fn put_up_blocks(&self, world: &World) {
        let [bystander, gone, snubbed] = world.people(["通りすがり", "いない人", "拒まれた人"]);
        let mut rows = Vec::new();
        for (entry, _, _) in &self.things {
            let writers = [self.owner, bystander, gone, self.owner, snubbed];
            for (number, writer) in (1..).zip(writers) {
                let removed = if number == 4 { "7" } else { "NULL" };
                let (entry, writer) = (i64::from(*entry), i64::from(writer));
                rows.push(format!("({entry}, {number}, {writer}, 'ひとこと', 7, {removed})"));
            }
        }
        world.raw(self.owner, &format!("INSERT INTO diary_comments (entry_id, number, author_id, body, posted_at, removed_at) VALUES {}", rows.join(", ")));
        world.raw(self.owner, "UPDATE diary_entries SET comments_given = 5");
        world.set_state(gone, LEFT);
        world.block(self.owner, snubbed);
        world.block(self.who("friend"), bystander);
        world.block(bystander, self.who("stranger"));
        world.block(self.owner, self.who("blocked by the owner"));
        world.block(self.who("blocks the owner"), self.owner);
        let both = self.who("blocks and is blocked");
        world.block(self.owner, both);
        let (both, owner) = (i64::from(both), i64::from(self.owner));
        world.raw(self.owner, &format!("INSERT INTO blocks VALUES ({both}, {owner}, 7)"));
    }

    fn leave_notices(&self, world: &World) {
        let (mut rows, mut ties) = (Vec::new(), Vec::new());
        for viewer in self.viewers.values().filter_map(|viewer| viewer.member()) {
            for (entry, _, _) in &self.things {
                let (viewer, entry) = (i64::from(viewer), i64::from(*entry));
                rows.push(format!("({viewer}, 2, {entry}, 7, 7)"));
                ties.push(format!("({viewer}, {entry}, 0, FALSE)"));
            }
        }
        let (to, ties) = ("diary_threads (member_id, entry_id, seen, is_quiet)", ties.join(", "));
        world.raw(self.owner, &format!("INSERT INTO {to} VALUES {ties}"));
        world.raw(
            self.owner,
            &format!(
                "INSERT INTO notices (member_id, kind, subject_id, newest_at, since) VALUES {}",
                rows.join(", ")
            ),
        );
    }
}

fn save(world: &World, who: MemberId, nickname: &str, said: Vec<(Field, &'static str, Visibility)>) {
    let nickname = Nickname::parse(nickname).unwrap();
    let answer = |(field, value, visibility): (Field, &str, Visibility)| Answer {
        field,
        value: value.to_owned(),
        visibility,
    };
    let answers: Vec<Answer> = said.into_iter().map(answer).collect();
    world.write(move |tx| profile::save(tx, who, &nickname, &answers));
}
