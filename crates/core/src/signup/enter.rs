//! Entering the code.

use super::code::Code;
use super::queries::{self, Flow};
use super::{Aim, SignupRules, limits, number_of};
use crate::phone::PhoneNumber;
use crate::secrets::Keyring;
use crate::store::{Result, Tx};
use crate::text_message;

/// What became of a typed code. All are values: an error would undo the counting of the try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// Right, for the first and only time: the flow is verified now.
    Right,
    /// Wrong.
    Wrong {
        /// Tries left for this code.
        left: i16,
    },
    /// Its time is over; another may be asked for.
    Expired,
    /// No code is good here any more: no tries are left, or it was used. [`super::state`] tells whether the
    /// flow is verified (a button pressed twice).
    Dead,
    /// This guest has asked for no code.
    NoFlow,
}

/// Hands a flow over to a new guest token: after the right code, the address it was typed at is worth nothing.
pub fn hand_over(tx: &mut Tx<'_>, guest: &[u8], to: &[u8]) -> Result<()> {
    queries::change_guest(tx, guest, to)
}

/// Compares a typed code with the one sent to this guest. The try is counted first, in one statement that
/// also asks whether there is one left, so that of any number of parallel tries no more are judged.
pub fn enter_code(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    typed: &str,
    rules: &SignupRules,
) -> Result<Entered> {
    enter_code_to(tx, keys, guest, typed, Aim::Join, rules)
}

/// The same for any aim: a code asked for with another is none here.
pub fn enter_code_to(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    typed: &str,
    aim: Aim,
    rules: &SignupRules,
) -> Result<Entered> {
    let Some(flow) = queries::find_to(tx, guest, aim)? else { return Ok(Entered::NoFlow) };
    let Some(code) = Code::read(typed) else { return no_try(tx, &flow) };
    let Some((code_hash, left)) = queries::count_try(tx, flow.id)? else { return why_not(tx, &flow) };
    // Over the limit of the number the code is not judged. That is not told: it is about other people's tries.
    let number = number_of(keys, flow.id, &flow.number_sealed)?;
    let may_be_right = limits::of_tries(tx, keys, &number, rules)?;
    let right = keys.is_code(tx, &code_hash, flow.id, &flow.number_hash, code.as_str())?;
    if may_be_right && right {
        queries::verify(tx, flow.id)?;
        text_message::has_come_back(tx, flow.id)?;
        return Ok(Entered::Right);
    }
    if left == 0 {
        queries::kill_code(tx, flow.id)?;
    }
    Ok(Entered::Wrong { left })
}

/// Takes the number this guest has proven for `aim`, and ends the flow: it is worth one step.
pub fn take_proven(tx: &mut Tx<'_>, keys: &Keyring, guest: &[u8], aim: Aim) -> Result<Option<PhoneNumber>> {
    let flow = queries::take_verified(tx, guest, aim)?;
    flow.map(|flow| number_of(keys, flow.id, &flow.number_sealed)).transpose()
}

/// What is no code spends no try, and is wrong as long as a code would have been judged.
fn no_try(tx: &mut Tx<'_>, flow: &Flow) -> Result<Entered> {
    if flow.code_hash.is_some() && flow.tries_left > 0 && tx.now() < flow.code_expires_at {
        return Ok(Entered::Wrong { left: flow.tries_left });
    }
    why_not(tx, flow)
}

/// Why no try could be counted. An expired code dies here, so that a clock set back does not revive it.
fn why_not(tx: &mut Tx<'_>, flow: &Flow) -> Result<Entered> {
    let expired = flow.code_hash.is_some() && tx.now() >= flow.code_expires_at;
    queries::kill_code(tx, flow.id)?;
    Ok(if expired { Entered::Expired } else { Entered::Dead })
}
