//! When somebody was here last (PR-13), roughly and only where they let others know. The day alone is kept, and of whoever
//! shows it to nobody, nothing is.

mod queries;

use crate::ids::MemberId;
use crate::profile::{self, Field};
use crate::store::upsert::hold;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

const DAY_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// As precise as anybody ever learns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastSeen {
    /// Within seven days.
    Week,
    /// Within 31 days.
    Month,
    /// Before that.
    Before,
}

impl LastSeen {
    /// Its key, as [`profile::ShownField`] carries it.
    pub fn key(self) -> &'static str {
        match self {
            LastSeen::Week => "week",
            LastSeen::Month => "month",
            LastSeen::Before => "before",
        }
    }
}

/// A member is here now. Nothing is kept of one who shows it to nobody.
pub(crate) fn note(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    if profile::visibility_of(tx, me, Field::LastSeen)? == Visibility::OnlyMe {
        return Ok(());
    }
    // They may be choosing otherwise on another phone.
    hold(tx, vec![me.into()])?;
    match profile::visibility_of(tx, me, Field::LastSeen)? {
        Visibility::OnlyMe => Ok(()),
        _ => queries::put(tx, me, today(tx)),
    }
}

fn today(tx: &Tx<'_>) -> i64 {
    let now = tx.now().millis();
    now - now.rem_euclid(DAY_MILLIS)
}

/// The member may have changed who may know it: begins to keep it, or forgets it.
pub(crate) fn follow(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    match profile::visibility_of(tx, me, Field::LastSeen)? {
        Visibility::OnlyMe => queries::delete(tx, me),
        _ => note(tx, me),
    }
}

/// Roughly when the member was here last, as far as anything is kept. Who may know it, the caller asks. Today does not
/// count before tomorrow: whoever looks again and again would else see somebody come back.
pub(crate) fn of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<LastSeen>> {
    let (now, today) = (tx.now().millis(), today(tx));
    let days = |(seen_on, before_on): (i64, Option<i64>)| {
        let told = before_on.filter(|_| seen_on == today).unwrap_or(seen_on);
        (now - told) / DAY_MILLIS
    };
    Ok(queries::find(tx, member)?.map(days).map(|days| match days {
        ..=7 => LastSeen::Week,
        8..=31 => LastSeen::Month,
        _ => LastSeen::Before,
    }))
}
