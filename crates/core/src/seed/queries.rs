//! Many rows at once.

use diesel::prelude::*;

use crate::ids::{DiaryId, GroupId, MemberId};
use crate::member::{State, fold};
use crate::moment::Moment;
use crate::phone::PhoneNumber;
use crate::profile::Field;
use crate::search::index::{Kind, Listed};
use crate::secrets::{Keyring, Purpose};
use crate::store::bulk::insert_rows;
use crate::store::hints::Newest;
use crate::store::schema::{
    circles, diary_comments, diary_entries, diary_threads, footprint_totals, footprints, friendships,
    group_members, groups, members, newest_entries, phones, profile_fields, search_grams,
};
use crate::store::{Result, Tx};

/// One end of a tie, the other, and since when.
pub(super) type Tie = (MemberId, MemberId, Moment);
/// An entry, who said something of it, and when.
pub(super) type CommentRow = (DiaryId, MemberId, Moment);

/// An entry to be laid.
pub(super) struct EntryRow {
    pub id: DiaryId,
    pub author: MemberId,
    pub title: String,
    pub body: String,
    pub level: i16,
    pub group: Option<GroupId>,
    pub posted_at: Moment,
    pub comments_given: i32,
}

pub(super) fn insert_members(tx: &mut Tx<'_>, rows: Vec<(MemberId, String, i64)>, hash: &str) -> Result<()> {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(id, nickname, joined_at)| {
            (
                members::id.eq(id),
                members::nickname_folded.eq(fold(&nickname)),
                members::nickname.eq(nickname),
                members::state.eq(State::Active.stored()),
                members::password_hash.eq(hash),
                members::joined_at.eq(joined_at),
            )
        })
        .collect();
    insert_rows!(tx, members::table, rows);
    Ok(())
}

pub(super) fn insert_phones(
    tx: &mut Tx<'_>,
    rows: impl Iterator<Item = (MemberId, PhoneNumber)>,
    keys: &Keyring,
) -> Result<()> {
    let now = tx.now();
    let rows: Vec<_> = rows
        .map(|(id, number)| {
            let marks = keys.number_marks(tx, &number)?;
            let sealed = keys.seal(tx, Purpose::Phone, id.into(), number.as_e164().as_bytes())?;
            Ok((
                phones::member_id.eq(id),
                phones::number_hash.eq(marks.current().to_vec()),
                phones::number_sealed.eq(sealed),
                phones::verified_at.eq(now),
            ))
        })
        .collect::<Result<_>>()?;
    insert_rows!(tx, phones::table, rows);
    Ok(())
}

pub(super) fn insert_fields(tx: &mut Tx<'_>, rows: Vec<(MemberId, Field, String, i16)>) -> Result<()> {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(id, field, value, level)| {
            (
                profile_fields::member_id.eq(id),
                profile_fields::field.eq(field.key()),
                profile_fields::value.eq(value),
                profile_fields::level.eq(level),
            )
        })
        .collect();
    insert_rows!(tx, profile_fields::table, rows);
    Ok(())
}

/// Lays what was listed into the index of the search, in its own order: there is no quicker one.
pub(super) fn insert_grams(tx: &mut Tx<'_>, kind: Kind, listed: Vec<(i64, Listed)>) -> Result<()> {
    let mut keys: Vec<(i64, i64, i64)> = listed
        .iter()
        .flat_map(|(row, listed)| listed.grams.iter().map(|gram| (*gram, listed.scope, *row)))
        .collect();
    keys.sort_unstable();
    let row = |(gram, scope, row): (i64, i64, i64)| {
        (
            search_grams::kind.eq(kind.stored()),
            search_grams::gram.eq(gram),
            search_grams::scope.eq(scope),
            search_grams::row_id.eq(row),
        )
    };
    let rows: Vec<_> = keys.into_iter().map(row).collect();
    insert_rows!(tx, search_grams::table, rows);
    Ok(())
}

pub(super) fn insert_friendships(tx: &mut Tx<'_>, rows: Vec<Tie>) -> Result<()> {
    let row = |(one, other, since): Tie| {
        (friendships::member_id.eq(one), friendships::friend_id.eq(other), friendships::since.eq(since))
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    insert_rows!(tx, friendships::table, rows);
    Ok(())
}

pub(super) fn insert_circles(tx: &mut Tx<'_>, rows: Vec<(MemberId, Vec<u8>)>) -> Result<()> {
    let row =
        |(one, friends): (MemberId, Vec<u8>)| (circles::member_id.eq(one), circles::friends.eq(friends));
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    insert_rows!(tx, circles::table, rows);
    Ok(())
}

/// How fresh each author is, one change after the other.
pub(super) fn insert_newest(tx: &mut Tx<'_>, rows: Vec<(MemberId, Newest, i64)>) -> Result<()> {
    let row = |(author, newest, change): (MemberId, Newest, i64)| {
        (
            newest_entries::author_id.eq(author),
            newest_entries::entry_id.eq(newest.entry),
            newest_entries::open_id.eq(newest.open),
            newest_entries::change.eq(change),
        )
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    insert_rows!(tx, newest_entries::table, rows);
    Ok(())
}

pub(super) fn insert_groups(tx: &mut Tx<'_>, rows: Vec<(GroupId, MemberId)>) -> Result<()> {
    let now = tx.now();
    let row = |(id, owner): (GroupId, MemberId)| {
        (
            groups::id.eq(id),
            groups::owner_id.eq(owner),
            groups::name.eq("近しい人"),
            groups::created_at.eq(now),
        )
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    insert_rows!(tx, groups::table, rows);
    Ok(())
}

pub(super) fn insert_group_members(tx: &mut Tx<'_>, rows: Vec<(GroupId, MemberId)>) -> Result<()> {
    let row = |(group, member): (GroupId, MemberId)| {
        (
            group_members::group_id.eq(group),
            group_members::member_id.eq(member),
            group_members::opens_from.eq(0i64),
        )
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    insert_rows!(tx, group_members::table, rows);
    Ok(())
}

pub(super) fn insert_entries(tx: &mut Tx<'_>, rows: Vec<EntryRow>) -> Result<()> {
    let row = |row: EntryRow| {
        (
            diary_entries::id.eq(row.id),
            diary_entries::author_id.eq(row.author),
            diary_entries::title.eq(row.title),
            diary_entries::body.eq(row.body),
            diary_entries::level.eq(row.level),
            diary_entries::group_id.eq(row.group),
            diary_entries::posted_at.eq(row.posted_at),
            diary_entries::comments_given.eq(row.comments_given),
        )
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    insert_rows!(tx, diary_entries::table, rows);
    Ok(())
}

pub(super) fn insert_comments(tx: &mut Tx<'_>, rows: Vec<CommentRow>) -> Result<()> {
    let row = |(entry, author, at): CommentRow| {
        (
            diary_comments::entry_id.eq(entry),
            diary_comments::number.eq(1),
            diary_comments::author_id.eq(author),
            diary_comments::body.eq("いいですね。また見せてください。"),
            diary_comments::posted_at.eq(at),
        )
    };
    let thread = |(entry, author, at): &CommentRow| {
        (
            diary_threads::member_id.eq(*author),
            diary_threads::entry_id.eq(*entry),
            diary_threads::commented_at.eq(*at),
            diary_threads::seen.eq(1),
            diary_threads::is_quiet.eq(false),
        )
    };
    let threads: Vec<_> = rows.iter().map(thread).collect();
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    insert_rows!(tx, diary_comments::table, rows);
    insert_rows!(tx, diary_threads::table, threads);
    Ok(())
}

pub(super) fn insert_footprints(
    tx: &mut Tx<'_>,
    looks: Vec<(MemberId, Vec<(i32, MemberId)>)>,
    now: Moment,
) -> Result<()> {
    let totals: Vec<_> = looks
        .iter()
        .map(|(owner, own)| {
            (footprint_totals::owner_id.eq(*owner), footprint_totals::total.eq(own.len() as i64))
        })
        .collect();
    let rows: Vec<_> = looks
        .into_iter()
        .flat_map(|(owner, own)| own.into_iter().map(move |(day, visitor)| (owner, day, visitor)))
        .map(|(owner, day, visitor)| {
            (
                footprints::owner_id.eq(owner),
                footprints::day.eq(day),
                footprints::visitor_id.eq(visitor),
                footprints::first_at.eq(now),
                footprints::last_at.eq(now),
                footprints::visits.eq(1),
            )
        })
        .collect();
    insert_rows!(tx, footprints::table, rows);
    insert_rows!(tx, footprint_totals::table, totals);
    Ok(())
}
