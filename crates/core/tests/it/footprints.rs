//! Rule b-5: one footprint a visitor and site day.

use enishi_core::footprint::{self, FootprintsPage};
use enishi_core::friend::tie::Tie;
use enishi_core::ids::MemberId;

use crate::world::{LEFT, World, each, tokyo};

fn look(world: &World, visitor: MemberId, owner: MemberId) {
    world.write(move |tx| footprint::leave(tx, visitor, owner, &tokyo()));
}

fn of(world: &World, owner: MemberId) -> FootprintsPage {
    world.read(|tx| footprint::list(tx, owner, 50, &tokyo()))
}

#[test]
fn reloads_bump_and_never_add() {
    each(|world| {
        let [owner, visitor] = world.people(["主", "客"]);
        for _ in 0..3 {
            world.tick();
            look(world, visitor, owner);
        }
        let page = of(world, owner);
        assert_eq!((page.footprints.len(), page.total), (1, 1));
        assert_eq!((page.footprints[0].visits, page.footprints[0].last_at), (3, world.now()));
    });
}

#[test]
fn a_minute_before_and_after_midnight_are_two_days_of_the_site() {
    each(|world| {
        let [owner, visitor] = world.people(["主", "客"]);
        let noon = world.now();
        let midnight = noon.in_zone(&tokyo()).date().tomorrow().unwrap();
        let midnight = midnight.to_zoned(tokyo()).unwrap().timestamp().as_millisecond();
        let until = (midnight - noon.millis()) / 1000;
        world.test.clock.advance_seconds(until - 60);
        look(world, visitor, owner);
        world.test.clock.advance_seconds(120);
        look(world, visitor, owner);
        let page = of(world, owner);
        assert_eq!((page.footprints.len(), page.total), (2, 2));
        assert!(page.footprints[0].last_at > page.footprints[1].last_at, "the newest first");
    });
}

#[test]
fn the_total_never_falls() {
    each(|world| {
        let [owner, visitor, other] = world.people(["主", "客", "別の客"]);
        look(world, visitor, owner);
        look(world, other, owner);
        world.test.clock.advance_seconds(i64::from(footprint::DAYS_SHOWN + 1) * 86_400);
        let page = of(world, owner);
        assert_eq!((page.footprints.len(), page.total), (0, 2), "too old to show, not to count");
        look(world, visitor, owner);
        world.set_state(visitor, LEFT);
        let page = of(world, owner);
        assert_eq!((page.footprints.len(), page.total), (0, 3), "no ghost of somebody who left");
    });
}

#[test]
fn none_by_oneself_and_none_across_a_block() {
    each(|world| {
        let [owner, blocked, blocking] = world.people(["主", "拒まれた人", "拒む人"]);
        world.block(owner, blocked);
        world.block(blocking, owner);
        for visitor in [owner, blocked, blocking] {
            look(world, visitor, owner);
            look(world, owner, visitor);
        }
        for member in [owner, blocked, blocking] {
            let page = of(world, member);
            assert_eq!((page.footprints.len(), page.total), (0, 0));
        }
    });
}

#[test]
fn the_tie_is_the_one_of_now() {
    each(|world| {
        let [owner, visitor, between] = world.people(["主", "客", "間の人"]);
        look(world, visitor, owner);
        assert_eq!(of(world, owner).footprints[0].tie, Tie::None);
        world.befriend(owner, between);
        world.befriend(between, visitor);
        assert!(
            matches!(&of(world, owner).footprints[0].tie, Tie::FriendOfFriend { via, .. } if via.len() == 1)
        );
        world.befriend(owner, visitor);
        assert_eq!(of(world, owner).footprints[0].tie, Tie::Friend);
    });
}
