//! What made-up people leave behind: entries at every level, comments of friends, footprints.

use rand::RngExt;
use rand::rngs::StdRng;

use super::graph::Graph;
use super::people::People;
use super::queries::{self, CommentRow, EntryRow};
use super::{AT_ONCE, Progress};
use crate::ids::{GroupId, MemberId};
use crate::moment::Moment;
use crate::search::index::{self, Kind, Listed};
use crate::store::Result;
use crate::store::bulk::Bulk;
use crate::store::hints::Newest;
use crate::store::tx::id_of;
use crate::visibility::Visibility;

/// Entries lie within so many seconds (18 months).
const WRITTEN_WITHIN_SECONDS: i64 = 540 * 86_400;
/// Rows of a chunk: an entry is longer than a tie.
const ENTRIES_AT_ONCE: usize = AT_ONCE / 10;
/// About so many of the newest entries can be searched: a hundred pairs an entry would be most of a large network.
const SEARCHED: usize = 100_000;
/// Footprints lie within so many days.
const DAYS: i32 = 30;
/// One of so many friends came by in those days.
const LOOKS_OF_FRIENDS: usize = 12;

const TITLES: [&str; 8] = [
    "川沿いを歩いた日",
    "新しいレシピ",
    "雨の日の本棚",
    "ひさしぶりの山",
    "駅前の花",
    "夜の写真",
    "週末のこと",
    "猫が来た",
];
const SENTENCES: [&str; 8] = [
    "きょうは風が気持ちよくて、つい遠くまで歩きました。",
    "駅前の花屋さんで小さな鉢をひとつ。",
    "夕方から雨になったので、本を一冊読み終えました。",
    "昔の友人からはがきが届いて、うれしい一日でした。",
    "新しい味噌を試したら、いつもの味がすこし変わりました。",
    "写真を整理していたら、懐かしい顔がたくさん。",
    "来週はみんなで集まる予定です。",
    "早起きして、朝の光を撮りに行きました。",
];

/// Lays entries, the oldest first, and what friends said of them. Returns how many entries.
pub(super) fn lay(
    bulk: &mut Bulk,
    people: &People,
    graph: &Graph,
    mean: u32,
    chance: &mut StdRng,
    progress: Progress<'_>,
) -> Result<usize> {
    let total = people.len() as usize * mean as usize;
    let begin = people.now().millis() - WRITTEN_WITHIN_SECONDS * 1000;
    let mut newest = vec![Newest::default(); people.len() as usize];
    for start in (0..total).step_by(ENTRIES_AT_ONCE) {
        progress("entries", start, total);
        let (mut entries, mut comments) = (Vec::new(), Vec::new());
        for at in start..total.min(start + ENTRIES_AT_ONCE) {
            let moment = begin + (WRITTEN_WITHIN_SECONDS * 1000) * at as i64 / total as i64;
            let author = chance.random_range(0..people.len());
            let id = id_of(Moment::from_millis(moment), chance.random());
            let said = comment(people, graph, author, id, moment, chance);
            let entry = entry(people, author, id, moment, said.is_some(), chance);
            let own = &mut newest[author as usize];
            own.entry = id;
            own.open = if entry.level <= 1 { id } else { own.open };
            entries.push(entry);
            comments.extend(said);
        }
        let listed = if start + ENTRIES_AT_ONCE > total.saturating_sub(SEARCHED) {
            entries.iter().map(listed).collect()
        } else {
            Vec::new()
        };
        bulk.change(|tx| {
            queries::insert_entries(tx, entries)?;
            queries::insert_grams(tx, Kind::Diary, listed)?;
            queries::insert_comments(tx, comments)
        })?;
    }
    progress("entries", total, total);
    lay_newest(bulk, people, &newest)?;
    Ok(total)
}

fn listed(entry: &EntryRow) -> (i64, Listed) {
    let visibility = Visibility::from_stored(entry.level, entry.group);
    (entry.id.into(), index::of_entry(entry.author, visibility, &entry.title, &entry.body))
}

fn lay_newest(bulk: &mut Bulk, people: &People, newest: &[Newest]) -> Result<()> {
    let authors: Vec<(u32, &Newest)> = (0..).zip(newest).filter(|(_, own)| own.entry > 0).collect();
    for chunk in authors.chunks(AT_ONCE) {
        let row = |(place, own): &(u32, &Newest)| (people.id(*place), **own, i64::from(*place) + 1);
        bulk.change(|tx| queries::insert_newest(tx, chunk.iter().map(row).collect()))?;
    }
    Ok(())
}

fn entry(
    people: &People,
    author: u32,
    id: i64,
    moment: i64,
    commented: bool,
    chance: &mut StdRng,
) -> EntryRow {
    let (level, group) = audience(people.group(author), chance);
    let sentences = chance.random_range(1..6);
    let body = (0..sentences).map(|_| SENTENCES[chance.random_range(0..SENTENCES.len())]).collect();
    EntryRow {
        id: id.into(),
        author: people.id(author),
        title: TITLES[chance.random_range(0..TITLES.len())].to_owned(),
        body,
        level,
        group,
        posted_at: Moment::from_millis(moment),
        comments_given: i32::from(commented),
    }
}

fn audience(group: Option<GroupId>, chance: &mut StdRng) -> (i16, Option<GroupId>) {
    match (chance.random_range(0..20), group) {
        (0..=4, _) => (0, None),
        (5..=10, _) => (1, None),
        (11..=16, _) => (2, None),
        (17 | 18, Some(group)) => (3, Some(group)),
        (17 | 18, None) => (2, None),
        _ => (4, None),
    }
}

/// Half of the entries have a word from a friend.
fn comment(
    people: &People,
    graph: &Graph,
    author: u32,
    entry: i64,
    moment: i64,
    chance: &mut StdRng,
) -> Option<CommentRow> {
    let friends = graph.of(author);
    if friends.is_empty() || chance.random() {
        return None;
    }
    let who: MemberId = people.id(friends[chance.random_range(0..friends.len())]);
    Some((entry.into(), who, Moment::from_millis(moment + 600_000)))
}

/// Lays footprints: some of each member's friends came by in the last days.
pub(super) fn lay_footprints(
    bulk: &mut Bulk,
    people: &People,
    graph: &Graph,
    chance: &mut StdRng,
    progress: Progress<'_>,
) -> Result<()> {
    let places: Vec<u32> = (0..people.len()).collect();
    let today = people.now().site_day(&jiff::tz::TimeZone::UTC);
    for (done, chunk) in places.chunks(AT_ONCE / 8).enumerate() {
        progress("footprints", done * AT_ONCE / 8, places.len());
        let mut looks = Vec::new();
        for place in chunk {
            let mut own: Vec<(i32, MemberId)> = graph
                .of(*place)
                .iter()
                .step_by(LOOKS_OF_FRIENDS)
                .map(|visitor| (today - chance.random_range(0..DAYS), people.id(*visitor)))
                .collect();
            own.sort_unstable();
            looks.push((people.id(*place), own));
        }
        bulk.change(|tx| queries::insert_footprints(tx, looks, people.now()))?;
    }
    Ok(())
}
