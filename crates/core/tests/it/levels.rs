//! Past entries, many at a time (PR-07), and by age (DI-19).

use enishi_core::diary::{self, Aging, WidenError, Widening};
use enishi_core::group;
use enishi_core::ids::MemberId;
use enishi_core::visibility::{self, Kind, Visibility};
use jiff::tz::TimeZone;

use crate::world::{World, each};

const LEVELS: [Visibility; 4] =
    [Visibility::Members, Visibility::FriendsOfFriends, Visibility::Friends, Visibility::OnlyMe];

fn count(world: &World, me: MemberId, level: Visibility) -> i64 {
    world.read(|tx| diary::levels(tx, me)).counts.at(level)
}

fn counts(world: &World, me: MemberId) -> [i64; 4] {
    LEVELS.map(|level| count(world, me, level))
}

#[test]
fn narrowing_takes_all_that_is_wider_at_once_and_of_nobody_else() {
    each(|world| {
        let [me, friend, stranger] = world.people(["わたし", "友", "知らない人"]);
        world.befriend(me, friend);
        let group = world.group(me, &[friend]);
        let open = LEVELS.map(|level| world.post(me, level))[0];
        let grouped = world.post(me, Visibility::Group(group));
        let others = world.post(friend, Visibility::Members);
        assert!(world.sees(stranger, open));
        assert_eq!(world.read(|tx| diary::levels(tx, me)).counts.wider_than(Visibility::Friends), 2);
        assert_eq!(world.write(move |tx| diary::narrow(tx, me, Visibility::Friends)), 2);
        assert_eq!(counts(world, me), [0, 0, 3, 1]);
        assert!(!world.sees(stranger, open) && world.sees(friend, open));
        assert!(world.sees(friend, grouped) && world.sees(stranger, others));
        assert_eq!(world.write(move |tx| diary::narrow(tx, me, Visibility::OnlyMe)), 4);
        assert!(!world.sees(friend, open) && !world.sees(friend, grouped));
    });
}

#[test]
fn widening_opens_what_was_named_and_shows_it_in_feeds() {
    each(|world| {
        let [me, friend, further] = world.people(["わたし", "友", "友の友"]);
        world.befriend(me, friend);
        world.befriend(friend, further);
        let old = world.post(me, Visibility::Friends);
        let secret = world.post(me, Visibility::OnlyMe);
        let step = Widening::FriendsToFriendsOfFriends;
        let feed = |who| world.read(|tx| diary::feed_of_friends_of_friends(tx, who, None, 10)).len();
        assert_eq!(feed(further), 0);
        let page = world.read(|tx| diary::widening(tx, me, step));
        assert_eq!((page.entries, page.named.len(), page.comments, page.left_out), (1, 1, 0, 0));
        let changed = world.refused(move |tx| diary::widen(tx, me, step, "7"));
        assert!(matches!(changed, WidenError::Changed));
        assert!(!world.sees(further, old));
        let mark = page.mark();
        world.write(move |tx| diary::comment(tx, friend, old, "まだ友人だけのつもり"));
        let shown = mark.clone();
        let changed = world.refused(move |tx| diary::widen(tx, me, step, &shown));
        assert!(matches!(changed, WidenError::Changed), "a comment came in between");
        let mark = world.read(|tx| diary::widening(tx, me, step)).mark();
        assert_eq!(world.write(move |tx| diary::widen(tx, me, step, &mark)), 1);
        assert!(world.sees(further, old) && !world.sees(friend, secret));
        assert_eq!(feed(further), 1);
    });
}

#[test]
fn what_others_commented_on_is_not_opened_to_all_in_a_heap() {
    each(|world| {
        let [me, friend, stranger] = world.people(["わたし", "友", "知らない人"]);
        world.befriend(me, friend);
        let [said, silent] = [0; 2].map(|_| world.post(me, Visibility::Friends));
        world.write(move |tx| diary::comment(tx, friend, said, "ここだけの話"));
        let to_all = world.read(|tx| diary::widening(tx, me, Widening::FriendsToMembers));
        assert_eq!((to_all.entries, to_all.left_out, to_all.comments), (1, 1, 0));
        assert_eq!(to_all.named[0].0, silent);
        let further = world.read(|tx| diary::widening(tx, me, Widening::FriendsToFriendsOfFriends));
        assert_eq!((further.entries, further.left_out, further.comments), (2, 0, 1));
        let mark = to_all.mark();
        world.write(move |tx| diary::widen(tx, me, Widening::FriendsToMembers, &mark));
        assert!(world.sees(stranger, silent) && !world.sees(stranger, said));
    });
}

#[test]
fn entries_are_narrowed_once_they_are_old_enough() {
    each(|world| {
        let [me, friend, stranger] = world.people(["わたし", "友", "知らない人"]);
        world.befriend(me, friend);
        let old = world.post(me, Visibility::Members);
        let secret = world.post(me, Visibility::OnlyMe);
        let wish = Aging { months: 1, to: Visibility::Friends };
        world.write(move |tx| diary::age(tx, me, Some(wish)));
        assert_eq!(world.read(|tx| diary::levels(tx, me)).aging, Some(wish));
        let zone = TimeZone::get("Asia/Tokyo").unwrap();
        let work = |world: &World| {
            let zone = zone.clone();
            world.write(move |tx| diary::narrow_aged(tx, &zone)).entries
        };
        assert_eq!(work(world), 0);
        world.test.clock.advance_seconds(20 * 24 * 3600);
        let newer = world.post(me, Visibility::Members);
        world.test.clock.advance_seconds(12 * 24 * 3600);
        assert_eq!(world.read(|tx| diary::aged(tx, me, wish, &zone)), 1);
        assert_eq!(work(world), 1);
        assert!(!world.sees(stranger, old) && world.sees(friend, old) && world.sees(stranger, newer));
        assert!(!world.sees(friend, secret), "nothing is ever widened");
        assert_eq!(work(world), 0, "once a day");
        world.write(move |tx| diary::age(tx, me, None));
        world.test.clock.advance_seconds(90 * 24 * 3600);
        assert_eq!(work(world), 0);
        assert!(world.sees(stranger, newer));
    });
}

#[test]
fn a_new_entry_begins_with_what_was_chosen_for_always() {
    each(|world| {
        let [me, other] = world.people(["わたし", "よその人"]);
        let offered = |kind| world.read(|tx| visibility::last_choice(tx, me, kind));
        let begin = |always| world.write(move |tx| visibility::begin_with(tx, me, Kind::Diary, always));
        begin(Some(Visibility::OnlyMe));
        world.post(me, Visibility::Members);
        assert_eq!((offered(Kind::Diary), offered(Kind::Voice)), (Visibility::OnlyMe, Visibility::Friends));
        begin(None);
        assert_eq!(offered(Kind::Diary), Visibility::Members, "the last choice again");
        let group = world.group(me, &[]);
        begin(Some(Visibility::Group(group)));
        assert_eq!(offered(Kind::Diary), Visibility::Group(group));
        world.write(move |tx| group::delete(tx, me, group));
        assert_eq!(offered(Kind::Diary), Visibility::Members, "a group that is gone is offered no more");
        let foreign = world.group(other, &[]);
        begin(Some(Visibility::Group(foreign)));
        assert_eq!(offered(Kind::Diary), Visibility::OnlyMe);
    });
}

#[test]
fn a_wish_that_no_form_offers_is_none() {
    each(|world| {
        let me = world.person("わたし");
        for wish in [
            Aging { months: 2, to: Visibility::Friends },
            Aging { months: 0, to: Visibility::OnlyMe },
            Aging { months: 6, to: Visibility::Members },
        ] {
            world.write(move |tx| diary::age(tx, me, Some(wish)));
            assert_eq!(world.read(|tx| diary::levels(tx, me)).aging, None);
        }
    });
}
