//! The second proof by a code in a letter to the confirmed address.

use super::{Entered, Proof, RecoveryRules, count, mail_marks, queries, wrong};
use crate::email;
use crate::letter::{self, Digits, Letter, Matter};
use crate::limit::{self, Take};
use crate::secrets::Keyring;
use crate::signup::Code;
use crate::store::{Result, Tx};

const MAILS: &str = "recovery letters of a number";

/// What became of asking for a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mailed {
    /// It is on its way.
    Sent,
    /// Too many lately: not before so many seconds.
    Wait {
        /// At least 1.
        seconds: i64,
    },
    /// There is no confirmed address.
    NoAddress,
    /// This guest is not on the way back.
    Over,
}

/// Sends a code of so many digits to the confirmed address; one sent before is worth nothing then.
pub fn send_mail(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    digits: u8,
    rules: &RecoveryRules,
) -> Result<Mailed> {
    let Some(row) = queries::find(tx, guest)? else { return Ok(Mailed::Over) };
    let Some(to) = email::address_of(tx, keys, row.member)? else { return Ok(Mailed::NoAddress) };
    if let Take::Refused { retry_after_seconds: seconds } =
        limit::take(tx, keys, MAILS, &row.number_hash, rules.mails_per_member)?
    {
        return Ok(Mailed::Wait { seconds });
    }
    let (code, until) = (Code::draw(digits), tx.now().plus_seconds(rules.mail_life()));
    let marks = mail_marks(tx, keys, row.id, code.as_str())?;
    queries::put_mail_code(tx, row.id, marks.current(), rules.mail_tries, until)?;
    let code = Some(Digits::of(code.as_str()));
    let letter = Letter { to: &to, about: row.member, matter: Matter::RecoveryCode, link: None, code };
    letter::queue(tx, keys, &letter, until)?;
    Ok(Mailed::Sent)
}

/// Judges the code of a letter. It is counted first, for the number and for the code.
pub fn enter_mailed(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    typed: &str,
    client: &str,
    rules: &RecoveryRules,
) -> Result<Entered> {
    let Some(row) = queries::find(tx, guest)? else { return Ok(Entered::Over) };
    let Some(code) = Code::read(typed) else { return Ok(Entered::Wrong) };
    if let Some(wait) = count(tx, keys, &row.number_hash, rules)? {
        return Ok(wait);
    }
    let Some(hash) = queries::take_mail_try(tx, row.id)? else { return Ok(Entered::Dead) };
    if !mail_marks(tx, keys, row.id, code.as_str())?.are_on(&hash) {
        return wrong(tx, row.member, client, Entered::Wrong);
    }
    let is_first = queries::prove(tx, row.id, Proof::Mail)?;
    Ok(if is_first { Entered::Right } else { Entered::Dead })
}
