//! Who came by, for the owner's eyes.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::str::FromStr;

use jiff::tz::TimeZone;

use super::{DAYS_SHOWN, Milestone, THANK_DAYS, is_stealthy, milestone, queries};
use crate::community;
use crate::friend::tie::{self, Tie};
use crate::ids::MemberId;
use crate::member::Card;
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// How many one page lists.
pub const PER_PAGE: i64 = 50;
/// Somebody who is no friend and comes on so many of the last [`OFTEN_WITHIN`] days is pointed out (FP-11).
pub const DAYS_OFTEN: i64 = 5;
const OFTEN_WITHIN: i32 = 14;

/// One visitor's day.
#[derive(Clone, Debug)]
pub struct Footprint {
    /// Who came by.
    pub visitor: Card,
    /// How they are tied to the owner, as the owner may know it now.
    pub tie: Tie,
    /// Without a tie: whether both belong to a community and show it to everybody.
    pub is_fellow: bool,
    /// The last look of that day.
    pub last_at: Moment,
    /// How often they looked that day.
    pub visits: i32,
    /// Whether it is new enough to thank for, and was not thanked for yet.
    pub can_thank: bool,
    /// Of somebody who is no friend and comes often: on how many of the last two weeks' days.
    pub often: Option<i64>,
}

/// Who came by.
#[derive(Clone, Debug)]
pub struct FootprintsPage {
    /// The newest first.
    pub footprints: Vec<Footprint>,
    /// Every footprint ever left here, but for those taken back.
    pub total: i64,
    /// Round numbers the counter has passed, the newest first.
    pub milestones: Vec<Milestone>,
    /// Whether the owner goes by stealth, and so sees none.
    pub is_stealthy: bool,
    /// Where the next page begins, if there is one.
    pub next: Option<Turn>,
}

/// The place in the list where a page ends: written in addresses as `<last look>-<visitor>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The last look of the page's last row,
    pub last_at: Moment,
    /// and whose it was.
    pub visitor: MemberId,
}

impl fmt::Display for Turn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.last_at.millis(), self.visitor)
    }
}

/// Not a place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a place in the list")]
pub struct NotATurn;

impl FromStr for Turn {
    type Err = NotATurn;

    fn from_str(text: &str) -> std::result::Result<Turn, NotATurn> {
        let (at, who) = text.split_once('-').ok_or(NotATurn)?;
        let last_at = Moment::from_millis(at.parse().map_err(|_| NotATurn)?);
        Ok(Turn { last_at, visitor: who.parse().map_err(|_| NotATurn)? })
    }
}

/// Who came by lately, at most `most`, with the tie as it is now.
pub fn list(tx: &mut Tx<'_>, me: MemberId, most: i64, zone: &TimeZone) -> Result<FootprintsPage> {
    page(tx, me, None, most, zone)
}

/// As [`list`], from a place on.
pub fn page(
    tx: &mut Tx<'_>,
    me: MemberId,
    from: Option<Turn>,
    most: i64,
    zone: &TimeZone,
) -> Result<FootprintsPage> {
    let total = queries::total(tx, me)?;
    if is_stealthy(tx, me)? {
        let (footprints, milestones) = (Vec::new(), Vec::new());
        return Ok(FootprintsPage { footprints, total, milestones, is_stealthy: true, next: None });
    }
    let today = tx.now().site_day(zone);
    let mut rows = queries::newest(tx, me, today - DAYS_SHOWN, from, most + 1)?;
    let has_more = rows.len() as i64 > most;
    rows.truncate(usize::try_from(most).unwrap_or_default());
    let last = rows.last().map(|row| Turn { last_at: row.last_at, visitor: row.visitor.id });
    let footprints = with_ties(tx, me, rows, today)?;
    let milestones = milestone::list(tx, me)?;
    let next = last.filter(|_| has_more);
    Ok(FootprintsPage { footprints, total, milestones, is_stealthy: false, next })
}

fn with_ties(tx: &mut Tx<'_>, me: MemberId, rows: Vec<queries::Row>, today: i32) -> Result<Vec<Footprint>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let often = queries::often_since(tx, me, today - OFTEN_WITHIN + 1, DAYS_OFTEN)?;
    let ties = ties(tx, me, &rows)?;
    let fellows = fellows(tx, me, &ties)?;
    let mut footprints = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(tie) = ties.get(&row.visitor.id).cloned() else { continue };
        let days = often.iter().find(|(visitor, _)| *visitor == row.visitor.id).map(|(_, days)| *days);
        footprints.push(Footprint {
            often: days.filter(|_| tie != Tie::Friend),
            can_thank: row.thanked_at.is_none() && row.day > today - THANK_DAYS,
            is_fellow: tie == Tie::None && fellows.contains(&row.visitor.id),
            visitor: row.visitor,
            last_at: row.last_at,
            visits: row.visits,
            tie,
        });
    }
    Ok(footprints)
}

/// Of whom no nearer tie is known, those with whom a community is shared.
fn fellows(tx: &mut Tx<'_>, me: MemberId, ties: &HashMap<MemberId, Tie>) -> Result<Vec<MemberId>> {
    let strangers: Vec<MemberId> =
        ties.iter().filter(|(_, tie)| **tie == Tie::None).map(|(visitor, _)| *visitor).collect();
    if strangers.is_empty() { Ok(Vec::new()) } else { community::both_may_know(tx, me, &strangers) }
}

fn ties(tx: &mut Tx<'_>, me: MemberId, rows: &[queries::Row]) -> Result<HashMap<MemberId, Tie>> {
    let visitors: HashSet<MemberId> = rows.iter().map(|row| row.visitor.id).collect();
    tie::to_each(tx, me, &visitors.into_iter().collect::<Vec<_>>())
}
