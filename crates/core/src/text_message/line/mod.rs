//! The line to the provider: given up after some failures in a row, and tried again with one message now and then.
//!
//! Kept in the database, so that every process knows what one of them found out, and pages can say that messages
//! are late.

mod queries;

use crate::moment::Moment;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

/// When the line is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineRules {
    /// After so many failures in a row.
    pub failures: i32,
    /// One message is tried every so many seconds.
    pub probe_seconds: i64,
}

/// How the line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Failures in a row.
    pub failures: i32,
    /// Given up since then.
    pub opened_at: Option<Moment>,
    /// Nothing is sent before this moment.
    pub quiet_until: Moment,
}

impl Line {
    /// Whether messages are late now.
    pub fn is_late(&self, now: Moment) -> bool {
        self.opened_at.is_some() || self.quiet_until > now
    }
}

/// How many messages may be tried now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admit {
    /// As many as there are.
    Many,
    /// One, to see whether the provider is back. No other process gets the same answer.
    One,
    /// None yet.
    None,
}

/// What an attempt told of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The provider gave a verdict, whichever.
    Answer,
    /// It gave none, or was not reached.
    Failure,
    /// It asks for so many seconds of quiet.
    Busy {
        /// At least 1.
        seconds: i64,
    },
}

/// How the line is, for pages.
pub fn line(tx: &mut Tx<'_>) -> Result<Line> {
    queries::find(tx)
}

/// Whether messages may be tried now.
pub fn admit(tx: &mut Tx<'_>, rules: LineRules) -> Result<Admit> {
    let (line, now) = (queries::find(tx)?, tx.now());
    // A clock set back must not silence the line for longer than a wait could be.
    let is_quiet = line.quiet_until > now && line.quiet_until.seconds_since(now) <= LONGEST_QUIET_SECONDS;
    Ok(match (is_quiet, line.opened_at) {
        (true, _) => Admit::None,
        (false, None) => Admit::Many,
        (false, Some(_)) if queries::claim_trial(tx, line.quiet_until, rules.probe_seconds)? => Admit::One,
        (false, Some(_)) => Admit::None,
    })
}

/// No provider is waited for longer, whatever it asks.
const LONGEST_QUIET_SECONDS: i64 = 86_400;

/// Writes down what an attempt told. Going down and coming back are told to the operators once each.
pub fn hear(tx: &mut Tx<'_>, heard: Heard, rules: LineRules) -> Result<()> {
    match heard {
        Heard::Busy { seconds } => queries::be_quiet(tx, seconds.clamp(1, LONGEST_QUIET_SECONDS)),
        Heard::Answer => came_back(tx),
        Heard::Failure => failed(tx, rules),
    }
}

fn came_back(tx: &mut Tx<'_>) -> Result<()> {
    let line = queries::find(tx)?;
    if line.failures == 0 && line.opened_at.is_none() {
        return Ok(());
    }
    if queries::close(tx)? {
        security_log::record(tx, Event::of(Kind::SmsProviderBack))?;
    }
    Ok(())
}

fn failed(tx: &mut Tx<'_>, rules: LineRules) -> Result<()> {
    let failures = queries::count_failure(tx)?;
    if failures >= rules.failures && queries::open(tx, rules.probe_seconds)? {
        let note = format!("{failures} failures in a row");
        security_log::record(tx, Event::of(Kind::SmsProviderDown).note(&note))?;
    }
    Ok(())
}
