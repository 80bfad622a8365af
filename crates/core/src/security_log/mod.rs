//! The security log: who did what, when, from which address block. It holds no secret, ever.
//!
//! A note is a few plain words or figures for an operator's eyes. Numbers, codes, tokens and anything a person
//! typed have no place in it: whoever is meant is named by an id.

mod kind;
mod queries;

pub use kind::Kind;

use crate::ids::{EventId, MemberId, OperatorId};
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// Kept for so many seconds (90 days), as the policy of the site promises.
pub const KEPT_SECONDS: i64 = 90 * 86_400;
/// How many one page lists.
pub const PER_PAGE: i64 = 50;

/// Something to be remembered.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// What happened.
    pub kind: Kind,
    /// Whose account it is about, where one is known.
    pub member: Option<MemberId>,
    /// Which operator did it, if one did.
    pub operator: Option<OperatorId>,
    /// The address block of the client; empty for what the program did by itself.
    pub client: &'a str,
    /// A few plain words or figures. Never a number, a code, a token or what somebody typed.
    pub note: &'a str,
}

impl<'a> Event<'a> {
    /// Something of this kind, done by nobody in particular.
    pub fn of(kind: Kind) -> Event<'a> {
        Event { kind, member: None, operator: None, client: "", note: "" }
    }

    /// About the account of this member.
    pub fn member(self, member: MemberId) -> Event<'a> {
        Event { member: Some(member), ..self }
    }

    /// Done by this operator.
    pub fn operator(self, operator: OperatorId) -> Event<'a> {
        Event { operator: Some(operator), ..self }
    }

    /// From this address block.
    pub fn client(self, client: &'a str) -> Event<'a> {
        Event { client, ..self }
    }

    /// With a few words more.
    pub fn note(self, note: &'a str) -> Event<'a> {
        Event { note, ..self }
    }
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: EventId,
    /// What happened; `None` for a word this version does not know.
    pub kind: Option<Kind>,
    /// Whose account it is about.
    pub member: Option<MemberId>,
    /// Which operator did it.
    pub operator: Option<OperatorId>,
    /// The address block of the client.
    pub client: String,
    /// A few words more.
    pub note: String,
    /// When.
    pub at: Moment,
}

/// Writes an event down, in the same transaction as what it tells of.
pub fn record(tx: &mut Tx<'_>, event: Event<'_>) -> Result<()> {
    queries::insert(tx, event)
}

/// Which lines to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only about this member.
    pub member: Option<MemberId>,
    /// Only older than this line: for the next page.
    pub before: Option<EventId>,
}

/// A page of the log, with the names of whoever it tells of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogPage {
    /// The newest first.
    pub lines: Vec<Line>,
    /// The last line of this page, if older ones follow.
    pub older: Option<EventId>,
    /// Members of these lines by the name they go by.
    pub members: Vec<(MemberId, String)>,
    /// Operators of these lines.
    pub operators: Vec<(OperatorId, String)>,
}

/// A page of the log. Whoever was erased since has no name any more.
pub fn page(tx: &mut Tx<'_>, sought: Sought) -> Result<LogPage> {
    let mut lines = queries::list(tx, sought, PER_PAGE + 1)?;
    let has_older = lines.len() as i64 > PER_PAGE;
    lines.truncate(PER_PAGE as usize);
    let older = lines.last().map(|line| line.id).filter(|_| has_older);
    named(tx, lines, older)
}

/// The newest alerts of the last so many seconds, at most so many, with names.
pub fn alert_page(tx: &mut Tx<'_>, seconds: i64, most: i64) -> Result<LogPage> {
    let lines = alerts(tx, seconds, most)?;
    named(tx, lines, None)
}

fn named(tx: &mut Tx<'_>, lines: Vec<Line>, older: Option<EventId>) -> Result<LogPage> {
    let members = queries::list_nicknames(tx, lines.iter().filter_map(|line| line.member))?;
    let operators = queries::list_operators(tx, lines.iter().filter_map(|line| line.operator))?;
    Ok(LogPage { lines, older, members, operators })
}

/// The newest lines first, at most [`PER_PAGE`].
pub fn list(tx: &mut Tx<'_>, sought: Sought) -> Result<Vec<Line>> {
    queries::list(tx, sought, PER_PAGE)
}

/// What an operator should look at, of the last so many seconds: the newest first, at most so many.
pub fn alerts(tx: &mut Tx<'_>, seconds: i64, most: i64) -> Result<Vec<Line>> {
    let since = tx.now().plus_seconds(-seconds);
    queries::list_of_kinds(tx, Kind::ALERTS, since, most)
}

/// Deletes what is older than [`KEPT_SECONDS`]. Returns how many lines went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let horizon = tx.now().plus_seconds(-KEPT_SECONDS);
    queries::delete_before(tx, horizon)
}
