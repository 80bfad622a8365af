//! Recovery codes: ten of twelve digits, each good once, made so that ten keys type them quickly.

use rand::RngExt;

use super::{Owner, queries};
use crate::secrets::{Keyring, Marks};
use crate::store::{Error, Result, Tx};

/// How many there are.
pub const CODES: usize = 10;
/// Digits of one: 40 bits, tried no oftener than the limits of a login allow.
const DIGITS: usize = 12;
/// They can be read for an hour after they were made, and then never again.
const SHOWN_SECONDS: i64 = 3600;

/// Makes new codes; the old ones are gone. They can be read until their owner says they are written down.
pub fn make_codes(tx: &mut Tx<'_>, keys: &Keyring, owner: Owner) -> Result<()> {
    let codes: Vec<String> = (0..CODES).map(|_| draw()).collect();
    let hash = |code: &String| Ok(marks(tx, keys, owner, code)?.current().to_vec());
    let hashes: Vec<Vec<u8>> = codes.iter().map(hash).collect::<Result<_>>()?;
    queries::replace_codes(tx, owner, &hashes)?;
    let sealed = keys.seal(tx, owner.codes_purpose(), owner.id(), codes.join("\n").as_bytes())?;
    queries::set_shown_codes(tx, owner, Some(&sealed))
}

/// The codes that wait to be written down, in groups of four digits; none once they were, or after an hour.
pub fn codes_to_write_down(tx: &mut Tx<'_>, keys: &Keyring, owner: Owner) -> Result<Vec<String>> {
    let made_after = tx.now().plus_seconds(-SHOWN_SECONDS);
    let Some(sealed) = queries::find_shown_codes(tx, owner, made_after)? else { return Ok(Vec::new()) };
    let plain = keys.open_sealed(owner.codes_purpose(), owner.id(), &sealed)?;
    let text = std::str::from_utf8(&plain).map_err(|why| Error::Broken(why.to_string()))?;
    Ok(text.lines().map(in_groups).collect())
}

/// Their owner has written them down: from now on they lie here as hashes alone.
pub fn codes_were_written_down(tx: &mut Tx<'_>, owner: Owner) -> Result<()> {
    queries::set_shown_codes(tx, owner, None)
}

/// How many are still good.
pub fn codes_left(tx: &mut Tx<'_>, owner: Owner) -> Result<i64> {
    queries::count_codes(tx, owner)
}

pub(super) fn looks_like_one(code: &str) -> bool {
    code.len() == DIGITS && code.bytes().all(|sign| sign.is_ascii_digit())
}

pub(super) fn use_up(tx: &mut Tx<'_>, keys: &Keyring, owner: Owner, code: &str) -> Result<bool> {
    let marks = marks(tx, keys, owner, code)?;
    queries::delete_code(tx, owner, marks.all())
}

pub(super) fn hide_old(tx: &mut Tx<'_>) -> Result<usize> {
    let made_before = tx.now().plus_seconds(-SHOWN_SECONDS);
    queries::hide_codes_made_before(tx, made_before)
}

fn marks(tx: &mut Tx<'_>, keys: &Keyring, owner: Owner, code: &str) -> Result<Marks> {
    keys.recovery_marks(tx, owner.realm(), owner.id(), code)
}

fn draw() -> String {
    let number: u64 = rand::rng().random_range(0..10u64.pow(DIGITS as u32));
    format!("{number:0DIGITS$}")
}

fn in_groups(code: &str) -> String {
    let digits: Vec<char> = code.chars().collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}
