//! Rule b-5: one footprint a visitor and site day.

use enishi_core::footprint::{self, FootprintRules, FootprintsPage, LeftPage, TakenBack};
use enishi_core::friend::tie::Tie;
use enishi_core::ids::MemberId;
use enishi_core::notice::{self, Subject};
use enishi_core::preference::{self, Preference};

use crate::world::{IN_GRACE, LEFT, World, each, tokyo};

const DAY: i64 = 86_400;

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

fn switch(world: &World, who: MemberId, preference: Preference, on: bool) {
    world.write(move |tx| preference::set(tx, who, preference, on));
}

fn take_back(world: &World, me: MemberId, owner: MemberId, day: i32) -> TakenBack {
    world.write(move |tx| footprint::take_back(tx, me, owner, day, &FootprintRules::default()))
}

fn left(world: &World, me: MemberId) -> LeftPage {
    world.read(|tx| footprint::left(tx, me, None, 50, &FootprintRules::default(), &tokyo()))
}

fn today(world: &World) -> i32 {
    world.now().site_day(&tokyo())
}

fn thank(world: &World, me: MemberId, visitor: MemberId) -> bool {
    world.write(move |tx| footprint::thank(tx, me, visitor, &tokyo()))
}

fn thanked_by(world: &World, me: MemberId) -> Vec<MemberId> {
    let by = |subject| match subject {
        Subject::Thanked { by } => Some(by.id),
        _ => None,
    };
    world.read(|tx| notice::list(tx, me)).into_iter().filter_map(|notice| by(notice.subject)).collect()
}

#[test]
fn stealth_leaves_none_and_sees_none_and_changes_nothing_of_the_past() {
    each(|world| {
        let [one, other] = world.people(["忍ぶ人", "ふつうの人"]);
        look(world, one, other);
        look(world, other, one);
        switch(world, one, Preference::Stealth, true);
        assert!(of(world, one).footprints.is_empty() && of(world, one).is_stealthy);
        assert_eq!(of(world, other).footprints.len(), 1, "what was left before stays");
        world.test.clock.advance_seconds(DAY);
        look(world, one, other);
        look(world, other, one);
        assert_eq!((of(world, other).footprints.len(), of(world, other).total), (1, 1));
        switch(world, one, Preference::Stealth, false);
        let page = of(world, one);
        assert_eq!(
            (page.footprints.len(), page.total),
            (1, 1),
            "nothing of the time of stealth is shown later"
        );
        look(world, other, one);
        assert_eq!(of(world, one).footprints.len(), 2);
    });
}

#[test]
fn a_footprint_taken_back_is_gone_for_both_and_the_counter_is_lower() {
    each(|world| {
        let [owner, visitor, other] = world.people(["主", "客", "別の客"]);
        look(world, other, owner);
        look(world, visitor, owner);
        assert!(left(world, visitor).left[0].is_free);
        assert_eq!(take_back(world, other, owner, today(world) - 1), TakenBack::NotFound, "no such day");
        assert_eq!(take_back(world, owner, visitor, today(world)), TakenBack::NotFound, "not one's own");
        assert_eq!(take_back(world, visitor, owner, today(world)), TakenBack::Gone);
        assert_eq!(take_back(world, visitor, owner, today(world)), TakenBack::NotFound, "pressed twice");
        let page = of(world, owner);
        assert_eq!((page.footprints.len(), page.total), (1, 1));
        assert!(left(world, visitor).left.is_empty());
        assert_eq!(left(world, visitor).late_left, 10, "it was free");
    });
}

#[test]
fn after_ten_minutes_ten_a_month_may_be_taken_back() {
    each(|world| {
        let visitor = world.person("客");
        let mut owners = Vec::new();
        for number in 0..12 {
            owners.push(world.person(&format!("主{number}")));
        }
        for owner in &owners {
            look(world, visitor, *owner);
        }
        let day = today(world);
        world.test.clock.advance_seconds(601);
        for owner in &owners[..10] {
            assert_eq!(take_back(world, visitor, *owner, day), TakenBack::Gone);
        }
        assert_eq!(take_back(world, visitor, owners[10], day), TakenBack::Spent);
        assert_eq!((of(world, owners[10]).total, left(world, visitor).late_left), (1, 0));
        world.test.clock.advance_seconds(30 * DAY);
        assert_eq!(take_back(world, visitor, owners[10], day), TakenBack::Gone);
        world.test.clock.advance_seconds(61 * DAY);
        let zone = tokyo();
        let swept = world.write(move |tx| footprint::sweep(tx, &FootprintRules::default(), &zone));
        assert_eq!(swept, 12, "the last footprint, and eleven notes of late ones");
        assert_eq!((of(world, owners[11]).footprints.len(), of(world, owners[11]).total), (0, 1));
        assert_eq!(take_back(world, visitor, owners[11], day), TakenBack::NotFound);
    });
}

#[test]
fn what_a_second_look_adds_is_not_free_again() {
    each(|world| {
        let [owner, visitor] = world.people(["主", "客"]);
        look(world, visitor, owner);
        world.test.clock.advance_seconds(601);
        look(world, visitor, owner);
        assert!(!left(world, visitor).left[0].is_free, "the owner may have seen it");
    });
}

#[test]
fn thanks_go_once_to_somebody_who_came_lately_and_vanish_with_their_sender() {
    each(|world| {
        let [owner, visitor, nobody] = world.people(["主", "客", "来ない人"]);
        look(world, visitor, owner);
        assert!(of(world, owner).footprints[0].can_thank);
        assert!(!thank(world, owner, nobody), "who left nothing is not thanked");
        assert!(!thank(world, visitor, owner), "nor who was visited");
        assert!(thank(world, owner, visitor) && thank(world, owner, visitor));
        assert_eq!(thanked_by(world, visitor), [owner]);
        assert!(!of(world, owner).footprints[0].can_thank);
        world.set_state(owner, IN_GRACE);
        assert!(thanked_by(world, visitor).is_empty(), "nobody is thanked by who is not here");
        world.set_state(owner, crate::world::ACTIVE);
        world.write(move |tx| notice::member_was_met(tx, visitor, owner));
        assert!(thank(world, owner, visitor), "pressed once more");
        assert!(thanked_by(world, visitor).is_empty(), "one visit is thanked for once");
        world.test.clock.advance_seconds(DAY);
        look(world, visitor, owner);
        assert!(thank(world, owner, visitor));
        world.block(owner, visitor);
        assert!(thanked_by(world, visitor).is_empty());
        assert!(!thank(world, owner, visitor));
    });
}

#[test]
fn an_old_visit_is_not_thanked_for() {
    each(|world| {
        let [owner, visitor] = world.people(["主", "客"]);
        look(world, visitor, owner);
        world.test.clock.advance_seconds(i64::from(footprint::THANK_DAYS) * DAY);
        assert!(!of(world, owner).footprints[0].can_thank && !thank(world, owner, visitor));
    });
}

#[test]
fn who_comes_again_and_again_is_pointed_out_unless_a_friend() {
    each(|world| {
        let [owner, friend, often, seldom] = world.people(["主", "友", "しげく", "たまに"]);
        world.befriend(owner, friend);
        for day in 0..5 {
            look(world, friend, owner);
            look(world, often, owner);
            if day > 0 {
                look(world, seldom, owner);
            }
            world.test.clock.advance_seconds(DAY);
        }
        let of_whom = |who| {
            let page = of(world, owner);
            page.footprints.into_iter().find(|print| print.visitor.id == who).unwrap().often
        };
        assert_eq!((of_whom(friend), of_whom(often), of_whom(seldom)), (None, Some(5), None));
        world.test.clock.advance_seconds(10 * DAY);
        assert_eq!(of_whom(often), None, "that was long ago");
    });
}

#[test]
fn a_round_number_names_who_lets_themselves_be_named() {
    each(|world| {
        let [owner, visitor, next] = world.people(["主", "客", "次の客"]);
        look(world, next, owner);
        let id = i64::from(owner);
        world.raw(owner, &format!("UPDATE footprint_totals SET total = 99 WHERE owner_id = {id}"));
        look(world, visitor, owner);
        let named = || {
            of(world, owner).milestones.into_iter().map(|one| (one.number, one.visitor.map(|card| card.id)))
        };
        assert!(named().eq([(100, None)]), "nobody is named who did not say so");
        switch(world, visitor, Preference::NamedAtMilestones, true);
        assert!(named().eq([(100, Some(visitor))]));
        assert_eq!(take_back(world, visitor, owner, today(world)), TakenBack::Gone);
        assert!(named().next().is_none(), "the number is free again");
        world.test.clock.advance_seconds(DAY);
        look(world, next, owner);
        assert!(named().eq([(100, None)]));
    });
}

#[test]
fn a_list_is_turned_page_by_page_and_loses_nobody() {
    each(|world| {
        let owner = world.person("主");
        for number in 0..5 {
            let visitor = world.person(&format!("客{number}"));
            look(world, visitor, owner);
            look(world, owner, visitor);
        }
        let (mut turn, mut seen) = (None, Vec::new());
        loop {
            let page = world.read(|tx| footprint::page(tx, owner, turn, 2, &tokyo()));
            seen.extend(page.footprints.iter().map(|print| print.visitor.id));
            turn = page.next.map(|turn| turn.to_string().parse().unwrap());
            if turn.is_none() {
                break;
            }
        }
        let whole: Vec<MemberId> =
            of(world, owner).footprints.into_iter().map(|print| print.visitor.id).collect();
        assert_eq!((seen.len(), &seen), (5, &whole));
        assert_eq!(left(world, owner).left.len(), 5);
    });
}
