//! The second factor: codes of an authenticator app that work once, and recovery codes for the day it is lost.
//!
//! Operators and members share it, each in a realm of their own. The secret lies sealed; recovery codes lie as
//! keyed hashes, and readable (sealed) only until their owner has written them down.

mod owner;
mod queries;
mod recovery;
mod secret;

pub use owner::Owner;
pub use recovery::{CODES, codes_left, codes_to_write_down, codes_were_written_down, make_codes};
pub use secret::{STEP_SECONDS, Secret};

use crate::moment::Moment;
use crate::secrets::Keyring;
use crate::store::{Result, Tx};

/// What a code turned out to be.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// A code of the app, for the first time.
    App,
    /// A recovery code; it is gone now.
    Recovery,
    /// Wrong, worn, or there is no second factor.
    Wrong,
}

impl Checked {
    /// Whether it was one that counts.
    pub fn is_right(self) -> bool {
        self != Checked::Wrong
    }
}

/// The secret to put into an app: a new one, or the one that waits for its first code. A confirmed one is never
/// shown again (`None`).
pub fn begin(tx: &mut Tx<'_>, keys: &Keyring, owner: Owner) -> Result<Option<Secret>> {
    let Some(kept) = queries::find(tx, owner)? else {
        let secret = Secret::draw();
        let sealed = secret.seal(tx, keys, owner)?;
        queries::insert_if_absent(tx, owner, &sealed)?;
        // Another request may have been quicker; what lies there is what counts.
        let kept = queries::find(tx, owner)?;
        return kept.map(|kept| Secret::open(keys, owner, &kept.sealed)).transpose();
    };
    if kept.is_confirmed { Ok(None) } else { Secret::open(keys, owner, &kept.sealed).map(Some) }
}

/// Takes a secret that the owner's app has already; its first code confirms it. One that is there stays.
pub fn adopt(tx: &mut Tx<'_>, keys: &Keyring, owner: Owner, secret: &Secret) -> Result<()> {
    let sealed = secret.seal(tx, keys, owner)?;
    queries::insert_if_absent(tx, owner, &sealed)
}

/// The secret that waits for its first code, without making one: for the picture that an app reads.
pub fn waiting(tx: &mut Tx<'_>, keys: &Keyring, owner: Owner) -> Result<Option<Secret>> {
    let kept = queries::find(tx, owner)?.filter(|kept| !kept.is_confirmed);
    kept.map(|kept| Secret::open(keys, owner, &kept.sealed)).transpose()
}

/// The first code of the app: from now on the second factor is asked for. `false`: the code is wrong.
pub fn confirm(tx: &mut Tx<'_>, keys: &Keyring, owner: Owner, code: &str) -> Result<bool> {
    let Some(kept) = queries::find(tx, owner)?.filter(|kept| !kept.is_confirmed) else { return Ok(false) };
    let secret = Secret::open(keys, owner, &kept.sealed)?;
    let Some(step) = secret.step_of(&tidy(code), tx.now()) else { return Ok(false) };
    Ok(queries::advance(tx, owner, step)? && queries::set_confirmed(tx, owner)?)
}

/// Whether this owner has a confirmed second factor.
pub fn has(tx: &mut Tx<'_>, owner: Owner) -> Result<bool> {
    Ok(queries::find(tx, owner)?.is_some_and(|kept| kept.is_confirmed))
}

/// Judges a code: six digits of the app, or a recovery code. A right one is used up in the same statement, so
/// that of any number of parallel tries with it one is right. The caller counts tries.
pub fn check(tx: &mut Tx<'_>, keys: &Keyring, owner: Owner, code: &str) -> Result<Checked> {
    let Some(kept) = queries::find(tx, owner)?.filter(|kept| kept.is_confirmed) else {
        return Ok(Checked::Wrong);
    };
    let code = tidy(code);
    if recovery::looks_like_one(&code) {
        let used = recovery::use_up(tx, keys, owner, &code)?;
        return Ok(if used { Checked::Recovery } else { Checked::Wrong });
    }
    let secret = Secret::open(keys, owner, &kept.sealed)?;
    match secret.step_of(&code, tx.now()) {
        Some(step) if queries::advance(tx, owner, step)? => Ok(Checked::App),
        _ => Ok(Checked::Wrong),
    }
}

/// Judges a recovery code alone: no code of the app counts. A right one is used up in the same statement.
pub fn use_recovery_code(tx: &mut Tx<'_>, keys: &Keyring, owner: Owner, code: &str) -> Result<bool> {
    let code = tidy(code);
    Ok(has(tx, owner)? && recovery::looks_like_one(&code) && recovery::use_up(tx, keys, owner, &code)?)
}

/// Takes the second factor off, recovery codes and all.
pub fn remove(tx: &mut Tx<'_>, owner: Owner) -> Result<()> {
    queries::delete(tx, owner)
}

/// As [`remove`], of one that was confirmed at that moment or later, or never.
pub(crate) fn remove_since(tx: &mut Tx<'_>, owner: Owner, moment: Moment) -> Result<()> {
    if queries::was_confirmed_before(tx, owner, moment)? { Ok(()) } else { queries::delete(tx, owner) }
}

/// Empties recovery codes that nobody wrote down in time. Returns how many owners lost theirs from sight.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    recovery::hide_old(tx)
}

/// Digits as people type them: full width and groups apart are the same code. A code has no other signs.
fn tidy(code: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let signs = code.nfkc().take(64).filter(|sign| !sign.is_whitespace() && *sign != '-');
    signs.collect()
}
