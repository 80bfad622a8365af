//! Signing up: a number, a code sent to it, then a name and a password.
//!
//! The way through the door belongs to a guest (the hash of a token only their browser has), so a code is
//! worth nothing in another browser. Whether a number is new, known, banned or over its limits, the answer is
//! the same: only the phone itself is told more. Limits of the guest's own are told, with the wait.
//!
//! What it costs is bounded from every side: per guest, address, number, neighbours, country and day ([`budget`]).
//! When the day's budget is spent nobody is sent away: the message waits for the next day's.
//!
//! Asking anew begins the flow anew: a new id, so that no older code can ever match it.

mod aim;
mod ask;
mod budget;
mod code;
mod enter;
mod finish;
mod limits;
mod queries;
mod rules;
mod word;

pub use aim::Aim;
pub use ask::{Asked, Asker, Request, Texts, request_code, request_code_to, resend};
pub(crate) use ask::{arm, called_up, waiting_number};
pub(crate) use budget::take_for_the_list;
pub use budget::{Budget, budget, set_budget_today};
pub(crate) use code::Code;
pub use enter::{Entered, enter_code, enter_code_to, hand_over, take_proven};
pub use finish::{Finished, finish};
pub(crate) use finish::{Proven, hold_number, is_free, take_to_join};
pub use rules::{RuleError, SignupRules};
pub use word::is_answer;

use crate::ids::{MemberId, SignupId};
use crate::limit::Take;
use crate::moment::Moment;
use crate::phone::PhoneNumber;
use crate::secrets::{Keyring, Marks, Purpose};
use crate::store::{Error, Result, Tx};
use crate::{number, text_message};

/// A flow is forgotten so long after its code was asked for, in seconds (24 h).
pub const FLOW_SECONDS: i64 = 86_400;

/// Where a guest stands, for the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlowState {
    /// No number given yet.
    None,
    /// A code was sent (or seems so).
    CodeSent {
        /// When.
        sent_at: Moment,
        /// From when on another may be asked for to the same number.
        can_resend_at: Moment,
        /// Until when it is good.
        expires_at: Moment,
        /// The last two digits of the number, for the person to recognise it.
        last_two: String,
        /// How the message fares.
        progress: Progress,
    },
    /// The number is theirs; name and password are still to come.
    Verified,
}

/// How a message fares, as far as a guest is told. It says nothing of the number: a late provider is late for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It may take a minute.
    OnItsWay,
    /// Messages are late for everybody now.
    Late,
    /// It leaves when the budget has room.
    Listed,
}

/// Where a guest who signs up stands.
pub fn state(tx: &mut Tx<'_>, keys: &Keyring, guest: &[u8], rules: &SignupRules) -> Result<FlowState> {
    state_to(tx, keys, guest, Aim::Join, rules)
}

/// Where a guest stands on the way to `aim`; a flow with another aim is none.
pub fn state_to(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    aim: Aim,
    rules: &SignupRules,
) -> Result<FlowState> {
    let Some(flow) = queries::find_to(tx, guest, aim)? else { return Ok(FlowState::None) };
    if flow.verified_at.is_some() {
        return Ok(FlowState::Verified);
    }
    let number = number_of(keys, flow.id, &flow.number_sealed)?;
    let wait = match limits::look_resend(tx, keys, guest, &number, rules)? {
        Take::Granted => 0,
        Take::Refused { retry_after_seconds } => retry_after_seconds,
    };
    let is_late = text_message::line(tx)?.is_late(tx.now());
    let progress = match (flow.listed_until.is_some(), is_late) {
        (true, _) => Progress::Listed,
        (false, true) => Progress::Late,
        (false, false) => Progress::OnItsWay,
    };
    Ok(FlowState::CodeSent {
        progress,
        sent_at: flow.sent_at,
        can_resend_at: tx.now().plus_seconds(wait),
        expires_at: flow.code_expires_at,
        last_two: number.last_two().to_owned(),
    })
}

/// Whether the number of this flow is proven.
pub fn is_verified(tx: &mut Tx<'_>, guest: &[u8]) -> Result<bool> {
    Ok(queries::find(tx, guest)?.is_some_and(|flow| flow.verified_at.is_some()))
}

/// The number that this flow has proven.
pub(crate) fn proven_number(tx: &mut Tx<'_>, keys: &Keyring, guest: &[u8]) -> Result<Option<PhoneNumber>> {
    let flow = queries::find(tx, guest)?.filter(|flow| flow.verified_at.is_some());
    flow.map(|flow| number_of(keys, flow.id, &flow.number_sealed)).transpose()
}

/// Whether a number stands behind an account, or is kept for one to come back to. Both are asked, whatever the first
/// says: the two cost the same.
fn is_registered(tx: &mut Tx<'_>, marks: &Marks, member: Option<MemberId>) -> Result<bool> {
    let (is_used, is_kept) = (queries::is_used(tx, marks.all())?, number::is_kept(tx, marks.all(), member)?);
    Ok(is_used || is_kept)
}

/// Deletes flows older than [`FLOW_SECONDS`]. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    queries::delete_old(tx)
}

fn number_of(keys: &Keyring, flow: SignupId, sealed: &[u8]) -> Result<PhoneNumber> {
    let plain = keys.open_sealed(Purpose::Signup, flow.into(), sealed)?;
    let e164 =
        std::str::from_utf8(&plain).map_err(|_| Error::Broken("a sealed number is not text".to_owned()))?;
    Ok(PhoneNumber::from_kept(e164))
}
