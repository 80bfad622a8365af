//! A letter about what happened, with what its reader may see when it is sent (NF-03).
//!
//! When a letter is due its row is queued like any other and says nothing; what stands in it is gathered when it is
//! sent. What has been looked at meanwhile, or may not be seen any more, is not in it, and where nothing is left no
//! letter leaves.

use jiff::tz::TimeZone;

use crate::diary::{self, DiaryLine};
use crate::friend::queries as friends;
use crate::ids::MemberId;
use crate::letter::{self, Matter};
use crate::member::{self, State};
use crate::moment::Moment;
use crate::notice::settings::{self, NoticeRules, Pace, Settings};
use crate::notice::{self, Notice, Topic};
use crate::secrets::Keyring;
use crate::store::{Result, Tx};

/// How many entries of friends a letter names.
pub const MOST_ENTRIES: i64 = 20;

/// What stands in a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digest {
    /// How many have asked for the reader's friendship and wait.
    pub requests: i64,
    /// What else happened, the newest first.
    pub notices: Vec<Notice>,
    /// What friends wrote, the newest first; at most [`MOST_ENTRIES`].
    pub entries: Vec<DiaryLine>,
}

impl Digest {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.requests == 0 && self.notices.is_empty() && self.entries.is_empty()
    }
}

/// Whose letter is due, the longest waiting first.
pub fn list_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<MemberId>> {
    settings::queries::list_due(tx, most)
}

/// Queues the letter of a member if it is due and there is something to tell. Answers whether it did.
pub fn queue(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    member: MemberId,
    rules: &NoticeRules,
    zone: &TimeZone,
) -> Result<bool> {
    let Some(since) = settings::claim_letter(tx, member, rules, zone)? else { return Ok(false) };
    let chosen = settings::settings(tx, member)?;
    if gather_since(tx, member, chosen, since)?.is_empty() {
        return Ok(false);
    }
    letter::tell(tx, keys, member, Matter::Digest, None)
}

/// What the letter of a member says now. Empty if they are no active member, or want none any more.
pub fn gather(tx: &mut Tx<'_>, member: MemberId) -> Result<Digest> {
    match settings::queries::find(tx, member)? {
        Some(row) => gather_since(tx, member, row.settings, row.told_from),
        None => Ok(Digest::default()),
    }
}

/// The name of whoever gets such letters, for the page where they end.
pub fn reader_name(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<String>> {
    Ok(member::queries::find_card(tx, member)?.map(|card| card.nickname))
}

fn gather_since(tx: &mut Tx<'_>, me: MemberId, settings: Settings, since: Moment) -> Result<Digest> {
    if settings.pace == Pace::Never || member::state_of(tx, me)? != Some(State::Active) {
        return Ok(Digest::default());
    }
    let is_told = |topic: Topic| settings.reach(topic).is_by_letter();
    let (requests, notices) = waiting(tx, me, since, |topic| topic.is_some_and(is_told))?;
    // Who gets letters as things happen would get one for every entry.
    let entries = match is_told(Topic::FriendsEntries) && settings.pace == Pace::Daily {
        true => newest_entries(tx, me, since)?,
        false => Vec::new(),
    };
    Ok(Digest { requests, notices, entries })
}

/// What has happened since, still waits and may still be seen: how many requests, and the notices. Whether something is
/// to be told is asked of its topic; `None` is what can not be chosen.
pub(crate) fn waiting(
    tx: &mut Tx<'_>,
    me: MemberId,
    since: Moment,
    is_told: impl Fn(Option<Topic>) -> bool,
) -> Result<(i64, Vec<Notice>)> {
    let mut notices = notice::list(tx, me)?;
    notices.retain(|notice| notice.newest_at > since && is_told(notice.subject.topic()));
    let are_requests_told = is_told(Some(Topic::Requests));
    let requests = if are_requests_told { friends::count_requests_since(tx, me, since)? } else { 0 };
    Ok((requests, notices))
}

fn newest_entries(tx: &mut Tx<'_>, me: MemberId, since: Moment) -> Result<Vec<DiaryLine>> {
    let mut entries = diary::feed(tx, me, None, MOST_ENTRIES)?;
    entries.retain(|entry| entry.posted_at > since);
    Ok(entries)
}
