//! A receipt for each submitted form: a repeated submit finds it and makes nothing.
//!
//! The form carries a word made once (`once`). Post and receipt are written in one transaction; whoever finds
//! that the receipt is already there undoes the post by returning an error and shows the place of the first.

mod queries;

use crate::ids::MemberId;
use crate::store::{Result, Tx};

/// Receipts are kept this long, in seconds (7 days): longer than anybody leaves a form open.
const KEPT_SECONDS: i64 = 7 * 86_400;

/// Where the first submit of this form led, if there was one.
pub fn place_of(tx: &mut Tx<'_>, member: MemberId, once: &str) -> Result<Option<String>> {
    queries::find_place(tx, member, once)
}

/// Keeps where this submit led. `false`: another submit of the same form came first and its place stays.
pub fn keep(tx: &mut Tx<'_>, member: MemberId, once: &str, place: &str) -> Result<bool> {
    queries::insert_if_absent(tx, member, once, place)
}

/// Deletes receipts older than 7 days. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let horizon = tx.now().plus_seconds(-KEPT_SECONDS);
    queries::delete_before(tx, horizon)
}
