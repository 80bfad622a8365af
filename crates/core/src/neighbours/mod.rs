//! Numbers that share all but their last digits: whoever makes money from text messages owns them by the row.
//!
//! Two widths. The narrow one (ten thousand numbers) has a limit of its own, see `signup`. The guard against
//! messages that nobody reads watches both it and the wide one (a million numbers): with few messages an hour
//! allowed to each narrow one, a pump spreads over many.

mod queries;

use crate::ids::PrefixId;
use crate::moment::Moment;
use crate::phone::PhoneNumber;
use crate::secrets::{Keyring, Purpose};
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};
use crate::text_message;

/// What neighbours are recognised by is made with this word.
pub(crate) const BUCKET: &str = "neighbours";
/// Digits a narrow neighbourhood does not look at.
const NARROW: usize = 4;
/// Digits a wide one does not look at.
const WIDE: usize = 6;

/// When messages to neighbours are held: too many, and too few come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuardRules {
    /// Looked back over, in seconds.
    pub seconds: i64,
    /// From so many messages on.
    pub sends: i64,
    /// With fewer verified than this share, in per cent.
    pub percent: i64,
}

/// Where a number lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbourhood {
    /// Ten thousand numbers.
    pub narrow: PrefixId,
    /// A million numbers.
    pub wide: PrefixId,
    /// Nothing is sent to one of them.
    pub is_held: bool,
}

/// A neighbourhood as the desk lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Which.
    pub id: PrefixId,
    /// Its digits with the country code, the rest cut off: `+819012…`.
    pub digits: String,
    /// Two letters.
    pub country: String,
    /// Held since then.
    pub held_at: Option<Moment>,
}

/// Finds where a number lies, or makes a note of it. Whoever else asks for the same waits until this transaction
/// ends, so that the guard counts right.
pub fn meet(tx: &mut Tx<'_>, keys: &Keyring, number: &PhoneNumber) -> Result<Neighbourhood> {
    let wide = note(tx, keys, number, WIDE, None)?;
    let narrow = note(tx, keys, number, NARROW, Some(wide.id))?;
    let is_held = wide.held_at.is_some() || narrow.held_at.is_some();
    Ok(Neighbourhood { narrow: narrow.id, wide: wide.id, is_held })
}

fn note(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    number: &PhoneNumber,
    less: usize,
    wider: Option<PrefixId>,
) -> Result<queries::Row> {
    let digits = number.prefix(less);
    let marks = keys.buckets(tx, BUCKET, digits.as_bytes())?;
    if let Some(row) = queries::hold(tx, marks.all())? {
        return Ok(row);
    }
    let id: PrefixId = tx.fresh_id();
    let sealed = keys.seal(tx, Purpose::Prefix, id.into(), digits.as_bytes())?;
    queries::insert(tx, id, marks.current(), &sealed, wider, &number.country())
}

/// Looks whether the messages to these neighbours come back, and holds them if they do not. To be called after a
/// message was queued. The operators are told once.
pub fn watch(tx: &mut Tx<'_>, of: Neighbourhood, rules: &GuardRules) -> Result<()> {
    let narrow = [of.narrow];
    if judge(tx, of.narrow, &narrow, rules)? {
        return Ok(());
    }
    // What is held by itself is no sign against its neighbours.
    let free = queries::list_free_within(tx, of.wide)?;
    judge(tx, of.wide, &free, rules)?;
    Ok(())
}

/// Whether it is held now.
fn judge(tx: &mut Tx<'_>, id: PrefixId, counted: &[PrefixId], rules: &GuardRules) -> Result<bool> {
    let from = tx.now().plus_seconds(-rules.seconds);
    let since = queries::find_counted_from(tx, id)?.max(from);
    let (sends, verified) = text_message::count_conversion(tx, counted, since)?;
    if sends < rules.sends || verified * 100 >= sends * rules.percent {
        return Ok(false);
    }
    if let Some(country) = queries::put_on_hold(tx, id)? {
        let note = format!("{country}: {sends} sent, {verified} verified");
        security_log::record(tx, Event::of(Kind::SmsPrefixHeld).note(&note))?;
    }
    Ok(true)
}

/// Lets messages to these neighbours go again; what was sent so far is forgiven. `false` if they were not held.
pub fn release(tx: &mut Tx<'_>, id: PrefixId) -> Result<bool> {
    queries::release(tx, id)
}

/// Every neighbourhood held now, the newest first.
pub fn list_held(tx: &mut Tx<'_>, keys: &Keyring) -> Result<Vec<Known>> {
    queries::list_held(tx)?.into_iter().map(|row| known(keys, row)).collect()
}

/// These neighbourhoods, in no order.
pub fn list(tx: &mut Tx<'_>, keys: &Keyring, ids: &[PrefixId]) -> Result<Vec<Known>> {
    queries::list(tx, ids)?.into_iter().map(|row| known(keys, row)).collect()
}

fn known(keys: &Keyring, row: queries::Listed) -> Result<Known> {
    let plain = keys.open_sealed(Purpose::Prefix, row.id.into(), &row.sealed)?;
    let digits = format!("{}…", String::from_utf8_lossy(&plain));
    Ok(Known { id: row.id, digits, country: row.country, held_at: row.held_at })
}
