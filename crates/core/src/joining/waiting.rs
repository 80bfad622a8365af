//! Members who wait for an operator's yes.

use super::queries;
use crate::ids::MemberId;
use crate::member::{self, Card, State};
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// How many one page lists.
pub const WAITING_PER_PAGE: i64 = 30;

/// Somebody who waits.
#[derive(Clone, Debug)]
pub struct Applicant {
    /// Who.
    pub card: Card,
    /// Who invited them, if somebody did who is still here.
    pub inviter: Option<Card>,
    /// Since when they wait.
    pub asked_at: Moment,
}

/// Those who wait.
#[derive(Clone, Debug)]
pub struct WaitingPage {
    /// The longest wait first; at most [`WAITING_PER_PAGE`].
    pub applicants: Vec<Applicant>,
    /// How many wait in all.
    pub total: i64,
}

/// Those who have waited longest.
pub fn waiting(tx: &mut Tx<'_>) -> Result<WaitingPage> {
    let rows = queries::list_applications(tx, WAITING_PER_PAGE)?;
    let mut applicants = Vec::with_capacity(rows.len());
    for (card, asked_at) in rows {
        let inviter = match super::inviter_of(tx, card.id)? {
            Some(inviter) => member::queries::find_card(tx, inviter)?,
            None => None,
        };
        applicants.push(Applicant { card, inviter, asked_at });
    }
    Ok(WaitingPage { applicants, total: queries::count_applications(tx)? })
}

/// How many wait.
pub fn count_waiting(tx: &mut Tx<'_>) -> Result<i64> {
    queries::count_applications(tx)
}

/// Whether this member waits.
pub fn is_waiting(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    Ok(member::state_of(tx, member)? == Some(State::Waiting))
}
