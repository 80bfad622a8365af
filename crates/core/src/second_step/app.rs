//! A member's authenticator app: put up, confirmed by its first code, taken off.

use crate::ids::MemberId;
use crate::letter::{self, Matter};
use crate::limit::{self, Take, Window};
use crate::one_time::{self, Owner, Secret};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

const SETTING_UP: &str = "second factor set-up";
/// Whoever sets up reads the code off their own app; more tries than these are somebody else's.
const TRIES: Window = Window { seconds: 3600, most: 10 };

/// What a member's app stands at.
pub enum Standing {
    /// None.
    Off,
    /// Its first code is awaited.
    Waiting(Secret),
    /// It is asked for at every login.
    On {
        /// Recovery codes that are still good.
        codes_left: i64,
        /// Those that wait to be written down.
        codes: Vec<String>,
    },
}

/// What became of the first code.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// The app is on; recovery codes wait to be written down.
    On,
    /// It was wrong.
    Wrong,
    /// Too many tries.
    Wait {
        /// At least 1.
        seconds: i64,
    },
}

/// What the app of `me` stands at.
pub fn standing(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId) -> Result<Standing> {
    let owner = Owner::Member(me);
    if !one_time::has(tx, owner)? {
        return Ok(one_time::waiting(tx, keys, owner)?.map_or(Standing::Off, Standing::Waiting));
    }
    let codes = one_time::codes_to_write_down(tx, keys, owner)?;
    Ok(Standing::On { codes_left: one_time::codes_left(tx, owner)?, codes })
}

/// Makes a secret for the app, unless one is there.
pub fn begin(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId) -> Result<()> {
    one_time::begin(tx, keys, Owner::Member(me)).map(drop)
}

/// The first code: from now on one is asked for at every login.
pub fn confirm(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId, code: &str, client: &str) -> Result<Confirmed> {
    let id = i64::from(me).to_be_bytes();
    if let Take::Refused { retry_after_seconds: seconds } = limit::take(tx, keys, SETTING_UP, &id, TRIES)? {
        return Ok(Confirmed::Wait { seconds });
    }
    if !one_time::confirm(tx, keys, Owner::Member(me), code)? {
        return Ok(Confirmed::Wrong);
    }
    one_time::make_codes(tx, keys, Owner::Member(me))?;
    letter::tell(tx, keys, me, Matter::GuardChanged, None)?;
    security_log::record(tx, Event::of(Kind::AppOn).member(me).client(client))?;
    Ok(Confirmed::On)
}

/// New recovery codes; the old ones are good no more. `false`: there is no app.
pub fn make_codes(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId, client: &str) -> Result<bool> {
    let is_on = one_time::has(tx, Owner::Member(me))?;
    if is_on {
        one_time::make_codes(tx, keys, Owner::Member(me))?;
        security_log::record(tx, Event::of(Kind::CodesMade).member(me).client(client))?;
    }
    Ok(is_on)
}

/// The member has written the recovery codes down.
pub fn codes_were_written_down(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    one_time::codes_were_written_down(tx, Owner::Member(me))
}

/// Takes the app off, recovery codes and all; also one whose first code never came.
pub fn turn_off(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId, client: &str) -> Result<()> {
    let was_on = one_time::has(tx, Owner::Member(me))?;
    one_time::remove(tx, Owner::Member(me))?;
    if was_on {
        letter::tell(tx, keys, me, Matter::GuardChanged, None)?;
        security_log::record(tx, Event::of(Kind::AppOff).member(me).client(client))?;
    }
    Ok(())
}
