//! What operators did: added and never changed, each line bound to the one before by a hash (SHA-256).
//!
//! The database refuses to change a line; a line changed behind its back no longer fits the chain, and [`verify`]
//! names it. Whoever could rewrite the whole chain would still meet its last hash in the program's log.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::{Desk, queries};
use crate::ids::OperatorId;
use crate::moment::Moment;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

/// Lines of one page.
pub const ACTS_PER_PAGE: i64 = 30;

/// Declares the acts and their words once.
macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// What was done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Act {
            $($(#[$doc])* $name,)*
        }

        impl Act {
            /// Every act.
            pub const ALL: &'static [Act] = &[$(Act::$name,)*];

            /// The word it is stored under. It never changes once used.
            pub const fn word(self) -> &'static str {
                match self { $(Act::$name => $word,)* }
            }
        }
    };
}

acts! {
    /// The way people join was changed.
    SignupMode = "signup-mode";
    /// No codes go to a country any more.
    CountryStopped = "country-stopped";
    /// Codes go to a country again.
    CountryOpened = "country-opened";
    /// Text messages altogether were stopped, or go again.
    MessagesStopped = "messages-stopped";
    /// Text messages to neighbouring numbers go again.
    PrefixReleased = "prefix-released";
    /// A file of device profiles was edited.
    ProfilesEdited = "profiles-edited";
    /// Today's budget for text messages was changed.
    BudgetToday = "budget-today";
    /// Somebody who waited was let in.
    Approved = "approved";
    /// Somebody who waited was sent away.
    Declined = "declined";
    /// A member who was kept out may come in again.
    Readmitted = "readmitted";
    /// The invitations of a branch were ended.
    BranchRevoked = "branch-revoked";
    /// First posts of newcomers wait from now on, or no longer.
    FirstPosts = "first-posts";
    /// A post that waited was let through.
    PostLet = "post-let";
    /// A post that waited was removed.
    PostRemoved = "post-removed";
}

impl Act {
    /// The act of a stored word.
    pub fn of_word(word: &str) -> Option<Act> {
        Act::ALL.iter().copied().find(|act| act.word() == word)
    }

    /// Whether it changes how the site runs. What is done about one person has a line of its own in the security log.
    const fn is_setting(self) -> bool {
        matches!(
            self,
            Act::SignupMode
                | Act::CountryStopped
                | Act::CountryOpened
                | Act::MessagesStopped
                | Act::PrefixReleased
                | Act::ProfilesEdited
                | Act::FirstPosts
                | Act::BudgetToday
        )
    }
}

/// Something to be written down.
#[derive(Clone, Copy, Debug)]
pub struct Deed<'a> {
    /// What was done.
    pub act: Act,
    /// To what; empty for the whole site.
    pub subject: &'a str,
    /// How it stood.
    pub was: &'a str,
    /// How it stands.
    pub becomes: &'a str,
}

/// A line of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActLine {
    /// Its place, from 1.
    pub number: i64,
    /// Who.
    pub operator: OperatorId,
    /// Their name, while they are here.
    pub name: Option<String>,
    /// The word of what was done.
    pub act: String,
    /// To what.
    pub subject: String,
    /// How it stood.
    pub was: String,
    /// How it stands.
    pub becomes: String,
    /// From which address block.
    pub client: String,
    /// When.
    pub at: Moment,
    /// The hash that binds it.
    pub hash: Vec<u8>,
}

/// Writes a deed down, in the same transaction as the deed, and tells the security log.
pub fn record(tx: &mut Tx<'_>, desk: &Desk, client: &str, deed: Deed<'_>) -> Result<()> {
    let (last, previous) = queries::hold_head(tx)?;
    let mut line = ActLine {
        number: last + 1,
        operator: desk.operator.id,
        name: None,
        act: deed.act.word().to_owned(),
        subject: deed.subject.to_owned(),
        was: deed.was.to_owned(),
        becomes: deed.becomes.to_owned(),
        client: client.to_owned(),
        at: tx.now(),
        hash: Vec::new(),
    };
    line.hash = bind(&previous, &line);
    queries::insert_act(tx, &line)?;
    queries::set_head(tx, line.number, &line.hash)?;
    tracing::info!(number = line.number, hash = %HEXLOWER.encode(&line.hash), "an operator's act");
    if !deed.act.is_setting() {
        return Ok(());
    }
    let note = format!("{} {} {} → {}", line.act, line.subject, line.was, line.becomes);
    let event = Event::of(Kind::SettingChanged).operator(desk.operator.id).client(client).note(&note);
    security_log::record(tx, event)
}

/// The newest first, at most [`ACTS_PER_PAGE`], of those before a number if one is given.
pub fn acts(tx: &mut Tx<'_>, before: Option<i64>) -> Result<Vec<ActLine>> {
    queries::list_acts(tx, before, ACTS_PER_PAGE)
}

/// Walks the whole chain: the number of the first line that does not fit, if one does not.
pub fn verify(tx: &mut Tx<'_>) -> Result<Option<i64>> {
    let (mut previous, mut expected) = (Vec::new(), 1);
    for line in queries::all_acts(tx)? {
        if line.number != expected || line.hash != bind(&previous, &line) {
            return Ok(Some(expected));
        }
        (previous, expected) = (line.hash, expected + 1);
    }
    let (last, head) = queries::find_head(tx)?;
    Ok((last != expected - 1 || head != previous).then_some(expected))
}

/// Each part goes in with its length, so that no two lines read alike.
fn bind(previous: &[u8], line: &ActLine) -> Vec<u8> {
    let (number, operator) = (line.number.to_be_bytes(), i64::from(line.operator).to_be_bytes());
    let at = i64::from(line.at).to_be_bytes();
    let words = [&line.act, &line.subject, &line.was, &line.becomes, &line.client];
    let parts = [previous, &number, &operator, &at].into_iter().chain(words.map(|word| word.as_bytes()));
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    digest.finalize().to_vec()
}
