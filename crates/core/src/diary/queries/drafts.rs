//! Drafts in the database.

use diesel::dsl::{count_star, exists};
use diesel::prelude::*;

use crate::diary::categories::queries as categories;
use crate::diary::drafts::{DraftText, KeptDraft};
use crate::diary::{Chosen, HeldBack, NewPhoto, Photo, Talk};
use crate::ids::{CategoryId, DiaryId, DraftId, GroupId, MemberId, PictureId};
use crate::moment::Moment;
use crate::store::schema::{diary_draft_photos, diary_drafts, pictures};
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// A draft without its body: as much of it as a list looks at.
pub(in crate::diary) type LineRow =
    (DraftId, Option<DiaryId>, String, String, i32, Moment, Option<Moment>, Option<i16>);
type Row = (
    Option<DiaryId>,
    String,
    String,
    Option<i16>,
    Option<GroupId>,
    i16,
    String,
    String,
    Option<Moment>,
    Option<i16>,
    String,
    bool,
);

diesel::define_sql_function! {
    /// The signs of a text from one on, so many of them.
    #[sql_name = "substr"]
    fn beginning(text: diesel::sql_types::Text, from: diesel::sql_types::Integer, signs: diesel::sql_types::Integer) -> diesel::sql_types::Text;
}

/// All of the author's, the newest first, with the first `signs` of each body.
pub(in crate::diary) fn draft_lines(tx: &mut Tx<'_>, me: MemberId, signs: i32) -> Result<Vec<LineRow>> {
    Ok(diary_drafts::table
        .filter(diary_drafts::author_id.eq(me))
        .order((diary_drafts::kept_at.desc(), diary_drafts::id.desc()))
        .select((
            diary_drafts::id,
            diary_drafts::entry_id,
            diary_drafts::title,
            beginning(diary_drafts::body, 1, signs),
            diary_drafts::characters,
            diary_drafts::kept_at,
            diary_drafts::due_at,
            diary_drafts::held_back,
        ))
        .load(tx.db)?)
}

pub(in crate::diary) fn drafts_of(tx: &mut Tx<'_>, me: MemberId) -> Result<i64> {
    Ok(diary_drafts::table.filter(diary_drafts::author_id.eq(me)).select(count_star()).first(tx.db)?)
}

pub(in crate::diary) fn all_drafts(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<DraftId>> {
    Ok(diary_drafts::table.filter(diary_drafts::author_id.eq(me)).select(diary_drafts::id).load(tx.db)?)
}

pub(in crate::diary) fn find_draft(tx: &mut Tx<'_>, me: MemberId, id: DraftId) -> Result<Option<KeptDraft>> {
    let row: Option<Row> = diary_drafts::table
        .find(i64::from(id))
        .filter(diary_drafts::author_id.eq(me))
        .select((
            diary_drafts::entry_id,
            diary_drafts::title,
            diary_drafts::body,
            diary_drafts::level,
            diary_drafts::group_id,
            diary_drafts::talk,
            diary_drafts::day,
            diary_drafts::hour,
            diary_drafts::due_at,
            diary_drafts::held_back,
            diary_drafts::new_category,
            diary_drafts::new_category_open,
        ))
        .first(tx.db)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(kept(id, row, categories::ids_of_draft(tx, id)?)))
}

fn kept(
    id: DraftId,
    (entry, title, body, level, group, talk, day, hour, due_at, held_back, new_name, is_open): Row,
    categories: Vec<CategoryId>,
) -> KeptDraft {
    let chosen = Chosen { categories, new_name, is_open };
    let visibility = level.map(|level| Visibility::from_stored(level, group));
    let talk = Talk::from_stored(talk);
    let text = DraftText { title, body, visibility, talk, day, hour, chosen };
    KeptDraft { id, entry, text, due_at, held_back: held_back.and_then(HeldBack::from_stored) }
}

/// A draft that says just the same about the same entry. One with a time is none: it is not changed by the way.
pub(in crate::diary) fn find_twin(
    tx: &mut Tx<'_>,
    me: MemberId,
    entry: Option<DiaryId>,
    text: &DraftText,
) -> Result<Option<DraftId>> {
    let alike: Vec<DraftId> = diary_drafts::table
        .filter(diary_drafts::author_id.eq(me))
        .filter(diary_drafts::title.eq(&text.title))
        .filter(diary_drafts::body.eq(&text.body))
        .filter(diary_drafts::due_at.is_null())
        .select(diary_drafts::id)
        .load(tx.db)?;
    for id in alike {
        if find_draft(tx, me, id)?.is_some_and(|twin| twin.entry == entry && twin.text == *text) {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// Whether any draft, of whomever, has this id.
pub(in crate::diary) fn is_taken(tx: &mut Tx<'_>, id: DraftId) -> Result<bool> {
    Ok(diesel::select(exists(diary_drafts::table.find(i64::from(id)))).get_result(tx.db)?)
}

/// What a draft says, as a row keeps it.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = diary_drafts, treat_none_as_null = true)]
struct Said<'a> {
    title: &'a str,
    body: &'a str,
    characters: i32,
    level: Option<i16>,
    group_id: Option<GroupId>,
    kept_at: Moment,
    talk: i16,
    day: &'a str,
    hour: &'a str,
    due_at: Option<Moment>,
    held_back: Option<i16>,
    new_category: &'a str,
    new_category_open: bool,
}

impl<'a> Said<'a> {
    fn now(tx: &Tx<'_>, text: &'a DraftText) -> Said<'a> {
        Said {
            title: &text.title,
            body: &text.body,
            characters: text.characters(),
            level: text.visibility.map(Visibility::level),
            group_id: text.visibility.and_then(Visibility::group),
            kept_at: tx.now(),
            talk: text.talk.stored(),
            day: &text.day,
            hour: &text.hour,
            due_at: None,
            held_back: None,
            new_category: &text.chosen.new_name,
            new_category_open: text.chosen.is_open,
        }
    }
}

pub(in crate::diary) fn insert_draft(
    tx: &mut Tx<'_>,
    id: DraftId,
    author: MemberId,
    entry: Option<DiaryId>,
    text: &DraftText,
) -> Result<()> {
    let said = Said::now(tx, text);
    diesel::insert_into(diary_drafts::table)
        .values((
            diary_drafts::id.eq(id),
            diary_drafts::author_id.eq(author),
            diary_drafts::entry_id.eq(entry),
            said,
        ))
        .execute(tx.db)?;
    categories::replace_of_draft(tx, id, &text.chosen.categories)
}

pub(in crate::diary) fn update_draft(tx: &mut Tx<'_>, id: DraftId, text: &DraftText) -> Result<()> {
    let said = Said::now(tx, text);
    diesel::update(diary_drafts::table.find(i64::from(id))).set(said).execute(tx.db)?;
    categories::replace_of_draft(tx, id, &text.chosen.categories)
}

pub(in crate::diary) fn delete_draft(tx: &mut Tx<'_>, id: DraftId) -> Result<()> {
    categories::replace_of_draft(tx, id, &[])?;
    diesel::delete(diary_draft_photos::table.filter(diary_draft_photos::draft_id.eq(id))).execute(tx.db)?;
    diesel::delete(diary_drafts::table.find(i64::from(id))).execute(tx.db)?;
    Ok(())
}

/// The entry goes; what was written to change it stays, as the draft of a new one.
pub(in crate::diary) fn leave_entry(tx: &mut Tx<'_>, entry: DiaryId) -> Result<()> {
    diesel::update(diary_drafts::table.filter(diary_drafts::entry_id.eq(entry)))
        .set(diary_drafts::entry_id.eq(None::<DiaryId>))
        .execute(tx.db)?;
    Ok(())
}

pub(in crate::diary) fn draft_photos(tx: &mut Tx<'_>, draft: DraftId) -> Result<Vec<Photo>> {
    let rows: Vec<(PictureId, String, i32, i32)> = diary_draft_photos::table
        .inner_join(pictures::table.on(pictures::id.eq(diary_draft_photos::picture_id)))
        .filter(diary_draft_photos::draft_id.eq(draft))
        .order(diary_draft_photos::position)
        .select((
            diary_draft_photos::picture_id,
            diary_draft_photos::alt,
            pictures::width_px,
            pictures::height_px,
        ))
        .load(tx.db)?;
    let photo = |(picture, alt, width_px, height_px)| Photo { picture, alt, width_px, height_px };
    Ok(rows.into_iter().map(photo).collect())
}

pub(in crate::diary) fn replace_draft_photos(
    tx: &mut Tx<'_>,
    draft: DraftId,
    photos: &[NewPhoto],
) -> Result<()> {
    diesel::delete(diary_draft_photos::table.filter(diary_draft_photos::draft_id.eq(draft)))
        .execute(tx.db)?;
    for (position, photo) in (1i16..).zip(photos) {
        diesel::insert_into(diary_draft_photos::table)
            .values((
                diary_draft_photos::draft_id.eq(draft),
                diary_draft_photos::position.eq(position),
                diary_draft_photos::picture_id.eq(photo.picture),
                diary_draft_photos::alt.eq(&photo.alt),
            ))
            .execute(tx.db)?;
    }
    Ok(())
}
