//! What a patient attacker can measure: whether times tell a known number, a registered one, or a hidden page from
//! one that never was; and what a password costs.
//!
//!     cargo build --release && cargo run --release -p enishi-server --example attack_figures
//!
//! `ENISHI_PROGRAM` names another build of the program, `ATTACK_SAMPLES` another number of samples a side (500).
//! The figure is the area under the curve of a classifier by time alone: 0.5 tells nothing, 1 tells all.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // nobody waits for it but who measures

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use enishi_core::password::{Cost, Hasher};
use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{FOMA, IPHONE, Model, Phone, Request};

/// Many tries from one address are not what is measured.
const SETTINGS: [(&str, &str); 12] = [
    ("ENISHI_SERVER__LISTEN", "127.0.0.1:0"),
    ("ENISHI_LOGIN__PER_CLIENT", "{ seconds = 300, most = 1000000 }"),
    ("ENISHI_LOGIN__ACCOUNT_WAITS", "[0]"),
    ("ENISHI_LOGIN__ACCOUNT_MOST", "1000000"),
    ("ENISHI_LIMITS__ANONYMOUS_PAGES", "{ seconds = 300, most = 1000000 }"),
    ("ENISHI_SIGNUP__PER_CLIENT", "[{ seconds = 300, most = 1000000 }]"),
    ("ENISHI_SIGNUP__PER_PREFIX", "[{ seconds = 300, most = 1000000 }]"),
    ("ENISHI_SIGNUP__NUMBERS_PER_GUEST", "{ seconds = 300, most = 1000000 }"),
    ("ENISHI_SIGNUP__SITE_BUDGET", "{ seconds = 86400, most = 10000000 }"),
    ("ENISHI_SIGNUP__GUARD", "{ seconds = 3600, sends = 1000000, percent = 20 }"),
    ("ENISHI_RECOVERY__PER_SITE", "{ seconds = 86400, most = 1000000 }"),
    ("RUST_LOG", "error"),
];

struct Program(Child, SocketAddr);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(folder: &std::path::Path, resends: (&str, &str)) -> Program {
    let program = std::env::var("ENISHI_PROGRAM").unwrap_or_else(|_| "target/release/enishi".to_owned());
    let mut child = Command::new(std::fs::canonicalize(program).expect("the program is built"))
        .arg("demo")
        .current_dir(folder)
        .envs(SETTINGS)
        .env("ENISHI_SIGNUP__RESEND_WAITS", resends.0)
        .env("ENISHI_SIGNUP__SENDS_PER_NUMBER", resends.1)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = said.find(|line| line.as_ref().unwrap().starts_with("listening on")).unwrap().unwrap();
    let address = line.split("http://").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    std::thread::spawn(move || said.for_each(drop));
    Program(child, address)
}

/// How often one of `slow` took longer than one of `quick`, of all pairs.
fn area(slow: &[f64], quick: &[f64]) -> f64 {
    let won = |one: &f64| {
        quick
            .iter()
            .map(|other| {
                if one > other {
                    1.0
                } else if one < other {
                    0.0
                } else {
                    0.5
                }
            })
            .sum::<f64>()
    };
    slow.iter().map(won).sum::<f64>() / (slow.len() * quick.len()) as f64
}

fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// Both sides in turn, each first as often as the other; prints how well time alone tells them apart.
fn compare(what: &str, samples: usize, ask: &mut dyn FnMut(bool, usize) -> Duration) {
    let mut times = [Vec::new(), Vec::new()];
    for nth in 0..samples + 20 {
        for side in [nth % 2 == 0, nth % 2 != 0] {
            let took = ask(side, nth).as_secs_f64() * 1000.0;
            if nth >= 20 {
                times[usize::from(side)].push(took);
            }
        }
    }
    let [other, known] = &times;
    println!("{what:58} {:5.3}   {:8.2} ms {:8.2} ms", area(known, other), median(known), median(other));
}

fn timed(phone: &Phone, request: &Request, status: u16) -> Duration {
    let mut phone = phone.clone();
    let began = Instant::now();
    let page = phone.fetch(request);
    let took = began.elapsed();
    assert_eq!(page.status, status, "{}", page.text());
    took
}

/// The number of one of the cast, or of nobody.
fn number(is_known: bool, nth: usize) -> String {
    let (head, most) = if is_known { ("090-1234-56", 10) } else { ("090-1234-57", 10) };
    format!("{head}{:02}", 1 + nth % most)
}

fn guest(address: SocketAddr, model: Model, place: &str) -> (Phone, enishi_testkit::phone::Form) {
    let mut phone = Phone::new(address, model);
    let form = phone.get(place).form(place);
    (phone, form)
}

fn log_in(address: SocketAddr, number: &str) -> Phone {
    let (mut phone, form) = guest(address, IPHONE, "/login");
    phone.submit(&form.fill("login", number).fill("password", PASSWORD));
    phone
}

/// Whether a page that is hidden takes as long as one that never was.
fn compare_pages(address: SocketAddr, samples: usize) {
    let mut author = log_in(address, "090-1234-5601");
    let form = author.get("/diary/new").form("/diary/new").fill("title", "題").fill("body", "本文");
    let entry = author.submit(&form.fill("visibility", "only_me")).path;
    let entry = entry.split('?').next().unwrap().to_owned();
    let me = author.submit(&author.clone().get("/search").form("/search").fill("q", "はなこ"));
    let me = me.links().find(|link| link.starts_with("/members/")).unwrap();
    let mut other = log_in(address, "090-1234-5602");
    let ken = author.submit(&author.clone().get("/search").form("/search").fill("q", "ケン坊"));
    let ken = ken.links().find(|link| link.starts_with("/members/")).unwrap();
    compare("an entry: hidden / never there", samples, &mut |is_hidden, _| {
        let path = if is_hidden { entry.as_str() } else { "/diary/2222222222222" };
        timed(&other, &Request::get(path), 404)
    });
    let place = format!("{ken}/block");
    author.submit(&author.clone().get(&place).form(&place));
    assert_eq!(other.get(&me).status, 404);
    compare("a member: has blocked the one who asks / never there", samples, &mut |is_hidden, _| {
        let path = if is_hidden { me.as_str() } else { "/members/2222222222222" };
        timed(&other, &Request::get(path), 404)
    });
}

/// Right passwords, eight at a time.
fn logins_a_second(address: SocketAddr) -> f64 {
    let (done, began) = (AtomicUsize::new(0), Instant::now());
    std::thread::scope(|scope| {
        for nth in 0..8 {
            let done = &done;
            scope.spawn(move || {
                while began.elapsed() < Duration::from_secs(10) {
                    let (mut phone, form) = guest(address, IPHONE, "/login");
                    let form = form.fill("login", &number(true, nth)).fill("password", PASSWORD);
                    done.fetch_add(
                        usize::from(phone.fetch(&form.request()).status == 303),
                        Ordering::Relaxed,
                    );
                }
            });
        }
    });
    done.load(Ordering::Relaxed) as f64 / began.elapsed().as_secs_f64()
}

fn main() {
    let samples = std::env::var("ATTACK_SAMPLES").ok().and_then(|count| count.parse().ok()).unwrap_or(500);
    let folder = tempfile::tempdir().unwrap();
    let program = start(folder.path(), ("[0]", "1000000"));
    let address = program.1;
    println!("{:58} {:>5}   {:>11} {:>11}", format!("{samples} samples a side"), "area", "first", "second");
    for model in [IPHONE, FOMA] {
        let (phone, form) = guest(address, model, "/login");
        compare(
            &format!("login on {}: known number / unknown", model.name),
            samples,
            &mut |is_known, nth| {
                let form =
                    form.clone().fill("login", &number(is_known, nth)).fill("password", "chigau aikotoba");
                timed(&phone, &form.request(), 422)
            },
        );
        for (what, place) in [("signup", "/signup"), ("a lost password", "/login/forgot")] {
            let (phone, form) = guest(address, model, place);
            compare(
                &format!("{what} on {}: registered number / new", model.name),
                samples,
                &mut |is_known, nth| {
                    timed(&phone, &form.clone().fill("phone", &number(is_known, nth)).request(), 303)
                },
            );
        }
    }
    compare_pages(address, samples);
    let hasher = Hasher::new(Cost::default()).unwrap();
    let hash = hasher.hash("umi to yama 77");
    let costs: Vec<f64> = (0..50)
        .map(|_| {
            let began = Instant::now();
            assert!(hasher.verify("umi to yama 77", Some(&hash)));
            began.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    println!("\none Argon2id hash (19 MiB, 2 passes, 1 lane): {:.1} ms", median(&costs));
    println!("logins a second, 8 at a time: {:.1}", logins_a_second(address));
}
