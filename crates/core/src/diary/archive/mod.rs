//! A diary by its months and days, as far as the viewer may read it.

mod month;
mod other_years;
mod stretch;

pub use month::{Month, NotAMonth, is_in_reach};
pub(super) use stretch::{Stretch, ids, stretches};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{DiaryLine, categories, queries};
use crate::friend::tie;
use crate::ids::{DiaryId, MemberId};
use crate::member::Card;
use crate::store::condition::Condition;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::{standing, visible_at};

/// A month of somebody's diary.
#[derive(Clone, Debug)]
pub struct ArchivePage {
    /// Whose.
    pub owner: Card,
    /// Whether the viewer is the owner.
    pub is_own: bool,
    /// Which month.
    pub month: Month,
    /// Its days on which there is something to read, in order.
    pub days: Vec<ArchiveDay>,
    /// The nearest month before it with anything to read.
    pub older: Option<Month>,
    /// The nearest month after it with anything to read.
    pub newer: Option<Month>,
    /// Whether the owner has categories that the viewer is shown anything of, or is the viewer.
    pub has_categories: bool,
    /// What the owner wrote on this day in other years: for their own eyes, on the page that no month was chosen for.
    pub other_years: Vec<DiaryLine>,
}

/// A day on which there is something to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArchiveDay {
    /// Which.
    pub date: Date,
    /// How many entries of it the viewer may read; at least one.
    pub entries: i64,
    /// The first of them.
    pub first: DiaryId,
}

/// A month of `owner`'s diary, or the newest with anything to read; nothing where the owner does not exist for this
/// viewer.
pub fn archive(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    owner: MemberId,
    asked: Option<Month>,
    zone: &TimeZone,
) -> Result<Option<ArchivePage>> {
    let Viewer::Member(me) = viewer else { return Ok(None) };
    if tie::between(tx, me, owner)?.is_none() {
        return Ok(None);
    }
    let Some(card) = crate::member::queries::find_card(tx, owner)? else { return Ok(None) };
    let shelf = Shelf { owner, open: open_to(tx, viewer, owner)?, zone };
    let month = match asked {
        Some(month) => month,
        None => shelf.newest_month(tx)?,
    };
    let is_own = me == owner;
    let other_years =
        if is_own && asked.is_none() { other_years::of_today(tx, me, zone)? } else { Vec::new() };
    let ids = ids(month.first(), month.end(), zone);
    let older = queries::find_before(tx, owner, &shelf.open, ids.start)?;
    let newer = queries::find_after(tx, owner, &shelf.open, ids.end.saturating_sub(1))?;
    let in_month = |found: queries::Beside| Month::of(found.posted_at.in_zone(zone).date());
    Ok(Some(ArchivePage {
        owner: card,
        is_own,
        month,
        has_categories: is_own || categories::has_any(tx, viewer, owner)?,
        days: shelf.days(tx, month)?,
        older: older.map(in_month),
        newer: newer.map(in_month),
        other_years,
    }))
}

/// Which of one author's entries are open to the viewer now: the graph is asked once for all of them.
pub(super) fn open_to(tx: &mut Tx<'_>, viewer: Viewer, author: MemberId) -> Result<Condition> {
    let standing = standing(tx, viewer, author, None)?;
    Ok(visible_at(viewer, standing, queries::ENTRIES))
}

struct Shelf<'z> {
    owner: MemberId,
    open: Condition,
    zone: &'z TimeZone,
}

impl Shelf<'_> {
    fn newest_month(&self, tx: &mut Tx<'_>) -> Result<Month> {
        let newest = queries::find_before(tx, self.owner, &self.open, i64::MAX)?;
        let at = newest.map_or(tx.now(), |found| found.posted_at);
        Ok(Month::of(at.in_zone(self.zone).date()))
    }

    /// A day that clocks are put back on lies in two stretches.
    fn days(&self, tx: &mut Tx<'_>, month: Month) -> Result<Vec<ArchiveDay>> {
        let mut days: Vec<ArchiveDay> = Vec::new();
        for stretch in stretches(month.first(), month.end(), self.zone) {
            for day in queries::count_by_day(tx, self.owner, &self.open, &stretch)? {
                match days.last_mut().filter(|last| last.date == day.date) {
                    Some(last) => last.entries += day.entries,
                    None => days.push(day),
                }
            }
        }
        Ok(days)
    }
}
