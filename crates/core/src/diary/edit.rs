//! Changing an entry. Narrowing takes effect at once; widening asks first when others have commented, and opens to all
//! members a day later.

use super::drafts::{self, KeptDraft};
use super::post::{PostError, ensure_own};
use super::{Category, Chosen, Fault, HeldBack, NewDiary, Photo, Talk, categories, fresh, opening, queries};
use crate::first_post::{self, Post};
use crate::group::{self, Group};
use crate::ids::{DiaryId, DraftId, MemberId};
use crate::moment::Moment;
use crate::picture;
use crate::search::index;
use crate::store::{Error, Result, Tx};
use crate::visibility::{self, Kind, Visibility};

/// The form for a new entry, or for one that exists.
#[derive(Clone, Debug)]
pub struct EditPage {
    /// The entry being changed; a new one has none.
    pub id: Option<DiaryId>,
    /// Its title.
    pub title: String,
    /// Its body.
    pub body: String,
    /// Who may read it; for a new entry, the last choice.
    pub visibility: Visibility,
    /// Who of those may comment.
    pub talk: Talk,
    /// Its photographs.
    pub photos: Vec<Photo>,
    /// Groups that the visibility may name.
    pub groups: Vec<Group>,
    /// The draft that what is typed here is kept as.
    pub draft: DraftId,
    /// Whether that draft lies there already, and all of the above is what it says.
    pub is_draft: bool,
    /// How many drafts there are.
    pub drafts: i64,
    /// The author's categories.
    pub categories: Vec<Category>,
    /// Those it is in, or shall be.
    pub chosen: Chosen,
    /// The day on which a new entry shall appear, as it was typed.
    pub day: String,
    /// The hour of that day, as it was typed.
    pub hour: String,
    /// When the draft is posted by itself.
    pub due_at: Option<Moment>,
    /// Why it was not posted at its time.
    pub held_back: Option<HeldBack>,
}

/// Why an entry stays as it was.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// Not the editor's own, or gone.
    #[error("no such entry")]
    NotFound,
    /// More people could read what others commented; the author has not agreed to that yet.
    #[error("{comments} comments of others would be seen by more people")]
    Widens {
        /// How many comments of others.
        comments: i64,
    },
    /// Something the form must say beside a field.
    #[error("the entry cannot be kept: {0:?}")]
    Refused(Fault),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<PostError> for EditError {
    fn from(error: PostError) -> EditError {
        match error {
            PostError::Refused(fault) => EditError::Refused(fault),
            PostError::Store(error) => EditError::Store(error),
        }
    }
}

/// The form: empty for a new entry, filled for one of the member's own; nothing for anybody else's. With a draft of what
/// the form is for, it is filled with that.
pub fn form(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: Option<DiaryId>,
    draft: Option<DraftId>,
) -> Result<Option<EditPage>> {
    let Some(mut page) = fresh_form(tx, me, id)? else { return Ok(None) };
    let Some(draft) = draft else { return Ok(Some(page)) };
    match queries::find_draft(tx, me, draft)? {
        Some(found) if found.entry == id => Ok(Some(filled(tx, me, page, found)?)),
        Some(_) => Ok(Some(page)),
        None => {
            page.draft = draft;
            Ok(Some(page))
        }
    }
}

/// The form with a draft of one's own in it; nothing for anybody else's.
pub fn draft_form(tx: &mut Tx<'_>, me: MemberId, draft: DraftId) -> Result<Option<EditPage>> {
    match queries::find_draft(tx, me, draft)? {
        Some(found) => form(tx, me, found.entry, Some(draft)),
        None => Ok(None),
    }
}

fn fresh_form(tx: &mut Tx<'_>, me: MemberId, id: Option<DiaryId>) -> Result<Option<EditPage>> {
    let (groups, drafts, draft) = (group::mine(tx, me)?, drafts::count(tx, me)?, tx.fresh_id());
    let visibility = visibility::last_choice(tx, me, Kind::Diary)?;
    let (title, body, photos) = Default::default();
    let (talk, is_draft) = (Talk::default(), false);
    let (day, hour, due_at, held_back) = Default::default();
    let (categories, chosen) = (categories::my_categories(tx, me)?, Chosen::default());
    let page = EditPage {
        id,
        title,
        body,
        visibility,
        talk,
        photos,
        groups,
        draft,
        is_draft,
        drafts,
        categories,
        chosen,
        day,
        hour,
        due_at,
        held_back,
    };
    let Some(id) = id else { return Ok(Some(page)) };
    let Some(entry) = queries::find_own(tx, me, id)? else { return Ok(None) };
    let photos = queries::photos(tx, id)?;
    let wanted = first_post::wanted(tx, Post::Entry(id))?;
    let opens = opening::opens_at(tx, id)?.map(|_| Visibility::Members);
    let visibility = wanted.or(opens).unwrap_or(entry.visibility);
    let talk = entry.talk;
    let chosen = Chosen { categories: categories::queries::ids_of_entry(tx, id)?, ..Chosen::default() };
    Ok(Some(EditPage { title: entry.title, body: entry.body, visibility, talk, photos, chosen, ..page }))
}

fn filled(tx: &mut Tx<'_>, me: MemberId, page: EditPage, found: KeptDraft) -> Result<EditPage> {
    let chosen = found.text.visibility.unwrap_or(page.visibility);
    Ok(EditPage {
        title: found.text.title,
        body: found.text.body,
        visibility: group::own_or_only_me(tx, me, chosen)?,
        talk: found.text.talk,
        photos: queries::draft_photos(tx, found.id)?,
        draft: found.id,
        is_draft: true,
        chosen: found.text.chosen,
        day: found.text.day,
        hour: found.text.hour,
        due_at: found.due_at,
        held_back: found.held_back,
        ..page
    })
}

/// Changes an entry of one's own. `agreed` says that the author knows whose comments it opens (rule b-4).
///
/// Answers with the digests of pictures that nothing needs any more.
pub fn edit(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: DiaryId,
    new: &NewDiary,
    agreed: bool,
) -> std::result::Result<Vec<String>, EditError> {
    let Some(old) = queries::find_own(tx, me, id)? else { return Err(EditError::NotFound) };
    ensure_own(tx, me, new.visibility, &new.photos)?;
    let comments = queries::count_comments_of_others(tx, id, me)?;
    let agreed = agreed || new.visibility == Visibility::Members && opening::opens_at(tx, id)?.is_some();
    if !agreed && comments > 0 && old.visibility.widens_to(new.visibility) {
        return Err(EditError::Widens { comments });
    }
    let photos = queries::photos(tx, id)?;
    // Before anybody else said something nobody can wonder what it was about.
    let is_marked = comments > 0 && says_otherwise(&old, &photos, new);
    let before: Vec<_> = photos.into_iter().map(|photo| photo.picture).collect();
    let seen_by = first_post::sieve_changed(tx, me, Post::Entry(id), new.visibility)?;
    let seen_by = opening::sieve(tx, me, id, old.visibility, seen_by)?;
    let before_in_index = queries::listed_before(tx, id)?;
    queries::update(tx, id, new, seen_by, is_marked)?;
    let listed = index::of_entry(me, seen_by, &new.title, &new.body);
    index::change_entry(tx, id, before_in_index.as_ref(), Some(&listed))?;
    fresh::note(tx, me, id, seen_by)?;
    queries::replace_photos(tx, id, &new.photos)?;
    categories::put(tx, me, id, &new.chosen)?;
    visibility::remember(tx, me, Kind::Diary, new.visibility)?;
    Ok(picture::queries::forget_loose(tx, &before)?)
}

/// Whether its readers find other words or photographs; who they are, and how it is put away, is no change to them.
fn says_otherwise(old: &queries::Row, photos: &[Photo], new: &NewDiary) -> bool {
    let before = photos.iter().map(|photo| (photo.picture, photo.alt.as_str()));
    let after = new.photos.iter().map(|photo| (photo.picture, photo.alt.as_str()));
    old.title != new.title || old.body != new.body || !before.eq(after)
}

/// Opens an entry to those whom its author chose, once it was looked at.
pub(crate) fn open_to(tx: &mut Tx<'_>, author: MemberId, id: DiaryId, seen_by: Visibility) -> Result<()> {
    let before = queries::listed_before(tx, id)?;
    queries::set_visibility(tx, id, seen_by)?;
    let after = queries::find(tx, id)?.map(|row| row.listed());
    index::change_entry(tx, id, before.as_ref(), after.as_ref())?;
    fresh::note(tx, author, id, seen_by)
}
