//! Notices in the database.

pub(super) mod likes;
pub(super) mod places;

use diesel::prelude::*;

use super::{Kind, Notice, Subject};
use crate::diary::queries::{ENTRIES, comments_shown_to, likes_shown_to};
use crate::diary::{Fresh, HeldBack};
use crate::ids::{DiaryId, DraftId, MemberId};
use crate::member::State;
use crate::member::queries::{CARD, CardRow, NAME};
use crate::moment::Moment;
use crate::recovery;
use crate::store::condition::{Condition, ME};
use crate::store::schema::{diary_drafts, diary_entries, diary_openings, friendships, members, notices};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::trusted;
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

/// The most notices one page shows.
const MOST: i64 = 50;

/// What waits already waits since it was put first.
pub(super) fn put(tx: &mut Tx<'_>, member: MemberId, kind: Kind, subject: i64) -> Result<()> {
    let now = tx.now();
    Both(
        diesel::insert_into(notices::table)
            .values((
                notices::member_id.eq(member),
                notices::kind.eq(kind.stored()),
                notices::subject_id.eq(subject),
                notices::newest_at.eq(now),
                notices::since.eq(now),
            ))
            .on_conflict((notices::member_id, notices::kind, notices::subject_id))
            .do_update()
            .set(notices::newest_at.eq(now)),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, member: MemberId, kind: Kind, subject: i64) -> Result<()> {
    diesel::delete(notices::table.find((i64::from(member), kind.stored(), subject))).execute(tx.db)?;
    Ok(())
}

pub(super) fn is_told(tx: &mut Tx<'_>, member: MemberId, kind: Kind, subject: i64) -> Result<bool> {
    let one = notices::table.find((i64::from(member), kind.stored(), subject));
    Ok(diesel::select(diesel::dsl::exists(one)).get_result(tx.db)?)
}

/// A community or a topic is gone: nobody is told of it any more.
pub(crate) fn forget_place(tx: &mut Tx<'_>, kind: Kind, subject: i64) -> Result<()> {
    let about = notices::subject_id.eq(subject).and(notices::kind.eq(kind.stored()));
    diesel::delete(notices::table.filter(about)).execute(tx.db)?;
    Ok(())
}

/// Whatever waits about such things waits no longer.
pub(super) fn delete_of_kind(tx: &mut Tx<'_>, member: MemberId, kind: Kind) -> Result<()> {
    let of_kind =
        notices::table.filter(notices::member_id.eq(member)).filter(notices::kind.eq(kind.stored()));
    diesel::delete(of_kind).execute(tx.db)?;
    Ok(())
}

pub(crate) fn has(tx: &mut Tx<'_>, member: MemberId, kind: Kind) -> Result<bool> {
    let of_kind =
        notices::table.filter(notices::member_id.eq(member)).filter(notices::kind.eq(kind.stored()));
    Ok(diesel::select(diesel::dsl::exists(of_kind)).get_result(tx.db)?)
}

pub(crate) fn delete_all(tx: &mut Tx<'_>, member: MemberId, kind: Kind) -> Result<()> {
    let of_kind =
        notices::table.filter(notices::member_id.eq(member)).filter(notices::kind.eq(kind.stored()));
    diesel::delete(of_kind).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_about_entry(tx: &mut Tx<'_>, member: MemberId, entry: DiaryId) -> Result<()> {
    let about = notices::table
        .filter(notices::member_id.eq(member))
        .filter(notices::subject_id.eq(i64::from(entry)))
        .filter(notices::kind.eq_any(Kind::ABOUT_ENTRIES));
    diesel::delete(about).execute(tx.db)?;
    Ok(())
}

pub(super) fn is_about_entry(tx: &mut Tx<'_>, member: MemberId, entry: DiaryId) -> Result<bool> {
    let about = notices::table
        .filter(notices::member_id.eq(member))
        .filter(notices::subject_id.eq(i64::from(entry)))
        .filter(notices::kind.eq_any(Kind::ABOUT_ENTRIES));
    Ok(diesel::select(diesel::dsl::exists(about)).get_result(tx.db)?)
}

/// An entry is gone: nobody is told of it any more.
pub(crate) fn forget_entry(tx: &mut Tx<'_>, entry: DiaryId) -> Result<()> {
    diesel::delete(
        notices::table
            .filter(notices::subject_id.eq(i64::from(entry)))
            .filter(notices::kind.eq_any(Kind::ABOUT_ENTRIES)),
    )
    .execute(tx.db)?;
    Ok(())
}

/// An entry is open, or opens no more: nobody is told that it is about to.
pub(crate) fn forget_opening(tx: &mut Tx<'_>, entry: DiaryId) -> Result<()> {
    let about = notices::subject_id.eq(i64::from(entry)).and(notices::kind.eq(Kind::Opens.stored()));
    diesel::delete(notices::table.filter(about)).execute(tx.db)?;
    Ok(())
}

/// A member is gone for good: nothing waits for them, and nobody is told of them.
pub(crate) fn forget_member(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    trusted::forget_notices(tx, member)?;
    let about = notices::subject_id.eq(i64::from(member)).and(notices::kind.eq_any(Kind::ABOUT_MEMBERS));
    diesel::delete(notices::table.filter(notices::member_id.eq(member).or(about))).execute(tx.db)?;
    Ok(())
}

/// The kinds of which anything waits, as they are stored.
pub(super) fn kinds(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<i16>> {
    Ok(notices::table.filter(notices::member_id.eq(me)).select(notices::kind).distinct().load(tx.db)?)
}

type EntryRow = (i16, Moment, DiaryId, String, CardRow);

pub(super) fn about_entries(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let rows: Vec<EntryRow> = notices::table
        .inner_join(diary_entries::table.on(diary_entries::id.eq(notices::subject_id)))
        .inner_join(members::table.on(members::id.eq(diary_entries::author_id)))
        .filter(notices::member_id.eq(me))
        .filter(notices::kind.eq_any(Kind::ABOUT_ENTRIES))
        .filter(notices::kind.ne(Kind::Opens.stored()))
        .filter(visible_to(Viewer::Member(me), ENTRIES))
        .filter(still_said(me).or_else(still_liked(me)))
        .order(notices::newest_at.desc())
        .limit(MOST)
        .select((notices::kind, notices::newest_at, diary_entries::id, diary_entries::title, CARD))
        .load(tx.db)?;
    Ok(rows.into_iter().map(about_entry).collect())
}

/// Entries about to open to all members that `me` commented on and may read.
pub(super) fn opening(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    type OpeningRow = (Moment, DiaryId, String, CardRow, Moment);
    let now = tx.now();
    let rows: Vec<OpeningRow> = notices::table
        .inner_join(diary_entries::table.on(diary_entries::id.eq(notices::subject_id)))
        .inner_join(diary_openings::table.on(diary_openings::entry_id.eq(diary_entries::id)))
        .inner_join(members::table.on(members::id.eq(diary_entries::author_id)))
        .filter(notices::member_id.eq(me))
        .filter(notices::kind.eq(Kind::Opens.stored()))
        .filter(visible_to(Viewer::Member(me), ENTRIES))
        .order(notices::newest_at.desc())
        .limit(MOST)
        .select((notices::newest_at, diary_entries::id, diary_entries::title, CARD, diary_openings::opens_at))
        .load(tx.db)?;
    let notice = |(newest_at, entry, title, author, opens_at): OpeningRow| {
        let hours = opens_at.seconds_since(now).max(0) / 3600 + 1;
        Notice { subject: Subject::Opens { entry, title, author: author.into(), hours }, newest_at }
    };
    Ok(rows.into_iter().map(notice).collect())
}

/// The newest of those that `me` may not read, of authors there for them: one line for all.
pub(super) fn opening_unread(tx: &mut Tx<'_>, me: MemberId) -> Result<Option<Notice>> {
    let newest: Option<Moment> = notices::table
        .inner_join(diary_entries::table.on(diary_entries::id.eq(notices::subject_id)))
        .inner_join(members::table.on(members::id.eq(diary_entries::author_id)))
        .filter(notices::member_id.eq(me))
        .filter(notices::kind.eq(Kind::Opens.stored()))
        .filter(visible_to(Viewer::Member(me), NAME))
        .filter(diesel::dsl::not(visible_to(Viewer::Member(me), ENTRIES)))
        .order(notices::newest_at.desc())
        .select(notices::newest_at)
        .first(tx.db)
        .optional()?;
    Ok(newest.map(|newest_at| Notice { subject: Subject::OpensUnread, newest_at }))
}

/// True of notices about comments while some stand that `me` can see and has not looked at.
fn still_said(me: MemberId) -> Condition {
    let liked = Kind::Liked.stored();
    let by_others = format!(
        "notices.kind <> {liked} AND diary_comments.author_id <> {ME} AND diary_comments.number > nt.seen"
    );
    let said = Condition::about(me.into(), by_others).and_also(comments_shown_to(me));
    let tied = format!(
        "diary_comments JOIN members ON members.id = diary_comments.author_id \
         JOIN diary_threads nt ON nt.entry_id = diary_comments.entry_id AND nt.member_id = {ME}"
    );
    said.of_some(&tied, "diary_comments.entry_id = notices.subject_id")
}

/// True of notices about likes while some stand that `me` can see and has not looked at.
fn still_liked(me: MemberId) -> Condition {
    let liked = Kind::Liked.stored();
    let by_others = format!(
        "notices.kind = {liked} AND diary_likes.member_id <> {ME} AND diary_likes.liked_at >= notices.since"
    );
    let given = Condition::about(me.into(), by_others).and_also(likes_shown_to(me));
    let by_whom = "diary_likes JOIN members ON members.id = diary_likes.member_id";
    given.of_some(by_whom, "diary_likes.entry_id = notices.subject_id")
}

fn about_entry((kind, newest_at, entry, title, author): EntryRow) -> Notice {
    let subject = if kind == Kind::OwnEntry.stored() {
        Subject::OwnEntry { entry, title, fresh: Fresh::default() }
    } else if kind == Kind::Liked.stored() {
        Subject::Liked { entry, title }
    } else {
        Subject::JoinedEntry { entry, title, author: author.into(), fresh: Fresh::default() }
    };
    Notice { subject, newest_at }
}

/// Of drafts that still are what could not be posted.
pub(super) fn about_drafts(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let rows: Vec<(DraftId, String, Option<i16>, Moment)> = notices::table
        .inner_join(diary_drafts::table.on(diary_drafts::id.eq(notices::subject_id)))
        .filter(notices::member_id.eq(me))
        .filter(notices::kind.eq(Kind::HeldBack.stored()))
        .filter(diary_drafts::author_id.eq(me))
        .order(notices::newest_at.desc())
        .limit(MOST)
        .select((diary_drafts::id, diary_drafts::title, diary_drafts::held_back, notices::newest_at))
        .load(tx.db)?;
    let notice = |(draft, title, why, newest_at): (DraftId, String, Option<i16>, Moment)| {
        let why = why.and_then(HeldBack::from_stored)?;
        Some(Notice { subject: Subject::HeldBack { draft, title, why }, newest_at })
    };
    Ok(rows.into_iter().filter_map(notice).collect())
}

/// That somebody is on the way back is told as long as they are.
pub(super) fn about_account(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let rows: Vec<(i16, Moment)> = notices::table
        .filter(notices::member_id.eq(me))
        .filter(notices::kind.eq_any(Kind::ABOUT_ME))
        .select((notices::kind, notices::newest_at))
        .load(tx.db)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let is_open = recovery::begun_at(tx, me)?.is_some();
    let notice = |(kind, newest_at): (i16, Moment)| {
        let subject = match kind {
            kind if kind == Kind::RecoveryBegun.stored() => is_open.then_some(Subject::RecoveryBegun),
            kind if kind == Kind::FriendsRefused.stored() => Some(Subject::FriendsRefused),
            _ => Some(Subject::Recovered),
        };
        subject.map(|subject| Notice { subject, newest_at })
    };
    Ok(rows.into_iter().filter_map(notice).collect())
}

/// Only those who still are friends: an acceptance that was undone is no news.
pub(super) fn accepted(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let rows: Vec<(CardRow, Moment)> = notices::table
        .inner_join(members::table.on(members::id.eq(notices::subject_id)))
        .inner_join(friendships::table.on(
            friendships::member_id.eq(notices::member_id).and(friendships::friend_id.eq(notices::subject_id)),
        ))
        .filter(notices::member_id.eq(me))
        .filter(notices::kind.eq(Kind::Accepted.stored()))
        .filter(members::state.eq(State::Active.stored()))
        .order(notices::newest_at.desc())
        .limit(MOST)
        .select((CARD, notices::newest_at))
        .load(tx.db)?;
    Ok(rows
        .into_iter()
        .map(|(card, newest_at)| Notice { subject: Subject::Accepted { friend: card.into() }, newest_at })
        .collect())
}

/// What somebody did for me: of those whom `me` may still meet.
pub(super) fn from_people(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let kinds = [Kind::Thanked, Kind::Introduced, Kind::IntroductionShown, Kind::Met].map(Kind::stored);
    let rows: Vec<(i16, CardRow, Moment)> = notices::table
        .inner_join(members::table.on(members::id.eq(notices::subject_id)))
        .filter(notices::member_id.eq(me))
        .filter(notices::kind.eq_any(kinds))
        .filter(visible_to(Viewer::Member(me), NAME))
        .order(notices::newest_at.desc())
        .limit(MOST)
        .select((notices::kind, CARD, notices::newest_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(from_person).collect())
}

fn from_person((kind, card, newest_at): (i16, CardRow, Moment)) -> Notice {
    let by = card.into();
    let subject = if kind == Kind::Introduced.stored() {
        Subject::Introduced { by }
    } else if kind == Kind::IntroductionShown.stored() {
        Subject::IntroductionShown { by }
    } else if kind == Kind::Met.stored() {
        Subject::Met { other: by }
    } else {
        Subject::Thanked { by }
    };
    Notice { subject, newest_at }
}
