//! Whether what the database holds fits together: for the operator's check, never on a request's path.

mod queries;

use crate::moment::Moment;
use crate::secrets::{Keyring, Purpose};
use crate::store::{Result, Tx};

/// How many of the newest numbers are opened to try the keys on.
const NUMBERS_TRIED: i64 = 1_000;

/// What was counted. Every figure but the last two is a number of faults, 0 in health.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Faults SQLite itself finds in its file; always 0 on PostgreSQL, which keeps its own watch.
    pub file_faults: i64,
    /// Friendships that stand one way only.
    pub one_sided_friendships: i64,
    /// Entries that have given out fewer comment numbers than their comments bear.
    pub comment_counters: i64,
    /// Footprint totals smaller than the footprints that are there.
    pub footprint_totals: i64,
    /// Entries, comments and photos whose entry or author is gone.
    pub orphans: i64,
    /// Numbers, of those tried, that do not open or are not recognised under these keys.
    pub unreadable_numbers: i64,
    /// How many numbers were tried.
    pub numbers_tried: i64,
    /// The newest moment written down, if there is any.
    pub newest: Option<Moment>,
}

/// Counts. Takes as long as the tables are large.
pub fn examine(tx: &mut Tx<'_>, keys: &Keyring) -> Result<Findings> {
    let numbers = queries::list_numbers(tx, NUMBERS_TRIED)?;
    let mut unreadable = 0;
    for number in &numbers {
        unreadable += i64::from(!is_readable(tx, number, keys)?);
    }
    Ok(Findings {
        file_faults: queries::count_file_faults(tx)?,
        one_sided_friendships: queries::count(tx, queries::ONE_SIDED)?,
        comment_counters: queries::count(tx, queries::COMMENT_COUNTERS)?,
        footprint_totals: queries::count(tx, queries::FOOTPRINT_TOTALS)?,
        orphans: queries::count(tx, queries::ORPHANS)?,
        numbers_tried: numbers.len() as i64,
        unreadable_numbers: unreadable,
        newest: queries::newest(tx)?,
    })
}

/// The digest of every picture there should be a file of.
pub fn list_pictures(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    queries::list_digests(tx)
}

/// A number as it is kept: whose, recognised by, sealed.
type Kept = (i64, Vec<u8>, Vec<u8>);

fn is_readable(tx: &mut Tx<'_>, (member, hash, sealed): &Kept, keys: &Keyring) -> Result<bool> {
    let opened = keys.open_sealed(Purpose::Phone, *member, sealed).ok();
    let text = opened.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
    let Some(text) = text else { return Ok(false) };
    let number = crate::phone::PhoneNumber::from_kept(&text);
    Ok(keys.number_marks(tx, &number)?.are_on(hash))
}
