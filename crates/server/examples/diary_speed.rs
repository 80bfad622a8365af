//! What the page of a long entry costs on three phones: requests a second and their ratio, in one run over one store.
//!
//!     cargo run --release -p enishi-server --example diary_speed
//!
//! Each request reads the entry in a snapshot, as its reader may see it, and lays the page out to bytes. The line and
//! the session are left out. A small phone is given the first part of what it turns page by page.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // nobody waits for it but who measures

use std::time::{Duration, Instant};

use enishi_core::diary::{self, NewDiary, Talk};
use enishi_core::friend;
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::member::{self, NewMember, Nickname};
use enishi_core::store::{Error, Store};
use enishi_core::visibility::{Viewer, Visibility};
use enishi_device::{DeviceProfile, Headers, Profiles};
use enishi_face::pages::DiaryView;
use enishi_face::{Context, Face, Form, Language, Links, Page};
use enishi_keitai::Keitai;
use enishi_touch::Touch;
use jiff::tz::TimeZone;

const FOMA: &str = "DoCoMo/2.0 P901i(c100;TB;W24H12)";
const MOVA: &str = "DoCoMo/1.0/D503i/c10";
const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
    Version/18.0 Mobile/15E148 Safari/604.1";
const COMMENTS: usize = 20;
/// Each phone has so many turns of so long; the best counts, since others use the machine too.
const TURNS: usize = 5;
const TURN: Duration = Duration::from_secs(2);

struct Bench {
    store: Store,
    zone: TimeZone,
    reader: MemberId,
    entry: DiaryId,
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let bench = lay_out(&format!("sqlite://{}", folder.path().join("enishi.db").display()));
    let profiles = Profiles::embedded();
    let phones: [(&str, &str, &dyn Face); 3] =
        [("touch", IPHONE, &Touch), ("FOMA", FOMA, &Keitai), ("mova", MOVA, &Keitai)];
    let mut best = [0.0f64; 3];
    let mut bytes = [0; 3];
    for _ in 0..TURNS {
        for (at, (_, agent, face)) in phones.iter().enumerate() {
            let profile = profiles.resolve(&Headers::new([("user-agent", *agent)]));
            let (rate, weight) = bench.turn(&profile, *face);
            (best[at], bytes[at]) = (best[at].max(rate), weight);
        }
    }
    println!("{:8} {:>10} {:>10} {:>8}", "phone", "bytes", "a second", "ratio");
    for ((name, ..), (rate, weight)) in phones.iter().zip(best.iter().zip(bytes)) {
        println!("{name:8} {weight:>10} {rate:>10.0} {:>8.2}", rate / best[0]);
    }
}

fn lay_out(url: &str) -> Bench {
    let store = Store::open(url).unwrap();
    let [author, reader] = ["書く人", "読む人"].map(|name| join(&store, name));
    store
        .write(move |tx| {
            friend::ask(tx, author, reader, "はじめまして。").unwrap();
            friend::accept(tx, reader, author).unwrap();
            Ok::<_, Error>(())
        })
        .unwrap();
    let body: String = (0..556).map(|number| format!("第{number:04}文、今日は晴れて海が青い。")).collect();
    let new = NewDiary {
        chosen: diary::Chosen::default(),
        title: "長い話".to_owned(),
        body,
        visibility: Visibility::FriendsOfFriends,
        talk: Talk::Readers,
        photos: Vec::new(),
    };
    let entry = store.write(move |tx| diary::post(tx, author, &new)).unwrap();
    for number in 0..COMMENTS {
        let said = format!("{number}番目の感想です。海がきれいですね。");
        store.write(move |tx| diary::comment(tx, reader, entry, &said)).unwrap();
    }
    Bench { store, zone: TimeZone::get("Asia/Tokyo").unwrap(), reader, entry }
}

fn join(store: &Store, name: &str) -> MemberId {
    let new = NewMember {
        nickname: Nickname::parse(name).unwrap(),
        password_hash: "nobody logs in here".to_owned(),
        language: "ja".to_owned(),
    };
    store.write(move |tx| member::create(tx, new)).unwrap()
}

impl Bench {
    /// Requests a second over one turn, and what a page weighs.
    fn turn(&self, profile: &DeviceProfile, face: &dyn Face) -> (f64, usize) {
        let (began, mut asked, mut weight) = (Instant::now(), 0u32, 0);
        while began.elapsed() < TURN {
            weight = self.page(profile, face);
            asked += 1;
        }
        (f64::from(asked) / began.elapsed().as_secs_f64(), weight)
    }

    fn page(&self, profile: &DeviceProfile, face: &dyn Face) -> usize {
        let (viewer, entry) = (Viewer::Member(self.reader), self.entry);
        let page = self.store.read(|tx| diary::show(tx, viewer, entry)).unwrap().unwrap();
        let links = match profile.keeps_cookies() {
            true => Links::plain(),
            false => Links::in_path("sabcdefghijklmnopqrstuvwxyz23", None),
        };
        let here = format!("/diary/{entry}");
        let context = Context {
            profile,
            words: Language::Ja.words(),
            links: &links,
            site: "Enishi",
            viewer: None,
            now: self.store.now(),
            zone: &self.zone,
            here: &here,
            part: 1,
            csrf: "abcdefghijklmnopqrstuvwx",
            once: "0123456789abcdef0123",
            done: None,
        };
        let page = Page::Diary(DiaryView { page, form: Form::empty() });
        face.render(&page, &context).body.len()
    }
}
