//! Who may have a message sent, and who is told that they may not.
//!
//! Two kinds. A limit of the asker's own (their flow, their address, the whole site) is told with its wait.
//! A limit of the number asked for is not told: it would say that somebody else has asked for it too.

use super::ask::{Asked, Request};
use super::queries;
use super::rules::SignupRules;
use crate::limit::{self, Take, Window, pace};
use crate::neighbours::{self, Neighbourhood};
use crate::phone::PhoneNumber;
use crate::secrets::{Keyring, Marks};
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};
use crate::text_message::Channel;

const GUEST: &str = "signup guest";
const GUEST_NUMBERS: &str = "signup numbers of a guest";
const RESEND: &str = "signup resend";
const CLIENT: &str = "signup client";
const NUMBER: &str = "signup number";
const PREFIX: &str = "signup prefix";
const NUMBER_INVITED: &str = "signup invited number";
const NUMBER_CALLS: &str = "signup calls of a number";
const CLIENT_CALLS: &str = "signup calls of a client";
const TRIES: &str = "signup tries of a number";
const FINISH: &str = "signup finish";

/// Counts against the asker's own limits. `Some` is the answer to give instead of a message.
pub(super) fn of_the_asker(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    marks: &Marks,
    rules: &SignupRules,
) -> Result<Option<Asked>> {
    pace::hold(tx, keys, GUEST, request.guest)?;
    let own = match take_of_guest(tx, keys, request, marks, rules)? {
        Take::Granted => take_of_client(tx, keys, request, rules)?,
        refused => refused,
    };
    Ok(match own {
        Take::Granted => None,
        Take::Refused { retry_after_seconds } => Some(Asked::Wait { seconds: retry_after_seconds }),
    })
}

/// Behind a carrier's one address there are many people; it gets a wider figure.
fn take_of_client(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    rules: &SignupRules,
) -> Result<Take> {
    let client = request.asker.client.as_bytes();
    let windows = if request.asker.is_shared { &rules.per_shared_client } else { &rules.per_client };
    match limit::take_all(tx, keys, CLIENT, client, windows)? {
        Take::Granted if request.channel == Channel::Voice => {
            limit::take(tx, keys, CLIENT_CALLS, client, rules.calls_per_client)
        }
        taken => Ok(taken),
    }
}

/// The wait until the same guest's next message to this number begins.
pub(super) fn note_the_asker(tx: &mut Tx<'_>, keys: &Keyring, request: &Request<'_>) -> Result<()> {
    pace::note(tx, keys, RESEND, &resend_key(request.guest, request.number))
}

/// The guest's own pace comes before the client's count: who presses "send again" too soon spends nothing.
fn take_of_guest(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    marks: &Marks,
    rules: &SignupRules,
) -> Result<Take> {
    let is_same_number =
        queries::find(tx, request.guest)?.is_some_and(|flow| marks.are_on(&flow.number_hash));
    match look_resend(tx, keys, request.guest, request.number, rules)? {
        Take::Granted if is_same_number => Ok(Take::Granted),
        Take::Granted => limit::take(tx, keys, GUEST_NUMBERS, request.guest, rules.numbers_per_guest),
        refused => Ok(refused),
    }
}

/// Whether this guest may have another message sent to this number, as far as they themselves are concerned.
pub(super) fn look_resend(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    number: &PhoneNumber,
    rules: &SignupRules,
) -> Result<Take> {
    pace::look(tx, keys, RESEND, &resend_key(guest, number), rules.sends())
}

/// Counted by the number itself, which the counter hides: its mark changes with the keys.
fn resend_key(guest: &[u8], number: &PhoneNumber) -> Vec<u8> {
    [guest, number.as_e164().as_bytes()].concat()
}

/// Where a number lies, and whether a message may go to it.
pub(super) struct Counted {
    pub(super) place: Neighbourhood,
    pub(super) is_free: bool,
}

/// Counts against the limits of the number and its neighbours. As many statements run for a number over its limit
/// as for any other, so that the time tells nothing.
pub(super) fn of_the_number(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    rules: &SignupRules,
) -> Result<Counted> {
    let number = request.number.as_e164().as_bytes();
    pace::hold(tx, keys, NUMBER, number)?;
    let place = neighbours::meet(tx, keys, request.number)?;
    let has_pace = pace::look(tx, keys, NUMBER, number, rules.sends())?.is_granted()
        || request.asker.is_invited
            && limit::take(tx, keys, NUMBER_INVITED, number, rules.invited_sends)?.is_granted();
    let rests = has_pace && !place.is_held;
    let prefix = request.number.prefix(4).as_bytes();
    let (count, count_all) = match rests {
        true => (limit::take as Count, limit::take_all as CountAll),
        false => (limit::look as Count, limit::look_all as CountAll),
    };
    let has_calls = request.channel == Channel::Text
        || count(tx, keys, NUMBER_CALLS, number, rules.calls_per_number)?.is_granted();
    let has_room = count_all(tx, keys, PREFIX, prefix, &rules.per_prefix)?.is_granted();
    if rests && !has_room {
        tell_once(tx, keys, prefix, &request.number.country())?;
    }
    let is_free = rests && has_calls && has_room;
    let noted: &[u8] = if is_free { number } else { b"nobody" };
    pace::note(tx, keys, NUMBER, noted)?;
    Ok(Counted { place, is_free })
}

/// Neighbours that have had their fill are a sign of pumping: the operators are told once a day.
fn tell_once(tx: &mut Tx<'_>, keys: &Keyring, prefix: &[u8], country: &str) -> Result<()> {
    let once = Window { seconds: limit::LONGEST_WINDOW, most: 1 };
    if limit::take(tx, keys, Kind::SmsPrefixFull.word(), prefix, once)?.is_granted() {
        security_log::record(tx, Event::of(Kind::SmsPrefixFull).note(country))?;
    }
    Ok(())
}

type Count = fn(&mut Tx<'_>, &Keyring, &str, &[u8], Window) -> Result<Take>;
type CountAll = fn(&mut Tx<'_>, &Keyring, &str, &[u8], &[Window]) -> Result<Take>;

/// Counts a code tried for a number, in whatever flow.
pub(super) fn of_tries(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    number: &PhoneNumber,
    rules: &SignupRules,
) -> Result<bool> {
    Ok(limit::take_all(tx, keys, TRIES, number.as_e164().as_bytes(), &rules.tries_per_number)?.is_granted())
}

/// Of all who finish with one number at once, one after the other.
pub(super) fn one_finishes(tx: &mut Tx<'_>, keys: &Keyring, number: &PhoneNumber) -> Result<()> {
    pace::hold(tx, keys, FINISH, number.as_e164().as_bytes())
}
