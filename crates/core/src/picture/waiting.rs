//! Pictures that were sent with a form which keeps them only as long as it is open: a comment's.

use super::queries;
use crate::ids::PictureId;
use crate::store::{Result, Tx};

/// A form has so long to be sent again with what it was sent before, in seconds (a day).
const WAIT_SECONDS: i64 = 86_400;
/// Pictures looked at in one sweep.
const AT_ONCE: i64 = 500;

/// Notes that a picture waits for its form to be sent.
pub fn wait(tx: &mut Tx<'_>, picture: PictureId) -> Result<()> {
    queries::put_waiting(tx, picture)
}

/// Forgets what has waited too long and hangs nowhere; its files are named for the worker that deletes them.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let before = tx.now().plus_seconds(-WAIT_SECONDS);
    let over = queries::waited_since(tx, before, AT_ONCE)?;
    let loose = queries::forget_loose(tx, &over)?;
    crate::leaving::delete_files_later(tx, &loose)?;
    queries::wait_no_longer(tx, &over)?;
    Ok(over.len())
}
