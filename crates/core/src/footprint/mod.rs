//! Footprints (足あと): "this member looked at your page", one a visitor and site day (rule b-5).
//!
//! Whether a request counts as a look at all (a top-level GET, no prefetch, answered 200) is for the server to
//! say; here is what a look leaves behind.

mod list;
mod milestone;
mod queries;
mod rules;
mod take_back;
mod thank;

pub use list::{DAYS_OFTEN, Footprint, FootprintsPage, PER_PAGE, Turn, list, page};
pub use milestone::{Milestone, is_round};
pub use rules::FootprintRules;
pub use take_back::{Left, LeftPage, TakenBack, left, take_back};
pub use thank::{THANK_DAYS, thank};

use jiff::tz::TimeZone;

use crate::ids::MemberId;
use crate::preference::{self, Preference};
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, queries as visibility};

/// Footprints are kept and shown for this many days; the counter keeps the rest.
pub const DAYS_SHOWN: i32 = 90;

/// `visitor` has looked at a page of `owner`. Looks at oneself, or across a block, leave nothing; nor does a look
/// where either goes by stealth: who sees no footprints is shown none later.
pub fn leave(tx: &mut Tx<'_>, visitor: MemberId, owner: MemberId, zone: &TimeZone) -> Result<()> {
    let meets = visibility::standing(tx, Viewer::Member(visitor), owner, None)?.meets();
    if visitor == owner || !meets || is_stealthy(tx, visitor)? || is_stealthy(tx, owner)? {
        return Ok(());
    }
    let day = tx.now().site_day(zone);
    if !queries::insert_if_first(tx, owner, day, visitor)? {
        return queries::bump(tx, owner, day, visitor);
    }
    let total = queries::raise_total(tx, owner)?;
    milestone::reached(tx, owner, total, visitor, day)
}

/// Deletes footprints too old to show, and late take-backs that count no more. The totals stay.
pub fn sweep(tx: &mut Tx<'_>, rules: &FootprintRules, zone: &TimeZone) -> Result<usize> {
    let oldest_day = tx.now().site_day(zone) - DAYS_SHOWN;
    let counted_from = tx.now().plus_seconds(-rules.late_seconds);
    Ok(queries::delete_before(tx, oldest_day)? + queries::delete_take_backs_before(tx, counted_from)?)
}

fn is_stealthy(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    preference::is_on(tx, member, Preference::Stealth)
}
