//! The code somebody is found by (SG-14).

use enishi_core::friend_code;
use enishi_core::ids::MemberId;

use crate::world::{SUSPENDED, World, each};

fn renewed(world: &World, me: MemberId) -> String {
    world.write(move |tx| friend_code::renew(tx, me));
    world.read(|tx| friend_code::mine(tx, me)).unwrap()
}

fn found(world: &World, me: MemberId, typed: &str) -> Option<MemberId> {
    world.read(|tx| friend_code::find(tx, me, typed))
}

#[test]
fn a_code_finds_its_owner_until_it_is_changed_or_ended() {
    each(|world| {
        let [me, other] = world.people(["わたし", "相手"]);
        assert!(world.read(|tx| friend_code::mine(tx, other)).is_none());
        let first = renewed(world, other);
        assert_eq!(found(world, me, &first), Some(other));
        assert_eq!(found(world, me, &friend_code::spaced(&first)), Some(other));
        let second = renewed(world, other);
        assert_ne!(first, second);
        assert_eq!((found(world, me, &first), found(world, me, &second)), (None, Some(other)));
        world.write(move |tx| friend_code::end(tx, other));
        assert_eq!(found(world, me, &second), None);
    });
}

#[test]
fn a_code_finds_nobody_whom_one_may_not_meet() {
    each(|world| {
        let [me, blocking, gone] = world.people(["わたし", "塞ぐ人", "休む人"]);
        let (of_blocking, of_gone) = (renewed(world, blocking), renewed(world, gone));
        world.block(blocking, me);
        world.set_state(gone, SUSPENDED);
        assert_eq!((found(world, me, &of_blocking), found(world, me, &of_gone)), (None, None));
    });
}
