//! Finding people by what they say of themselves, and entries by their words: what is found is what may be seen, at
//! every moment.

use enishi_core::diary::{self, NewDiary};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::member::Nickname;
use enishi_core::preference::{self, Preference};
use enishi_core::profile::{self, Answer, Field};
use enishi_core::search::{self, FieldHit, MOST_FOUND, Where};
use enishi_core::visibility::{Viewer, Visibility};

use crate::world::{IN_GRACE, World, each, words};

const ALL: Visibility = Visibility::Members;

fn say(world: &World, who: MemberId, said: &[(Field, &str, Visibility)]) {
    let answer = |(field, value, visibility): &(Field, &str, Visibility)| Answer {
        field: *field,
        value: (*value).to_owned(),
        visibility: *visibility,
    };
    let (name, answers): (_, Vec<Answer>) =
        (Nickname::parse("なまえ").unwrap(), said.iter().map(answer).collect());
    world.write(move |tx| profile::save(tx, who, &name, &answers));
}

fn write(world: &World, who: MemberId, title: &str, body: &str, visibility: Visibility) -> DiaryId {
    world.tick();
    let new = entry(title, body, visibility);
    world.write(move |tx| diary::post(tx, who, &new))
}

fn entry(title: &str, body: &str, visibility: Visibility) -> NewDiary {
    NewDiary { title: title.to_owned(), body: body.to_owned(), ..words(title, visibility, Vec::new()) }
}

fn hits(world: &World, me: MemberId, typed: &str) -> Vec<FieldHit> {
    world.read(|tx| search::fields(tx, Viewer::Member(me), typed, None)).found
}

fn finds(world: &World, me: MemberId, typed: &str) -> Vec<MemberId> {
    hits(world, me, typed).into_iter().map(|hit| hit.card.id).collect()
}

fn reads(world: &World, me: MemberId, typed: &str) -> Vec<DiaryId> {
    world
        .read(|tx| search::diaries(tx, Viewer::Member(me), typed, None))
        .found
        .iter()
        .map(|line| line.id)
        .collect()
}

#[test]
fn words_are_found_whatever_their_spelling_and_only_as_they_stand() {
    each(|world| {
        let [me, other] = world.people(["探す人", "書く人"]);
        say(
            world,
            other,
            &[(Field::Interests, "ガラス細工とＳＬ、100%の猫", ALL), (Field::LivesIn, "札幌", ALL)],
        );
        for typed in
            ["ｶﾞﾗｽ", "がらす", "ガラス細工", "sl", "ＳＬ", "猫", "札", "100%", "札幌 猫", "　猫　札幌　"]
        {
            assert_eq!(finds(world, me, typed), [other], "{typed}");
        }
        for typed in
            ["からす", "細ガ", "工猫", "札幌猫", "札幌 犬", "%", "_", "猫%", "' OR 1=1", "", " ", "\0"]
        {
            let found = finds(world, me, typed);
            assert_eq!(found.is_empty(), typed != "%", "{typed}: {found:?}");
        }
        let hit = hits(world, me, "100% 札幌").remove(0);
        assert_eq!((hit.field, hit.words.as_str()), (Field::Interests, "ガラス細工とＳＬ、100%の猫"));
        let id = write(world, other, "夕焼け", "きょうは ｶﾞﾗｽの\r\n橋を渡った。", ALL);
        for typed in ["ガラスの", "夕焼", "橋", "夕焼け 渡った"] {
            assert_eq!(reads(world, me, typed), [id], "{typed}");
        }
        assert!(reads(world, me, "の橋").is_empty() && reads(world, me, "渡る").is_empty());
        let line = world.read(|tx| search::diaries(tx, Viewer::Member(me), "橋", None)).found.remove(0);
        assert_eq!(line.excerpt, "きょうは ｶﾞﾗｽの 橋を渡った。");
    });
}

#[test]
fn what_is_too_narrow_is_not_found_by_trying_values_one_by_one() {
    each(|world| {
        let [me, other] = world.people(["探す人", "秘める人"]);
        say(world, other, &[(Field::RealName, "山田", Visibility::OnlyMe), (Field::LivesIn, "札幌", ALL)]);
        for tried in ["山", "田", "山田", "札幌 山田", "山田 札幌"] {
            assert!(finds(world, me, tried).is_empty(), "{tried}");
            assert_eq!(finds(world, other, tried), [other], "{tried}");
        }
        let page = world.read(|tx| search::fields(tx, Viewer::Member(me), "山田", None));
        assert_eq!(page, world.read(|tx| search::fields(tx, Viewer::Member(me), "無い名", None)));
    });
}

#[test]
fn a_changed_word_tie_or_visibility_counts_at_once() {
    each(|world| {
        let [me, other, between] = world.people(["探す人", "書く人", "あいだの人"]);
        let field = |value, visibility| say(world, other, &[(Field::LivesIn, value, visibility)]);
        let old = write(world, other, "川沿い", "釣りをした。", Visibility::FriendsOfFriends);
        field("札幌", Visibility::FriendsOfFriends);
        let now = || (finds(world, me, "札幌").len(), reads(world, me, "釣り").len());
        assert_eq!(now(), (0, 0));
        world.befriend(me, between);
        world.befriend(between, other);
        assert_eq!(now(), (1, 1));
        world.part(between, me);
        assert_eq!(now(), (0, 0));
        field("札幌", ALL);
        change(world, other, old, entry("川沿い", "釣りをした。", ALL));
        assert_eq!(now(), (1, 1));
        field("小樽", ALL);
        change(world, other, old, entry("川沿い", "歩いた。", ALL));
        assert_eq!(now(), (0, 0));
        assert_eq!((finds(world, me, "小樽").len(), reads(world, me, "歩いた").len()), (1, 1));
        world.write(move |tx| diary::delete(tx, other, old));
        assert!(reads(world, me, "歩いた").is_empty());
    });
}

fn change(world: &World, who: MemberId, id: DiaryId, new: NewDiary) {
    world.write(move |tx| diary::edit(tx, who, id, &new, true));
}

#[test]
fn blocked_and_away_do_not_exist_and_who_wants_stays_out() {
    each(|world| {
        let [me, other] = world.people(["探す人", "書く人"]);
        say(world, other, &[(Field::LivesIn, "札幌", ALL)]);
        write(world, other, "題", "川へ釣りに。", ALL);
        let now = || (finds(world, me, "札幌").len(), reads(world, me, "釣り").len());
        let switch = |what, on| world.write(move |tx| preference::set(tx, other, what, on));
        assert_eq!(now(), (1, 1));
        switch(Preference::Unlisted, true);
        assert_eq!(now(), (0, 1));
        switch(Preference::DiaryUnsearched, true);
        assert_eq!(now(), (0, 0));
        assert_eq!(reads(world, other, "釣り").len(), 1, "their own they still find");
        switch(Preference::Unlisted, false);
        switch(Preference::DiaryUnsearched, false);
        world.set_state(other, IN_GRACE);
        assert_eq!(now(), (0, 0));
        world.set_state(other, crate::world::ACTIVE);
        world.block(other, me);
        assert_eq!(now(), (0, 0));
    });
}

#[test]
fn pages_hold_everything_once_from_the_newest_down() {
    each(|world| {
        let [me, friend] = world.people(["探す人", "友だち"]);
        world.befriend(me, friend);
        let (mut people, mut entries) = (Vec::new(), Vec::new());
        for number in 0..MOST_FOUND * 2 + 5 {
            let who = world.person("だれか");
            let visibility = match number % 3 {
                0 => Visibility::Friends,
                _ => ALL,
            };
            if number % 3 == 0 && number % 2 == 0 {
                world.befriend(me, who);
            }
            say(world, who, &[(Field::Interests, "写真と散歩", visibility)]);
            if number % 3 > 0 || number % 2 == 0 {
                people.push(who);
            }
            entries.push(write(world, friend, "散歩", "写真を撮った。", visibility));
        }
        people.reverse();
        entries.reverse();
        let viewer = Viewer::Member(me);
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = world.read(|tx| search::fields(tx, viewer, "写真", after));
            seen.extend(page.found.iter().map(|hit| hit.card.id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, people);
        let (mut seen, mut before) = (Vec::new(), None);
        loop {
            let page = world.read(|tx| search::diaries(tx, viewer, "写真 散歩", before));
            seen.extend(page.found.iter().map(|line| line.id));
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(seen, entries);
    });
}

/// With more narrow rows than are read one by one, the circle is asked instead: the answer is the same.
#[test]
fn a_common_word_is_found_like_a_rare_one() {
    each(|world| {
        let [me, friend, stranger] = world.people(["探す人", "友だち", "他人"]);
        world.befriend(me, friend);
        let many: Vec<String> =
            (0..2100).map(|row| format!("(2, {}, {}, {row})", gram("写真"), i64::from(stranger))).collect();
        world.raw(
            me,
            &format!("INSERT INTO search_grams (kind, gram, scope, row_id) VALUES {}", many.join(", ")),
        );
        let many: Vec<String> =
            (0..2100).map(|row| format!("(1, {}, {}, {row})", gram("写真"), 1000 + row)).collect();
        world.raw(
            me,
            &format!("INSERT INTO search_grams (kind, gram, scope, row_id) VALUES {}", many.join(", ")),
        );
        let id = write(world, friend, "題", "写真を撮った。", Visibility::Friends);
        say(world, friend, &[(Field::Interests, "写真", Visibility::Friends)]);
        assert_eq!(reads(world, me, "写真"), [id]);
        assert_eq!(finds(world, me, "写真"), [friend]);
        assert!(finds(world, stranger, "写真").is_empty() && reads(world, stranger, "写真").is_empty());
    });
}

fn gram(two: &str) -> i64 {
    let signs: Vec<i64> = two.chars().map(|sign| i64::from(u32::from(sign))).collect();
    signs[0] << 21 | signs[1]
}

/// Newer than whatever is written in a test.
const NEWER: i64 = 1 << 60;

/// Rows of the index that point to nothing, with the two pairs of a word: of everybody or of one, from `first` on.
fn crowd(world: &World, scope: i64, kind: i16, rows: std::ops::Range<i64>) {
    for pair in ["いた", "たい"] {
        let many: Vec<String> =
            rows.clone().map(|row| format!("({kind}, {}, {scope}, {row})", gram(pair))).collect();
        let somebody = world.person("だれか");
        world.raw(
            somebody,
            &format!("INSERT INTO search_grams (kind, gram, scope, row_id) VALUES {}", many.join(", ")),
        );
    }
}

#[test]
fn a_search_goes_so_far_and_on_from_there() {
    each(|world| {
        let [me, other] = world.people(["探す人", "書く人"]);
        let id = write(world, other, "題", "いたいたいた。", ALL);
        say(world, other, &[(Field::Interests, "いたいたいた", ALL)]);
        for kind in [1, 2] {
            crowd(world, 0, kind, NEWER..NEWER + 2500);
        }
        let look = |place, after: &str| {
            world.read(|tx| search::look(tx, Viewer::Member(me), place, "いたいたいた", after))
        };
        for place in [Where::Fields, Where::Diaries] {
            let page = look(place, "");
            assert!(page.is_empty() && page.stopped_short(), "{place:?}");
            let next = page.next().unwrap();
            crowd(
                world,
                i64::from(other),
                if place == Where::Fields { 1 } else { 2 },
                NEWER + 100..NEWER + 300,
            );
            assert_eq!(look(place, "").next().unwrap(), next, "what is hidden has no say in it");
            let page = look(place, &next);
            assert!(!page.is_empty() && page.next().is_none() && !page.stopped_short(), "{place:?}");
        }
        assert_eq!(reads(world, other, "題"), [id]);
    });
}

#[test]
fn a_full_page_goes_on_after_its_last_hit() {
    each(|world| {
        let [me, other] = world.people(["探す人", "書く人"]);
        crowd(world, 0, 2, NEWER..NEWER + 2500);
        for _ in 0..MOST_FOUND + 1 {
            write(world, other, "題", "いたい。", ALL);
        }
        let first = world.read(|tx| search::look(tx, Viewer::Member(me), Where::Diaries, "いたい", ""));
        let behind = first.next().unwrap();
        let page = world.read(|tx| search::look(tx, Viewer::Member(me), Where::Diaries, "いたい", &behind));
        assert_eq!((page.next().is_some(), page.stopped_short(), page.is_empty()), (true, false, false));
    });
}

#[test]
fn what_was_there_before_the_index_is_brought_in() {
    each(|world| {
        let [me, other] = world.people(["探す人", "書く人"]);
        say(world, other, &[(Field::LivesIn, "札幌", ALL)]);
        write(world, other, "題", "川へ釣りに。", ALL);
        world.raw(me, "DELETE FROM search_grams; INSERT INTO search_fills VALUES (1, 0), (2, 0)");
        let now = || (finds(world, me, "札幌").len(), reads(world, me, "釣り").len());
        assert_eq!(now(), (0, 0));
        let mut turns = 0;
        while world.write(|tx| search::fill(tx, 1)) {
            turns += 1;
        }
        assert_eq!((now(), turns), ((1, 1), 5));
    });
}
