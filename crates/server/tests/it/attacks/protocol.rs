//! Load and protocol: odd framing, bombs, slow clients.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use enishi_testkit::dump::hold;
use enishi_testkit::phone::{FOMA, IPHONE, Page, Phone};

use super::{Heard, Line, at_once, resident_mib};
use crate::program::{Program, demos_with, empty};

/// More than a busy machine needs; an answer is heard as soon as it is there.
const SOON: Duration = Duration::from_secs(30);

fn answer_to(program: &Program, request: impl AsRef<[u8]>) -> Heard {
    let mut line = Line::to(program.address);
    line.say(request);
    line.hear(SOON)
}

/// Requests that two readers could cut apart differently, and what must come back to each.
const TWO_READINGS: [(&str, &str); 12] = [
    ("length and chunks", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"),
    ("two lengths", "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd"),
    ("a length with a sign", "Content-Length: +4\r\n\r\nabcd"),
    ("a length of words", "Content-Length: four\r\n\r\nabcd"),
    ("a list of lengths", "Content-Length: 4, 5\r\n\r\nabcd"),
    ("an unknown coding", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
    ("chunks not last", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
    ("two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ("a blank before the colon", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
    ("a folded header", "X-A: b\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ("two hosts", "Host: elsewhere.example\r\nContent-Length: 0\r\n\r\n"),
];

#[test]
fn attack_95_smuggling() {
    for program in empty(&[]) {
        for (what, rest) in TWO_READINGS {
            // Whatever is left over must not be read as a request of its own.
            let smuggled = "GET /login HTTP/1.1\r\nHost: x\r\n\r\n";
            let request = format!("POST /login HTTP/1.1\r\nHost: {}\r\n{rest}{smuggled}", program.address);
            let heard = answer_to(&program, &request);
            assert_eq!(heard.statuses(), [400], "{what} ({})", program.engine);
            assert!(heard.is_closed, "{what}: the line stays open");
        }
    }
}

#[test]
fn attack_95_many_at_once_are_answered_each_once() {
    for program in empty(&[]) {
        let answers = at_once(20, |_| answer_to(&program, "GET /healthz HTTP/1.0\r\n\r\n").statuses());
        assert!(answers.iter().all(|statuses| statuses == &[200]), "{answers:?}");
    }
}

#[test]
fn attack_98_a_stop_finishes_what_is_under_way() {
    for mut program in empty(&[]) {
        let mut line = Line::to(program.address);
        line.say(format!(
            "POST /login HTTP/1.1\r\nHost: {}\r\nContent-Length: 8\r\n\r\nlog",
            program.address
        ));
        // Until the half of it has surely been taken in.
        std::thread::sleep(Duration::from_millis(1500));
        let asked = std::process::Command::new("kill").arg("-TERM").arg(program.pid().to_string()).status();
        assert!(asked.unwrap().success());
        std::thread::sleep(Duration::from_millis(300));
        line.say("in=x&");
        assert!(matches!(line.hear(SOON).status(), 303 | 403 | 422), "a request under way was dropped");
        assert_eq!(program.wait_for_end(Duration::from_secs(60)), Some(0), "{}", program.engine);
    }
}

/// Limits short enough for a test to wait for them.
const IMPATIENT: [(&str, &str); 6] = [
    ("ENISHI_SERVER__HEAD_SECONDS", "1"),
    ("ENISHI_SERVER__STALL_SECONDS", "1"),
    ("ENISHI_SERVER__IDLE_SECONDS", "2"),
    ("ENISHI_SERVER__BODY_BYTES_PER_SECOND", "1000"),
    ("ENISHI_SERVER__SOCKETS_PER_CLIENT", "40"),
    ("RUST_LOG", "error"),
];
const HEALTH: &str = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
const A_WHILE: Duration = Duration::from_secs(30);

#[test]
fn attack_93_silent_and_half_heads_are_closed() {
    for program in empty(&IMPATIENT) {
        let began = [("", 0), ("GET /login HT", 408), ("GET /login HTTP/1.1\r\nHost: x\r\nX-Slow: ", 408)];
        for (half, status) in began {
            let heard = answer_to_with(&program, half, A_WHILE);
            assert!(heard.is_closed, "{half:?} stays open ({})", program.engine);
            assert_eq!(heard.status(), status, "{half:?}");
        }
        // A kept-alive line gets no more patience than a new one.
        let mut line = Line::to(program.address);
        line.say(HEALTH);
        assert_eq!(line.hear_one(SOON).status(), 200);
        line.say("GET /login HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        let heard = line.hear(A_WHILE);
        assert!(
            heard.is_closed && heard.status() == 408,
            "half a second request stays: {:?}",
            heard.statuses()
        );
        line = Line::to(program.address);
        line.say(HEALTH);
        assert_eq!(line.hear_one(SOON).status(), 200);
        assert!(line.hear(A_WHILE).is_closed, "an idle line stays open");
    }
}

#[test]
fn attack_93_dripping_heads_and_bodies_are_closed() {
    for program in empty(&IMPATIENT) {
        let head = "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n";
        let slow = [
            (head.to_owned(), "X-Slow: aaaaaaaaaaaaaaaa"),
            (format!("{head}\r\n"), "login=aaaaaaaaaaaaaaaa"),
        ];
        for (at_once, dripping) in slow {
            let mut line = Line::to(program.address);
            line.say(&at_once);
            line.drip(dripping.as_bytes(), Duration::from_millis(150));
            let heard = line.hear(A_WHILE);
            assert!(heard.is_closed, "{dripping} stays open");
            assert!(matches!(heard.status(), 400 | 408), "{dripping}: {}", heard.status());
        }
        let stalled = answer_to_with(&program, format!("{head}\r\nlogin="), A_WHILE);
        assert!(stalled.is_closed && matches!(stalled.status(), 400 | 408), "a stalled body stays open");
    }
}

#[test]
fn attack_93_an_answer_nobody_reads_is_given_up() {
    for program in empty(&IMPATIENT) {
        let mut line = Line::to(program.address);
        // Pages enough to fill what the system itself holds for a reader who does not read.
        let request = format!("GET /login HTTP/1.1\r\nHost: {}\r\n\r\n", program.address);
        let until = Instant::now() + 2 * SOON;
        // A busy machine makes the first ten megabytes slowly; then one request a while asks whether the line holds.
        let is_broken = (0..).map_while(|round| (Instant::now() < until).then_some(round)).any(|round| {
            std::thread::sleep(Duration::from_millis(20));
            !line.say(request.repeat(if round < 200 { 20 } else { 1 }))
        });
        assert!(is_broken, "page after page was made for nobody ({})", program.engine);
    }
}

#[test]
fn attack_93_one_address_does_not_fill_the_house() {
    for program in empty(&[IMPATIENT[4]]) {
        let mut lines: Vec<Line> = (0..60).map(|_| Line::to(program.address)).collect();
        assert!(lines.iter_mut().all(|line| line.say(HEALTH)), "a socket was refused with an error");
        let served =
            lines.iter_mut().map(|line| line.hear_one(SOON).status() == 200).filter(|is| *is).count();
        assert_eq!(served, 40, "{}", program.engine);
        drop(lines);
        let is_served = || answer_to(&program, HEALTH.replace("1.1", "1.0")).status() == 200;
        let until = Instant::now() + SOON;
        while !is_served() {
            assert!(Instant::now() < until, "places are not given back");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

#[test]
fn attack_94_bombs_of_headers_and_fields() {
    for program in empty(&[]) {
        let get = |path: &str, headers: &str| format!("GET {path} HTTP/1.0\r\n{headers}\r\n");
        let post = |kind: &str, body: &str| {
            let length = body.len();
            format!("POST /login HTTP/1.0\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{body}")
        };
        let form = "application/x-www-form-urlencoded";
        let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";
        let parts = format!("{}--b--\r\n", part.repeat(10_000));
        for (what, request, statuses) in [
            ("1,000 headers", get("/", &"X-A: b\r\n".repeat(1_000)), &[431][..]),
            ("a header of 1 MB", get("/", &format!("X-A: {}\r\n", "a".repeat(1 << 20))), &[431]),
            ("an address of 100 kB", get(&format!("/{}", "a".repeat(100_000)), ""), &[414]),
            ("a query of 20 kB", get(&format!("/?q={}", "a".repeat(20_000)), ""), &[414]),
            ("100 cookies", get("/login", &format!("Cookie: {}\r\n", "enishi=x; ".repeat(100))), &[200]),
            ("50,000 fields", post(form, &"a=b&".repeat(50_000)), &[413, 400]),
            ("20,000 short fields", post(form, &"&a".repeat(20_000)), &[400]),
            ("10,000 parts", post("multipart/form-data; boundary=b", &parts), &[413, 400]),
            ("deep JSON", post("application/json", &"[".repeat(60_000)), &[403, 422, 400]),
        ] {
            let heard = answer_to(&program, request);
            assert!(statuses.contains(&heard.status()), "{what}: {} ({})", heard.status(), program.engine);
            assert_eq!(heard.header("x-content-type-options"), "nosniff", "{what}");
        }
        assert!(resident_mib(&program) < 200, "{} MiB after the bombs", resident_mib(&program));
        assert_eq!(answer_to(&program, HEALTH.replace("1.1", "1.0")).status(), 200);
    }
}

#[test]
fn attack_98_when_full_it_says_so_and_the_door_stays_open() {
    let cramped = [("ENISHI_SERVER__IN_FLIGHT_PER_CORE", "1"), ("ENISHI_SERVER__WAITING_PER_CORE", "0")];
    for program in demos_with(&cramped) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let mut foma = program.phone_of("hanako", FOMA);
        let form = hanako.get("/diary/new").form("/diary/new");
        let form = form.fill("title", "待つ").fill("body", "本文").fill("visibility", "members");
        let held = hold(&program.database_url());
        let is_over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            // Whoever finds no place comes again, so that every place is taken by somebody who waits for the database.
            for _ in 0..30 {
                let (mut phone, request) = (hanako.clone(), form.request());
                let is_over = &is_over;
                scope.spawn(move || {
                    while phone.fetch(&request).status == 503 && !is_over.load(Ordering::Relaxed) {
                        std::thread::sleep(Duration::from_millis(20));
                    }
                });
            }
            let seen = [(&mut hanako, "utf-8"), (&mut foma, "shift_jis")]
                .map(|(phone, charset)| (until_status(phone, "/home", 503), charset));
            let door = program.phone(IPHONE).get("/login").status;
            drop(held);
            is_over.store(true, Ordering::Relaxed);
            for (page, charset) in seen {
                assert_eq!(page.status, 503, "{charset}: {}", page.text());
                assert_eq!(page.header("retry-after"), "30");
                assert!(page.header("content-type").to_ascii_lowercase().contains(charset));
                assert!(page.text().contains("混み合って"), "{}", page.text());
            }
            assert_eq!(door, 200, "the door is shut");
        });
        assert_eq!(until_status(&mut hanako, "/home", 200).status, 200, "it stays full ({})", program.engine);
    }
}

/// Asks until an answer has that status, but not for ever.
fn until_status(phone: &mut Phone, path: &str, status: u16) -> Page {
    let until = Instant::now() + SOON;
    loop {
        let page = phone.get(path);
        if page.status == status || Instant::now() > until {
            return page;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn answer_to_with(program: &Program, request: impl AsRef<[u8]>, most: Duration) -> Heard {
    let mut line = Line::to(program.address);
    line.say(request);
    line.hear(most)
}
