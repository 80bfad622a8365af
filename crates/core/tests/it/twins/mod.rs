//! The twins: `can_see` and every query that lists agree, for every tie, thing and state of the owner, with
//! a table written by hand from the rule.

mod shown;
mod stage;

use enishi_core::profile::Field;
use enishi_core::visibility::Viewer;

use crate::world::{ACTIVE, IN_GRACE, LEFT, SUSPENDED, World, each};
use stage::Stage;

/// One column each: all members · friends of friends · friends · the group, posted before somebody was added
/// from then on · the group, posted after · somebody else's group · a group that is gone · only me · all friends but
/// some, posted before one of them was let in again from then on · the same, posted after.
const THINGS: usize = 10;
const MEMBERS: usize = 0;
const FRIENDS_OF_FRIENDS: usize = 1;

/// Who may see what of an owner who is here. Of an owner who is not, nobody but themselves sees anything.
const RULE: [(&str, &str); 19] = [
    ("guest", ".........."),
    ("oneself", "xxxxxxxxxx"),
    ("friend", "xxx.....xx"),
    ("friend with a shared friend", "xxx.....xx"),
    ("friend in the group", "xxxxx...xx"),
    ("friend in the group from now on", "xxx.x...xx"),
    ("friend left out", "xxx......."),
    ("friend left out until now", "xxx......x"),
    ("friend of one friend", "xx........"),
    ("friend of two friends", "xx........"),
    ("friend of a friend who hides it", "xx........"),
    ("friend of one here and one gone", "xx........"),
    ("friend of one who has left", "x........."),
    ("friend of one suspended", "x........."),
    ("stranger", "x........."),
    ("once in the group as a friend", "x........."),
    ("blocked by the owner", ".........."),
    ("blocks the owner", ".........."),
    ("blocks and is blocked", ".........."),
];

/// Whose feed shows what the owner posts.
const FRIENDS: [&str; 6] = [
    "friend",
    "friend with a shared friend",
    "friend in the group",
    "friend in the group from now on",
    "friend left out",
    "friend left out until now",
];

#[test]
fn every_page_list_count_and_picture_follows_the_rule() {
    each(|world| {
        let stage = Stage::set(world);
        let mut cells = 0;
        for state in [ACTIVE, IN_GRACE, LEFT, SUSPENDED] {
            world.set_state(stage.owner, state);
            for (tie, rule) in RULE {
                cells += stage.check(world, tie, rule, state == ACTIVE);
            }
        }
        assert_eq!(cells, RULE.len() * THINGS * 4);
    });
}

/// One field for each column; the two moments of a group are one, since a field has no moment.
const FIELDS: [(Field, usize); 7] = [
    (Field::About, 0),
    (Field::RealName, 1),
    (Field::Birthday, 2),
    (Field::LivesIn, 4),
    (Field::Hometown, 5),
    (Field::Occupation, 7),
    (Field::Interests, 9),
];

/// What the owner says in each of them.
const ANSWERS: [&str; 7] =
    ["あさがお", "いちょう", "8月11日", "えんどう", "おみなえし", "かきつばた", "ききょう"];

impl Stage {
    /// Compares every surface with the rule's row; returns how many cells were compared.
    fn check(&self, world: &World, tie: &str, rule: &str, is_here: bool) -> usize {
        let viewer = self.viewers[tie];
        let may: Vec<bool> = rule.bytes().map(|mark| mark == b'x' && (is_here || tie == "oneself")).collect();
        let shown = world.read(|tx| self.look(tx, viewer));
        let place = format!("{tie}, owner here: {is_here}, on {}", world.test.engine);
        assert_eq!(shown.judged, may, "can_see: {place}");
        assert_eq!(shown.pages, may, "pages: {place}");
        assert_eq!(shown.listed, may, "the list: {place}");
        assert_eq!(shown.newest, may, "the newest: {place}");
        let open = may.iter().filter(|may| **may).count();
        assert_eq!(shown.counted, open as i64, "days of the archive: {place}");
        let beside: Vec<bool> =
            self.things.iter().map(|(entry, _, _)| shown.beside.contains(entry)).collect();
        assert_eq!(beside, may.iter().map(|may| *may && open > 1).collect::<Vec<_>>(), "neighbours: {place}");
        assert_eq!(shown.pictures, may, "picture bytes: {place}");
        assert_eq!(shown.fields, FIELDS.map(|(_, column)| may[column]), "fields: {place}");
        assert_eq!(shown.found_fields, shown.fields, "found by a field: {place}");
        assert_eq!(shown.found, may, "found by its words: {place}");
        assert_eq!(shown.meets, [may[MEMBERS]; 4], "page, list, search, icon of the owner: {place}");
        assert_eq!(shown.ties, [may[FRIENDS_OF_FRIENDS]; 2], "the owner's ties: {place}");
        if viewer != Viewer::Guest {
            assert_eq!(shown.noticed, may, "notices: {place}");
        }
        let in_feed: Vec<bool> = may.iter().map(|may| *may && FRIENDS.contains(&tie)).collect();
        assert_eq!(shown.fed, in_feed, "the feed: {place}");
        let comments = i64::from(is_here) + i64::from(tie != "friend" && tie != "stranger");
        assert!(shown.comments.iter().all(|seen| *seen == comments), "{:?} {place}", shown.comments);
        may.len()
    }
}
