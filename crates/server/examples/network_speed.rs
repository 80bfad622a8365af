//! What the questions of a page cost in networks of several sizes: medians in microseconds, inside the process.
//!
//!     cargo run --release -p enishi-server --example network_speed -- 10000 100000
//!
//! Words beside the sizes choose rows by their names. SQLite in a temporary folder; `ENISHI_BENCH_POSTGRES_URL` names an empty PostgreSQL database instead (one size).

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)] // nobody waits for it but who measures

use std::time::Instant;

use enishi_core::diary::{Chosen, NewDiary, Talk};
use enishi_core::ids::MemberId;
use enishi_core::moment::Moment;
use enishi_core::secrets::Keyring;
use enishi_core::seed::{self, Laid, Plan};
use enishi_core::store::{Clock, Error, Store, SystemClock, Tx};
use enishi_core::visibility::{Viewer, Visibility};
use enishi_core::{diary, footprint, friend, home, search, visibility};
use enishi_device::{Headers, Profiles};
use enishi_face::{Context, Face, Language, Links, Page};
use jiff::tz::TimeZone;

/// Words of the made-up profiles: a town, and something one likes.
const TWO_FIELDS: &str = "札幌 写真";
/// How many names begin.
const NAME: &str = "さとう";
/// A word of one made-up entry in eight.
const WORD: &str = "味噌";
const FOMA: &str = "DoCoMo/2.0 P901i(c100;TB;W24H12)";
const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
    Version/18.0 Mobile/15E148 Safari/604.1";

fn main() {
    let asked = || std::env::args().skip(1);
    let sizes: Vec<u32> = asked().filter_map(|size| size.parse().ok()).collect();
    let rows: Vec<String> = asked().filter(|word| word.parse::<u32>().is_err()).collect();
    for members in sizes {
        let folder = tempfile::tempdir().unwrap();
        let server = std::env::var("ENISHI_BENCH_POSTGRES_URL").ok();
        let url = server.unwrap_or_else(|| format!("sqlite://{}", folder.path().join("enishi.db").display()));
        let keys = Keyring::open_or_create(&folder.path().join("keys"), true).unwrap();
        let plan = Plan { members, friends: 50, diaries: 5, seed: 1 };
        let began = Instant::now();
        let laid = seed::lay(&url, &keys, plan, "-", SystemClock.now(), &mut |_, _, _| ()).unwrap();
        let seconds = began.elapsed().as_secs_f64();
        println!(
            "\n{members} members, {} friendship rows, laid in {seconds:.1} s ({:.0} members a second)",
            laid.friendship_rows,
            f64::from(members) / seconds
        );
        if let Ok(file) = std::fs::metadata(folder.path().join("enishi.db")) {
            println!("{} bytes a member", file.len() / u64::from(members));
        }
        measure(&Store::open(&url).unwrap(), &laid, &rows);
    }
}

/// Asks each of some members and gives the median.
type Question<'a> = &'a dyn Fn(&[MemberId]) -> f64;

struct Bench<'a> {
    store: &'a Store,
    zone: TimeZone,
}

fn measure(store: &Store, laid: &Laid, wanted: &[String]) {
    let bench = Bench { store, zone: TimeZone::get("Asia/Tokyo").unwrap() };
    let ids = |people: &[seed::Person]| people.iter().map(|one| one.id).collect::<Vec<_>>();
    let (ordinary, hubs) = (ids(&laid.ordinary), ids(&laid.hubs));
    println!("{:44} {:>9} {:>9}", "median, µs", "ordinary", "hubs");
    let profiles = Profiles::embedded();
    let phone = |agent| profiles.resolve(&Headers::new([("user-agent", agent)]));
    let (foma, iphone) = (phone(FOMA), phone(IPHONE));
    let rows: [(&str, Question<'_>); 15] = [
        ("an empty read", &|all| bench.look(all, |_, _, _| Ok(()))),
        ("may I see a friend's entry", &|all| bench.look(all, |tx, me, near| sees(tx, me, near.0))),
        ("may I see a stranger's or friend's friend's", &|all| {
            bench.look(all, |tx, me, near| sees(tx, me, near.1))
        }),
        ("the tie to them, with connectors named", &|all| {
            bench.look(all, |tx, me, near| friend::tie::between(tx, me, near.1).map(drop))
        }),
        ("one step more, to somebody at random", &|all| {
            let others: Vec<MemberId> = all.iter().rev().copied().collect();
            let place = |me: MemberId| all.iter().position(|one| *one == me).unwrap();
            bench.look(all, |tx, me, _| friend::tie::is_one_step_more(tx, me, others[place(me)]).map(drop))
        }),
        ("newest 20 entries of friends", &|all| {
            bench.look(all, |tx, me, _| diary::feed(tx, me, None, 20).map(drop))
        }),
        ("newest 20 entries of friends of friends", &|all| {
            bench.look(all, |tx, me, _| diary::feed_of_friends_of_friends(tx, me, None, 20).map(drop))
        }),
        ("30 footprints with ties", &|all| {
            bench.look(all, |tx, me, _| footprint::list(tx, me, 30, &bench.zone).map(drop))
        }),
        ("leave a footprint (with its fsync)", &|all| bench.leave(all)),
        ("20 people by two words in two fields", &|all| {
            bench.look(all, |tx, me, _| {
                search::fields(tx, Viewer::Member(me), TWO_FIELDS, None)
                    .map(|hits| assert!(!hits.found.is_empty()))
            })
        }),
        ("20 people by the beginning of their name", &|all| {
            bench.look(all, |tx, me, _| search::members(tx, Viewer::Member(me), NAME, None).map(drop))
        }),
        ("20 entries by a word", &|all| {
            bench.look(all, |tx, me, _| search::diaries(tx, Viewer::Member(me), WORD, None).map(drop))
        }),
        ("post an entry (with its fsync)", &|all| bench.post(all)),
        ("home, rendered for a FOMA", &|all| bench.home(all, &foma, &enishi_keitai::Keitai)),
        ("home, rendered for an iPhone", &|all| bench.home(all, &iphone, &enishi_touch::Touch)),
    ];
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|word| name.contains(word.as_str()));
    for (name, row) in rows.into_iter().filter(|(name, _)| is_wanted(name)) {
        println!("{name:44} {:>9.0} {:>9.0}", row(&ordinary), row(&hubs));
    }
}

fn sees(tx: &mut Tx<'_>, me: MemberId, owner: MemberId) -> Result<(), Error> {
    let at = Moment::from_millis(0);
    visibility::can_see(tx, Viewer::Member(me), owner, Visibility::FriendsOfFriends, at).map(drop)
}

impl Bench<'_> {
    /// A friend and somebody further off, for each.
    fn near(&self, all: &[MemberId]) -> Vec<(MemberId, MemberId)> {
        let friends = |me: MemberId| -> Vec<MemberId> {
            let page = self.store.read(|tx| friend::list(tx, me, None)).unwrap().unwrap();
            page.friends.iter().map(|card| card.id).collect()
        };
        all.iter()
            .map(|me| {
                let near = friends(*me)[0];
                let mine = friends(*me);
                let far =
                    friends(near).into_iter().find(|one| one != me && !mine.contains(one)).unwrap_or(*me);
                (near, far)
            })
            .collect()
    }

    fn look(
        &self,
        all: &[MemberId],
        question: impl Fn(&mut Tx<'_>, MemberId, (MemberId, MemberId)) -> Result<(), Error>,
    ) -> f64 {
        let near = self.near(all);
        median(all.len(), |at| self.store.read(|tx| question(tx, all[at], near[at])).unwrap())
    }

    fn leave(&self, all: &[MemberId]) -> f64 {
        let (near, zone) = (self.near(all), self.zone.clone());
        median(all.len(), |at| {
            let (me, owner, zone) = (all[at], near[at].1, zone.clone());
            self.store.write(move |tx| footprint::leave(tx, me, owner, &zone)).unwrap()
        })
    }

    fn post(&self, all: &[MemberId]) -> f64 {
        let entry = || NewDiary {
            title: "きょうのこと".to_owned(),
            body: "川沿いを歩きました。".to_owned(),
            visibility: Visibility::Friends,
            talk: Talk::default(),
            photos: Vec::new(),
            chosen: Chosen::default(),
        };
        median(all.len(), |at| {
            let (me, new) = (all[at], entry());
            self.store.write(move |tx| diary::post(tx, me, &new)).unwrap();
        })
    }

    fn home(&self, all: &[MemberId], profile: &enishi_device::DeviceProfile, face: &dyn Face) -> f64 {
        median(all.len(), |at| {
            let page = self.store.read(|tx| home::show(tx, all[at], None, &self.zone)).unwrap();
            let links = Links::plain();
            let context = Context {
                profile,
                words: Language::Ja.words(),
                links: &links,
                site: "Enishi",
                viewer: None,
                now: self.store.now(),
                zone: &self.zone,
                here: "/home",
                part: 1,
                csrf: "0",
                once: "0",
                done: None,
            };
            std::hint::black_box(face.render(&Page::Home(page), &context));
        })
    }
}

/// Each asked five times; the first round warms the caches and does not count.
fn median(many: usize, mut ask: impl FnMut(usize)) -> f64 {
    let mut taken = Vec::new();
    for round in 0..5 {
        for at in 0..many {
            let began = Instant::now();
            ask(at);
            if round > 0 {
                taken.push(began.elapsed().as_secs_f64() * 1e6);
            }
        }
    }
    taken.sort_by(f64::total_cmp);
    taken[taken.len() / 2]
}
