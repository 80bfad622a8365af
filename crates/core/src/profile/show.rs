//! A member's page, as one viewer may see it.

use jiff::tz::TimeZone;

use super::{Answer, Field, birthday, queries, shows, shows_ties, visibility_of};
use crate::community;
use crate::diary::{self, DiaryLine};
use crate::friend::tie::{self, Tie};
use crate::friend::{self, queries as friends};
use crate::group::{self, Group};
use crate::ids::MemberId;
use crate::introduction;
use crate::last_seen::{self, LastSeen};
use crate::member::Card;
use crate::private_note::{self, Note};
use crate::profile_photo::{self, ProfilePhoto};
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, Visibility};
use crate::voice::{self, VoiceLine};

/// How many of the newest entries a profile shows.
const NEWEST_ENTRIES: i64 = 5;

/// One field the viewer may see. A birthday is written as [`super::birthday::Day::kept`], year and age as a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownField {
    /// Which.
    pub field: Field,
    /// What it says.
    pub value: String,
    /// Who may see it; known to the owner alone.
    pub visibility: Option<Visibility>,
}

/// What the viewer may do next about the tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing: it is oneself.
    Nothing,
    /// Ask for a friendship; with a message where there is no tie at all.
    Ask,
    /// Wait, or take the request back.
    Withdraw,
    /// Answer their request.
    Answer,
    /// They are friends.
    Part,
}

/// A member's page.
#[derive(Clone, Debug)]
pub struct ProfilePage {
    /// Whose.
    pub card: Card,
    /// The viewer's tie to them.
    pub tie: Tie,
    /// Without a tie: whether they are one step further than a friend of a friend.
    pub is_one_step_more: bool,
    /// What may be done about it.
    pub next: Next,
    /// What they say of themselves, as far as the viewer may know.
    pub fields: Vec<ShownField>,
    /// On one's own page, the groups that fields may be open to.
    pub groups: Vec<Group>,
    /// Photographs that the viewer may see, the oldest first.
    pub photos: Vec<ProfilePhoto>,
    /// Their newest voice that the viewer may hear.
    pub voice: Option<VoiceLine>,
    /// Their newest entries that the viewer may read.
    pub newest: Vec<DiaryLine>,
    /// Whether the viewer may know their friends.
    pub shows_friends: bool,
    /// How many friends they have in common with the viewer, as far as the viewer may know.
    pub common_friends: usize,
    /// What the viewer noted about them, for their own eyes.
    pub note: Note,
    /// How many friends introduce them, as far as the viewer may read it.
    pub introductions: i64,
    /// How many communities they show the viewer that they belong to,
    pub communities: usize,
    /// and how many of these the viewer belongs to as well.
    pub shared_communities: usize,
}

/// The page of `owner`, or nothing where the owner does not exist for this viewer.
///
/// How old they are is counted in `zone`, the site's own.
pub fn show(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    owner: MemberId,
    zone: &TimeZone,
) -> Result<Option<ProfilePage>> {
    let Viewer::Member(me) = viewer else { return Ok(None) };
    let Some(tie) = tie::between(tx, me, owner)? else { return Ok(None) };
    let Some(card) = crate::member::queries::find_card(tx, owner)? else { return Ok(None) };
    let shows_friends = shows_ties(tx, viewer, owner)?;
    let (communities, shared_communities) = community::count_of(tx, me, owner)?;
    Ok(Some(ProfilePage {
        card,
        next: next(tx, me, owner, &tie)?,
        is_one_step_more: tie == Tie::None && tie::is_one_step_more(tx, me, owner)?,
        fields: fields(tx, viewer, owner, zone)?,
        groups: if me == owner { group::mine(tx, me)? } else { Vec::new() },
        photos: profile_photo::shown(tx, viewer, owner)?,
        voice: voice::newest_of(tx, viewer, owner)?,
        newest: diary::newest_of(tx, viewer, owner, NEWEST_ENTRIES)?,
        shows_friends,
        common_friends: friend::count_common(tx, me, owner, &tie, shows_friends)?,
        note: private_note::of(tx, me, owner)?.map(|(_, note)| note).unwrap_or_default(),
        introductions: introduction::count(tx, viewer, owner)?,
        communities,
        shared_communities,
        tie,
    }))
}

fn fields(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId, zone: &TimeZone) -> Result<Vec<ShownField>> {
    let is_own = viewer == Viewer::Member(owner);
    let mut said = queries::visible(tx, viewer, owner)?;
    said.retain(|answer| !answer.field.is_wordless());
    said.extend(age(tx, viewer, owner, zone)?);
    said.extend(last_seen(tx, viewer, owner)?);
    let shown = Field::SPOKEN
        .into_iter()
        .filter_map(|field| said.iter().find(|answer| answer.field == field))
        .map(|answer| ShownField {
            field: answer.field,
            value: shown_value(answer),
            visibility: is_own.then_some(answer.visibility),
        });
    Ok(shown.filter(|shown| !shown.value.is_empty()).collect())
}

/// A birthday that is no date says nothing any more.
pub(crate) fn shown_value(answer: &Answer) -> String {
    match answer.field {
        Field::Birthday => birthday::read(&answer.value).map(|read| read.day.kept()).unwrap_or_default(),
        _ => answer.value.clone(),
    }
}

/// Whoever may know the age may know it without day and year.
fn age(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId, zone: &TimeZone) -> Result<Option<Answer>> {
    if !shows(tx, viewer, owner, Field::Age)? {
        return Ok(None);
    }
    let [day, year, setting] = [
        queries::find(tx, owner, Field::Birthday)?,
        queries::find(tx, owner, Field::BirthYear)?,
        queries::find(tx, owner, Field::Age)?,
    ];
    let day = day.and_then(|answer| birthday::read(&answer.value)).map(|read| read.day);
    let year: Option<i16> = year.and_then(|answer| answer.value.parse().ok());
    let today = tx.now().in_zone(zone).date();
    let age = day.zip(year).and_then(|(day, year)| birthday::age(year, day, today));
    let visibility = setting.map_or(Field::Age.first_visibility(), |setting| setting.visibility);
    Ok(age.map(|age| Answer { field: Field::Age, value: age.to_string(), visibility }))
}

/// Roughly when they were here last.
fn last_seen(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId) -> Result<Option<Answer>> {
    if !shows(tx, viewer, owner, Field::LastSeen)? {
        return Ok(None);
    }
    let visibility = visibility_of(tx, owner, Field::LastSeen)?;
    let answer = |seen: LastSeen| Answer { field: Field::LastSeen, value: seen.key().to_owned(), visibility };
    Ok(last_seen::of(tx, owner)?.map(answer))
}

fn next(tx: &mut Tx<'_>, me: MemberId, owner: MemberId, tie: &Tie) -> Result<Next> {
    Ok(match tie {
        Tie::Oneself => Next::Nothing,
        Tie::Friend => Next::Part,
        _ if friends::is_asked_by(tx, me, owner)? => Next::Answer,
        _ if friends::has_asked(tx, me, owner)? => Next::Withdraw,
        _ => Next::Ask,
    })
}
