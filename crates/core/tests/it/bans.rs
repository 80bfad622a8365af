//! Keeping people out: suspension and its end, and what the list of numbers remembers.

use std::sync::Arc;

use enishi_core::ban::{self, Memo, Reason, Sentence};
use enishi_core::ids::MemberId;
use enishi_core::joining::{self, Mode};
use enishi_core::leaving::{self, LeavingRules};
use enishi_core::live_setting;
use enishi_core::secrets::Keyring;
use enishi_core::session::{self, Found, Place, SessionRules, Shown};
use enishi_core::store::Error;
use enishi_core::visibility::Visibility;

use crate::world::{World, each};

fn for_spam() -> Sentence {
    Sentence { reason: Reason::Spam, memo: Memo::parse("宣伝ばかり").unwrap(), by: None }
}

/// Gives somebody a number, known by this hash.
fn number(world: &World, member: MemberId, hash: u8) {
    let id = i64::from(member);
    let blob =
        if world.test.engine == "sqlite" { format!("x'{hash:02x}'") } else { format!("'\\x{hash:02x}'") };
    world.raw(member, &format!("INSERT INTO phones VALUES ({id}, {blob}, {blob}, 0)"));
}

fn is_banned(world: &World, hash: u8) -> bool {
    world.read(move |tx| ban::is_banned(tx, &[vec![hash]]))
}

#[test]
fn a_suspended_member_is_gone_at_once_and_comes_back_as_they_were() {
    each(|world| {
        let [hana, ken] = world.people(["花子", "健"]);
        let entry = world.post(hana, Visibility::Members);
        let place = Place {
            door: session::Door::Site,
            in_path: false,
            family: "touch".to_owned(),
            device: "iPhone".to_owned(),
            network: String::new(),
        };
        let token = world.write(move |tx| session::open(tx, hana, &place));
        assert!(world.sees(ken, entry));
        assert!(world.write(move |tx| ban::suspend(tx, hana, &for_spam())));
        assert!(!world.sees(ken, entry));
        let shown = Shown { token: &token, in_path: false, family: "touch", network: "" };
        let found = world.read(|tx| session::find(tx, shown, &SessionRules::default()));
        assert!(matches!(found, Found::Nobody));
        let why = world.read(|tx| ban::suspension_of(tx, hana)).unwrap();
        assert_eq!((why.reason, why.memo.as_str()), (Some(Reason::Spam), "宣伝ばかり"));
        assert!(world.write(move |tx| ban::resume(tx, hana, &for_spam())));
        assert!(world.sees(ken, entry));
        let found = world.read(|tx| session::find(tx, shown, &SessionRules::default()));
        assert!(matches!(found, Found::Nobody), "the old session stays ended");
        assert!(!world.write(move |tx| ban::resume(tx, hana, &for_spam())), "there was nothing to resume");
    });
}

#[test]
fn a_ban_holds_for_its_time_and_outlives_the_account() {
    each(|world| {
        let hana = world.person("花子");
        number(world, hana, 7);
        assert!(!is_banned(world, 7));
        assert!(world.write(move |tx| ban::ban(tx, hana, &for_spam(), 100)));
        assert!(is_banned(world, 7) && !is_banned(world, 8));
        assert!(world.read(|tx| ban::suspension_of(tx, hana)).is_some());
        world.write(move |tx| ban::forget_member(tx, hana));
        assert!(is_banned(world, 7), "the number stays on the list");
        assert_eq!(world.read(|tx| ban::ban_of(tx, hana)), None, "and it says no longer whose it was");
        world.test.clock.advance_seconds(100);
        assert!(!is_banned(world, 7));
        assert_eq!(world.write(ban::sweep), 1);
    });
}

#[test]
fn the_number_one_changed_away_from_is_no_way_around_a_ban() {
    each(|world| {
        let hana = world.person("花子");
        number(world, hana, 7);
        let (id, sqlite) = (i64::from(hana), world.test.engine == "sqlite");
        let blob = |hash: u8| if sqlite { format!("x'{hash:02x}'") } else { format!("'\\x{hash:02x}'") };
        let now = i64::from(world.test.store.now());
        // One that could still come back, and one that is somebody else's by now.
        for (row, hash, ends_at) in [(1, 8, now + 1000), (2, 9, now - 1000)] {
            let kept = blob(hash);
            world.raw(
                hana,
                &format!(
                    "INSERT INTO number_undos (id, member_id, number_hash, number_sealed, password_hash, \
                     code_hash, changed_at, ends_at) VALUES ({row}, {id}, {kept}, {kept}, '', {kept}, 0, {ends_at})"
                ),
            );
        }
        assert!(world.write(move |tx| ban::ban(tx, hana, &for_spam(), 100)));
        assert_eq!([7, 8, 9].map(|hash| is_banned(world, hash)), [true, true, false]);
        assert!(world.write(move |tx| ban::lift(tx, hana, &for_spam())));
        assert_eq!([7, 8].map(|hash| is_banned(world, hash)), [false, false]);
    });
}

#[test]
fn a_ban_is_lifted_with_the_suspension() {
    each(|world| {
        let hana = world.person("花子");
        assert!(!world.write(move |tx| ban::ban(tx, hana, &for_spam(), 100)), "there is no number to ban");
        number(world, hana, 7);
        world.write(move |tx| ban::ban(tx, hana, &for_spam(), 100));
        world.write(move |tx| ban::ban(tx, hana, &for_spam(), 200));
        assert!(world.write(move |tx| ban::lift(tx, hana, &for_spam())));
        assert!(!is_banned(world, 7));
        assert_eq!(world.read(|tx| ban::suspension_of(tx, hana)), None);
        assert!(!world.write(move |tx| ban::lift(tx, hana, &for_spam())));
    });
}

#[test]
fn the_mode_in_force_is_the_operators_word_and_what_nobody_said_closes_the_door() {
    each(|world| {
        let mode = || world.read(|tx| joining::mode(tx, Mode::Open));
        assert_eq!(mode(), Mode::Open);
        world.write(|tx| joining::set_mode(tx, Mode::Invite));
        assert_eq!(mode(), Mode::Invite);
        world.write::<_, Error>(|tx| live_setting::set(tx, "signup.mode", "ajar"));
        assert_eq!(mode(), Mode::Closed);
    });
}

#[test]
fn leaving_is_no_way_around_a_ban() {
    each(|world| {
        let [hana, ken] = world.people(["花子", "健"]);
        number(world, hana, 0x5a);
        number(world, ken, 0x5b);
        let folder = tempfile::tempdir().unwrap();
        let keys = Arc::new(Keyring::open_or_create(folder.path(), true).unwrap());
        for member in [hana, ken] {
            let (keys, rules) = (Arc::clone(&keys), LeavingRules::default());
            assert!(world.write(move |tx| leaving::leave(tx, &keys, member, &rules)).is_some());
        }
        assert!(world.write(move |tx| ban::ban(tx, hana, &for_spam(), 3600)));
        assert!(!world.write(move |tx| leaving::come_back(tx, hana)), "{}", world.test.engine);
        assert!(world.write(move |tx| leaving::come_back(tx, ken)), "{}", world.test.engine);
    });
}
