//! Thanking somebody for having come by: one key, once a visit.

use jiff::tz::TimeZone;

use super::{is_stealthy, queries};
use crate::ids::MemberId;
use crate::notice::{self, Kind};
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, queries as visibility};

/// Footprints of so many days, today among them, can be thanked for.
pub const THANK_DAYS: i32 = 7;

/// Thanks `visitor` for what they left here lately. `false` if they left nothing, or nobody is there to thank.
///
/// Pressed twice, it thanks once and is `true` both times.
pub fn thank(tx: &mut Tx<'_>, me: MemberId, visitor: MemberId, zone: &TimeZone) -> Result<bool> {
    let meets = visibility::standing(tx, Viewer::Member(me), visitor, None)?.meets();
    let from_day = tx.now().site_day(zone) - THANK_DAYS + 1;
    if !meets || is_stealthy(tx, me)? || !queries::has_left(tx, me, visitor, from_day)? {
        return Ok(false);
    }
    if queries::mark_thanked(tx, me, visitor, from_day)? {
        notice::leave_from(tx, me, visitor, Kind::Thanked, me.into())?;
    }
    Ok(true)
}
