//! A short code by which somebody is found who gave it away (SG-14): ten digits, good until its owner changes or ends
//! it.
//!
//! It opens nothing but the page its owner shows every member, so it lies as it is; guessing is bounded by a limit of
//! its own (ten thousand million codes, a hundred tries a day).

mod digits;
mod queries;

pub use digits::{DIGITS, spaced};

use crate::ids::MemberId;
use crate::store::{Error, Result, Tx};
use crate::visibility::{Viewer, queries as visibility};

/// A made code that is taken already is made again, so many times.
const TRIES: usize = 8;

/// The code of `me`, if there is one: [`DIGITS`] digits.
pub fn mine(tx: &mut Tx<'_>, me: MemberId) -> Result<Option<String>> {
    queries::find(tx, me)
}

/// Makes a code; one there was finds nobody any more.
pub fn renew(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    for _ in 0..TRIES {
        let code = digits::made();
        if queries::find_owner(tx, &code)?.is_none() {
            return queries::put(tx, me, &code);
        }
    }
    Err(Error::Broken("no code is free".to_owned()))
}

/// Ends the code.
pub fn end(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    queries::delete(tx, me)
}

/// Whose code it is, however it is typed; nobody where `me` and they may not meet. One's own finds oneself.
pub fn find(tx: &mut Tx<'_>, me: MemberId, typed: &str) -> Result<Option<MemberId>> {
    let Some(code) = digits::read(typed) else { return Ok(None) };
    let Some(owner) = queries::find_owner(tx, &code)? else { return Ok(None) };
    let meets = visibility::standing(tx, Viewer::Member(me), owner, None)?.meets();
    Ok(meets.then_some(owner))
}
