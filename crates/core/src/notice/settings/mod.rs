//! What a member wants to be told of, where, and how often by letter. Nobody else learns how somebody has chosen.

pub(crate) mod queries;
mod rules;
mod sources;

pub use rules::NoticeRules;
pub use sources::{Sources, choose_sources, sources};
pub(crate) use sources::{circle_of, close_group};

use jiff::tz::TimeZone;

use super::{Topic, queries as notices};
use crate::bell;
use crate::ids::MemberId;
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// How far word of something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nowhere.
    Nowhere,
    /// To home and the list of notices.
    Home,
    /// By letter as well.
    Letter,
    /// By letter, and phones ring.
    Phone,
}

impl Reach {
    /// Whether letters tell of it.
    pub fn is_by_letter(self) -> bool {
        matches!(self, Reach::Letter | Reach::Phone)
    }
}

/// How often letters come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Never.
    Never,
    /// One a day, if there is anything.
    Daily,
    /// As things happen, with some time between two.
    Soon,
}

/// Everything a member has chosen about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    silent: i16,
    mailed: i16,
    rung: i16,
    /// How often letters come.
    pub pace: Pace,
    /// The hour of the daily letter in the site's zone, 0 to 23.
    pub hour: i16,
}

/// A thing that happened is looked at on the site first: a letter comes so many seconds later, if it still waits then.
const SOON_AFTER_SECONDS: i64 = 300;
/// When the daily letter comes if nobody chose.
const MORNING: i16 = 7;

impl Default for Settings {
    /// Nobody gets letters they did not ask for, and no phone rings unasked; who asks gets them about everything.
    fn default() -> Settings {
        let all = Topic::ALL.iter().fold(0, |bits, topic| bits | topic.bit());
        let silent_phones = Topic::ALL.iter().filter(|topic| !topic.can_ring());
        let rung = silent_phones.fold(all, |bits, topic| bits & !topic.bit());
        Settings { silent: 0, mailed: all, rung, pace: Pace::Never, hour: MORNING }
    }
}

impl Settings {
    /// How far word of this goes.
    pub fn reach(&self, topic: Topic) -> Reach {
        let is_in = |bits: i16| bits & topic.bit() != 0;
        match (is_in(self.silent), is_in(self.rung), is_in(self.mailed)) {
            (true, ..) => Reach::Nowhere,
            (false, true, _) => Reach::Phone,
            (false, false, true) => Reach::Letter,
            (false, false, false) => Reach::Home,
        }
    }

    /// The same with another reach. What [cannot be silent](Topic::can_be_silent) stays at home, and what
    /// [rings no phone](Topic::can_ring) comes by letter.
    pub fn with(self, topic: Topic, reach: Reach) -> Settings {
        let put = |bits: i16, on: bool| if on { bits | topic.bit() } else { bits & !topic.bit() };
        let is_silent = reach == Reach::Nowhere && topic.can_be_silent();
        let is_rung = reach == Reach::Phone && topic.can_ring();
        let (mailed, rung) = (put(self.mailed, reach.is_by_letter()), put(self.rung, is_rung));
        Settings { silent: put(self.silent, is_silent), mailed, rung, ..self }
    }
}

/// What a member has chosen.
pub fn settings(tx: &mut Tx<'_>, me: MemberId) -> Result<Settings> {
    Ok(queries::find(tx, me)?.map(|row| row.settings).unwrap_or_default())
}

/// Keeps a choice. What waits about something silent from now on waits no longer. Letters go on where they were; whoever
/// had none is told of what happens from now on.
pub fn choose(
    tx: &mut Tx<'_>,
    me: MemberId,
    settings: Settings,
    rules: &NoticeRules,
    zone: &TimeZone,
) -> Result<()> {
    let silent = Topic::ALL.iter().filter(|topic| settings.reach(**topic) == Reach::Nowhere);
    for kind in silent.flat_map(|topic| topic.kinds()) {
        notices::delete_of_kind(tx, me, *kind)?;
    }
    let now = tx.now();
    let before = queries::find(tx, me)?.filter(|row| row.settings.pace != Pace::Never);
    let due_at = match (settings.pace, &before) {
        (Pace::Never, _) | (Pace::Soon, None) => None,
        (Pace::Daily, _) => Some(rules.next_daily(now, settings.hour, me, zone)),
        // What has happened since the last daily letter may be told by now.
        (Pace::Soon, Some(row)) if row.settings.pace == Pace::Soon => row.due_at,
        (Pace::Soon, Some(_)) => Some(now.plus_seconds(SOON_AFTER_SECONDS)),
    };
    queries::put(tx, me, settings, due_at)?;
    if before.is_none() { queries::begin(tx, me) } else { Ok(()) }
}

/// No more letters of this kind, whatever else was chosen.
pub fn stop_letters(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    queries::stop(tx, me)
}

/// Something happened that a member may want to know: whether it is to be told at all. If letters come as things happen,
/// one is due soon; if phones ring for it, they are looked at.
pub(crate) fn hears_of(tx: &mut Tx<'_>, member: MemberId, topic: Topic) -> Result<bool> {
    let chosen = settings(tx, member)?;
    let reach = chosen.reach(topic);
    if reach.is_by_letter() {
        soon(tx, member, chosen.pace)?;
    }
    if reach == Reach::Phone {
        bell::stir(tx, member)?;
    }
    Ok(reach != Reach::Nowhere)
}

/// The same of what is always told: it waits for an answer, or guards the account.
pub(super) fn waits_for(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    let chosen = settings(tx, member)?;
    soon(tx, member, chosen.pace)?;
    bell::stir(tx, member)
}

fn soon(tx: &mut Tx<'_>, member: MemberId, pace: Pace) -> Result<()> {
    if pace != Pace::Soon {
        return Ok(());
    }
    let soon = tx.now().plus_seconds(SOON_AFTER_SECONDS);
    queries::put_due_if_none(tx, member, soon)
}

/// Claims the letter of a member that is due: from when on it tells. `None` if none is due now; two workers never claim
/// the same.
pub(crate) fn claim_letter(
    tx: &mut Tx<'_>,
    member: MemberId,
    rules: &NoticeRules,
    zone: &TimeZone,
) -> Result<Option<Moment>> {
    let now = tx.now();
    let Some(row) = queries::find(tx, member)? else { return Ok(None) };
    let Some(due_at) = row.due_at.filter(|due| *due <= now) else { return Ok(None) };
    if row.settings.pace == Pace::Soon {
        let not_before = rules.not_before(now, row.told_until, zone);
        if not_before > now {
            queries::put_off(tx, member, due_at, not_before)?;
            return Ok(None);
        }
    }
    let next =
        (row.settings.pace == Pace::Daily).then(|| rules.next_daily(now, row.settings.hour, member, zone));
    let is_claimed = queries::claim(tx, member, due_at, row.told_until, next)?;
    Ok(is_claimed.then_some(row.told_until))
}
