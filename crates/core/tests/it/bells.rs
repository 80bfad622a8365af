//! Phones that ring (NF-08): for what its owner chose and may see, seldom, and never longer than their session.

use std::sync::{Arc, LazyLock};

use enishi_core::bell::{self, Bell, BellRules, Rang, Ring, Times};
use enishi_core::community::{Joins, Reads};
use enishi_core::ids::{DiaryId, MemberId, SessionId};
use enishi_core::notice::settings::{self, NoticeRules, Reach, Settings};
use enishi_core::notice::{self, Topic};
use enishi_core::secrets::Keyring;
use enishi_core::session::{self, Door, Place, SessionRules, Shown};
use enishi_core::store::{Error, Tx};
use enishi_core::visibility::{Kind, Visibility};
use enishi_core::{diary, friend, meeting, mute};
use enishi_testkit::stores::NOON;

use crate::communities::{come_in, place};
use crate::world::{World, each, tokyo};

const ENDPOINT: &str = "https://push.example/a-long-random-address";

static KEYS: LazyLock<Arc<Keyring>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    Arc::new(Keyring::open_or_create(folder.path(), true).unwrap())
});

fn signed_in(world: &World, member: MemberId) -> SessionId {
    let place = Place {
        door: Door::Site,
        in_path: false,
        family: "touch".to_owned(),
        device: "iPhone".to_owned(),
        network: String::new(),
    };
    world.write(move |tx| {
        let token = session::open(tx, member, &place)?;
        let shown = Shown { token: &token, in_path: false, family: "touch", network: "" };
        match session::find(tx, shown, &SessionRules::default())? {
            session::Found::Live(session) => Ok::<_, Error>(session.id),
            other => panic!("{other:?}"),
        }
    })
}

fn switch_on(world: &World, member: MemberId, session: SessionId, endpoint: &str) -> bool {
    let endpoint = endpoint.to_owned();
    world.write(move |tx| {
        bell::switch_on(tx, &KEYS, (member, session), &endpoint, "iPhone", &BellRules::default())
    })
}

/// Signed in on a phone that rings.
fn with_a_phone(world: &World, member: MemberId) -> SessionId {
    let session = signed_in(world, member);
    assert!(switch_on(world, member, session, &format!("{ENDPOINT}/{member}")));
    session
}

fn bells(world: &World, member: MemberId) -> Vec<Bell> {
    world.read(|tx| bell::list(tx, member))
}

/// The rings that are claimed now.
fn claim_all(world: &World) -> Vec<Ring> {
    world.write(|tx| {
        let (bells, notices, sessions) =
            (BellRules::default(), NoticeRules::default(), SessionRules::default());
        let times = Times { bells: &bells, notices: &notices, sessions: &sessions, zone: &tokyo() };
        let due = bell::list_due(tx, 100)?;
        let claimed = due.into_iter().map(|id| bell::claim(tx, &KEYS, id, times));
        let claimed: Vec<_> = claimed.collect::<Result<_, Error>>()?;
        Ok::<_, Error>(claimed.into_iter().flatten().collect())
    })
}

fn settle(world: &World, ring: Ring, rang: Rang) {
    let ring = Arc::new(ring);
    world.write(move |tx| bell::settle(tx, &ring, rang, &BellRules::default()));
}

/// How many phones ring once so many seconds have gone by.
fn rings_after(world: &World, seconds: i64) -> usize {
    world.test.clock.advance_seconds(seconds);
    let claimed = claim_all(world);
    let count = claimed.len();
    claimed.into_iter().for_each(|ring| settle(world, ring, Rang::Yes));
    count
}

fn entry_of(world: &World, author: MemberId) -> DiaryId {
    world.post(author, Visibility::Members)
}

#[test]
fn a_phone_rings_once_until_its_owner_looks_and_then_again() {
    each(|world| {
        let [me, other] = world.people(["わたし", "ほか"]);
        let session = with_a_phone(world, me);
        let entry = entry_of(world, me);
        world.comment(other, entry);
        assert_eq!(rings_after(world, 0), 0, "it is looked at on the site first");
        assert_eq!(rings_after(world, 30), 1);
        world.comment(other, entry);
        assert_eq!(rings_after(world, 60), 0, "it has rung, and nobody has looked");
        assert_eq!(rings_after(world, 900), 1);
        world.comment(other, entry);
        assert_eq!(rings_after(world, 900), 0, "twice as long each time");
        assert_eq!(rings_after(world, 900), 1);
        world.tick();
        world.write(move |tx| session::touch(tx, session, me));
        world.write(move |tx| notice::entry_was_read(tx, me, entry));
        world.comment(other, entry);
        assert_eq!(rings_after(world, 30), 1, "they have looked: the next thing is told at once");
    });
}

#[test]
fn what_was_looked_at_meanwhile_rings_no_phone() {
    each(|world| {
        let [me, other] = world.people(["わたし", "ほか"]);
        with_a_phone(world, me);
        let entry = entry_of(world, me);
        world.comment(other, entry);
        world.write(move |tx| notice::entry_was_read(tx, me, entry));
        assert_eq!(rings_after(world, 60), 0);
        world.comment(me, entry);
        assert_eq!(rings_after(world, 60), 0, "nobody is told of what they did themselves");
    });
}

#[test]
fn nobody_hears_of_whom_they_blocked_or_let_rest() {
    each(|world| {
        let [me, blocked, resting, other] = world.people(["わたし", "遮った人", "休む人", "ほか"]);
        with_a_phone(world, me);
        world.befriend(resting, me);
        assert_eq!(rings_after(world, 7200), 0, "an answer of mine is no news to me");
        let entry = entry_of(world, me);
        world.comment(blocked, entry);
        world.write(move |tx| diary::like(tx, blocked, entry, diary::Sign::ALL[0]));
        world.block(me, blocked);
        assert_eq!(rings_after(world, 7200), 0);
        world.write(move |tx| mute::rest(tx, me, resting, Kind::Diary, mute::Rest::Month));
        world.comment(resting, entry);
        let place = place(world, me, Joins::AfterYes, Reads::Everybody);
        come_in(world, resting, place, Visibility::Members);
        world.write(move |tx| diary::like(tx, resting, entry, diary::Sign::ALL[0]));
        assert_eq!(rings_after(world, 7200), 0);
        world.comment(other, entry);
        assert_eq!(rings_after(world, 7200), 1);
    });
}

#[test]
fn phones_ring_for_the_people_of_a_group_where_one_was_chosen() {
    each(|world| {
        let [me, inside, outside] = world.people(["わたし", "中", "外"]);
        world.befriend(inside, me);
        world.befriend(outside, me);
        with_a_phone(world, me);
        let group = world.group(me, &[inside]);
        world.write(move |tx| {
            let chosen = settings::Sources::default().with(Topic::OwnEntry, Some(group));
            settings::choose_sources(tx, me, &chosen.with(Topic::Liked, Some(group)))
        });
        let entry = entry_of(world, me);
        world.comment(outside, entry);
        world.write(move |tx| diary::like(tx, outside, entry, diary::Sign::ALL[0]));
        assert_eq!(rings_after(world, 7200), 0);
        world.comment(inside, entry);
        world.write(move |tx| enishi_core::group::delete(tx, me, group));
        assert_eq!(rings_after(world, 7200), 0, "judged when it would ring");
        let other_group = world.group(me, &[inside]);
        world.write(move |tx| {
            let heard = settings::settings(tx, me)?.with(Topic::Liked, Reach::Phone);
            settings::choose(tx, me, heard, &NoticeRules::default(), &tokyo())?;
            let chosen = settings::Sources::default().with(Topic::Liked, Some(other_group));
            settings::choose_sources(tx, me, &chosen)
        });
        world.write(move |tx| diary::like(tx, inside, entry, diary::Sign::ALL[0]));
        assert_eq!(rings_after(world, 7200), 1);
    });
}

#[test]
fn what_may_no_longer_be_seen_rings_no_phone() {
    each(|world| {
        let [author, me] = world.people(["書く人", "わたし"]);
        with_a_phone(world, me);
        let entry = entry_of(world, author);
        world.comment(me, entry);
        world.comment(author, entry);
        let closed = crate::world::words("題", Visibility::OnlyMe, Vec::new());
        world.write(move |tx| diary::edit(tx, author, entry, &closed, true));
        assert_eq!(rings_after(world, 7200), 0);
    });
}

#[test]
fn phones_ring_for_what_was_chosen_and_for_what_waits_for_an_answer() {
    each(|world| {
        let [me, other, third] = world.people(["わたし", "ほか", "三人目"]);
        with_a_phone(world, me);
        let chosen = Settings::default().with(Topic::OwnEntry, Reach::Letter);
        let chosen = chosen.with(Topic::Requests, Reach::Home);
        world.write(move |tx| settings::choose(tx, me, chosen, &NoticeRules::default(), &tokyo()));
        let entry = entry_of(world, me);
        world.comment(other, entry);
        world.write(move |tx| friend::ask(tx, other, me, "はじめまして。"));
        assert_eq!(rings_after(world, 7200), 0);
        world.write(move |tx| diary::like(tx, other, entry, diary::Sign::ALL[0]));
        assert_eq!(rings_after(world, 60), 1, "of likes nothing was said: they ring");
        world.write(move |tx| friend::accept(tx, me, other));
        world.befriend(other, third);
        rings_after(world, 7200);
        world.write(move |tx| meeting::offer(tx, other, me, third, "会ってみて。"));
        assert_eq!(rings_after(world, 8 * 3600 + 14 * 3600), 1, "an offer waits for an answer");
    });
}

#[test]
fn a_request_rings_once_however_often_it_is_worded_anew() {
    each(|world| {
        let [me, other] = world.people(["わたし", "ほか"]);
        with_a_phone(world, me);
        let ask = move |tx: &mut Tx<'_>| friend::ask(tx, other, me, "はじめまして。");
        world.write(ask);
        assert_eq!(rings_after(world, 7200), 1);
        world.write(ask);
        assert_eq!(rings_after(world, 7200), 0);
        world.write(move |tx| friend::decline(tx, me, other));
        world.write(ask);
        world.write(move |tx| friend::withdraw(tx, other, me));
        world.write(ask);
        assert_eq!(rings_after(world, 7200), 0, "nor after it was let go");
    });
}

#[test]
fn at_night_phones_keep_quiet() {
    each(|world| {
        let [me, other] = world.people(["わたし", "ほか"]);
        with_a_phone(world, me);
        let entry = entry_of(world, me);
        // Half past ten in the evening.
        world.test.clock.advance_seconds(10 * 3600 + 1800);
        world.comment(other, entry);
        assert_eq!(rings_after(world, 60), 0);
        assert_eq!(rings_after(world, 8 * 3600), 0, "still before seven");
        assert_eq!(rings_after(world, 1800), 1);
        assert!(world.now().millis() - NOON > 19 * 3_600_000);
    });
}

#[test]
fn a_phone_goes_with_its_session_whatever_ends_that() {
    each(|world| {
        let [me, other] = world.people(["わたし", "ほか"]);
        let [first, second] = [signed_in(world, me), signed_in(world, me)];
        assert!(switch_on(world, me, first, "https://push.example/1"));
        assert!(switch_on(world, me, second, "https://push.example/2"));
        world.write(move |tx| session::end_others(tx, me, second, "client"));
        assert_eq!(bells(world, me).iter().map(|bell| bell.session).collect::<Vec<_>>(), [second]);
        world.write(move |tx| session::end_all(tx, me));
        assert!(bells(world, me).is_empty());
        let third = with_a_phone(world, me);
        let theirs = bells(world, me)[0].id;
        assert!(!world.write(move |tx| bell::switch_off(tx, other, theirs)), "not theirs to switch off");
        assert!(world.write(move |tx| bell::switch_off(tx, me, theirs)));
        assert!(switch_on(world, me, third, ENDPOINT));
        world.test.clock.advance_seconds(31 * 86_400);
        world.write(|tx| session::sweep(tx, &SessionRules::default()));
        assert!(bells(world, me).is_empty(), "so does one that was not used for a month");
    });
}

#[test]
fn a_phone_has_one_bell_and_a_member_a_few() {
    each(|world| {
        let [me, other] = world.people(["わたし", "ほか"]);
        let session = with_a_phone(world, me);
        assert!(switch_on(world, me, session, "https://push.example/new"));
        assert_eq!(bells(world, me).len(), 1, "a session has one");
        let theirs = signed_in(world, other);
        assert!(switch_on(world, other, theirs, "https://push.example/new"));
        assert!(bells(world, me).is_empty(), "the phone is another's now");
        for nth in 0..10 {
            let session = signed_in(world, me);
            assert!(switch_on(world, me, session, &format!("https://push.example/{nth}")));
        }
        let session = signed_in(world, me);
        assert!(!switch_on(world, me, session, "https://push.example/eleventh"));
        assert_eq!(bells(world, me).len(), 10);
    });
}

#[test]
fn what_does_not_get_through_is_tried_later_and_given_up_in_the_end() {
    each(|world| {
        let [me, other] = world.people(["わたし", "ほか"]);
        with_a_phone(world, me);
        let entry = entry_of(world, me);
        world.comment(other, entry);
        world.test.clock.advance_seconds(60);
        let ring = claim_all(world).remove(0);
        assert!(ring.endpoint.starts_with(ENDPOINT));
        assert!(!format!("{ring:?}").contains("push.example"));
        assert!(claim_all(world).is_empty(), "claimed once");
        settle(world, ring, Rang::NotYet { seconds: 600 });
        world.test.clock.advance_seconds(599);
        assert!(claim_all(world).is_empty());
        for _ in 0..20 {
            world.test.clock.advance_seconds(6 * 3600);
            claim_all(world).into_iter().for_each(|ring| settle(world, ring, Rang::NotYet { seconds: 0 }));
        }
        assert!(bells(world, me).is_empty(), "after some days the phone is forgotten");
    });
}

#[test]
fn a_phone_that_is_gone_is_forgotten_and_a_lost_claim_is_taken_up_again() {
    each(|world| {
        let [me, other] = world.people(["わたし", "ほか"]);
        with_a_phone(world, me);
        let entry = entry_of(world, me);
        world.comment(other, entry);
        world.test.clock.advance_seconds(60);
        drop(claim_all(world));
        world.test.clock.advance_seconds(301);
        let again = claim_all(world).remove(0);
        // Something happens while the push service is asked.
        world.comment(other, entry);
        settle(world, again, Rang::Yes);
        world.test.clock.advance_seconds(901);
        let next = claim_all(world);
        assert_eq!(next.len(), 1, "what happened meanwhile is not forgotten");
        next.into_iter().for_each(|ring| settle(world, ring, Rang::Gone));
        assert!(bells(world, me).is_empty());
    });
}
