//! Loading the cast, and what a visitor of the demo is promised to find.

use std::sync::Arc;

use enishi_core::diary::{self, SeenBy};
use enishi_core::friend::tie::{self, Tie};
use enishi_core::login;
use enishi_core::moment::Moment;
use enishi_core::password::{self, Cost, Hasher};
use enishi_core::phone::Countries;
use enishi_core::profile::{self, Field};
use enishi_core::secrets::Keyring;
use enishi_core::store::{Error, Tx};
use enishi_core::visibility::Viewer;
use enishi_core::{footprint, friend, home, picture};
use enishi_pictures::{Digest, Store as Pictures};
use enishi_testkit::cast::{self, Cast, LoadError, PASSWORD};
use enishi_testkit::stores::{TestStore, stores};
use jiff::tz::TimeZone;
use tempfile::TempDir;

struct House {
    test: TestStore,
    keyring: Arc<Keyring>,
    pictures: Pictures,
    cast: Cast,
    _folder: TempDir,
}

fn each(story: fn(&House)) {
    for test in stores() {
        let folder = tempfile::tempdir().unwrap();
        let keyring = Arc::new(Keyring::open_or_create(folder.path(), true).unwrap());
        let pictures =
            Pictures::open(&format!("file://{}", folder.path().join("pictures").display())).unwrap();
        let cast = cast::load(&test.store, &keyring, &pictures, &mut |_, _| {}).unwrap();
        story(&House { test, keyring, pictures, cast, _folder: folder });
    }
}

impl House {
    fn read<T>(&self, look: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> T {
        self.test.store.read(look).unwrap()
    }

    fn sees(&self, who: &str, entry: &str) -> bool {
        let viewer = Viewer::Member(self.cast.member(who).id);
        self.read(|tx| diary::show(tx, viewer, self.cast.entry(entry))).is_some()
    }

    fn tie(&self, one: &str, other: &str) -> Tie {
        let (one, other) = (self.cast.member(one).id, self.cast.member(other).id);
        self.read(|tx| tie::between(tx, one, other)).unwrap()
    }
}

#[test]
fn it_is_laid_once_and_into_an_empty_house() {
    for test in stores() {
        let folder = tempfile::tempdir().unwrap();
        let keyring = Arc::new(Keyring::open_or_create(folder.path(), true).unwrap());
        let pictures = Pictures::open(&format!("file://{}", folder.path().display())).unwrap();
        assert!(cast::find(&test.store, &keyring).unwrap().is_none());
        let mut heard = Vec::new();
        let load = |heard: &mut Vec<(usize, usize)>| {
            cast::load(&test.store, &keyring, &pictures, &mut |done, total| heard.push((done, total)))
        };
        let cast = load(&mut heard).unwrap();
        let (last, total) = *heard.last().unwrap();
        assert!(last == total && total > 150 && heard.len() == total + 1);
        assert!(matches!(load(&mut heard), Err(LoadError::NotEmpty)));
        let found = cast::find(&test.store, &keyring).unwrap().unwrap();
        assert_eq!(found.players().len(), 12);
        assert_eq!(found.entry("mist"), cast.entry("mist"));
    }
}

#[test]
fn it_can_be_laid_at_any_hour() {
    for hours_after_noon in [11, 12, 20] {
        let test = enishi_testkit::stores::sqlite();
        test.clock.advance_seconds(hours_after_noon * 3600 + 59);
        let folder = tempfile::tempdir().unwrap();
        let keyring = Arc::new(Keyring::open_or_create(folder.path(), true).unwrap());
        let pictures = Pictures::open(&format!("file://{}", folder.path().display())).unwrap();
        cast::load(&test.store, &keyring, &pictures, &mut |_, _| {}).unwrap();
    }
}

#[test]
fn everybody_can_sign_in() {
    each(|house| {
        let hasher = Hasher::new(Cost::default()).unwrap();
        for player in house.cast.players() {
            let countries = Countries::default();
            let known = house.read(|tx| login::find(tx, &house.keyring, player.phone, &countries)).unwrap();
            assert_eq!(known.member, player.id);
            assert!(hasher.verify(PASSWORD, Some(&known.password_hash)));
            assert_eq!(password::check(PASSWORD, &[player.nickname, "enishi"]), Ok(()));
        }
    });
}

#[test]
fn every_level_is_there_and_means_something() {
    each(|house| {
        for (entry, seen_by, hidden_from) in [
            ("mist", "oliver", None),
            ("persimmons", "emma", Some("oliver")),
            ("monologue", "ken", Some("emma")),
            ("book-club", "sato", Some("ken")),
            ("notebook", "hanako", Some("ken")),
        ] {
            assert!(house.sees(seen_by, entry), "{seen_by} reads {entry}");
            assert!(!hidden_from.is_some_and(|who| house.sees(who, entry)), "{hidden_from:?} reads {entry}");
        }
        assert!(house.sees("rider", "ramen-club") && !house.sees("rider", "ramen-archive"), "from then on");
        let viewer = Viewer::Member(house.cast.member("sato").id);
        let page = house.read(|tx| diary::show(tx, viewer, house.cast.entry("book-club"))).unwrap();
        assert_eq!(page.seen_by, SeenBy::SomeFriends);
    });
}

#[test]
fn ties_are_some_two_steps_apart_and_one_is_never_named() {
    each(|house| {
        let named = |other| match house.tie("hanako", other) {
            Tie::FriendOfFriend { via, more: 0 } => {
                via.into_iter().map(|card| card.nickname).collect::<Vec<_>>()
            }
            tie => panic!("{other}: {tie:?}"),
        };
        assert_eq!(named("taro"), ["ケン坊", "ゆき＠雪国"]);
        assert_eq!(named("emma"), ["ゆき＠雪国"], "ねこの手 hides the tie");
        assert_eq!(house.tie("hanako", "oliver"), Tie::None);
        assert_eq!(house.tie("hanako", "ken"), Tie::Friend);
    });
}

#[test]
fn home_of_the_heroine_has_something_of_everything() {
    each(|house| {
        let me = house.cast.member("hanako").id;
        let zone = TimeZone::get("Asia/Tokyo").unwrap();
        let page = house.read(|tx| home::show(tx, me, None, &zone));
        assert_eq!((page.waiting.requests, page.feed.len() as i64), (2, home::FEED_ENTRIES));
        assert!(page.next.is_some());
        // Red letters of several kinds, and no more than fit above the fold of a phone.
        assert!(
            (3..10).contains(&page.waiting.notices.len()),
            "{}: {:?}",
            page.waiting.notices.len(),
            page.waiting.notices
        );
        assert!(page.feed.is_sorted_by(|newer, older| newer.posted_at > older.posted_at));
        let prints = house.read(|tx| footprint::list(tx, me, 50, &zone));
        assert!(prints.footprints.len() > 20 && prints.total == prints.footprints.len() as i64);
        assert_eq!(house.read(|tx| friend::pending(tx, me)).sent.len(), 1);
    });
}

#[test]
fn a_block_in_a_third_place_is_a_gap_for_the_two_alone() {
    each(|house| {
        let comments = |who: &str| {
            let viewer = Viewer::Member(house.cast.member(who).id);
            house.read(|tx| diary::show(tx, viewer, house.cast.entry("persimmons"))).unwrap().around.visible
        };
        assert_eq!(comments("ken"), comments("rider") + 1);
        assert_eq!(comments("ken"), comments("natsu") + 1);
    });
}

#[test]
fn photos_are_upright_and_open_to_readers_alone() {
    each(|house| {
        let page = |who: &str, entry: &str| {
            let viewer = Viewer::Member(house.cast.member(who).id);
            house.read(|tx| diary::show(tx, viewer, house.cast.entry(entry)))
        };
        let photo = page("hanako", "garden").unwrap().photos.remove(0);
        assert!(photo.height_px > photo.width_px && !photo.alt.is_empty(), "turned as its EXIF says");
        let fetch = |who: &str| {
            let viewer = Viewer::Member(house.cast.member(who).id);
            house.read(|tx| picture::find_for(tx, viewer, photo.picture))
        };
        assert_eq!(fetch("ken"), None);
        let digest: Digest = fetch("hanako").unwrap().parse().unwrap();
        assert!(house.pictures.get(&digest).unwrap().is_some());
    });
}

#[test]
fn nothing_lies_in_the_future_and_the_long_one_is_long() {
    each(|house| {
        let now = house.test.store.now();
        for player in house.cast.players() {
            let viewer = Viewer::Member(player.id);
            let page = house.read(|tx| profile::show(tx, viewer, player.id, &TimeZone::UTC)).unwrap();
            assert!(page.fields.iter().any(|field| field.field == Field::About));
            let written = house.read(|tx| diary::newest_of(tx, viewer, player.id, 50));
            assert!(!written.is_empty(), "{} writes", player.handle);
            assert!(
                written.iter().all(|line| line.posted_at < now && line.posted_at > Moment::from_millis(0))
            );
        }
        let viewer = Viewer::Member(house.cast.member("taro").id);
        let long = house.read(|tx| diary::show(tx, viewer, house.cast.entry("mist"))).unwrap();
        assert!(long.body.chars().count() > 3000);
    });
}
