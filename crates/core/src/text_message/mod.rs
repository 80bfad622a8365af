//! Text messages wait here, in the same transaction as the reason to send them, and a worker sends them.
//!
//! A message is sent at most once: before the provider is asked, the row says "being sent", and a row that
//! still says so after a crash is settled as unknown. The member asks for a new code; no machine does.

mod queries;
mod state;

use zeroize::Zeroizing;

pub use state::Settled;
use state::State;

use crate::ids::TextId;
use crate::moment::Moment;
use crate::phone::PhoneNumber;
use crate::secrets::{CannotOpen, Keyring, Purpose};
use crate::store::{Result, Tx};

/// A message that the provider put off is tried this often in all.
pub const MOST_TRIES: i16 = 3;

/// Settled rows are kept this long, in seconds (30 days), for the operator to see what became of them.
const KEPT_SECONDS: i64 = 30 * 86_400;

/// A message to be sent now.
pub struct Due {
    /// Which row to [`settle`] afterwards.
    pub id: TextId,
    /// To whom.
    pub to: PhoneNumber,
    /// The words, wiped from memory when dropped: there is a code among them.
    pub body: Zeroizing<String>,
    /// Which try this is, from 1.
    pub tries: u32,
}

/// Queues a message. Number and words are sealed together, for this row alone.
pub fn queue(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    to: &PhoneNumber,
    body: &str,
    expires_at: Moment,
) -> Result<TextId> {
    let id: TextId = tx.fresh_id();
    let plain = Zeroizing::new(format!("{}\n{body}", to.as_e164()));
    let sealed = keys.seal(Purpose::TextMessage, id.into(), plain.as_bytes());
    queries::insert(tx, id, &sealed, expires_at)?;
    Ok(id)
}

/// Claims up to `most` messages that are due and marks them as being sent. No two workers claim the same.
/// Those that have waited past their time are settled as expired instead.
pub fn claim_due(tx: &mut Tx<'_>, keys: &Keyring, most: i64) -> Result<Vec<Due>> {
    queries::expire(tx)?;
    let mut claimed = Vec::new();
    for id in queries::list_due(tx, most)? {
        let Some((sealed, tries)) = queries::claim(tx, id)? else { continue };
        match unseal(keys, id, &sealed, tries) {
            Ok(due) => claimed.push(due),
            Err(_) => settle(tx, id, Settled::Refused { error: "the message does not open".to_owned() })?,
        }
    }
    Ok(claimed)
}

/// Writes down what became of a message that was being sent, and empties it unless it is to be sent again.
pub fn settle(tx: &mut Tx<'_>, id: TextId, how: Settled) -> Result<()> {
    match how {
        Settled::Accepted { provider_id, status } => {
            queries::settle(tx, id, State::Accepted, provider_id.as_deref(), status.as_deref())
        }
        Settled::Refused { error } => queries::settle(tx, id, State::Refused, None, Some(&error)),
        Settled::Unknown { error } => queries::settle(tx, id, State::Unknown, None, Some(&error)),
        Settled::Later { due_at, error } => put_off(tx, id, due_at, &error),
    }
}

fn put_off(tx: &mut Tx<'_>, id: TextId, due_at: Moment, error: &str) -> Result<()> {
    if queries::requeue(tx, id, due_at, error)? {
        return Ok(());
    }
    queries::settle(tx, id, State::Refused, None, Some(error))
}

/// Settles as unknown what has been "being sent" for at least `seconds`: the process that sent it is gone.
/// Give 0 at the start of a process that is the only one; else more than the longest time a send may take.
pub fn settle_interrupted(tx: &mut Tx<'_>, seconds: i64) -> Result<usize> {
    let claimed_by = tx.now().plus_seconds(-seconds);
    queries::interrupt(tx, claimed_by)
}

/// Deletes rows that were settled 30 days ago. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let horizon = tx.now().plus_seconds(-KEPT_SECONDS);
    queries::delete_settled_before(tx, horizon)
}

fn unseal(keys: &Keyring, id: TextId, sealed: &[u8], tries: i16) -> std::result::Result<Due, CannotOpen> {
    let plain = keys.open_sealed(Purpose::TextMessage, id.into(), sealed)?;
    let text = std::str::from_utf8(&plain).map_err(|_| CannotOpen)?;
    let (to, body) = text.split_once('\n').ok_or(CannotOpen)?;
    Ok(Due {
        id,
        to: PhoneNumber::from_kept(to),
        body: Zeroizing::new(body.to_owned()),
        tries: u32::from(tries.unsigned_abs()),
    })
}
