//! Leaving: gone at once, able to come back, and then really gone.

use std::sync::Arc;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use enishi_core::approval::{ApprovalRules, Standing};
use enishi_core::community::{self, Joins, Reads, topic};
use enishi_core::diary::{self, Draft, Keep, NewPhoto, Sign, Why};
use enishi_core::email::{self, EmailAddress, EmailRules};
use enishi_core::footprint::{FootprintRules, TakenBack};
use enishi_core::ids::MemberId;
use enishi_core::leaving::{self, LeavingRules};
use enishi_core::letter::{self, Settled};
use enishi_core::login::LoginRules;
use enishi_core::member::Nickname;
use enishi_core::passkey::NewPasskey;
use enishi_core::pinned_phone::PinRules;
use enishi_core::preference::{self, Preference};
use enishi_core::profile::{self, Answer, Field};
use enishi_core::profile_photo;
use enishi_core::second_step::SecondStepRules;
use enishi_core::secrets::Keyring;
use enishi_core::security_log::{self, Event, Kind};
use enishi_core::visibility::Visibility;
use enishi_core::{
    approval, footprint, friend, known_device, member, notice, passkey, picture, pinned_phone, receipt,
    second_step, session, voice,
};

use crate::communities::{come_in, place, told};
use crate::raw;
use crate::world::{SUSPENDED, World, each, tokyo};

const GRACE: i64 = 14 * 86_400;

pub fn keys() -> Arc<Keyring> {
    let folder = tempfile::tempdir().unwrap();
    Arc::new(Keyring::open_or_create(folder.path(), true).unwrap())
}

fn leave(world: &World, keys: &Arc<Keyring>, me: MemberId) {
    let keys = Arc::clone(keys);
    let rules = LeavingRules::default();
    assert!(world.write(move |tx| leaving::leave(tx, &keys, me, &rules)).is_some());
}

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    place: String,
    #[diesel(sql_type = Text)]
    column: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    many: i64,
}

const SQLITE: &str = r#"SELECT m.name AS place, c.name AS "column"
    FROM sqlite_schema m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '%diesel%' AND upper(c.type) IN ('BIGINT', 'INTEGER')"#;
const POSTGRES: &str = r#"SELECT table_name::text AS place, column_name::text AS "column"
    FROM information_schema.columns
    WHERE table_schema = current_schema() AND data_type = 'bigint' AND table_name NOT LIKE '%diesel%'"#;

/// Every table and column of the database that holds this number in any row.
fn where_is(world: &World, id: MemberId, somebody_else: MemberId) -> Vec<String> {
    let query = |column: &Column| {
        let Column { place, column } = column;
        format!("SELECT count(*) AS many FROM {place} WHERE \"{column}\" = {}", i64::from(id))
    };
    let (columns, counts): (Vec<Column>, Vec<i64>) = match world.test.folder() {
        Some(_) => {
            let mut db = raw::sqlite(&world.test);
            let columns: Vec<Column> = diesel::sql_query(SQLITE).load(&mut db).unwrap();
            let count = |column| diesel::sql_query(query(column)).get_result::<Count>(&mut db).unwrap().many;
            let counts = columns.iter().map(count).collect();
            (columns, counts)
        }
        None => {
            let mut db = raw::postgres(somebody_else);
            let columns: Vec<Column> = diesel::sql_query(POSTGRES).load(&mut db).unwrap();
            let count = |column| diesel::sql_query(query(column)).get_result::<Count>(&mut db).unwrap().many;
            let counts = columns.iter().map(count).collect();
            (columns, counts)
        }
    };
    assert!(columns.len() > 60, "the tables were walked");
    let held = columns.iter().zip(counts).filter(|(_, many)| *many > 0);
    held.map(|(column, _)| format!("{}.{}", column.place, column.column)).collect()
}

#[test]
fn who_leaves_is_gone_at_once_and_comes_back_whole() {
    each(|world| {
        let keys = keys();
        let [hana, ken] = world.people(["はな", "ケン"]);
        world.befriend(hana, ken);
        let entry = world.post(hana, Visibility::Members);
        assert!(world.sees(ken, entry));
        leave(world, &keys, hana);
        assert!(!world.sees(ken, entry));
        assert_eq!(world.read(|tx| leaving::ends_at(tx, hana)), Some(world.now().plus_seconds(GRACE)));
        world.test.clock.advance_seconds(GRACE - 1);
        assert!(world.read(|tx| leaving::list_due(tx, 10)).is_empty());
        assert!(!world.write(move |tx| leaving::erase(tx, hana)), "erased before the time is over");
        assert!(world.write(move |tx| leaving::come_back(tx, hana)));
        assert!(world.sees(ken, entry));
        world.test.clock.advance_seconds(GRACE);
        assert!(world.read(|tx| leaving::list_due(tx, 10)).is_empty(), "who came back stays");
        assert!(!world.write(move |tx| leaving::come_back(tx, ken)), "who never left cannot come back");
    });
}

#[test]
fn nothing_of_who_left_is_in_any_table() {
    each(|world| {
        let keys = keys();
        let [hana, ken, mai] = world.people(["はな", "ケン", "まい"]);
        fill(world, &keys, hana, ken, mai);
        let before = where_is(world, hana, ken);
        for table in [
            "members",
            "friendships",
            "friend_requests",
            "blocks",
            "groups",
            "pictures",
            "diary_entries",
            "diary_comments",
            "diary_likes",
            "diary_drafts",
            "diary_categories",
            "voices",
            "notices",
            "footprints",
            "sessions",
            "receipts",
            "known_devices",
            "second_steps",
            "approvals",
            "recoveries",
            "trusted_friends",
            "friend_asks",
            "pinned_phones",
            "passkeys",
            "emails",
            "email_claims",
            "security_events",
            "group_members",
            "footprint_totals",
            "profile_photos",
            "last_seen",
            "communities",
            "community_members",
            "community_requests",
            "topics",
            "topic_comments",
        ] {
            assert!(
                before.iter().any(|place| place.starts_with(&format!("{table}."))),
                "{table}: {before:?}"
            );
        }
        leave(world, &keys, hana);
        world.test.clock.advance_seconds(GRACE);
        assert_eq!(world.read(|tx| leaving::list_due(tx, 10)), [hana]);
        assert!(world.write(move |tx| leaving::erase(tx, hana)));
        assert_eq!(where_is(world, hana, ken), Vec::<String>::new(), "{}", world.test.engine);
        assert!(!world.write(move |tx| leaving::erase(tx, hana)), "erased twice");
        // Her own picture's file goes; the one that somebody else has put up too stays.
        assert_eq!(world.read(|tx| leaving::list_loose_files(tx, 10)), ["own"]);
        world.write(|tx| leaving::file_is_gone(tx, "own"));
        assert!(world.read(|tx| leaving::list_loose_files(tx, 10)).is_empty());
    });
}

#[test]
fn a_comment_of_who_left_is_a_gap() {
    each(|world| {
        let keys = keys();
        let [hana, ken, mai] = world.people(["はな", "ケン", "まい"]);
        let entry = world.post(ken, Visibility::Members);
        world.comment(mai, entry);
        world.comment(hana, entry);
        world.comment(mai, entry);
        leave(world, &keys, hana);
        world.test.clock.advance_seconds(GRACE);
        world.write(move |tx| leaving::erase(tx, hana));
        let comments = world.show(ken, entry).unwrap().comments;
        let said: Vec<(i32, bool)> =
            comments.iter().map(|comment| (comment.number, comment.said.is_some())).collect();
        assert_eq!(said, [(1, true), (2, false), (3, true)]);
    });
}

/// One row of hana's in as many tables as there are ways to leave one.
fn fill(world: &World, keys: &Arc<Keyring>, hana: MemberId, ken: MemberId, mai: MemberId) {
    world.befriend(hana, ken);
    world.befriend(mai, ken);
    world.write(move |tx| friend::ask(tx, hana, mai, "はじめまして。"));
    world.group(hana, &[ken]);
    world.group(ken, &[hana]);
    let own = world.picture(hana, "own");
    world.picture(hana, "shared");
    world.picture(ken, "shared");
    world.write(move |tx| member::wear(tx, hana, Some(own)));
    let new_name = "さんぽ".to_owned();
    let chosen = diary::Chosen { new_name, ..diary::Chosen::default() };
    let new = diary::NewDiary { chosen, ..crate::world::words("題", Visibility::Members, Vec::new()) };
    let entry = world.write(move |tx| diary::post(tx, hana, &new));
    world.comment(ken, entry);
    let other = world.post(ken, Visibility::Members);
    let said = NewPhoto { picture: own, alt: String::new() };
    world.write(move |tx| diary::comment_with(tx, hana, other, "見て", Some(said)));
    world.write(move |tx| picture::wait(tx, own));
    world.write(move |tx| diary::like(tx, hana, other, Sign::Heart));
    world.write(move |tx| diary::like(tx, ken, entry, Sign::Heart));
    world.write(move |tx| {
        let photos = vec![NewPhoto { picture: own, alt: String::new() }];
        let typed = Draft { body: "書きかけ".to_owned(), photos, ..Draft::default() };
        let keep = Keep { id: tx.fresh_id(), entry: Some(entry), typed, why: Why::Asked };
        diary::keep_draft(tx, hana, &keep).map(drop)
    });
    world.write(move |tx| profile_photo::add(tx, hana, own, "海", Visibility::Members).map(drop));
    in_communities(world, hana, ken);
    let seen = Answer { field: Field::LastSeen, value: String::new(), visibility: Visibility::Friends };
    let name = Nickname::parse("はな").unwrap();
    world.write(move |tx| profile::save(tx, hana, &name, &[seen]));
    world.write(move |tx| voice::post(tx, hana, "またね", "friends").map(drop));
    let zone = tokyo();
    world.write(move |tx| footprint::leave(tx, hana, ken, &zone));
    let zone = tokyo();
    world.write(move |tx| footprint::leave(tx, ken, hana, &zone));
    world.write(move |tx| preference::set(tx, hana, Preference::NamedAtMilestones, true));
    take_back_late(world, hana, mai);
    let stranger = world.person("しらない人");
    world.block(hana, stranger);
    world.write(move |tx| receipt::keep(tx, hana, "once", "/home"));
    world.write(move |tx| security_log::record(tx, Event::of(Kind::SignedIn).member(hana)));
    let place = session::Place {
        door: session::Door::Site,
        in_path: false,
        family: String::new(),
        device: String::new(),
        network: String::new(),
    };
    world.write(move |tx| session::open(tx, hana, &place).map(drop));
    let rules = LoginRules::default();
    world.write(move |tx| known_device::remember(tx, hana, None, "iPhone", &rules).map(drop));
    ways_in(world, keys, hana);
    way_back(world, hana, ken);
    let rules = SecondStepRules::default();
    world.write(move |tx| second_step::begin(tx, b"guest", hana, None, &rules));
    for address in ["hana@example.jp", "hana2@example.jp"] {
        confirm(world, keys, hana, address, address == "hana@example.jp");
    }
    assert!(
        world.read(|tx| picture::find_for(tx, enishi_core::visibility::Viewer::Member(ken), own)).is_some()
    );
}

/// She owns one community and is offered another, asks to come into a third, and has said something where it was answered.
fn in_communities(world: &World, hana: MemberId, ken: MemberId) {
    let own = place(world, hana, Joins::Freely, Reads::Everybody);
    come_in(world, ken, own, Visibility::Members);
    let theirs = place(world, ken, Joins::Freely, Reads::Insiders);
    come_in(world, hana, theirs, Visibility::OnlyMe);
    world.write(move |tx| community::offer(tx, ken, theirs, hana));
    let asked = place(world, ken, Joins::AfterYes, Reads::Insiders);
    come_in(world, hana, asked, Visibility::Members);
    world.write(move |tx| {
        let topic = topic::post(tx, hana, own, "題", "本文")?;
        topic::comment(tx, ken, own, topic, "はい")?;
        topic::comment(tx, hana, own, topic, "ええ")?;
        topic::post(tx, hana, theirs, "題", "本文").map(drop)
    });
}

#[test]
fn whoever_belonged_longest_inherits_a_community() {
    each(|world| {
        let keys = keys();
        let [hana, away, ken, mai] = world.people(["はな", "留守", "ケン", "まい"]);
        let (own, alone) = (
            place(world, hana, Joins::Freely, Reads::Everybody),
            place(world, hana, Joins::Freely, Reads::Everybody),
        );
        for who in [away, ken, mai] {
            come_in(world, who, own, Visibility::Members);
        }
        world.set_state(away, SUSPENDED);
        let answered = world.write(move |tx| {
            topic::post(tx, hana, alone, "題", "本文")?;
            let answered = topic::post(tx, hana, own, "題", "本文")?;
            topic::comment(tx, mai, own, answered, "はい")?;
            Ok::<_, topic::TopicError>(answered)
        });
        leave(world, &keys, hana);
        assert!(world.read(|tx| community::show(tx, mai, own)).is_some_and(|page| page.owner.is_none()));
        world.test.clock.advance_seconds(GRACE);
        world.write(move |tx| leaving::erase(tx, hana));
        let page = world.read(|tx| community::show(tx, mai, own)).unwrap();
        assert_eq!((page.owner.map(|card| card.id), page.members), (Some(ken), 3));
        assert_eq!(told(world, ken), ["passed on"]);
        world.write(move |tx| notice::community_was_seen(tx, ken, own));
        assert!(told(world, ken).is_empty() && told(world, mai).is_empty());
        assert!(world.read(|tx| community::show(tx, mai, alone)).is_none());
        let topic = world.read(|tx| topic::show(tx, mai, own, answered, diary::Spot::Newest)).unwrap();
        assert!(topic.opening.is_none() && topic.comments[0].said.is_some());
    });
}

/// Somebody with her number who asks for a new password.
fn way_back(world: &World, hana: MemberId, friend: MemberId) {
    let statement = format!(
        "INSERT INTO recoveries (id, guest_hash, member_id, number_hash, sign, mail_code_until, mail_tries_left, \
         created_at, expires_at) VALUES (7, 'guest', {}, 'number', 42, 0, 0, 0, 1)",
        i64::from(hana)
    );
    raw::run(&world.test, hana, &statement);
    vouch(world, hana, friend);
    vouch(world, friend, hana);
}

/// The second is chosen to vouch for the first, and asked.
fn vouch(world: &World, member: MemberId, friend: MemberId) {
    let (one, two) = (i64::from(member), i64::from(friend));
    let chosen =
        format!("INSERT INTO trusted_friends (member_id, friend_id, chosen_at) VALUES ({one}, {two}, 0)");
    raw::run(&world.test, member, &chosen);
    let asked = format!(
        "INSERT INTO friend_asks (id, recovery_id, member_id, friend_id, first_number, second_number, \
         third_number, asked_at, expires_at) VALUES ({two}, 7, {one}, {two}, 10, 11, 12, 0, 1)"
    );
    raw::run(&world.test, member, &asked);
}

/// A phone let in by a word, one bound by a PIN, one with a passkey.
fn ways_in(world: &World, keys: &Arc<Keyring>, me: MemberId) {
    let keys = Arc::clone(keys);
    world.write(move |tx| {
        let rules = ApprovalRules::default();
        let _ = approval::ask(tx, &keys, b"asking phone", "iPhone", "home", &rules)?;
        let Standing::Asking(code) = approval::standing(tx, &keys, b"asking phone")? else {
            panic!("no code")
        };
        assert!(approval::grant(tx, &keys, me, &code, "home", &rules)?);
        let new = NewPasskey {
            credential: b"credential".to_vec(),
            public_key: b"key".to_vec(),
            counter: 0,
            device: "iPhone".to_owned(),
        };
        assert!(passkey::add(tx, &keys, me, &new, "home")?);
        let place = session::Place {
            door: session::Door::Site,
            in_path: true,
            family: String::new(),
            device: String::new(),
            network: String::new(),
        };
        pinned_phone::bind(tx, &keys, me, &place, "hash", None, &PinRules::default()).map(drop)
    });
}

/// A footprint taken back so late that it is counted.
fn take_back_late(world: &World, visitor: MemberId, owner: MemberId) {
    let (day, zone) = (world.now().site_day(&tokyo()), tokyo());
    world.write(move |tx| footprint::leave(tx, visitor, owner, &zone));
    let rules = FootprintRules { free_seconds: -1, ..FootprintRules::default() };
    let taken = world.write(move |tx| footprint::take_back(tx, visitor, owner, day, &rules));
    assert_eq!(taken, TakenBack::Gone);
}

fn confirm(world: &World, keys: &Arc<Keyring>, me: MemberId, address: &'static str, to_the_end: bool) {
    let keys = Arc::clone(keys);
    world.write(move |tx| {
        let address = EmailAddress::parse(address).unwrap();
        email::claim(tx, &keys, me, &address, &EmailRules::default())?;
        for due in letter::claim_due(tx, &keys, 10)? {
            letter::settle(tx, due.id, Settled::Accepted)?;
            if let Some(link) = due.link.filter(|_| to_the_end) {
                assert_eq!(email::confirm(tx, &keys, &link)?, Some(me));
                assert_eq!(email::confirm(tx, &keys, &link)?, None, "a link is good once");
                assert_eq!(email::find_member(tx, &keys, &address)?, Some(me));
            }
        }
        Ok::<_, enishi_core::store::Error>(())
    });
}
