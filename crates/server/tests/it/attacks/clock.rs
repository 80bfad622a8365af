//! A clock that jumps under the running site (drill 14): by an hour, by a day, past 2038, and into another time zone.

use std::path::{Path, PathBuf};
use std::process::Command;

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{FOMA, IPHONE, Page, Phone};

use super::number::{code_in, texts_to};
use crate::program::{Program, demos_with, log_in, number_of, place_of, write_entry};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Twelve years and some months from the day this was written: past the 32-bit second of 2038.
const PAST_2038: i64 = 4500 * DAY;

/// What the process reads its clock's error from.
pub(crate) struct Clock {
    file: PathBuf,
    library: PathBuf,
}

impl Clock {
    pub(crate) fn build(folder: &Path) -> Clock {
        let library = folder.join("clock.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/attacks/clock.c");
        let built = Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&library).arg(source).status();
        assert!(built.unwrap().success(), "the C compiler that SQLite is built with");
        let clock = Clock { file: folder.join("offset"), library };
        clock.set(0);
        clock
    }

    /// Off by so many seconds from now on.
    pub(crate) fn set(&self, seconds: i64) {
        std::fs::write(&self.file, seconds.to_string()).unwrap();
    }

    pub(crate) fn settings(&self) -> [(&str, &str); 2] {
        [("LD_PRELOAD", self.library.to_str().unwrap()), ("CLOCK_OFFSET_FILE", self.file.to_str().unwrap())]
    }
}

fn ask(phone: &mut Phone, number: &str) -> Page {
    let form = phone.get("/signup").form("/signup").fill("phone", number);
    phone.submit(&form)
}

fn is_in(phone: &mut Phone) -> bool {
    place_of(&phone.get("/home")) == "/home"
}

fn entries(phone: &mut Phone) -> Vec<String> {
    let page = phone.get("/diary");
    page.links().filter(|link| link.contains("/diary/")).collect()
}

/// However wrong the clock was while somebody guessed, nobody waits longer than the window of the limit.
fn waits_no_longer_than_its_window(program: &Program) {
    for _ in 0..7 {
        log_in(&mut program.phone(IPHONE), number_of("ken"), "wrong and wrong again");
    }
}

fn comes_in_within_the_window(program: &Program, handle: &str) {
    let page = log_in(&mut program.phone(IPHONE), number_of(handle), PASSWORD);
    match page.status {
        429 => assert!(page.header("retry-after").parse::<i64>().unwrap() <= HOUR),
        _ => assert_eq!(place_of(&page), "/home", "{}", page.text()),
    }
}

#[test]
fn drill_14_the_clock_jumps_and_nothing_that_was_over_is_good_again() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::build(folder.path());
    for mut program in demos_with(&clock.settings()) {
        clock.set(0);
        let (mut iphone, mut foma) = (program.phone_of("hanako", IPHONE), program.phone_of("hanako", FOMA));
        let mut guest = program.phone(IPHONE);
        let page = ask(&mut guest, "090-1414-0001");
        let code = code_in(&texts_to(&program, "090-1414-0001", 1)[0]);
        write_entry(&mut iphone, "はじめの", "ほん", "members");

        clock.set(HOUR);
        let enter = |guest: &mut Phone| guest.submit(&page.form("/signup/code").fill("code", &code)).status;
        assert_eq!(enter(&mut guest), 422, "a code of an hour ago");
        assert!(!is_in(&mut foma), "a session in an address is over after half an hour");
        assert!(is_in(&mut iphone), "one in a cookie is not");
        write_entry(&mut iphone, "あすの", "ほん", "members");

        clock.set(0);
        assert_eq!(enter(&mut guest), 422, "set back, the clock has revived a code");
        assert!(!is_in(&mut foma), "and a session");
        write_entry(&mut iphone, "もどった", "ほん", "members");
        let seen = entries(&mut iphone);
        assert_eq!(entries(&mut iphone), seen, "the order of entries moves");

        for error in [-HOUR, -DAY, DAY] {
            clock.set(error);
            assert!(is_in(&mut iphone), "signed out by a clock that is off by {error}");
            waits_no_longer_than_its_window(&program);
            clock.set(0);
            comes_in_within_the_window(&program, "ken");
            let mut other = program.phone(IPHONE);
            assert_eq!(place_of(&ask(&mut other, "090-1415-0001")), "/signup/code");
        }

        clock.set(PAST_2038);
        assert!(!is_in(&mut iphone), "a session of twelve years ago");
        let mut later = program.phone_of("mika", FOMA);
        write_entry(&mut later, "二千三十八年", "ほん", "members");
        assert!(is_in(&mut later));

        clock.set(0);
        let zone = [clock.settings().as_slice(), &[("ENISHI_SITE__TIME_ZONE", "America/New_York")]].concat();
        program.cut();
        program.start_again(&zone);
        let mut anew = program.phone_of("yuki", FOMA);
        assert!(is_in(&mut anew) && !entries(&mut anew).is_empty());
        let log = program.log();
        assert!(!log.contains("ERROR") && !log.contains("panicked"), "{log}");
    }
}
