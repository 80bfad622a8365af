//! Home: what waits, what friends wrote in strict order of time, who came by.

use enishi_core::home::{self, FEED_ENTRIES, HomePage};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::visibility::Visibility;
use enishi_core::{footprint, friend};

use crate::world::{World, each, tokyo, words};

fn home(world: &World, me: MemberId, before: Option<DiaryId>) -> HomePage {
    world.read(|tx| home::show(tx, me, before, &tokyo()))
}

#[test]
fn the_feed_is_in_strict_order_of_time_whoever_wrote() {
    each(|world| {
        let [me, one, other, stranger] = world.people(["わたし", "一", "二", "知らない人"]);
        world.befriend(me, one);
        world.befriend(me, other);
        let mut written = Vec::new();
        for number in 0..FEED_ENTRIES + 5 {
            let author = if number % 3 == 0 { one } else { other };
            written.push(world.post(author, Visibility::Friends));
            world.post(stranger, Visibility::Members);
            world.post(me, Visibility::Friends);
            world.post(one, Visibility::OnlyMe);
        }
        let (first, author) = (written[0], one);
        world.write(move |tx| {
            enishi_core::diary::edit(tx, author, first, &words("直した", Visibility::Friends, vec![]), false)
        });
        world.comment(me, written[1]);
        written.reverse();
        let page = home(world, me, None);
        let ids: Vec<DiaryId> = page.feed.iter().map(|line| line.id).collect();
        assert_eq!(ids, written[..FEED_ENTRIES as usize], "neither an edit nor a comment moves an entry");
        assert!(page.feed.is_sorted_by(|newer, older| newer.posted_at > older.posted_at));
        let rest = home(world, me, page.next);
        let ids: Vec<DiaryId> = rest.feed.iter().map(|line| line.id).collect();
        assert_eq!((ids.as_slice(), rest.next), (&written[FEED_ENTRIES as usize..], None));
    });
}

#[test]
fn what_waits_is_counted_and_who_came_by_is_shown() {
    each(|world| {
        let me = world.person("わたし");
        let page = home(world, me, None);
        assert!(
            page.waiting.requests == 0 && !page.has_friends && page.feed.is_empty() && page.next.is_none()
        );
        let askers = world.people(["一", "二", "三", "四"]);
        for asker in askers {
            world.write(move |tx| friend::ask(tx, asker, me, "はじめまして。"));
            world.tick();
            world.write(move |tx| footprint::leave(tx, asker, me, &tokyo()));
        }
        world.set_state(askers[0], crate::world::SUSPENDED);
        world.write(move |tx| friend::accept(tx, me, askers[1]));
        let page = home(world, me, None);
        assert_eq!((page.waiting.requests, page.has_friends), (2, true));
        let visitors: Vec<MemberId> =
            page.footprints.footprints.iter().map(|print| print.visitor.id).collect();
        assert_eq!((visitors, page.footprints.total), (vec![askers[3], askers[2], askers[1]], 4));
    });
}
