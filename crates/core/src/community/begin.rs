//! Founding a community, and changing what it is.

use super::{
    ABOUT_CHARACTERS, Joins, MOST_JOINED, MOST_OWNED, NAME_CHARACTERS, Reads, SHOWN_TO, queries, requests,
    topic,
};
use crate::first_post;
use crate::ids::{CommunityId, MemberId};
use crate::store::upsert::hold;
use crate::store::{Error, Result, Tx};
use crate::text;
use crate::visibility::{self, Visibility};

/// What stands in the form of a community.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommunityForm {
    /// What it is called; several may be called the same.
    pub name: String,
    /// What it is about.
    pub about: String,
    /// Who comes in.
    pub joins: Joins,
    /// Who reads what is said inside.
    pub reads: Reads,
}

impl CommunityForm {
    /// What is wrong with its words, if anything is; it may be refused for other reasons still.
    pub fn check(&self) -> Outcome {
        checked(self).map(drop)
    }
}

/// Why a community was not founded, or stays as it was.
#[derive(Debug, thiserror::Error)]
pub enum CommunityError {
    /// There is none, or it is somebody else's.
    #[error("no such community")]
    NotFound,
    /// It needs a name.
    #[error("the name is empty")]
    NameEmpty,
    /// More than [`NAME_CHARACTERS`].
    #[error("the name is too long")]
    NameTooLong,
    /// More than [`ABOUT_CHARACTERS`].
    #[error("what it is about is too long")]
    AboutTooLong,
    /// The member owns [`MOST_OWNED`], or belongs to [`MOST_JOINED`] or has asked to.
    #[error("too many communities")]
    TooMany,
    /// Something was said in it for its members alone: it does not open to all any more.
    #[error("what was said is for its members")]
    WasClosed,
    /// Something was said in it for those its owner said yes to: nobody comes in without one any more.
    #[error("what was said is for those let in")]
    WasVetted,
    /// The member is new, and their first post has not been looked at yet.
    #[error("the first post still waits")]
    Waits,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

type Outcome<T = ()> = std::result::Result<T, CommunityError>;

/// Founds a community: its founder owns it and is its first member, shown to `shown_to`.
pub fn found(
    tx: &mut Tx<'_>,
    me: MemberId,
    form: &CommunityForm,
    shown_to: Visibility,
) -> Outcome<CommunityId> {
    let form = checked(form)?;
    hold(tx, vec![me.into()])?;
    if first_post::must_wait(tx, me)? {
        return Err(CommunityError::Waits);
    }
    let joined = queries::count_joined(tx, me)? + queries::count_asked(tx, me)?;
    if queries::count_owned(tx, me)? >= MOST_OWNED || joined >= MOST_JOINED {
        return Err(CommunityError::TooMany);
    }
    let id: CommunityId = tx.fresh_id();
    queries::insert(tx, id, me, &form)?;
    queries::put_member(tx, id, me, narrowed(shown_to))?;
    remember(tx, me, shown_to)?;
    Ok(id)
}

/// Whom a form offers first to show that one belongs: what was chosen last, and friends before any choice.
pub fn first_shown_to(tx: &mut Tx<'_>, me: MemberId) -> Result<Visibility> {
    Ok(narrowed(visibility::last_choice(tx, me, visibility::Kind::Community)?))
}

/// What was chosen is offered first the next time.
pub(super) fn remember(tx: &mut Tx<'_>, me: MemberId, shown_to: Visibility) -> Result<()> {
    visibility::remember(tx, me, visibility::Kind::Community, narrowed(shown_to))
}

/// Only three levels make sense of belonging; any other shows nobody.
pub(super) fn narrowed(shown_to: Visibility) -> Visibility {
    if SHOWN_TO.contains(&shown_to) { shown_to } else { Visibility::OnlyMe }
}

/// What a community of `me` says and how it goes, and whether nobody else belongs, so that it may be ended; anybody
/// else's is not there.
pub fn own(tx: &mut Tx<'_>, me: MemberId, id: CommunityId) -> Result<Option<(CommunityForm, bool)>> {
    let row = queries::find(tx, id)?.filter(|row| row.owner == me);
    let form = |row: queries::Row| {
        let is_alone = row.members <= 1;
        let form = CommunityForm { name: row.name, about: row.about, joins: row.joins, reads: row.reads };
        (form, is_alone)
    };
    Ok(row.map(form))
}

/// Changes it. What was said for its members alone stays theirs: only one in which nothing was said yet is opened to all
/// (as b-4 has it of comments), be it to read or, where only its members read, to come in without a yes. Where everybody
/// comes in from now on, those who wait are in.
pub fn change(tx: &mut Tx<'_>, me: MemberId, id: CommunityId, form: &CommunityForm) -> Outcome {
    let form = checked(form)?;
    let row = queries::hold_own(tx, me, id)?.ok_or(CommunityError::NotFound)?;
    if first_post::must_wait(tx, me)? {
        return Err(CommunityError::Waits);
    }
    if row.reads == Reads::Insiders && topic::queries::has_any(tx, id)? {
        stays_theirs(&row, &form)?;
    }
    queries::update(tx, id, &form)?;
    if opens_its_door(&row, &form) {
        requests::let_all_in(tx, id)?;
    }
    Ok(())
}

/// Refuses what would show the words of members to people they did not write for.
fn stays_theirs(row: &queries::Row, form: &CommunityForm) -> Outcome {
    match form.reads {
        Reads::Everybody => Err(CommunityError::WasClosed),
        Reads::Insiders if opens_its_door(row, form) => Err(CommunityError::WasVetted),
        Reads::Insiders => Ok(()),
    }
}

fn opens_its_door(row: &queries::Row, form: &CommunityForm) -> bool {
    row.joins == Joins::AfterYes && form.joins == Joins::Freely
}

fn checked(form: &CommunityForm) -> Outcome<CommunityForm> {
    let (name, about) = (text::one_line(&form.name), text::many_lines(&form.about));
    match text::count(&name) {
        _ if !text::is_visible(&name) => Err(CommunityError::NameEmpty),
        n if n > NAME_CHARACTERS => Err(CommunityError::NameTooLong),
        _ if text::count(&about) > ABOUT_CHARACTERS => Err(CommunityError::AboutTooLong),
        _ => Ok(CommunityForm { name, about, ..form.clone() }),
    }
}
