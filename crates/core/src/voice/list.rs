//! Lists of voices: mine and my friends', and one member's.

use super::queries;
use crate::diary::SeenBy;
use crate::first_post::Post;
use crate::friend::tie;
use crate::group::{self, Group};
use crate::ids::{MemberId, VoiceId};
use crate::member::{self, Card};
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::visibility::{self, Kind, Viewer, Visibility};

/// How many voices one page lists.
pub const VOICES_PER_PAGE: i64 = 20;
/// Home shows what was said in this time, in seconds (7 days).
const RECENT_SECONDS: i64 = 7 * 86_400;

/// A voice, as one viewer may hear it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceLine {
    /// Which.
    pub id: VoiceId,
    /// Whose.
    pub author: Card,
    /// What was said.
    pub body: String,
    /// When.
    pub posted_at: Moment,
    /// Who may hear it, as the viewer may know.
    pub seen_by: SeenBy,
    /// Whether the viewer may take it away.
    pub can_delete: bool,
}

/// A page of voices.
#[derive(Clone, Debug)]
pub struct VoicesPage {
    /// Whose they are; none for mine and my friends' together.
    pub owner: Option<Card>,
    /// The newest first; at most [`VOICES_PER_PAGE`].
    pub voices: Vec<VoiceLine>,
    /// The voice the next page begins before, if there is one.
    pub next: Option<VoiceId>,
    /// The visibility offered for the next one.
    pub offer: Visibility,
    /// Groups that it may name.
    pub groups: Vec<Group>,
}

/// My own voices and those of my friends that I may hear.
pub fn list(tx: &mut Tx<'_>, me: MemberId, before: Option<VoiceId>) -> Result<VoicesPage> {
    let rows = queries::around(tx, me, before, None, VOICES_PER_PAGE + 1)?;
    page(tx, me, None, rows)
}

/// The voices of `owner` that `me` may hear; nothing where the owner does not exist for them.
pub fn list_of(
    tx: &mut Tx<'_>,
    me: MemberId,
    owner: MemberId,
    before: Option<VoiceId>,
) -> Result<Option<VoicesPage>> {
    if tie::between(tx, me, owner)?.is_none() {
        return Ok(None);
    }
    let Some(card) = member::queries::find_card(tx, owner)? else { return Ok(None) };
    let rows = queries::of_author(tx, Viewer::Member(me), owner, before, VOICES_PER_PAGE + 1)?;
    page(tx, me, Some(card), rows).map(Some)
}

/// The newest voice of `owner` that the viewer may hear.
pub fn newest_of(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId) -> Result<Option<VoiceLine>> {
    let rows = queries::of_author(tx, viewer, owner, None, 1)?;
    Ok(lines(tx, viewer, rows)?.into_iter().next())
}

/// What was said lately around a member, for home.
pub fn recent(tx: &mut Tx<'_>, me: MemberId, most: i64) -> Result<Vec<VoiceLine>> {
    let since = tx.now().plus_seconds(-RECENT_SECONDS);
    let rows = queries::around(tx, me, None, Some(since), most)?;
    lines(tx, Viewer::Member(me), rows)
}

fn page(
    tx: &mut Tx<'_>,
    me: MemberId,
    owner: Option<Card>,
    mut rows: Vec<queries::Row>,
) -> Result<VoicesPage> {
    let has_more = rows.len() as i64 > VOICES_PER_PAGE;
    rows.truncate(VOICES_PER_PAGE as usize);
    Ok(VoicesPage {
        owner,
        next: if has_more { rows.last().map(|row| row.id) } else { None },
        voices: lines(tx, Viewer::Member(me), rows)?,
        offer: visibility::last_choice(tx, me, Kind::Voice)?,
        groups: group::mine(tx, me)?,
    })
}

fn lines(tx: &mut Tx<'_>, viewer: Viewer, rows: Vec<queries::Row>) -> Result<Vec<VoiceLine>> {
    rows.into_iter()
        .map(|row| {
            Ok(VoiceLine {
                seen_by: SeenBy::told(tx, viewer, row.author.id, row.visibility, Post::Voice(row.id))?,
                can_delete: viewer == Viewer::Member(row.author.id),
                id: row.id,
                author: row.author,
                body: row.body,
                posted_at: row.posted_at,
            })
        })
        .collect()
}
