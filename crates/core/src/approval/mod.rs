//! Letting a phone in by the word of another: the new one shows a code, and somebody who is signed in types it on
//! theirs, sees what asks, and says yes.
//!
//! The code lets nobody in who types it; it only names the phone that shows it, so one that is read out on the
//! telephone is worth nothing but a yes. Looking a code up is limited, for one member and for one address.

mod queries;
mod rules;

pub use rules::ApprovalRules;

use rand::RngExt;

use crate::ids::MemberId;
use crate::limit::{self, Take};
use crate::moment::Moment;
use crate::secrets::{Keyring, Purpose};
use crate::security_log::{self, Event, Kind};
use crate::store::{Error, Result, Tx};

const ASKS: &str = "approval asked";
const LOOKS: &str = "approval looked up";
/// Digits of a code.
const DIGITS: usize = 8;
/// So often another code is drawn where somebody shows the same one just now.
const DRAWS: usize = 5;

/// What a phone at the door stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has not asked, or too long ago.
    Nothing,
    /// It shows this code, in groups.
    Asking(String),
    /// Somebody has said yes.
    Granted,
}

/// What asks to be let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    /// The phone in a few words.
    pub device: String,
    /// Since when.
    pub asked_at: Moment,
}

/// What became of looking a code up.
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Looked {
    /// This asks.
    Found(Asker),
    /// No phone shows this code.
    Unknown,
    /// Too many codes lately.
    Wait {
        /// At least 1.
        seconds: i64,
    },
}

/// Gives a phone at the door a new code; one it had before is gone.
pub fn ask(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    device: &str,
    client: &str,
    rules: &ApprovalRules,
) -> Result<Take> {
    let taken = limit::take(tx, keys, ASKS, client.as_bytes(), rules.asks_per_client)?;
    if !taken.is_granted() {
        return Ok(taken);
    }
    let code = draw(tx, keys)?;
    let sealed = keys.seal(tx, Purpose::Approval, row(guest), code.as_bytes())?;
    let marks = keys.approval_marks(tx, &code)?;
    let until = tx.now().plus_seconds(rules.seconds);
    queries::put(tx, guest, marks.current(), &sealed, device, until)?;
    Ok(taken)
}

fn draw(tx: &mut Tx<'_>, keys: &Keyring) -> Result<String> {
    queries::delete_over(tx)?;
    for _ in 0..DRAWS {
        let number: u32 = rand::rng().random_range(0..10u32.pow(DIGITS as u32));
        let code = format!("{number:0DIGITS$}");
        let marks = keys.approval_marks(tx, &code)?;
        if queries::find_asker(tx, marks.all())?.is_none() {
            return Ok(code);
        }
    }
    Err(Error::Broken("every code drawn was taken".to_owned()))
}

/// What this phone at the door stands at.
pub fn standing(tx: &mut Tx<'_>, keys: &Keyring, guest: &[u8]) -> Result<Standing> {
    let Some((sealed, is_granted)) = queries::find(tx, guest)? else { return Ok(Standing::Nothing) };
    if is_granted {
        return Ok(Standing::Granted);
    }
    let code = keys.open_sealed(Purpose::Approval, row(guest), &sealed)?;
    let code = String::from_utf8_lossy(&code).into_owned();
    let (first, second) = code.split_at_checked(DIGITS / 2).unwrap_or((&code, ""));
    Ok(Standing::Asking(format!("{first} {second}")))
}

/// What shows this code. Counted before it is looked at.
pub fn look(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    code: &str,
    rules: &ApprovalRules,
) -> Result<Looked> {
    let id = i64::from(me).to_be_bytes();
    if let Take::Refused { retry_after_seconds: seconds } =
        limit::take(tx, keys, LOOKS, &id, rules.looks_per_member)?
    {
        return Ok(Looked::Wait { seconds });
    }
    let marks = keys.approval_marks(tx, &tidy(code))?;
    let found = queries::find_asker(tx, marks.all())?;
    Ok(found.map_or(Looked::Unknown, Looked::Found))
}

/// Says yes: the phone that shows this code may come in as `me`. `false`: no phone shows it, or somebody was quicker,
/// or it was one code too many; it counts like looking one up.
pub fn grant(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    code: &str,
    client: &str,
    rules: &ApprovalRules,
) -> Result<bool> {
    if !matches!(look(tx, keys, me, code, rules)?, Looked::Found(_)) {
        return Ok(false);
    }
    let marks = keys.approval_marks(tx, &tidy(code))?;
    let granted = queries::grant(tx, marks.all(), me)?;
    if granted {
        security_log::record(tx, Event::of(Kind::DeviceApproved).member(me).client(client))?;
    }
    Ok(granted)
}

/// Says no: the code is gone. It counts like looking one up, so that nobody sends strangers away by guessing.
pub fn deny(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId, code: &str, rules: &ApprovalRules) -> Result<()> {
    match look(tx, keys, me, code, rules)? {
        Looked::Found(_) => {
            let marks = keys.approval_marks(tx, &tidy(code))?;
            queries::delete_by_code(tx, marks.all())
        }
        Looked::Unknown | Looked::Wait { .. } => Ok(()),
    }
}

/// The phone comes in on the word it was given, once.
pub fn take(tx: &mut Tx<'_>, guest: &[u8]) -> Result<Option<MemberId>> {
    queries::take(tx, guest)
}

/// Words given and not used yet count no more: the password has changed.
pub fn forget_all(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    queries::delete_of(tx, member)
}

/// Deletes what is over. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    queries::delete_over(tx)
}

/// The row a code is sealed for.
fn row(guest: &[u8]) -> i64 {
    let first = guest.first_chunk().copied().unwrap_or_default();
    i64::from_be_bytes(first)
}

/// Digits as people type them: full width and groups apart are the same code.
fn tidy(code: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    code.nfkc().take(64).filter(|sign| !sign.is_whitespace() && *sign != '-').collect()
}
