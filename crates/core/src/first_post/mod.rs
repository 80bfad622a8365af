//! First posts of newcomers, which wait to be looked at while an operator asks for it.
//!
//! A wave of strangers is met so without shutting anybody out: what they write is there for themselves and for nobody
//! else until an operator lets it go.

use crate::live_setting;
use crate::store::{Result, Tx};

/// The live setting that is there while first posts wait.
const HELD: &str = "posts.hold_first";

/// Whether first posts wait now.
pub fn are_held(tx: &mut Tx<'_>) -> Result<bool> {
    Ok(live_setting::find(tx, HELD)?.is_some())
}

/// Makes first posts wait from now on, or no longer. What waits already goes on waiting until it is looked at. The
/// caller writes it into the log of operators' acts.
pub fn hold(tx: &mut Tx<'_>, holds: bool) -> Result<()> {
    if holds { live_setting::set(tx, HELD, "1") } else { live_setting::clear(tx, HELD) }
}
