//! Keys are changed while the site serves: nobody is lost, nobody comes twice, and no limit is forgotten.

use std::sync::Arc;

use enishi_core::ban::{self, Memo, Reason, Sentence};
use enishi_core::ids::MemberId;
use enishi_core::limit::{self, Window};
use enishi_core::login;
use enishi_core::one_time::{self, Checked, Owner};
use enishi_core::phone::Countries;
use enishi_core::secrets::change::{self, Known, Stands};
use enishi_core::secrets::{self, Keyring, Use};
use enishi_core::signup::{Asked, Entered, Finished};
use enishi_core::store::Error;

use crate::house::{HANA, House, at_once, number, on_each};

const YUI: &str = "080-2222-3333";
const KEN: &str = "070-4444-5555";
const DAY: i64 = 86_400;

impl House {
    /// Another process of the same site: its own keyring from the same file.
    fn beside(&self) -> House {
        House { keys: Arc::new(Keyring::open(self.key_folder.path()).unwrap()), ..self.clone() }
    }

    fn claim(&self) {
        let keys = Arc::clone(&self.keys);
        self.on.store.write(move |tx| secrets::claim(tx, &keys)).unwrap();
    }

    fn make_keys(&self, of: &[Use]) {
        change::make(&self.keys, of, self.on.store.now()).unwrap();
    }

    fn bring_in(&self, of: &[Use]) -> Vec<Use> {
        loop {
            let of = of.to_vec();
            if let Some(changed) = self.write(move |tx, keys| change::bring_in(tx, keys, &of)) {
                return changed;
            }
            std::thread::yield_now();
        }
    }

    /// Rows written anew, so many at once.
    fn renew(&self, of: &[Use], most: usize) -> usize {
        let mut renewed = 0;
        for place in change::places_of(of) {
            let mut after = Some(i64::MIN);
            while let Some(begin) = after {
                let step = self.write(move |tx, keys| change::renew(tx, keys, place, begin, most));
                assert_eq!(step.stuck, 0, "{place:?} on {}", self.on.engine);
                (after, renewed) = (step.next, renewed + step.renewed);
            }
        }
        renewed
    }

    fn retire(&self) -> Vec<Known> {
        let gone = loop {
            if let Some(gone) = self.write(change::let_go) {
                break gone;
            }
        };
        self.read(change::forget).unwrap();
        gone
    }

    fn survey(&self) -> Vec<Known> {
        self.read(change::survey)
    }

    fn older(&self) -> Vec<Known> {
        self.survey().into_iter().filter(|one| matches!(one.stands, Stands::Older(_))).collect()
    }

    fn who_signs_in_with(&self, typed: &str) -> Option<MemberId> {
        let countries = Countries::default();
        self.read(|tx, keys| login::find(tx, keys, typed, &countries)).map(|known| known.member)
    }

    fn ban(&self, member: MemberId) {
        let sentence = Sentence { reason: Reason::Spam, memo: Memo::default(), by: None };
        assert!(self.write(move |tx, _| ban::ban(tx, member, &sentence, 300 * DAY)));
    }

    fn is_banned(&self, typed: &str) -> bool {
        let marks = self.read(|tx, keys| keys.number_marks(tx, &number(typed)));
        self.read(|tx, _| ban::is_banned(tx, marks.all()))
    }
}

/// One change of every key, from the first step to the last, with everybody found at each.
#[test]
fn everybody_is_found_before_while_and_after_keys_change() {
    on_each(|house| {
        house.claim();
        let (hana, yui, ken) = (house.join("hana", HANA), house.join("yui", YUI), house.join("ken", KEN));
        house.ban(yui);
        house.ban(ken);
        // Ken's account is gone: of him the list knows the hash alone.
        house.on.execute(&format!("DELETE FROM phones WHERE member_id = {}", i64::from(ken)));
        let owner = Owner::Member(hana);
        house.write(move |tx, keys| {
            let secret = one_time::begin(tx, keys, owner)?.unwrap();
            assert!(one_time::confirm(tx, keys, owner, &secret.code_at(tx.now()))?);
            one_time::make_codes(tx, keys, owner)
        });
        let codes = house.read(|tx, keys| one_time::codes_to_write_down(tx, keys, owner));
        let all_are_there = |house: &House, when: &str| {
            let on = house.on.engine;
            assert_eq!(house.who_signs_in_with(HANA), Some(hana), "{when} on {on}");
            assert!(house.is_banned(YUI) && house.is_banned(KEN), "{when} on {on}");
            assert!(!house.is_banned(HANA), "{when} on {on}");
            assert_eq!(house.read(|tx, keys| one_time::codes_to_write_down(tx, keys, owner)), codes);
            house.beside().claim();
        };
        let beside = house.beside();
        beside.claim();

        house.make_keys(&Use::ALL);
        house.make_keys(&Use::ALL);
        let waiting = |one: &&Known| one.stands == Stands::Waiting;
        assert_eq!(house.survey().iter().filter(waiting).count(), 5, "made once, however often it is asked");
        all_are_there(house, "made");
        assert_eq!(house.bring_in(&Use::ALL), Use::ALL);
        assert!(house.bring_in(&Use::ALL).is_empty());
        for one in [house, &beside] {
            all_are_there(one, "brought in");
        }
        assert!(house.older().iter().any(|one| one.of == Use::Data && one.lies.renewable > 0));
        assert!(house.renew(&Use::ALL, 1) > 0);
        assert_eq!(house.renew(&Use::ALL, 200), 0, "there is nothing left to do");
        for one in [house, &beside] {
            all_are_there(one, "written anew");
        }
        let left = |of| house.older().into_iter().find(|one| one.of == of).unwrap().lies;
        assert_eq!(left(Use::Data).total(), 0, "{}", house.on.engine);
        assert_eq!((left(Use::Number).renewable, left(Use::Number).kept), (0, 1), "ken's ban stays as it is");
        assert_eq!(left(Use::Code).kept, 10, "so do recovery codes");

        house.wait(3 * DAY);
        house.write(|tx, _| {
            enishi_core::signup::sweep(tx)?;
            limit::sweep(tx)
        });
        let gone: Vec<Use> = house.retire().iter().map(|one| one.of).collect();
        assert_eq!(gone, [Use::Data, Use::Form, Use::Counter], "{}", house.on.engine);
        assert!(house.is_banned(KEN) && house.beside().is_banned(YUI));
        assert_eq!(house.who_signs_in_with(HANA), Some(hana));
        assert_eq!(beside.who_signs_in_with(HANA), Some(hana));
        beside.beside().claim();
        let code = codes[0].clone();
        let checked = house.write(move |tx, keys| one_time::check(tx, keys, owner, &code));
        assert_eq!(checked, Checked::Recovery, "{}", house.on.engine);
    });
}

/// Wherever it stops, the site works with what is there, and the same words go on.
#[test]
fn a_change_that_is_interrupted_goes_on() {
    on_each(|house| {
        house.claim();
        let members: Vec<MemberId> =
            (0..5).map(|nth| house.join(&format!("guest {nth}"), &format!("0901234000{nth}"))).collect();
        house.make_keys(&[Use::Number]);
        house.beside().claim();
        house.beside().bring_in(&[Use::Number]);
        let one = change::places_of(&[Use::Number])[0];
        let step = house.write(move |tx, keys| change::renew(tx, keys, one, i64::MIN, 2));
        assert_eq!((step.renewed, step.next.is_some()), (2, true));
        let after = house.beside();
        after.claim();
        for (nth, member) in members.iter().enumerate() {
            assert_eq!(after.who_signs_in_with(&format!("0901234000{nth}")), Some(*member));
            assert_eq!(after.ask(&format!("again {nth}"), &format!("0901234000{nth}")), Asked::Sent);
        }
        assert_eq!(after.renew(&[Use::Number], 2), 3);
        // Let go in the database, and stopped before the file was written: nothing is missing, and the next try ends it.
        house.wait(2 * DAY);
        house.write(|tx, _| enishi_core::signup::sweep(tx));
        let gone = house.write(change::let_go).unwrap();
        assert_eq!(gone.len(), 1);
        let last = house.beside();
        last.claim();
        assert!(last.retire().is_empty());
        let text = std::fs::read_to_string(house.key_folder.path().join("keyring")).unwrap();
        assert!(text.contains("number-pepper-2 ") && !text.contains("number-pepper "), "{}", house.on.engine);
        assert_eq!(last.who_signs_in_with("09012340004"), Some(members[4]));
        // A copy of the file from before the change is refused in plain words.
        let old = tempfile::tempdir().unwrap();
        let text = text.replace("number-pepper-2 ", "number-pepper ").replacen('a', "b", 1);
        std::fs::write(old.path().join("keyring"), text).unwrap();
        let old = Arc::new(Keyring::open(old.path()).unwrap());
        let refused = house.on.store.write(move |tx| secrets::claim(tx, &old)).unwrap_err();
        assert!(refused.to_string().starts_with("this database belongs to other keys"), "{refused}");
    });
}

/// Of two who sign up with one number, one before keys change and one after, in two processes, one gets an account.
#[test]
fn one_number_makes_one_account_on_both_sides_of_a_change() {
    on_each(|house| {
        house.claim();
        let numbers: Vec<String> = (0..8).map(|nth| format!("0901{nth}340000")).collect();
        for (nth, typed) in numbers.iter().enumerate() {
            for guest in [format!("first {nth}"), format!("second {nth}")] {
                let code = house.code(&guest, typed);
                assert_eq!(house.enter(&guest, &code), Entered::Right);
                house.wait(601);
            }
        }
        let beside = house.beside();
        house.make_keys(&Use::ALL);
        let finished = at_once(17, |which| match which {
            16 => {
                house.bring_in(&Use::ALL);
                house.renew(&Use::ALL, 3);
                None
            }
            which if which % 2 == 0 => Some(house.finish(&format!("first {}", which / 2))),
            which => Some(beside.finish(&format!("second {}", which / 2))),
        });
        let joined = finished.iter().filter(|one| matches!(one, Some(Finished::Joined(_)))).count();
        let taken = finished.iter().filter(|one| **one == Some(Finished::Taken)).count();
        assert_eq!((joined, taken), (8, 8), "{}", house.on.engine);
        house.renew(&Use::ALL, 200);
        for typed in &numbers {
            let members = [house, &beside].map(|one| one.who_signs_in_with(typed));
            assert!(members[0].is_some() && members[0] == members[1], "{}", house.on.engine);
        }
    });
}

/// A code under way is good after the change, and neither its number's waits nor a day's count begin anew.
#[test]
fn codes_and_limits_outlive_a_change() {
    on_each(|house| {
        house.claim();
        let code = house.code("hana", HANA);
        let day = Window { seconds: DAY, most: 1 };
        let take = |house: &House| house.write(move |tx, keys| limit::take(tx, keys, "test", b"x", day));
        assert!(take(house).is_granted());
        house.make_keys(&Use::ALL);
        house.bring_in(&Use::ALL);
        for one in [house, &house.beside()] {
            assert!(!take(one).is_granted(), "{}", house.on.engine);
            assert!(matches!(one.ask("hana", HANA), Asked::Wait { .. }), "{}", house.on.engine);
        }
        assert_eq!(house.ask("stranger", HANA), Asked::Sent);
        assert!(house.sent().is_empty(), "the number rests, whoever asks");
        assert_eq!(house.beside().enter("hana", &code), Entered::Right, "{}", house.on.engine);
        assert!(matches!(house.finish("hana"), Finished::Joined(_)));
        house.wait(DAY);
        assert!(take(house).is_granted(), "{}", house.on.engine);
        assert!(!take(&house.beside()).is_granted(), "{}", house.on.engine);
    });
}

/// A process that cannot get a key that counts writes nothing under an older one.
#[test]
fn a_machine_without_the_new_key_writes_nothing() {
    on_each(|house| {
        house.claim();
        let copied = tempfile::tempdir().unwrap();
        std::fs::copy(house.key_folder.path().join("keyring"), copied.path().join("keyring")).unwrap();
        let elsewhere = Arc::new(Keyring::open(copied.path()).unwrap());
        house.make_keys(&[Use::Number]);
        house.bring_in(&[Use::Number]);
        let look = || house.on.store.read::<_, Error, _>(|tx| elsewhere.number_marks(tx, &number(HANA)));
        let refused = look().unwrap_err();
        assert!(refused.to_string().contains("generation 2 of the number keys"), "{refused}");
        std::fs::copy(house.key_folder.path().join("keyring"), copied.path().join("keyring")).unwrap();
        assert!(look().is_ok(), "the file is all it needs, and no restart");
    });
}
