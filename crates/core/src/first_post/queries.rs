//! Posts that wait, in the database.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::{HeldPost, Post};
use crate::ids::{DiaryId, GroupId, MemberId, PictureId, VoiceId};
use crate::member::queries::{CARD, CardRow};
use crate::moment::Moment;
use crate::store::schema::{
    diary_entries, diary_photos, held_posts, members, passed_newcomers, pictures, voices,
};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// The kind of an entry, as [`Post`] stores it.
const ENTRIES: i16 = 1;

pub(super) fn is_newcomer(tx: &mut Tx<'_>, author: MemberId, joined_after: Moment) -> Result<bool> {
    let only_me = Visibility::OnlyMe.level();
    let me = i64::from(author);
    let passed = passed_newcomers::table.find(me);
    let entries = diary_entries::table
        .filter(diary_entries::author_id.eq(author))
        .filter(diary_entries::level.lt(only_me));
    let said = voices::table.filter(voices::author_id.eq(author)).filter(voices::level.lt(only_me));
    let newcomer = members::table
        .find(me)
        .filter(members::joined_at.ge(joined_after))
        .filter(diesel::dsl::not(exists(passed)))
        .filter(diesel::dsl::not(exists(entries)))
        .filter(diesel::dsl::not(exists(said)));
    Ok(diesel::select(exists(newcomer)).get_result(tx.db)?)
}

pub(super) fn insert(tx: &mut Tx<'_>, post: Post, author: MemberId, wanted: Visibility) -> Result<()> {
    let ((kind, id), now) = (post.stored(), tx.now());
    diesel::insert_into(held_posts::table)
        .values((
            held_posts::kind.eq(kind),
            held_posts::post_id.eq(id),
            held_posts::author_id.eq(author),
            held_posts::level.eq(wanted.level()),
            held_posts::group_id.eq(wanted.group()),
            held_posts::held_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn change_wanted(tx: &mut Tx<'_>, post: Post, wanted: Visibility) -> Result<bool> {
    let changed = diesel::update(held_posts::table.find(post.stored()))
        .set((held_posts::level.eq(wanted.level()), held_posts::group_id.eq(wanted.group())))
        .execute(tx.db)?;
    Ok(changed > 0)
}

pub(super) fn narrow_entries(
    tx: &mut Tx<'_>,
    author: MemberId,
    to: Visibility,
    before: Moment,
) -> Result<()> {
    let wider = held_posts::table
        .filter(held_posts::author_id.eq(author))
        .filter(held_posts::kind.eq(ENTRIES))
        .filter(held_posts::held_at.le(before))
        .filter(held_posts::level.lt(to.level()));
    diesel::update(wider)
        .set((held_posts::level.eq(to.level()), held_posts::group_id.eq(None::<GroupId>)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn take_entries(tx: &mut Tx<'_>, author: MemberId, before: Moment) -> Result<()> {
    let entries = held_posts::table
        .filter(held_posts::author_id.eq(author))
        .filter(held_posts::kind.eq(ENTRIES))
        .filter(held_posts::held_at.le(before));
    diesel::delete(entries).execute(tx.db)?;
    Ok(())
}

pub(super) fn find_wanted(tx: &mut Tx<'_>, post: Post) -> Result<Option<Visibility>> {
    let row: Option<(i16, Option<GroupId>)> = held_posts::table
        .find(post.stored())
        .select((held_posts::level, held_posts::group_id))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(level, group)| Visibility::from_stored(level, group)))
}

/// Ends a wait: whose post it was, and what they wanted. `None` if it does not wait.
pub(super) fn take(tx: &mut Tx<'_>, post: Post) -> Result<Option<(MemberId, Visibility)>> {
    let row: Option<(MemberId, i16, Option<GroupId>)> = diesel::delete(held_posts::table.find(post.stored()))
        .returning((held_posts::author_id, held_posts::level, held_posts::group_id))
        .get_result(tx.db)
        .optional()?;
    Ok(row.map(|(author, level, group)| (author, Visibility::from_stored(level, group))))
}

pub(super) fn note_passed(tx: &mut Tx<'_>, author: MemberId) -> Result<()> {
    let now = tx.now();
    let row = (passed_newcomers::member_id.eq(author), passed_newcomers::passed_at.eq(now));
    Both(diesel::insert_into(passed_newcomers::table).values(row).on_conflict_do_nothing()).execute(tx.db)?;
    Ok(())
}

pub(super) fn count(tx: &mut Tx<'_>) -> Result<i64> {
    Ok(held_posts::table.count().get_result(tx.db)?)
}

pub(super) fn oldest(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Post>> {
    let rows: Vec<(i16, i64)> = held_posts::table
        .order((held_posts::held_at, held_posts::post_id))
        .limit(most)
        .select((held_posts::kind, held_posts::post_id))
        .load(tx.db)?;
    Ok(rows.into_iter().map(post).collect())
}

fn post((kind, id): (i16, i64)) -> Post {
    if kind == 1 { Post::Entry(DiaryId::from(id)) } else { Post::Voice(VoiceId::from(id)) }
}

type Waiting = (i16, i64, i16, Option<GroupId>, Moment, CardRow);

pub(super) fn list(tx: &mut Tx<'_>, most: i64) -> Result<Vec<HeldPost>> {
    let rows: Vec<Waiting> = held_posts::table
        .inner_join(members::table.on(members::id.eq(held_posts::author_id)))
        .order((held_posts::held_at, held_posts::post_id))
        .limit(most)
        .select((
            held_posts::kind,
            held_posts::post_id,
            held_posts::level,
            held_posts::group_id,
            held_posts::held_at,
            CARD,
        ))
        .load(tx.db)?;
    rows.into_iter().map(|row| held(tx, row)).collect()
}

fn held(tx: &mut Tx<'_>, (kind, id, level, group, held_at, author): Waiting) -> Result<HeldPost> {
    let post = post((kind, id));
    let (title, body) = match post {
        Post::Entry(_) => words_of_entry(tx, id)?,
        Post::Voice(_) => (None, voices::table.find(id).select(voices::body).first(tx.db)?),
    };
    let photos = match post {
        Post::Entry(_) => photos_of_entry(tx, id)?,
        Post::Voice(_) => Vec::new(),
    };
    let wanted = Visibility::from_stored(level, group);
    Ok(HeldPost { post, author: author.into(), title, body, photos, wanted, held_at })
}

fn words_of_entry(tx: &mut Tx<'_>, id: i64) -> Result<(Option<String>, String)> {
    let (title, body): (String, String) =
        diary_entries::table.find(id).select((diary_entries::title, diary_entries::body)).first(tx.db)?;
    Ok((Some(title), body))
}

fn photos_of_entry(tx: &mut Tx<'_>, id: i64) -> Result<Vec<PictureId>> {
    let hung = diary_photos::table.filter(diary_photos::entry_id.eq(id)).order(diary_photos::position);
    Ok(hung.select(diary_photos::picture_id).load(tx.db)?)
}

pub(super) fn find_photo(tx: &mut Tx<'_>, photo: PictureId) -> Result<Option<String>> {
    let of_entries = held_posts::kind.eq(1i16).and(held_posts::post_id.eq(diary_photos::entry_id));
    Ok(pictures::table
        .inner_join(diary_photos::table.on(diary_photos::picture_id.eq(pictures::id)))
        .inner_join(held_posts::table.on(of_entries))
        .filter(pictures::id.eq(photo))
        .select(pictures::digest)
        .first(tx.db)
        .optional()?)
}
