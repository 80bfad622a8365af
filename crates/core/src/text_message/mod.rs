//! Text messages wait here, in the same transaction as the reason to send them, and a worker sends them.
//!
//! A message is sent at most once: before the provider is asked, the row says "being sent", and a row that
//! still says so after a crash is settled as unknown. The member asks for a new code; no machine does.
//!
//! A code is drawn when its message leaves ([`claim_due`]), not when it is asked for: a provider that is slow or
//! away costs nobody any of the minutes a code lives, and no code lies in the queue.

mod delivery;
mod errand;
mod line;
mod list;
mod queries;
mod state;
mod stop;

use zeroize::Zeroizing;

pub use delivery::{Applied, Delivery, Report, apply};
pub use errand::{Channel, Errand};
pub use line::{Admit, Heard, Line, LineRules, admit, hear, line};
pub use list::{count_listed, release};
pub(crate) use queries::count_conversion;
pub use state::{Settled, State};
pub use stop::{STOPPED, STOPPED_COUNTRY, Stops};

use crate::ids::{PrefixId, SignupId, TextId};
use crate::moment::Moment;
use crate::phone::PhoneNumber;
use crate::secrets::{CannotOpen, Keyring, Purpose};
use crate::signup;
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
    /// The words, wiped from memory when dropped: there is a code among them. A call reads them line by line.
    pub body: Zeroizing<String>,
    /// Which try this is, from 1.
    pub tries: u32,
    /// How it travels.
    pub channel: Channel,
}

/// A message to be queued.
#[derive(Clone, Copy)]
pub struct Outgoing<'a> {
    /// To whom.
    pub to: &'a PhoneNumber,
    /// The words; every `{code}` becomes the code, every `{digits}` its digits, a line each.
    pub body: &'a str,
    /// Not after.
    pub expires_at: Moment,
    /// What it is for.
    pub errand: Errand,
    /// How it travels.
    pub channel: Channel,
    /// The sign-up that waits for it.
    pub flow: Option<SignupId>,
    /// The neighbourhood it is counted for.
    pub prefix: Option<PrefixId>,
    /// It waits its turn on the list instead of leaving now.
    pub on_list: bool,
}

/// Queues a message that is no code. Number and words are sealed together, for this row alone.
pub fn queue(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    to: &PhoneNumber,
    body: &str,
    expires_at: Moment,
) -> Result<TextId> {
    let notice = Outgoing {
        to,
        body,
        expires_at,
        errand: Errand::Notice,
        channel: Channel::Text,
        flow: None,
        prefix: None,
        on_list: false,
    };
    put(tx, keys, notice)
}

/// Queues any message.
pub fn put(tx: &mut Tx<'_>, keys: &Keyring, message: Outgoing<'_>) -> Result<TextId> {
    let id: TextId = tx.fresh_id();
    let plain = Zeroizing::new(format!("{}\n{}", message.to.as_e164(), message.body));
    let sealed = keys.seal(tx, Purpose::TextMessage, id.into(), plain.as_bytes())?;
    queries::insert(tx, id, &sealed, &message)?;
    Ok(id)
}

/// Whether anything is due.
pub fn has_due(tx: &mut Tx<'_>) -> Result<bool> {
    Ok(!queries::list_due(tx, &[], 1)?.is_empty())
}

/// Claims up to `most` messages that are due and marks them as being sent. No two workers claim the same.
/// Those that have waited past their time are settled as expired instead; what is stopped stays where it is. A code in
/// one has so many `digits`.
pub fn claim_due(tx: &mut Tx<'_>, keys: &Keyring, digits: u8, most: i64) -> Result<Vec<Due>> {
    queries::expire(tx)?;
    let stops = Stops::find(tx)?;
    let mut claimed = Vec::new();
    if stops.everything {
        return Ok(claimed);
    }
    // Rows that send nothing are passed over, so that a single trial is not spent on one.
    for _ in 0..ROUNDS {
        let wanted = most - claimed.len() as i64;
        let ids = queries::list_due(tx, &stops.countries, wanted)?;
        if ids.is_empty() {
            break;
        }
        for id in ids {
            let Some(row) = queries::claim(tx, id)? else { continue };
            claimed.extend(prepare(tx, keys, digits, id, &row)?);
        }
    }
    Ok(claimed)
}

/// How often the queue is looked at for one claim.
const ROUNDS: usize = 8;

/// The code is drawn here. A message whose sign-up has gone on without it is settled unsent.
fn prepare(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    digits: u8,
    id: TextId,
    row: &queries::Claimed,
) -> Result<Option<Due>> {
    let Ok(mut due) = unseal(keys, id, row) else {
        settle(tx, id, Settled::Refused { error: "the message does not open".to_owned() })?;
        return Ok(None);
    };
    let errand = Errand::of_stored(row.errand);
    if let Some(flow) = row.flow_id {
        let Some(code) = signup::arm(tx, keys, flow, digits, errand.has_code())? else {
            queries::settle(tx, id, State::Expired, None, None)?;
            return Ok(None);
        };
        due.body = written_in(&due.body, &code);
    }
    if errand == Errand::Silent {
        queries::settle(tx, id, State::Silent, None, None)?;
        return Ok(None);
    }
    Ok(Some(due))
}

fn written_in(body: &str, code: &str) -> Zeroizing<String> {
    let digits: Zeroizing<Vec<String>> = Zeroizing::new(code.chars().map(String::from).collect());
    let digits = Zeroizing::new(digits.join("\n"));
    let with_code = Zeroizing::new(body.replace("{code}", code));
    Zeroizing::new(with_code.replace("{digits}", &digits))
}

/// Writes down what became of a message that was being sent, and empties it unless it is to be sent again.
pub fn settle(tx: &mut Tx<'_>, id: TextId, how: Settled) -> Result<()> {
    match how {
        Settled::Accepted { provider_id, status } => {
            queries::settle(tx, id, State::Accepted, provider_id.as_deref(), status.as_deref())
        }
        Settled::Refused { error } => queries::settle(tx, id, State::Refused, None, Some(&error)),
        Settled::Unknown { error } => queries::settle(tx, id, State::Unknown, None, Some(&error)),
        Settled::Later { due_at, error } => put_off(tx, id, due_at, MOST_TRIES, &error),
        Settled::NotLeft { due_at, error } => put_off(tx, id, due_at, i16::MAX, &error),
    }
}

fn put_off(tx: &mut Tx<'_>, id: TextId, due_at: Moment, most_tries: i16, error: &str) -> Result<()> {
    if queries::requeue(tx, id, due_at, most_tries, error)? {
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

/// The code of this sign-up was typed in: its message has arrived with a person.
pub(crate) fn has_come_back(tx: &mut Tx<'_>, flow: SignupId) -> Result<()> {
    queries::mark_verified(tx, flow)
}

/// Deletes rows that were settled 30 days ago. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let horizon = tx.now().plus_seconds(-KEPT_SECONDS);
    queries::delete_settled_before(tx, horizon)
}

fn unseal(keys: &Keyring, id: TextId, row: &queries::Claimed) -> std::result::Result<Due, CannotOpen> {
    let plain = keys.open_sealed(Purpose::TextMessage, id.into(), &row.sealed)?;
    let text = std::str::from_utf8(&plain).map_err(|_| CannotOpen)?;
    let (to, body) = text.split_once('\n').ok_or(CannotOpen)?;
    Ok(Due {
        id,
        to: PhoneNumber::from_kept(to),
        body: Zeroizing::new(body.to_owned()),
        tries: u32::from(row.tries.unsigned_abs()),
        channel: Channel::of_stored(row.channel),
    })
}
