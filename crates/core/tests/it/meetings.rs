//! Two friends could meet (SG-08): nobody learns of the other before both have said yes.

use enishi_core::ids::MemberId;
use enishi_core::meeting::{self, Answered, MESSAGE_CHARACTERS, MOST_OFFERED, MeetingError};
use enishi_core::notice::{self, Subject};

use crate::world::{SUSPENDED, World, each};

/// Somebody with two friends who do not know each other.
fn three(world: &World) -> [MemberId; 3] {
    let [between, one, other] = world.people(["引き合わせる人", "一", "二"]);
    world.befriend(between, one);
    world.befriend(between, other);
    [between, one, other]
}

fn offer(world: &World, [between, one, other]: [MemberId; 3]) {
    world.write(move |tx| meeting::offer(tx, between, one, other, "気が合うと思って"));
}

fn waiting(world: &World, me: MemberId) -> Vec<meeting::MeetingOffer> {
    world.read(|tx| meeting::offers(tx, me))
}

fn answer(world: &World, me: MemberId, said: Answered) -> bool {
    let id = waiting(world, me)[0].id;
    world.write(move |tx| meeting::answer(tx, me, id, said))
}

/// Whom the notices of `me` say they have met, and by whom they are asked.
fn told(world: &World, me: MemberId) -> (Vec<MemberId>, Vec<MemberId>) {
    let (mut met, mut asked) = (Vec::new(), Vec::new());
    for notice in world.read(|tx| notice::list(tx, me)) {
        match notice.subject {
            Subject::Met { other } => met.push(other.id),
            Subject::MeetingOffered { by } => asked.push(by.id),
            _ => {}
        }
    }
    (met, asked)
}

#[test]
fn both_learn_who_the_other_is_once_both_said_yes() {
    each(|world| {
        let [between, one, other] = three(world);
        offer(world, [between, other, one]);
        let offers = waiting(world, one);
        assert_eq!(
            (offers.len(), offers[0].by.id, offers[0].message.as_str()),
            (1, between, "気が合うと思って")
        );
        assert_eq!(
            (told(world, one), told(world, other)),
            ((vec![], vec![between]), (vec![], vec![between]))
        );
        assert!(waiting(world, between).is_empty());
        assert!(answer(world, one, Answered::Yes));
        assert!(waiting(world, one).is_empty(), "answered");
        assert!(
            told(world, one).0.is_empty() && told(world, other).0.is_empty(),
            "one yes tells nobody anything"
        );
        assert!(answer(world, other, Answered::Yes));
        assert_eq!((told(world, one), told(world, other)), ((vec![other], vec![]), (vec![one], vec![])));
        world.write(move |tx| notice::member_was_met(tx, one, other));
        assert!(told(world, one).0.is_empty());
    });
}

#[test]
fn a_no_is_told_by_nothing() {
    each(|world| {
        let people = three(world);
        offer(world, people);
        let [between, one, other] = people;
        assert!(answer(world, one, Answered::No));
        assert_eq!((waiting(world, one).len(), told(world, one)), (0, (vec![], vec![])));
        assert_eq!((waiting(world, other).len(), told(world, other)), (1, (vec![], vec![between])));
        assert!(answer(world, other, Answered::Yes), "as if nothing had been said yet");
        for who in people {
            assert_eq!((waiting(world, who).len(), told(world, who)), (0, (vec![], vec![])));
        }
        offer(world, people);
        assert!(waiting(world, one).is_empty(), "who said no is not asked again while the offer lies there");
    });
}

#[test]
fn one_member_offers_so_many_at_a_time() {
    each(|world| {
        let [between, one] = world.people(["引き合わせる人", "一"]);
        world.befriend(between, one);
        for number in 0..=MOST_OFFERED {
            let other = world.person(&format!("ひと{number}"));
            world.befriend(between, other);
            match number < MOST_OFFERED {
                true => offer(world, [between, one, other]),
                false => {
                    let why = world.refused(move |tx| meeting::offer(tx, between, one, other, ""));
                    assert!(matches!(why, MeetingError::TooMany));
                }
            }
        }
        assert_eq!(waiting(world, one).len() as i64, MOST_OFFERED);
        assert_eq!(told(world, one).1, [between], "one line for each friend");
    });
}

#[test]
fn what_can_no_longer_come_about_is_gone() {
    each(|world| {
        for case in 0..5 {
            let people = three(world);
            offer(world, people);
            let [between, one, other] = people;
            match case {
                0 => world.part(between, one),
                1 => world.block(one, other),
                2 => world.befriend(one, other),
                3 => world.set_state(between, SUSPENDED),
                _ => world.set_state(other, SUSPENDED),
            }
            assert!(waiting(world, one).is_empty(), "case {case}");
            assert_eq!(told(world, one), (vec![], vec![]), "case {case}");
        }
    });
}

#[test]
fn an_offer_is_over_after_thirty_days() {
    each(|world| {
        let people = three(world);
        offer(world, people);
        let id = waiting(world, people[1])[0].id;
        world.test.clock.advance_seconds(30 * 24 * 3600);
        assert!(waiting(world, people[1]).is_empty());
        let me = people[1];
        assert!(!world.write(move |tx| meeting::answer(tx, me, id, Answered::Yes)));
        assert_eq!(world.write(meeting::sweep), 1);
    });
}

#[test]
fn only_two_friends_are_asked_and_who_offers_learns_nothing_of_them() {
    each(|world| {
        let [between, one, other] = three(world);
        let stranger = world.person("知らない人");
        for (a, b) in [(one, stranger), (stranger, one), (one, one)] {
            let why = world.refused(move |tx| meeting::offer(tx, between, a, b, ""));
            assert!(matches!(why, MeetingError::NotFriends));
        }
        let long = "長".repeat(MESSAGE_CHARACTERS + 1);
        let why = world.refused(move |tx| meeting::offer(tx, between, one, other, &long));
        assert!(matches!(why, MeetingError::TooLong));
        world.befriend(one, other);
        offer(world, [between, one, other]);
        assert!(waiting(world, one).is_empty(), "friends already: said to be sent, and goes nowhere");
        let [between, one, other] = three(world);
        world.block(other, one);
        offer(world, [between, one, other]);
        assert!(waiting(world, one).is_empty() && waiting(world, other).is_empty());
    });
}

#[test]
fn how_many_more_may_be_offered_tells_nothing_of_friends() {
    each(|world| {
        let [between, one] = world.people(["引き合わせる人", "一"]);
        world.befriend(between, one);
        for number in 0..MOST_OFFERED {
            let other = world.person(&format!("ひと{number}"));
            world.befriend(between, other);
            match number % 4 {
                0 => world.befriend(one, other),
                1 => world.block(other, one),
                2 => {
                    offer(world, [between, one, other]);
                    world.block(other, between);
                    continue;
                }
                _ => {}
            }
            offer(world, [between, one, other]);
            if number % 4 == 3 {
                world.block(one, other);
            }
        }
        let last = world.person("さいご");
        world.befriend(between, last);
        let why = world.refused(move |tx| meeting::offer(tx, between, one, last, ""));
        assert!(matches!(why, MeetingError::TooMany));
        assert!(waiting(world, one).is_empty(), "every one of them asks nobody");
    });
}
