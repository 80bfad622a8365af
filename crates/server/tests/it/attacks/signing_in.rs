//! Guessing passwords: rows 25, 26 and 28.

use std::time::Duration;

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::dump::dump;
use enishi_testkit::phone::{FOMA, IPHONE, MOVA, Model, Page, Phone, SOFTBANK};

use super::{Line, at_once, resident_mib};
use crate::program::{Program, demos_with, log_in, member_named, number_of, place_of};

const BEHIND_A_PROXY: (&str, &str) = ("ENISHI_SERVER__TRUSTED_PROXIES", r#"["127.0.0.1"]"#);
/// As many as a site begins with, in a window that does not end while it is counted.
const PER_CLIENT: (&str, &str) = ("ENISHI_LOGIN__PER_CLIENT", "{ seconds = 3600, most = 25 }");
/// Many tries in a row are not what these tests are about.
const WITHOUT_WAITS: (&str, &str) = ("ENISHI_LOGIN__ACCOUNT_WAITS", "[0]");
const WRONG: &str = "chigau aikotoba";

fn from(program: &Program, address: &str) -> Phone {
    program.phone(IPHONE).with_header("X-Forwarded-For", address)
}

/// An answer without what is drawn anew for every page and what was typed: status, headers, body.
fn bare(phone: &Phone, page: &Page, typed: &str) -> (u16, Vec<(String, String)>, String) {
    let changing = ["date", "set-cookie"];
    let headers = page.headers.iter().filter(|(name, _)| !changing.contains(&name.as_str())).cloned();
    let form = page.form("/login");
    let drawn = [phone.prefix(), form.value("csrf"), form.value("once"), typed];
    let text =
        drawn.iter().filter(|word| !word.is_empty()).fold(page.text(), |text, word| text.replace(word, "~"));
    (page.status, headers.collect(), text)
}

fn tried(
    program: &Program,
    model: Model,
    number: &str,
    password: &str,
) -> (u16, Vec<(String, String)>, String) {
    let mut phone = program.phone(model);
    let page = log_in(&mut phone, number, password);
    bare(&phone, &page, number)
}

#[test]
fn attack_25_nobody_a_wrong_password_and_somebody_kept_out_are_one_answer() {
    for program in demos_with(&[WITHOUT_WAITS]) {
        let natsu = member_named(&mut program.phone_of("hanako", IPHONE), "なつ");
        let done = program.command(&["joining", "ban", natsu.rsplit('/').next().unwrap()]);
        assert!(done.status.success(), "{done:?}");
        for model in [IPHONE, FOMA, MOVA, SOFTBANK] {
            let wrong = tried(&program, model, number_of("hanako"), WRONG);
            assert_eq!(wrong.0, 422);
            for (what, number, password) in [
                ("nobody has this number", "090-7777-1234", WRONG),
                ("banned, and the password is right", number_of("natsu"), PASSWORD),
                ("banned, and the password is wrong", number_of("natsu"), WRONG),
                ("a number that cannot be one", "099-0000-0000", WRONG),
                ("too long to be hashed", number_of("hanako"), &"x".repeat(600)),
            ] {
                let other = tried(&program, model, number, password);
                assert_eq!(other, wrong, "{what}, on {} ({})", model.name, program.engine);
            }
        }
    }
}

#[test]
fn attack_26_one_password_for_many_accounts_is_stopped_by_address() {
    for program in demos_with(&[BEHIND_A_PROXY, PER_CLIENT]) {
        let statuses: Vec<u16> = (0..40)
            .map(|nth| {
                let page = log_in(&mut from(&program, "198.51.100.1"), &format!("090-7777-{nth:04}"), WRONG);
                if page.status == 429 {
                    assert!((1..=3600).contains(&page.header("retry-after").parse::<i64>().unwrap()));
                    assert_eq!(page.form("/login").value("login"), format!("090-7777-{nth:04}"));
                }
                page.status
            })
            .collect();
        let (judged, stopped) = statuses.split_at(25);
        assert!(judged.iter().all(|status| *status == 422), "{statuses:?}");
        assert!(stopped.iter().all(|status| *status == 429), "{statuses:?}");
        let elsewhere = log_in(&mut from(&program, "198.51.100.2"), number_of("hanako"), PASSWORD);
        assert_eq!(place_of(&elsewhere), "/home", "one address keeps others out");
        let events = &dump(&program.database_url())["security_events"];
        let written = events.iter().filter(|row| row.contains("sign-in-failed")).count();
        assert_eq!(written, 25, "what was judged is written down, each once");
    }
}

#[test]
fn attack_26_many_addresses_for_one_account_are_stopped_by_account() {
    for program in demos_with(&[BEHIND_A_PROXY, PER_CLIENT]) {
        for number in [number_of("hanako"), "090-7777-9999"] {
            let statuses: Vec<u16> = (0..25)
                .map(|nth| log_in(&mut from(&program, &format!("198.51.{nth}.7")), number, WRONG).status)
                .collect();
            let judged = statuses.iter().filter(|status| **status == 422).count();
            assert_eq!(judged, 5, "{number}: {statuses:?}");
            assert!(statuses[5..].iter().all(|status| *status == 429), "{statuses:?}");
        }
        let parallel = at_once(25, |nth| {
            log_in(&mut from(&program, &format!("198.51.{nth}.8")), number_of("ken"), WRONG).status
        });
        let judged = parallel.iter().filter(|status| **status == 422).count();
        assert!(judged <= 5, "{judged} at one instant ({})", program.engine);
    }
}

/// A try at logging in, as bytes; the line may be closed before all of it is sent.
fn try_raw(program: &Program, form: &str, client: &str, cookie: &str, password: &str) -> u16 {
    let body = format!("{form}&login=09077770001&password={password}");
    let mut line = Line::to(program.address);
    line.say(format!(
        "POST /login HTTP/1.0\r\nUser-Agent: {}\r\nX-Forwarded-For: {client}\r\nCookie: enishi={cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        IPHONE.headers[0].1,
        body.len()
    ));
    line.hear(Duration::from_secs(60)).status()
}

#[test]
fn attack_28_hashing_is_bounded_and_others_are_served() {
    let cost = [("ENISHI_PASSWORD__MEMORY_KIB", "19456"), ("ENISHI_PASSWORD__PASSES", "2")];
    let most = ("ENISHI_LOGIN__ACCOUNT_MOST", "100000");
    for program in demos_with(&[cost[0], cost[1], WITHOUT_WAITS, most, BEHIND_A_PROXY]) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let mut guest = program.phone(IPHONE);
        let csrf = format!("csrf={}", guest.get("/login").form("/login").value("csrf"));
        let cookie = guest.cookie("enishi").unwrap().to_owned();
        let before = resident_mib(&program);
        let try_all = |count: usize, password: &str| {
            at_once(count, |nth| {
                let client = format!("198.51.{}.{}", nth / 200, nth % 200);
                try_raw(&program, &csrf, &client, &cookie, password)
            })
        };
        // A megabyte is refused before it is read; the line may break while it is being sent. Less is as long as a
        // form may be, and there is room for a few of those.
        let mut rounds = Vec::new();
        for (bytes, refusal) in [(1_000_000, 413), (400_000, 422), (1_000_000, 413), (400_000, 422)] {
            let long = try_all(300, &"x".repeat(bytes));
            assert!(long.iter().all(|status| matches!(status, 0 | 503) || *status == refusal), "{long:?}");
            assert!(long.contains(&refusal), "{long:?}");
            rounds.push(resident_mib(&program));
        }
        // What each of 300 lines holds is kept for the next; what is sent on it is not.
        let (first, last) = (rounds[1], rounds[3]);
        let what =
            format!("{before} MiB before, {rounds:?} after 300 long passwords each ({})", program.engine);
        assert!(first < before + 192 && last < first + 64, "{what}");
        // Sixty real hashes of 19 MiB would be 1.1 GiB at once.
        let served = std::thread::scope(|scope| {
            let tries = scope.spawn(|| try_all(60, WRONG));
            let mut highest = 0;
            while !tries.is_finished() {
                assert_eq!(hanako.get("/home").status, 200, "pages wait for passwords");
                highest = highest.max(resident_mib(&program));
            }
            assert!(highest < before + 256, "{before} MiB before, {highest} while hashing");
            tries.join().unwrap()
        });
        assert!(served.iter().all(|status| matches!(status, 422 | 503)), "{served:?}");
        assert!(served.contains(&422), "nobody's password was looked at: {served:?}");
        assert_eq!(
            place_of(&log_in(&mut from(&program, "203.0.113.9"), number_of("ken"), PASSWORD)),
            "/home"
        );
    }
}
