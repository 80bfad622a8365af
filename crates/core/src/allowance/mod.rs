//! How much one member, and one address, may write in a while: counted before the act, in the database, so that no
//! crash, restart or second process forgets it.
//!
//! The count has a transaction of its own: an act that is refused for another reason has been counted all the same.

mod rules;

pub use rules::LimitRules;

use crate::ids::MemberId;
use crate::limit::{self, Take, Told, Window};
use crate::moment::Moment;
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

/// What is about to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// An entry or a comment.
    Post,
    /// Asking for a friendship.
    Tie,
    /// Making an invitation.
    Invite,
    /// Sending one picture.
    Upload,
    /// Looking somebody up by their code.
    Code,
    /// Asking how many could read something.
    Count,
    /// Saving what one says of oneself.
    Save,
    /// Founding a community.
    Found,
    /// Joining a community, or asking to.
    Join,
    /// Looking for people and words.
    Search,
}

impl Act {
    /// The limit's name, in counters and in the security log.
    pub const fn name(self) -> &'static str {
        match self {
            Act::Post => "posts",
            Act::Tie => "friend requests",
            Act::Invite => "invitations",
            Act::Upload => "uploads",
            Act::Code => "codes",
            Act::Count => "counts of readers",
            Act::Save => "changes of a profile",
            Act::Found => "communities founded",
            Act::Join => "communities joined",
            Act::Search => "searches",
        }
    }
}

/// Who is about to do it.
#[derive(Clone, Copy, Debug)]
pub struct Doer<'a> {
    /// The member.
    pub member: MemberId,
    /// When they joined.
    pub joined_at: Moment,
    /// The address block of the client; empty where a worker does it for them.
    pub client: &'a str,
}

/// Counts one act of a member and of their address. The first refusal of a window goes into the security log.
pub fn take(tx: &mut Tx<'_>, keys: &Keyring, act: Act, doer: Doer<'_>, rules: &LimitRules) -> Result<Take> {
    let member = i64::from(doer.member).to_be_bytes();
    let is_newcomer = tx.now().seconds_since(doer.joined_at) < rules.newcomer_seconds;
    let mine = format!("{} of a member", act.name());
    // Counted apart: a day of the one and a day of the other would be one counter under one name.
    let young = format!("{} of a newcomer", act.name());
    let ours = format!("{} of an address", act.name());
    let of_client = if doer.client.is_empty() { &[] } else { rules.per_client(act) };
    let limits: [(&str, &[u8], &[Window]); 3] = [
        (&mine, &member, rules.per_member(act)),
        (&young, &member, if is_newcomer { rules.per_newcomer(act) } else { &[] }),
        (&ours, doer.client.as_bytes(), of_client),
    ];
    for (name, key, windows) in limits {
        let told = limit::take_told(tx, keys, name, key, windows)?;
        if !told.take.is_granted() {
            note(tx, doer, name, told)?;
            return Ok(told.take);
        }
    }
    Ok(Take::Granted)
}

fn note(tx: &mut Tx<'_>, doer: Doer<'_>, name: &str, told: Told) -> Result<()> {
    if !told.is_first_refusal {
        return Ok(());
    }
    let event = Event::of(Kind::LimitReached).member(doer.member).client(doer.client).note(name);
    security_log::record(tx, event)
}

/// Writes down that an address was stopped by a limit that is counted elsewhere.
pub fn note_client(tx: &mut Tx<'_>, client: &str, name: &str) -> Result<()> {
    security_log::record(tx, Event::of(Kind::LimitReached).client(client).note(name))
}
