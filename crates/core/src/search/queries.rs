//! Searching in the database.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::MOST_FOUND;
use super::grams::Gram;
use super::index::{EVERYBODY, Kind};
use super::walk::{Bounds, FAR, Pairs, STRETCH};
use crate::diary::queries::{ENTRIES, ROW, Row, RowTuple};
use crate::friend::standings;
use crate::ids::{DiaryId, GroupId, MemberId};
use crate::member::queries::{CARD, CardRow, NAME};
use crate::member::{Card, State};
use crate::moment::Moment;
use crate::preference::Preference;
use crate::profile::queries::FIELDS;
use crate::profile::{Answer, Field};
use crate::store::among::{self, Among};
use crate::store::condition::{Condition, ME};
use crate::store::schema::{diary_entries, members, profile_fields, search_grams};
use crate::store::{Result, Tx};
use crate::visibility::queries::visible_to;
use crate::visibility::{Viewer, Visibility};

/// True where the member a query joins as `members` may be found in the search (SE-07).
fn listed() -> Condition {
    let kind = Preference::Unlisted.stored();
    Condition::about(
        0,
        format!(
            "NOT EXISTS (SELECT 1 FROM preferences up WHERE up.member_id = members.id AND up.kind = {kind})"
        ),
    )
}

/// True for entries that may be found: one's own, and those of authors who do not keep their diary out of it.
fn searched(me: MemberId) -> Condition {
    let kind = Preference::DiaryUnsearched.stored();
    Condition::about(
        me.into(),
        format!(
            "(diary_entries.author_id = {ME} OR NOT EXISTS (SELECT 1 FROM preferences up \
             WHERE up.member_id = diary_entries.author_id AND up.kind = {kind}))"
        ),
    )
}

/// The name a member is looked for by, folded; `None` of whoever the viewer could not find by it.
pub(super) fn find_name(tx: &mut Tx<'_>, viewer: Viewer, member: MemberId) -> Result<Option<String>> {
    let row = members::table
        .filter(members::id.eq(member))
        .filter(members::state.eq(State::Active.stored()))
        .filter(listed())
        .filter(visible_to(viewer, NAME))
        .select(members::nickname_folded);
    Ok(row.first(tx.db).optional()?)
}

/// A range instead of LIKE: it uses the index on both engines, and `%` and `_` mean nothing in it. One more than a page
/// shows; from behind `after` on.
pub(super) fn by_nickname(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    folded: &str,
    after: Option<(String, MemberId)>,
) -> Result<Vec<Card>> {
    let beyond = format!("{folded}\u{10FFFF}");
    let (from, last) = after.map_or((folded.to_owned(), -1), |(name, id)| (name, id.into()));
    let rows: Vec<CardRow> = members::table
        .filter(members::nickname_folded.ge(&from))
        .filter(members::nickname_folded.lt(beyond))
        .filter(members::nickname_folded.gt(&from).or(members::id.gt(last)))
        .filter(members::state.eq(State::Active.stored()))
        .filter(listed())
        .filter(visible_to(viewer, NAME))
        .order((members::nickname_folded, members::id))
        .limit(MOST_FOUND + 1)
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// True for rows of the index whose thing has a pair besides the one it was found by. The one value that the condition
/// binds is the pair. Two looks at one key each, rather than one at two: no planner goes through all that have the pair.
/// And each between two equal ends, of which PostgreSQL cannot make a table in advance.
fn has(kind: Kind, pair: Gram) -> Condition {
    let kind = kind.stored();
    let under = |scope: &str| {
        format!(
            "EXISTS (SELECT 1 FROM search_grams og WHERE og.kind = {kind} AND og.gram = {ME} \
             AND og.scope = {scope} AND og.row_id BETWEEN search_grams.row_id AND search_grams.row_id)"
        )
    };
    // Whoever says one thing to everybody may say the other to a few. An entry says all to the same.
    let narrow = match kind == Kind::Profile.stored() {
        true => under("search_grams.row_id"),
        false => under("search_grams.scope"),
    };
    Condition::about(pair, format!("({} OR {narrow})", under("0")))
}

/// The row behind the [`FAR`] newest that all members may see under the first pair, older than `below`.
pub(super) fn far(tx: &mut Tx<'_>, kind: Kind, pairs: &Pairs, below: i64) -> Result<Option<i64>> {
    let [first, ..] = *pairs;
    let row = search_grams::table
        .filter(search_grams::kind.eq(kind.stored()))
        .filter(search_grams::gram.eq(first))
        .filter(search_grams::scope.eq(EVERYBODY))
        .filter(search_grams::row_id.lt(below))
        .order(search_grams::row_id.desc())
        .offset(FAR)
        .select(search_grams::row_id);
    Ok(row.first(tx.db).optional()?)
}

/// Rows that all members may see, between two bounds, with all of the pairs; the newest first.
pub(super) fn wide(
    tx: &mut Tx<'_>,
    kind: Kind,
    pairs: &Pairs,
    Bounds { above, below }: Bounds,
) -> Result<Vec<i64>> {
    let [first, second, third] = *pairs;
    Ok(search_grams::table
        .filter(search_grams::kind.eq(kind.stored()))
        .filter(search_grams::gram.eq(first))
        .filter(search_grams::scope.eq(EVERYBODY))
        .filter(search_grams::row_id.ge(above))
        .filter(search_grams::row_id.lt(below))
        .filter(has(kind, second))
        .filter(has(kind, third))
        .order(search_grams::row_id.desc())
        .limit(STRETCH)
        .select(search_grams::row_id)
        .load(tx.db)?)
}

/// Owner and row of narrower things with the first pair, whoever they are; no more than `most`. A profile is its owner's
/// own row, so that of profiles only those between the bounds need be read.
pub(super) fn narrow(
    tx: &mut Tx<'_>,
    kind: Kind,
    pairs: &Pairs,
    bounds: Bounds,
    most: i64,
) -> Result<Vec<(i64, i64)>> {
    let [first, ..] = *pairs;
    let scopes = match kind {
        Kind::Profile => bounds.above.max(EVERYBODY + 1)..bounds.below,
        Kind::Diary => EVERYBODY + 1..i64::MAX,
    };
    Ok(search_grams::table
        .filter(search_grams::kind.eq(kind.stored()))
        .filter(search_grams::gram.eq(first))
        .filter(search_grams::scope.ge(scopes.start))
        .filter(search_grams::scope.lt(scopes.end))
        .limit(most)
        .select((search_grams::scope, search_grams::row_id))
        .load(tx.db)?)
}

/// Narrower things of some owners with all of the pairs, between two bounds; of each lot the newest first.
pub(super) fn narrow_of(
    tx: &mut Tx<'_>,
    kind: Kind,
    pairs: &Pairs,
    owners: &[i64],
    Bounds { above, below }: Bounds,
) -> Result<Vec<i64>> {
    let ([first, second, third], mut found) = (*pairs, Vec::new());
    for some in owners.chunks(among::MOST) {
        let rows: Vec<i64> = search_grams::table
            .filter(search_grams::kind.eq(kind.stored()))
            .filter(search_grams::gram.eq(first))
            .filter(Among::ids("search_grams.scope", some.iter().copied()))
            .filter(search_grams::row_id.ge(above))
            .filter(search_grams::row_id.lt(below))
            .filter(has(kind, second))
            .filter(has(kind, third))
            .order(search_grams::row_id.desc())
            .limit(STRETCH)
            .select(search_grams::row_id)
            .load(tx.db)?;
        found.extend(rows);
    }
    Ok(found)
}

type SaidRow = (CardRow, String, String, i16, Option<GroupId>);

/// What some people say of themselves, as far as `me` may know; only of those who may be found. In the order of `ids`.
///
/// A few questions, however many people there are: how they stand to the searcher, which of their fields for groups are
/// open, and what they say.
pub(super) fn said_by(tx: &mut Tx<'_>, me: MemberId, ids: &[i64]) -> Result<Vec<(Card, Vec<Answer>)>> {
    let ever = Moment::from_millis(i64::MAX);
    let people: Vec<MemberId> = ids.iter().copied().map(MemberId::from).collect();
    let standings = standings(tx, me, &people)?;
    let for_groups = open_to_groups(tx, Viewer::Member(me), ids)?;
    let rows: Vec<SaidRow> = profile_fields::table
        .inner_join(members::table.on(members::id.eq(profile_fields::member_id)))
        .filter(Among::ids("profile_fields.member_id", ids.iter().copied()))
        .filter(listed())
        .select((
            CARD,
            profile_fields::field,
            profile_fields::value,
            profile_fields::level,
            profile_fields::group_id,
        ))
        .load(tx.db)?;
    let mut people: HashMap<i64, (Card, Vec<Answer>)> = HashMap::new();
    for (card, field, value, level, group) in rows {
        let Some(field) = Field::from_key(&field).filter(|field| !field.is_wordless()) else { continue };
        let (card, visibility) = (Card::from(card), Visibility::from_stored(level, group));
        let id = i64::from(card.id);
        let admits = standings.get(&card.id).is_some_and(|standing| standing.admits(visibility, ever));
        if admits || for_groups.contains(&(id, field.key().to_owned())) {
            let said = Answer { field, value, visibility };
            people.entry(id).or_insert_with(|| (card, Vec::new())).1.push(said);
        }
    }
    Ok(ids.iter().filter_map(|id| people.remove(id)).collect())
}

/// Owner and name of their fields for a group that is open to the viewer.
fn open_to_groups(tx: &mut Tx<'_>, viewer: Viewer, ids: &[i64]) -> Result<HashSet<(i64, String)>> {
    let rows: Vec<(i64, String)> = profile_fields::table
        .inner_join(members::table.on(members::id.eq(profile_fields::member_id)))
        .filter(Among::ids("profile_fields.member_id", ids.iter().copied()))
        .filter(profile_fields::group_id.is_not_null())
        .filter(listed())
        .filter(visible_to(viewer, FIELDS))
        .select((profile_fields::member_id, profile_fields::field))
        .load(tx.db)?;
    Ok(rows.into_iter().collect())
}

/// Some entries, as far as `me` may read them and they may be found; the newest first. A few questions, however many
/// entries there are, as in [`said_by`]. What was written is read only of those: a long text takes longer to read, and
/// would tell of itself.
pub(super) fn entries(tx: &mut Tx<'_>, me: MemberId, ids: &[i64]) -> Result<Vec<Row>> {
    let open = open_entries(tx, me, ids)?;
    let rows: Vec<RowTuple> = diary_entries::table
        .inner_join(members::table.on(members::id.eq(diary_entries::author_id)))
        .filter(Among::ids("diary_entries.id", open))
        .order(diary_entries::id.desc())
        .select(ROW)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Row::from).collect())
}

type Closing = (DiaryId, MemberId, i16, Option<GroupId>, Moment);

/// Those of some entries that `me` may read and that may be found.
fn open_entries(tx: &mut Tx<'_>, me: MemberId, ids: &[i64]) -> Result<Vec<DiaryId>> {
    let rows: Vec<Closing> = diary_entries::table
        .filter(Among::ids("diary_entries.id", ids.iter().copied()))
        .filter(searched(me))
        .select((
            diary_entries::id,
            diary_entries::author_id,
            diary_entries::level,
            diary_entries::group_id,
            diary_entries::posted_at,
        ))
        .load(tx.db)?;
    let authors: HashSet<MemberId> = rows.iter().map(|row| row.1).collect();
    let standings = standings(tx, me, &authors.into_iter().collect::<Vec<_>>())?;
    let for_groups = entries_open_to_groups(tx, Viewer::Member(me), ids)?;
    let may = |(id, author, level, group, posted_at): Closing| {
        let visibility = Visibility::from_stored(level, group);
        let admits = standings.get(&author).is_some_and(|standing| standing.admits(visibility, posted_at));
        (admits || for_groups.contains(&id)).then_some(id)
    };
    Ok(rows.into_iter().filter_map(may).collect())
}

/// Entries for a group that are open to the viewer.
fn entries_open_to_groups(tx: &mut Tx<'_>, viewer: Viewer, ids: &[i64]) -> Result<HashSet<DiaryId>> {
    let open: Vec<DiaryId> = diary_entries::table
        .filter(Among::ids("diary_entries.id", ids.iter().copied()))
        .filter(diary_entries::group_id.is_not_null())
        .filter(visible_to(viewer, ENTRIES))
        .select(diary_entries::id)
        .load(tx.db)?;
    Ok(open.into_iter().collect())
}
