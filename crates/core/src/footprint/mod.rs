//! Footprints (足あと): "this member looked at your page", one a visitor and site day (rule b-5).
//!
//! Whether a request counts as a look at all (a top-level GET, no prefetch, answered 200) is for the server to
//! say; here is what a look leaves behind.

mod queries;

use jiff::tz::TimeZone;

use crate::friend::tie::{self, Tie};
use crate::ids::MemberId;
use crate::member::Card;
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, queries as visibility};

/// Footprints are shown for this many days; the counter keeps the rest.
pub const DAYS_SHOWN: i32 = 90;
/// How many one page lists.
pub const PER_PAGE: i64 = 50;

/// One visitor's day.
#[derive(Clone, Debug)]
pub struct Footprint {
    /// Who came by.
    pub visitor: Card,
    /// How they are tied to the owner, as the owner may know it now.
    pub tie: Tie,
    /// The last look of that day.
    pub last_at: Moment,
    /// How often they looked that day.
    pub visits: i32,
}

/// Who came by.
#[derive(Clone, Debug)]
pub struct FootprintsPage {
    /// The newest first.
    pub footprints: Vec<Footprint>,
    /// Every footprint ever left here.
    pub total: i64,
}

/// `visitor` has looked at a page of `owner`. Looks at oneself, or across a block, leave nothing.
pub fn leave(tx: &mut Tx<'_>, visitor: MemberId, owner: MemberId, zone: &TimeZone) -> Result<()> {
    let meets = visibility::standing(tx, Viewer::Member(visitor), owner, None)?.meets();
    if visitor == owner || !meets {
        return Ok(());
    }
    let day = tx.now().site_day(zone);
    if queries::insert_if_first(tx, owner, day, visitor)? {
        queries::raise_total(tx, owner)
    } else {
        queries::bump(tx, owner, day, visitor)
    }
}

/// Who came by lately, with the tie as it is now.
pub fn list(tx: &mut Tx<'_>, me: MemberId, most: i64, zone: &TimeZone) -> Result<FootprintsPage> {
    let oldest_day = tx.now().site_day(zone) - DAYS_SHOWN;
    let rows = queries::newest(tx, me, oldest_day, most)?;
    let mut footprints = Vec::with_capacity(rows.len());
    for (visitor, last_at, visits) in rows {
        if let Some(tie) = tie::between(tx, me, visitor.id)? {
            footprints.push(Footprint { visitor, tie, last_at, visits });
        }
    }
    Ok(FootprintsPage { footprints, total: queries::total(tx, me)? })
}
