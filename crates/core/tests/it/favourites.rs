//! Favourites (SG-09): private, and no way to read more than before.

use enishi_core::favourite::{self, FavouriteError, MOST_FAVOURITES};
use enishi_core::ids::MemberId;
use enishi_core::visibility::Visibility;

use crate::world::{SUSPENDED, World, each};

fn names(world: &World, me: MemberId) -> Vec<String> {
    let page = world.read(|tx| favourite::list(tx, me));
    page.favourites.into_iter().map(|favourite| favourite.card.nickname).collect()
}

#[test]
fn who_wrote_last_stands_first_with_what_this_reader_may_read() {
    each(|world| {
        let [me, friend, stranger, silent] = world.people(["わたし", "友", "知らない人", "無口"]);
        world.befriend(me, friend);
        for other in [silent, friend, stranger] {
            world.write(move |tx| favourite::keep(tx, me, other));
        }
        let friends_entry = world.post(friend, Visibility::Friends);
        let open = world.post(stranger, Visibility::Members);
        world.post(stranger, Visibility::FriendsOfFriends);
        world.post(silent, Visibility::OnlyMe);
        let page = world.read(|tx| favourite::list(tx, me));
        let newest: Vec<_> =
            page.favourites.iter().map(|one| one.newest.as_ref().map(|line| line.id)).collect();
        assert_eq!(newest, [Some(open), Some(friends_entry), None]);
        assert_eq!(names(world, me), ["知らない人", "友", "無口"]);
        assert!(names(world, friend).is_empty());
    });
}

#[test]
fn who_is_gone_or_blocked_is_not_listed() {
    each(|world| {
        let [me, gone, blocked] = world.people(["わたし", "休む人", "塞ぐ人"]);
        for other in [gone, blocked] {
            world.write(move |tx| favourite::keep(tx, me, other));
        }
        world.set_state(gone, SUSPENDED);
        world.block(blocked, me);
        assert!(names(world, me).is_empty());
        let refused = world.refused(move |tx| favourite::keep(tx, me, blocked));
        assert!(matches!(refused, FavouriteError::NotFound));
        world.write(move |tx| enishi_core::block::unblock(tx, blocked, me));
        assert!(!world.read(|tx| favourite::is_kept(tx, me, blocked)), "unblocking restores nothing");
    });
}

#[test]
fn there_is_a_bound_and_keeping_twice_is_once() {
    each(|world| {
        let me = world.person("わたし");
        for number in 0..MOST_FAVOURITES {
            let other = world.person(&format!("ひと{number}"));
            world.write(move |tx| favourite::keep(tx, me, other));
            world.write(move |tx| favourite::keep(tx, me, other));
        }
        let one_more = world.person("もう一人");
        let refused = world.refused(move |tx| favourite::keep(tx, me, one_more));
        assert!(matches!(refused, FavouriteError::TooMany));
        assert_eq!(names(world, me).len() as i64, MOST_FAVOURITES);
        assert!(matches!(world.refused(move |tx| favourite::keep(tx, me, me)), FavouriteError::NotFound));
    });
}
