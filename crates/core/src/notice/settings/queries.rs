//! Notice settings in the database. Whatever claims names the moment it saw, so that of two workers one finds nothing.

use diesel::prelude::*;

use super::{Pace, Settings};
use crate::ids::MemberId;
use crate::moment::Moment;
use crate::store::schema::notice_settings::{self, table};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

/// A member's row.
pub(crate) struct Row {
    pub(crate) settings: Settings,
    /// The last letter told of what happened from then on.
    pub(crate) told_from: Moment,
    pub(super) told_until: Moment,
    pub(super) due_at: Option<Moment>,
}

impl Pace {
    const fn stored(self) -> i16 {
        match self {
            Pace::Never => 0,
            Pace::Daily => 1,
            Pace::Soon => 2,
        }
    }

    const fn of_stored(stored: i16) -> Pace {
        match stored {
            1 => Pace::Daily,
            2 => Pace::Soon,
            _ => Pace::Never,
        }
    }
}

type Found = (i16, i16, i16, i16, i16, Moment, Moment, Option<Moment>);

pub(crate) fn find(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Row>> {
    let row: Option<Found> = table
        .find(i64::from(member))
        .select((
            notice_settings::silent,
            notice_settings::mailed,
            notice_settings::rung,
            notice_settings::pace,
            notice_settings::hour,
            notice_settings::told_from,
            notice_settings::told_until,
            notice_settings::due_at,
        ))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(silent, mailed, rung, pace, hour, told_from, told_until, due_at)| {
        let settings = Settings { silent, mailed, rung, pace: Pace::of_stored(pace), hour };
        Row { settings, told_from, told_until, due_at }
    }))
}

/// Letters tell of what they would have told before; the first ones, of what happens from now on.
pub(super) fn put(
    tx: &mut Tx<'_>,
    member: MemberId,
    settings: Settings,
    due_at: Option<Moment>,
) -> Result<()> {
    let now = tx.now();
    let chosen = (
        notice_settings::silent.eq(settings.silent),
        notice_settings::mailed.eq(settings.mailed),
        notice_settings::rung.eq(settings.rung),
        notice_settings::pace.eq(settings.pace.stored()),
        notice_settings::hour.eq(settings.hour),
        notice_settings::due_at.eq(due_at),
    );
    let told = (notice_settings::told_from.eq(now), notice_settings::told_until.eq(now));
    let put = diesel::insert_into(table)
        .values((notice_settings::member_id.eq(member), chosen, told))
        .on_conflict(notice_settings::member_id)
        .do_update()
        .set(chosen);
    Both(put).execute(tx.db)?;
    Ok(())
}

/// Letters tell of what happens from now on.
pub(super) fn begin(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    let now = tx.now();
    diesel::update(table.find(i64::from(member)))
        .set((notice_settings::told_from.eq(now), notice_settings::told_until.eq(now)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn stop(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::update(table.find(i64::from(member)))
        .set((notice_settings::pace.eq(Pace::Never.stored()), notice_settings::due_at.eq(None::<Moment>)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn put_due_if_none(tx: &mut Tx<'_>, member: MemberId, due_at: Moment) -> Result<()> {
    diesel::update(table.find(i64::from(member)))
        .filter(notice_settings::due_at.is_null())
        .set(notice_settings::due_at.eq(Some(due_at)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn put_off(tx: &mut Tx<'_>, member: MemberId, seen: Moment, due_at: Moment) -> Result<()> {
    diesel::update(table.find(i64::from(member)))
        .filter(notice_settings::due_at.eq(Some(seen)))
        .set(notice_settings::due_at.eq(Some(due_at)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn claim(
    tx: &mut Tx<'_>,
    member: MemberId,
    seen: Moment,
    told_from: Moment,
    next: Option<Moment>,
) -> Result<bool> {
    let now = tx.now();
    let claimed = diesel::update(table.find(i64::from(member)))
        .filter(notice_settings::due_at.eq(Some(seen)))
        .set((
            notice_settings::told_from.eq(told_from),
            notice_settings::told_until.eq(now),
            notice_settings::due_at.eq(next),
        ))
        .execute(tx.db)?;
    Ok(claimed > 0)
}

pub(crate) fn list_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<MemberId>> {
    Ok(table
        .filter(notice_settings::due_at.le(Some(tx.now())))
        .order(notice_settings::due_at)
        .limit(most)
        .select(notice_settings::member_id)
        .load(tx.db)?)
}

/// How far word of each topic goes, and nothing else: letters go on where they were.
pub(super) fn put_reaches(tx: &mut Tx<'_>, member: MemberId, settings: Settings) -> Result<()> {
    diesel::update(table.find(i64::from(member)))
        .set((
            notice_settings::silent.eq(settings.silent),
            notice_settings::mailed.eq(settings.mailed),
            notice_settings::rung.eq(settings.rung),
        ))
        .execute(tx.db)?;
    Ok(())
}
