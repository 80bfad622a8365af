//! A letter about what happened, with what its reader may see when it is sent (NF-03).
//!
//! When a letter is due its row is queued like any other and says nothing; what stands in it is gathered when it is
//! sent. What has been looked at meanwhile, or may not be seen any more, is not in it, and where nothing is left no
//! letter leaves.

mod closed;
mod queries;

use jiff::tz::TimeZone;

use crate::diary::{self, DiaryLine};
use crate::friend::circle::{self, Circle};
use crate::friend::queries as friends;
use crate::ids::MemberId;
use crate::letter::{self, Matter};
use crate::member::{self, Card, State};
use crate::moment::Moment;
use crate::notice::settings::{self, NoticeRules, Pace, Settings};
use crate::notice::{self, Notice, Topic};
use crate::profile;
use crate::secrets::Keyring;
use crate::store::{Result, Tx};

/// How many entries of friends a letter names.
pub const MOST_ENTRIES: i64 = 20;
/// How many birthdays a letter names.
const MOST_BIRTHDAYS: i64 = 20;

/// What stands in a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digest {
    /// Friends whose birthday is the day the letter is sent, as far as they let all their friends know the day.
    pub birthdays: Vec<Card>,
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
        let has_birthdays = !self.birthdays.is_empty();
        self.requests == 0 && self.notices.is_empty() && self.entries.is_empty() && !has_birthdays
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
    if gather_since(tx, member, (chosen, since), zone)?.is_empty() {
        return Ok(false);
    }
    letter::tell(tx, keys, member, Matter::Digest, None)
}

/// What the letter of a member says now. Empty if they are no active member, or want none any more.
pub fn gather(tx: &mut Tx<'_>, member: MemberId, zone: &TimeZone) -> Result<Digest> {
    match settings::queries::find(tx, member)? {
        Some(row) => gather_since(tx, member, (row.settings, row.told_from), zone),
        None => Ok(Digest::default()),
    }
}

/// The name of whoever gets such letters, for the page where they end.
pub fn reader_name(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<String>> {
    Ok(member::queries::find_card(tx, member)?.map(|card| card.nickname))
}

fn gather_since(
    tx: &mut Tx<'_>,
    me: MemberId,
    (settings, since): (Settings, Moment),
    zone: &TimeZone,
) -> Result<Digest> {
    if settings.pace == Pace::Never || member::state_of(tx, me)? != Some(State::Active) {
        return Ok(Digest::default());
    }
    let is_told = |topic: Topic| settings.reach(topic).is_by_letter();
    let (requests, mut notices) = waiting(tx, me, since, |topic| topic.is_none_or(is_told))?;
    notices.retain(|notice| !notice.subject.has_own_letter());
    closed::untitle_notices(tx, me, &mut notices)?;
    // Who gets letters as things happen would get one for every entry, and for a day that nobody makes happen.
    let is_told_daily = |topic: Topic| is_told(topic) && settings.pace == Pace::Daily;
    let entries = match is_told_daily(Topic::FriendsEntries) {
        true => newest_entries(tx, me, since)?,
        false => Vec::new(),
    };
    let birthdays = match is_told_daily(Topic::Birthdays) {
        true => new_birthdays(tx, me, since, zone)?,
        false => Vec::new(),
    };
    Ok(Digest { birthdays, requests, notices, entries })
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
    let authors = who_is_told_of(tx, me, Topic::FriendsEntries)?;
    let mut entries = diary::feed_among(tx, me, &authors, None, MOST_ENTRIES)?;
    entries.retain(|entry| entry.posted_at > since);
    closed::untitle_entries(tx, &mut entries)?;
    Ok(entries)
}

/// Whose birthday is today, unless it was today already when the last letter left: no day is told twice.
fn new_birthdays(tx: &mut Tx<'_>, me: MemberId, since: Moment, zone: &TimeZone) -> Result<Vec<Card>> {
    if since.in_zone(zone).date() >= tx.now().in_zone(zone).date() {
        return Ok(Vec::new());
    }
    let friends = who_is_told_of(tx, me, Topic::Birthdays)?;
    profile::celebrating_openly(tx, me, &friends, MOST_BIRTHDAYS, zone)
}

/// Friends of `me` of whom letters may tell.
fn who_is_told_of(tx: &mut Tx<'_>, me: MemberId, topic: Topic) -> Result<Circle> {
    match settings::circle_of(tx, me, topic)? {
        Some(chosen) => Ok(chosen),
        None => circle::of(tx, me),
    }
}
