//! Made-up people: names, numbers, what they say of themselves, ties and groups.

use rand::RngExt;
use rand::rngs::StdRng;

use super::graph::Graph;
use super::queries::{self, Tie};
use super::{AT_ONCE, Progress};
use crate::friend::circle::Circle;
use crate::ids::{GroupId, MemberId};
use crate::moment::Moment;
use crate::phone::PhoneNumber;
use crate::profile::{Answer, Field};
use crate::search::index::{self, Kind, Listed};
use crate::secrets::Keyring;
use crate::store::Result;
use crate::store::bulk::Bulk;
use crate::store::tx::id_of;
use crate::visibility::Visibility;

/// As many numbers as there are in the row.
pub(super) const MOST_MEMBERS: u32 = 9_000_000;
/// The first joined so long ago, in seconds (two years).
const OLDEST_SECONDS: i64 = 2 * 365 * 86_400;
/// One of so many members keeps a group.
const GROUP_OF_EVERY: u32 = 5;
/// A group holds at most so many of its owner's friends.
const GROUP_SIZE: usize = 8;

const FAMILY: [&str; 20] = [
    "さとう",
    "すずき",
    "たかはし",
    "たなか",
    "いとう",
    "わたなべ",
    "やまもと",
    "なかむら",
    "こばやし",
    "かとう",
    "よしだ",
    "やまだ",
    "ささき",
    "やまぐち",
    "まつもと",
    "いのうえ",
    "きむら",
    "はやし",
    "しみず",
    "さいとう",
];
const GIVEN: [&str; 20] = [
    "はな",
    "ゆうき",
    "そら",
    "みさき",
    "けん",
    "あおい",
    "りく",
    "ことね",
    "しょう",
    "めい",
    "たくみ",
    "ひなた",
    "れん",
    "さくら",
    "だいち",
    "みお",
    "なお",
    "ちひろ",
    "つばさ",
    "かおる",
];
const TOWNS: [&str; 24] = [
    "札幌",
    "仙台",
    "新潟",
    "金沢",
    "長野",
    "甲府",
    "千葉",
    "東京",
    "横浜",
    "静岡",
    "名古屋",
    "岐阜",
    "京都",
    "大阪",
    "神戸",
    "奈良",
    "岡山",
    "広島",
    "高松",
    "松山",
    "福岡",
    "長崎",
    "熊本",
    "那覇",
];
const INTERESTS: [&str; 16] = [
    "写真",
    "散歩",
    "釣り",
    "山登り",
    "料理",
    "読書",
    "将棋",
    "自転車",
    "園芸",
    "映画",
    "音楽",
    "鉄道",
    "猫",
    "編み物",
    "陶芸",
    "天文",
];

/// A member's number, by place in the row: `+819010000000` and so on.
pub fn number_of(place: u32) -> PhoneNumber {
    PhoneNumber::from_kept(&format!("+8190{:08}", 10_000_000 + place))
}

/// Everybody's ids, in the order they joined.
pub(super) struct People {
    ids: Vec<i64>,
    joined: Vec<i64>,
    now: Moment,
    chance: u64,
}

impl People {
    pub(super) fn draw(members: u32, now: Moment, chance: &mut StdRng) -> People {
        let begin = now.millis() - OLDEST_SECONDS * 1000;
        let step = (OLDEST_SECONDS * 1000 / i64::from(members)).max(1);
        let joined: Vec<i64> = (0..i64::from(members)).map(|at| begin + at * step).collect();
        let ids = joined.iter().map(|at| id_of(Moment::from_millis(*at), chance.random())).collect();
        People { ids, joined, now, chance: chance.random() }
    }

    pub(super) fn id(&self, place: u32) -> MemberId {
        self.ids[place as usize].into()
    }

    pub(super) fn len(&self) -> u32 {
        self.ids.len() as u32
    }

    pub(super) fn now(&self) -> Moment {
        self.now
    }

    /// A figure of this member's own, the same whenever it is asked for.
    pub(super) fn figure(&self, place: u32, of: u64) -> u32 {
        let mut mixed = (u64::from(place) << 8 ^ of ^ self.chance).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed >> 33) as u32
    }

    pub(super) fn group(&self, place: u32) -> Option<GroupId> {
        let keeps = place.is_multiple_of(GROUP_OF_EVERY);
        keeps.then(|| {
            id_of(Moment::from_millis(self.joined[place as usize] + 1), self.figure(place, 9)).into()
        })
    }

    fn nickname(&self, place: u32) -> String {
        let pick = |list: &[&'static str], of| list[self.figure(place, of) as usize % list.len()];
        format!("{}{}{}", pick(&FAMILY, 1), pick(&GIVEN, 2), place % 1000)
    }

    fn fields(&self, place: u32) -> [(Field, String); 4] {
        let pick = |list: &[&'static str], of| list[self.figure(place, of) as usize % list.len()].to_owned();
        let likes = format!("{}と{}", pick(&INTERESTS, 3), pick(&INTERESTS, 4));
        [
            (Field::LivesIn, pick(&TOWNS, 5)),
            (Field::Hometown, pick(&TOWNS, 6)),
            (Field::Interests, likes),
            // Nine in ten let their friends' friends know whom they know.
            (Field::Ties, String::new()),
        ]
    }

    fn level(&self, place: u32, field: Field) -> i16 {
        match self.figure(place, 16 + field.key().len() as u64) % 10 {
            0..=3 => 0,
            4..=6 => 1,
            7 | 8 => 2,
            _ => 4,
        }
    }
}

/// Lays members, their numbers and what they say of themselves.
pub(super) fn lay(
    bulk: &mut Bulk,
    people: &People,
    keys: &Keyring,
    password_hash: &str,
    progress: Progress<'_>,
) -> Result<()> {
    let places: Vec<u32> = (0..people.len()).collect();
    for (done, chunk) in places.chunks(AT_ONCE / 8).enumerate() {
        progress("members", done * AT_ONCE / 8, places.len());
        bulk.change(|tx| {
            let name =
                |place: &u32| (people.id(*place), people.nickname(*place), people.joined[*place as usize]);
            queries::insert_members(tx, chunk.iter().map(name).collect(), password_hash)?;
            queries::insert_phones(
                tx,
                chunk.iter().map(|place| (people.id(*place), number_of(*place))),
                keys,
            )?;
            let fields = chunk.iter().flat_map(|place| {
                let said = people.fields(*place).into_iter();
                said.map(|(field, words)| (people.id(*place), field, words, people.level(*place, field)))
            });
            queries::insert_fields(tx, fields.collect())?;
            let listed = chunk.iter().flat_map(|place| listed(people, *place)).collect();
            queries::insert_grams(tx, Kind::Profile, listed)
        })?;
    }
    Ok(())
}

/// How what somebody says of themselves lies in the index.
fn listed(people: &People, place: u32) -> [(i64, Listed); 2] {
    let member = people.id(place);
    let answers = people.fields(place).map(|(field, value)| Answer {
        field,
        value,
        visibility: Visibility::from_stored(people.level(place, field), None),
    });
    index::of_profile(member, &answers).map(|listed| (member.into(), listed))
}

/// Lays friendships, and groups of some of one's friends.
pub(super) fn lay_ties(
    bulk: &mut Bulk,
    people: &People,
    graph: &Graph,
    progress: Progress<'_>,
) -> Result<()> {
    let (mut waiting, mut circles, mut laid) = (Vec::with_capacity(AT_ONCE + 1000), Vec::new(), 0);
    for place in 0..people.len() {
        let one = people.id(place);
        let since = people.joined[place as usize];
        waiting.extend(graph.of(place).iter().map(|other| -> Tie {
            // Friends since the younger of the two joined.
            (one, people.id(*other), since.max(people.joined[*other as usize]).into())
        }));
        let friends = graph.of(place).iter().map(|other| people.ids[*other as usize]);
        circles.push((one, Circle::pack(friends)));
        if waiting.len() >= AT_ONCE || place + 1 == people.len() {
            laid += waiting.len();
            progress("friendships", laid, graph.rows());
            bulk.change(|tx| {
                queries::insert_friendships(tx, std::mem::take(&mut waiting))?;
                queries::insert_circles(tx, std::mem::take(&mut circles))
            })?;
        }
    }
    lay_groups(bulk, people, graph, progress)
}

fn lay_groups(bulk: &mut Bulk, people: &People, graph: &Graph, progress: Progress<'_>) -> Result<()> {
    let owners: Vec<u32> = (0..people.len()).filter(|place| people.group(*place).is_some()).collect();
    for (done, chunk) in owners.chunks(AT_ONCE / 8).enumerate() {
        progress("groups", done * AT_ONCE / 8, owners.len());
        bulk.change(|tx| {
            let groups = chunk.iter().filter_map(|place| Some((people.group(*place)?, people.id(*place))));
            queries::insert_groups(tx, groups.collect())?;
            let inside = chunk.iter().flat_map(|place| {
                let few = graph.of(*place).iter().take(GROUP_SIZE);
                few.filter_map(|other| Some((people.group(*place)?, people.id(*other))))
            });
            queries::insert_group_members(tx, inside.collect())
        })?;
    }
    Ok(())
}
