//! Golden pages: every page there is, on one phone of every profile, walked part by part by the links a reader follows
//! and judged as the phone would: charset, weight, markup, keys, links, pictures.
//!
//! The routes come from the program and the profiles from its tree, so that a new one of either is walked unasked. With
//! `xmllint` at hand each XHTML page is held against the W3C's DTD as well (`ENISHI_REQUIRE_XMLLINT=1`: it must be).
//! `cargo test -p enishi-server --test it -- golden --nocapture` prints the table.

mod door;
mod judge;
mod markup;
mod queries;
mod table;
mod tour;
mod valid;
mod walk;

use std::collections::BTreeSet;
use std::sync::Mutex;

use enishi_device::{DeviceProfile, FaceKind, Headers, Profiles};
use enishi_testkit::phone::{EVERY_KEITAI, EVERY_TOUCH, Model};

use crate::program::{Program, demos_with};
use table::Row;
use tour::Tour;
use valid::Copies;
use walk::Walk;

/// Everybody here comes from one address and asks for many codes.
const ROOM: [(&str, &str); 7] = [
    ("ENISHI_LOGIN__ACCOUNT_MOST", "1000"),
    ("ENISHI_SERVER__PUBLIC_URL", crate::attacks::account::URL),
    ("ENISHI_SIGNUP__RESEND_WAITS", "[0]"),
    ("ENISHI_SIGNUP__PER_CLIENT", "[{ seconds = 1800, most = 1000 }]"),
    ("ENISHI_SIGNUP__PER_PREFIX", "[{ seconds = 1800, most = 1000 }]"),
    ("ENISHI_RECOVERY__PER_SITE", "{ seconds = 86400, most = 1000 }"),
    ("ENISHI_LOGIN__ACCOUNT_WAITS", "[0]"),
];

fn every_model() -> impl Iterator<Item = &'static Model> {
    EVERY_KEITAI.iter().chain(EVERY_TOUCH)
}

fn profile_of(model: &Model) -> std::sync::Arc<DeviceProfile> {
    Profiles::embedded().resolve(&Headers::new(model.headers.iter().copied()))
}

#[test]
fn every_profile_has_a_phone_that_is_what_it_says() {
    let mut met = BTreeSet::new();
    for model in every_model() {
        let profile = profile_of(model);
        assert_eq!(profile.name, model.name, "{:?}", model.headers);
        assert_eq!(profile.keeps_cookies(), model.keeps_cookies, "cookies of {}", model.name);
        assert_eq!(profile.charset == enishi_device::Charset::ShiftJis, model.shift_jis, "{}", model.name);
        let is_keitai = profile.face == FaceKind::Keitai;
        assert_eq!(
            if is_keitai { profile.page_bytes } else { 0 },
            model.page_bytes,
            "bytes of {}",
            model.name
        );
        met.insert(profile.name.clone());
    }
    let listed = Profiles::embedded().list();
    let ends = listed.iter().zip(listed.iter().skip(1).map(|next| next.depth).chain([0]));
    let missing: Vec<_> = ends
        .filter(|(one, next_depth)| *next_depth <= one.depth && !met.contains(&one.profile.name))
        .map(|(one, _)| one.profile.name.as_str())
        .collect();
    assert!(missing.is_empty(), "no phone of the testkit is a {missing:?}");
}

#[test]
fn every_page_is_sound_on_every_profile() {
    let program = demos_with(&ROOM).next().unwrap();
    let tour = Tour::plan(&program);
    let (rows, copies, faults) = (Mutex::new(Vec::new()), Copies::new(), Mutex::new(Vec::new()));
    let waiting = Mutex::new(every_model().enumerate());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some((number, model)) = waiting.lock().unwrap().next() else { return };
                    let (row, found) = walk_one(&program, &tour, &copies, number, model);
                    rows.lock().unwrap().push((number, row));
                    faults.lock().unwrap().extend(found);
                }
            });
        }
    });
    let mut faults = faults.into_inner().unwrap();
    faults.extend(copies.check());
    let rows = rows.into_inner().unwrap();
    eprintln!("{}", table::of(rows));
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), first_of_each(&faults));
}

fn walk_one(
    program: &Program,
    tour: &Tour,
    copies: &Copies,
    number: usize,
    model: &'static Model,
) -> (Row, Vec<String>) {
    let mut walk = Walk::of(program, tour, copies, *model, profile_of(model));
    walk.as_guest();
    door::walk(&mut walk, number);
    walk.as_member();
    walk.finish()
}

/// Every kind of fault once or twice: a slip on every page would fill the screen.
fn first_of_each(faults: &[String]) -> String {
    let mut shown = Vec::new();
    let mut counted = std::collections::BTreeMap::new();
    for fault in faults {
        let kind = fault.split(": ").nth(1).unwrap_or_default().chars().take(24).collect::<String>();
        let times = counted.entry(kind).or_insert(0);
        *times += 1;
        if *times <= 6 {
            shown.push(fault.as_str());
        }
    }
    shown.join("\n")
}
