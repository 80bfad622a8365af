//! Letters wait here, in the same transaction as the reason to send them, and a worker sends them.
//!
//! Kept is what a letter is about and to whom, sealed; the words are made when it is sent. A letter is sent at
//! most once: before the server is asked, the row says "being sent", and one that still says so after a crash is
//! settled as unknown.

mod digits;
mod link;
mod matter;
mod queries;
mod state;

pub use digits::Digits;
pub use link::Link;
pub use matter::Matter;
pub use state::Settled;

use state::State;
use zeroize::Zeroizing;

use crate::email::{self, EmailAddress};
use crate::ids::{LetterId, MemberId};
use crate::moment::Moment;
use crate::secrets::{Keyring, Purpose};
use crate::store::{Result, Tx};

/// A letter that the server put off is tried this often in all.
pub const MOST_TRIES: i16 = 5;

/// What tells of something is of no use to anybody after so many seconds (3 days).
const NOTICE_SECONDS: i64 = 3 * 86_400;
/// Settled rows are kept this long, in seconds (7 days), for the operator to see what became of them.
const KEPT_SECONDS: i64 = 7 * 86_400;

/// A letter to be queued.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// To whom.
    pub to: &'a EmailAddress,
    /// Whose account it is about: their language is spoken, and their name is in it.
    pub about: MemberId,
    /// What about.
    pub matter: Matter,
    /// The secret of the link in it, if there is one.
    pub link: Option<Link>,
    /// The code in it, if there is one; a letter has a link or a code.
    pub code: Option<Digits>,
}

/// A letter to be sent now.
#[derive(Debug)]
pub struct Due {
    /// Which row to [`settle`] afterwards.
    pub id: LetterId,
    /// To whom.
    pub to: EmailAddress,
    /// What about.
    pub matter: Matter,
    /// Whose account it is about.
    pub about: MemberId,
    /// The name of the member it is about, as it is now.
    pub name: String,
    /// Their language, if they chose one.
    pub language: Option<String>,
    /// The secret of the link in it.
    pub link: Option<Link>,
    /// The code in it.
    pub code: Option<Digits>,
    /// Which try this is, from 1.
    pub tries: i16,
}

/// Queues a letter; it is not sent any more after `expires_at`.
pub fn queue(tx: &mut Tx<'_>, keys: &Keyring, letter: &Letter<'_>, expires_at: Moment) -> Result<()> {
    let id: LetterId = tx.fresh_id();
    let code = letter.code.as_ref().map(Digits::as_str);
    let link = letter.link.as_ref().map(Link::as_str).or(code).unwrap_or_default();
    let (to, about, matter) = (letter.to.as_str(), i64::from(letter.about), letter.matter.stored());
    let plain = Zeroizing::new(format!("{to}\n{about}\n{matter}\n{link}"));
    let sealed = keys.seal(tx, Purpose::Letter, id.into(), plain.as_bytes())?;
    queries::insert(tx, id, &sealed, expires_at)
}

/// Queues a letter to a member, if they have confirmed an address. Answers whether they have.
pub fn tell(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    member: MemberId,
    matter: Matter,
    link: Option<Link>,
) -> Result<bool> {
    let Some(to) = email::address_of(tx, keys, member)? else { return Ok(false) };
    let expires_at = tx.now().plus_seconds(NOTICE_SECONDS);
    queue(tx, keys, &Letter { to: &to, about: member, matter, link, code: None }, expires_at)?;
    Ok(true)
}

/// Claims up to `most` letters that are due and marks them as being sent. No two workers claim the same. Those
/// that waited past their time, or are about nobody any more, are settled instead.
pub fn claim_due(tx: &mut Tx<'_>, keys: &Keyring, most: i64) -> Result<Vec<Due>> {
    queries::expire(tx)?;
    let mut claimed = Vec::new();
    for id in queries::list_due(tx, most)? {
        let Some((sealed, tries)) = queries::claim(tx, id)? else { continue };
        match unseal(tx, keys, id, &sealed, tries)? {
            Some(due) => claimed.push(due),
            None => settle(tx, id, Settled::Refused { error: "the letter does not open".to_owned() })?,
        }
    }
    Ok(claimed)
}

/// Writes down what became of a letter that was being sent, and empties it unless it is to be sent again.
pub fn settle(tx: &mut Tx<'_>, id: LetterId, how: Settled) -> Result<()> {
    match how {
        Settled::Accepted => queries::settle(tx, id, State::Accepted, None),
        Settled::Pointless => queries::settle(tx, id, State::Expired, None),
        Settled::Refused { error } => queries::settle(tx, id, State::Refused, Some(&error)),
        Settled::Unknown { error } => queries::settle(tx, id, State::Unknown, Some(&error)),
        Settled::Later { due_at, error } => match queries::requeue(tx, id, due_at, &error)? {
            true => Ok(()),
            false => queries::settle(tx, id, State::Refused, Some(&error)),
        },
    }
}

/// Settles as unknown what has been "being sent" for at least `seconds`: the process that sent it is gone.
pub fn settle_interrupted(tx: &mut Tx<'_>, seconds: i64) -> Result<usize> {
    let claimed_by = tx.now().plus_seconds(-seconds);
    queries::interrupt(tx, claimed_by)
}

/// Deletes rows that were settled a week ago. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let horizon = tx.now().plus_seconds(-KEPT_SECONDS);
    queries::delete_settled_before(tx, horizon)
}

fn unseal(tx: &mut Tx<'_>, keys: &Keyring, id: LetterId, sealed: &[u8], tries: i16) -> Result<Option<Due>> {
    let Ok(plain) = keys.open_sealed(Purpose::Letter, id.into(), sealed) else { return Ok(None) };
    let Ok(text) = std::str::from_utf8(&plain) else { return Ok(None) };
    let parts: Vec<&str> = text.split('\n').collect();
    let [to, about, matter, link] = parts[..] else { return Ok(None) };
    let (Some(matter), Ok(about)) = (Matter::of_stored(matter), about.parse::<i64>()) else {
        return Ok(None);
    };
    let about = MemberId::from(about);
    let Some((name, language)) = queries::find_reader(tx, about)? else { return Ok(None) };
    let (to, link, code) = (EmailAddress::from_kept(to), Link::parse(link), Digits::parse(link));
    Ok(Some(Due { id, to, matter, about, name, language, link, code, tries }))
}
