//! What waits in red letters vanishes with what it tells of: at home, in letters and for phones alike.

use enishi_core::community::{Joins, Reads, topic};
use enishi_core::diary::{self, Sign};
use enishi_core::ids::{CommunityId, DiaryId, MemberId, TopicId};
use enishi_core::notice::{self, Notice, Subject};
use enishi_core::visibility::Visibility;

use crate::communities::{come_in, place, told};
use crate::world::{ACTIVE, LEFT, SUSPENDED, World, each};

/// What waits, of entries.
fn waits(world: &World, me: MemberId) -> Vec<Notice> {
    let all = world.read(|tx| notice::list(tx, me)).into_iter();
    all.filter(|one| !matches!(one.subject, Subject::Accepted { .. })).collect()
}

fn like(world: &World, who: MemberId, entry: DiaryId) {
    world.tick();
    assert!(world.write(move |tx| diary::like(tx, who, entry, Sign::Heart)));
}

fn look(world: &World, me: MemberId, entry: DiaryId) {
    world.tick();
    world.write(move |tx| {
        notice::entry_was_read(tx, me, entry)?;
        diary::thread_was_read(tx, me, entry)
    });
}

#[test]
fn no_red_letters_stay_of_a_comment_that_is_gone() {
    each(|world| {
        let [author, joined, writer] = world.people(["書く人", "先の人", "あとの人"]);
        let entry = world.post(author, Visibility::Members);
        world.comment(joined, entry);
        look(world, author, entry);
        let count = || [author, joined].map(|who| waits(world, who).len());
        let number = world.comment(writer, entry);
        assert_eq!(count(), [1, 1]);
        for state in [SUSPENDED, LEFT] {
            world.set_state(writer, state);
            assert_eq!(count(), [0, 0], "{state}");
            world.set_state(writer, ACTIVE);
            assert_eq!(count(), [1, 1]);
        }
        world.write(move |tx| diary::remove_comment(tx, writer, entry, number));
        assert_eq!(count(), [0, 0], "deleted");
        world.comment(writer, entry);
        assert_eq!(count(), [1, 1], "news again");
        world.block(joined, writer);
        assert_eq!(count(), [1, 0]);
        world.block(author, writer);
        assert_eq!(count(), [0, 0]);
    });
}

#[test]
fn what_is_left_is_as_old_as_it_is() {
    each(|world| {
        let [author, one, other] = world.people(["書く人", "一", "二"]);
        let entry = world.post(author, Visibility::Members);
        world.comment(one, entry);
        like(world, one, entry);
        let before = world.now();
        world.tick();
        let number = world.comment(other, entry);
        like(world, other, entry);
        assert!(waits(world, author).iter().all(|notice| notice.newest_at > before));
        world.write(move |tx| diary::remove_comment(tx, other, entry, number));
        world.write(move |tx| diary::unlike(tx, other, entry));
        let left = waits(world, author);
        assert_eq!(left.len(), 2, "what was said and liked before still waits");
        assert!(left.iter().all(|notice| notice.newest_at <= before));
    });
}

#[test]
fn a_like_that_was_looked_at_is_no_news_though_another_came_and_went() {
    each(|world| {
        let [author, one, other] = world.people(["書く人", "一", "二"]);
        let entry = world.post(author, Visibility::Members);
        like(world, one, entry);
        look(world, author, entry);
        like(world, other, entry);
        assert_eq!(waits(world, author).len(), 1);
        world.set_state(other, SUSPENDED);
        assert!(waits(world, author).is_empty(), "the one that stands was looked at");
        world.set_state(other, ACTIVE);
        world.write(move |tx| diary::unlike(tx, other, entry));
        assert!(waits(world, author).is_empty());
        like(world, other, entry);
        assert_eq!(waits(world, author).len(), 1);
    });
}

fn say(world: &World, who: MemberId, id: CommunityId, topic: TopicId) -> i32 {
    world.tick();
    world.write(move |tx| topic::comment(tx, who, id, topic, "ひとこと"))
}

#[test]
fn of_a_topic_only_what_was_not_read_is_news() {
    each(|world| {
        let [me, one, other] = world.people(["わたし", "一", "二"]);
        let id = place(world, one, Joins::Freely, Reads::Everybody);
        come_in(world, me, id, Visibility::Members);
        come_in(world, other, id, Visibility::Members);
        let topic = world.write(move |tx| topic::post(tx, me, id, "題", "本文"));
        say(world, one, id, topic);
        world.tick();
        world.write(move |tx| notice::topic_was_read(tx, me, topic));
        let number = say(world, other, id, topic);
        assert_eq!(told(world, me), ["題"]);
        world.set_state(other, SUSPENDED);
        assert!(told(world, me).is_empty(), "what was read is no news");
        world.set_state(other, ACTIVE);
        assert_eq!(told(world, me), ["題"]);
        world.write(move |tx| topic::remove_comment(tx, other, id, topic, number));
        assert!(told(world, me).is_empty());
        say(world, other, id, topic);
        world.block(me, other);
        assert!(told(world, me).is_empty());
        say(world, one, id, topic);
        assert_eq!(told(world, me), ["題"]);
    });
}
