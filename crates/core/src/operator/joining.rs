//! What the desk shows of coming in: how people join, who waits, who came last, who is kept out, and one person's
//! branch. No number is ever among it.

use super::queries;
use crate::ban::{self, Ban, KeptOut, Suspension};
use crate::ids::MemberId;
use crate::joining::{self, Branch, Mode, WaitingPage};
use crate::member::{self, Card, State};
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// How many newcomers and how many of those kept out one page lists.
pub const MOST_LISTED: i64 = 50;

/// Somebody who came lately.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// Who.
    pub card: Card,
    /// Where they stand.
    pub state: State,
    /// When they signed up.
    pub joined_at: Moment,
}

/// How people join, at a glance.
#[derive(Clone, Debug)]
pub struct JoiningDesk {
    /// The mode in force.
    pub mode: Mode,
    /// How many wait for a yes.
    pub waiting: i64,
    /// Who came last, the newest first; at most [`MOST_LISTED`].
    pub newest: Vec<Newcomer>,
}

/// Who is kept out.
#[derive(Clone, Debug)]
pub struct KeptOutDesk {
    /// Members who are suspended, the last one first; at most [`MOST_LISTED`].
    pub members: Vec<KeptOut>,
    /// Numbers on the list whose accounts are gone, the last one first; at most [`MOST_LISTED`].
    pub nameless: Vec<Ban>,
}

/// One person, as joining knows them.
#[derive(Clone, Debug)]
pub struct PersonDesk {
    /// Who, where they stand, and since when they are here.
    pub who: Newcomer,
    /// Why they are suspended, if they are.
    pub suspension: Option<Suspension>,
    /// Through whom they came and who came through them.
    pub branch: Branch,
}

/// The page of joining. `configured` is the mode of the file.
pub fn joining_desk(tx: &mut Tx<'_>, configured: Mode) -> Result<JoiningDesk> {
    Ok(JoiningDesk {
        mode: joining::mode(tx, configured)?,
        waiting: joining::count_waiting(tx)?,
        newest: queries::list_newest(tx, MOST_LISTED)?,
    })
}

/// Those who have waited longest.
pub fn waiting_desk(tx: &mut Tx<'_>) -> Result<WaitingPage> {
    joining::waiting(tx)
}

/// Who is kept out, and until when.
pub fn kept_out_desk(tx: &mut Tx<'_>) -> Result<KeptOutDesk> {
    Ok(KeptOutDesk {
        members: ban::list_kept_out(tx, MOST_LISTED)?,
        nameless: ban::list_nameless(tx, MOST_LISTED)?,
    })
}

/// One person's page; `None` if there never was one, or nothing of them is left.
pub fn person_desk(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<PersonDesk>> {
    let Some(who) = queries::find_newcomer(tx, member)? else { return Ok(None) };
    let suspension = ban::suspension_of(tx, member)?.filter(|_| who.state == State::Suspended);
    Ok(Some(PersonDesk { who, suspension, branch: joining::branch(tx, member)? }))
}

/// Whether there is somebody of this id, wherever they stand.
pub fn is_somebody(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    Ok(member::state_of(tx, member)?.is_some())
}
