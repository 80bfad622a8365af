//! My invitations, and what became of each.

use super::{InvitationRules, queries};
use crate::ids::{InvitationId, MemberId};
use crate::member::Card;
use crate::moment::Moment;
use crate::secrets::{Keyring, Purpose};
use crate::store::{Error, Result, Tx};
use crate::visibility::{Viewer, queries as visibility};

/// How many one page lists.
pub const PER_PAGE: i64 = 20;

/// What became of an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has used it yet.
    Open,
    /// Somebody came by it.
    Used {
        /// Who, if the inviter may meet them.
        by: Option<Card>,
    },
    /// Its time is over.
    Expired,
    /// It was taken back, or the site closed meanwhile.
    Cancelled,
}

/// An invitation as its owner sees it in the list.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Which.
    pub id: InvitationId,
    /// The words that go with it.
    pub message: String,
    /// Whether the inviter would like to be friends.
    pub offers_tie: bool,
    /// What became of it.
    pub state: State,
    /// When it was made.
    pub created_at: Moment,
    /// Until when it is good.
    pub expires_at: Moment,
}

/// My invitations.
#[derive(Clone, Debug)]
pub struct InvitationsPage {
    /// The newest first; at most [`PER_PAGE`].
    pub invitations: Vec<Invitation>,
    /// The invitation the next page begins before, if there is one.
    pub next: Option<InvitationId>,
    /// How many more may be made now.
    pub left: i64,
}

/// One invitation with its secrets, for its owner alone.
#[derive(Clone, Debug)]
pub struct InvitationPage {
    /// What the list shows.
    pub invitation: Invitation,
    /// The code in two groups of four letters; `None` once nobody can use it.
    pub code: Option<String>,
    /// The token of the link; `None` once nobody can use it.
    pub token: Option<String>,
}

/// My invitations, the newest first; `before` turns the pages.
pub fn mine(
    tx: &mut Tx<'_>,
    me: MemberId,
    before: Option<InvitationId>,
    rules: &InvitationRules,
) -> Result<InvitationsPage> {
    let mut rows = queries::list(tx, me, before, PER_PAGE + 1)?;
    let has_more = rows.len() as i64 > PER_PAGE;
    rows.truncate(PER_PAGE as usize);
    let next = if has_more { rows.last().map(|row| row.id) } else { None };
    let invitations = rows.into_iter().map(|row| told(tx, me, row)).collect::<Result<Vec<_>>>()?;
    let left = (rules.most_open - queries::count_open(tx, me)?).max(0);
    Ok(InvitationsPage { invitations, next, left })
}

/// One of my invitations.
pub fn show(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    id: InvitationId,
) -> Result<Option<InvitationPage>> {
    let Some(row) = queries::find_of(tx, me, id)? else { return Ok(None) };
    let sealed = row.sealed.clone();
    let invitation = told(tx, me, row)?;
    if invitation.state != State::Open {
        return Ok(Some(InvitationPage { invitation, code: None, token: None }));
    }
    let plain = keys.open_sealed(Purpose::Invitation, id.into(), &sealed)?;
    let broken = || Error::Broken("a sealed invitation is not as it should be".to_owned());
    let text = std::str::from_utf8(&plain).map_err(|_| broken())?;
    let (code, token) = text.split_once('\n').ok_or_else(broken)?;
    let (front, back) = code.split_at_checked(code.len() / 2).ok_or_else(broken)?;
    Ok(Some(InvitationPage {
        invitation,
        code: Some(format!("{front} {back}")),
        token: Some(token.to_owned()),
    }))
}

fn told(tx: &mut Tx<'_>, me: MemberId, row: queries::Row) -> Result<Invitation> {
    let state = if row.used_at.is_some() {
        State::Used { by: guest_met(tx, me, row.used_by)? }
    } else if row.cancelled_at.is_some() {
        State::Cancelled
    } else if row.expires_at <= tx.now() {
        State::Expired
    } else {
        State::Open
    };
    Ok(Invitation {
        id: row.id,
        message: row.message,
        offers_tie: row.offers_tie,
        state,
        created_at: row.created_at,
        expires_at: row.expires_at,
    })
}

/// Whoever waits, left or has blocked the inviter is somebody the inviter may not meet.
fn guest_met(tx: &mut Tx<'_>, me: MemberId, guest: Option<MemberId>) -> Result<Option<Card>> {
    let Some(guest) = guest else { return Ok(None) };
    match visibility::standing(tx, Viewer::Member(me), guest, None)?.meets() {
        true => crate::member::queries::find_card(tx, guest),
        false => Ok(None),
    }
}
