//! Asking for a code.

use zeroize::Zeroizing;

use super::budget::{self, Room};
use super::code::Code;
use super::queries::{self, NewFlow};
use super::{Aim, SignupRules, limits, number_of};
use crate::ids::{MemberId, PrefixId, SignupId};
use crate::phone::PhoneNumber;
use crate::secrets::{Keyring, Marks, Purpose};
use crate::store::{Result, Tx};
use crate::text_message::{self, Channel, Errand, Outgoing};

/// Somebody asks for a code.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// SHA-256 of the guest's token.
    pub guest: &'a [u8],
    /// The number to send to.
    pub number: &'a PhoneNumber,
    /// Whose limits it counts for, and what speaks for them.
    pub asker: Asker<'a>,
    /// What the phone is told.
    pub texts: &'a Texts,
    /// As a text, or in a call.
    pub channel: Channel,
}

/// Who asks, as far as limits go.
#[derive(Clone, Copy, Debug)]
pub struct Asker<'a> {
    /// The address block the request comes from.
    pub client: &'a str,
    /// Many people share it: a carrier's network.
    pub is_shared: bool,
    /// They have shown an invitation, or answered the site's question: enough when the budget is nearly spent.
    pub is_vouched: bool,
    /// They hold an invitation: it also opens a number that others have had filled with messages.
    pub is_invited: bool,
    /// Everything is as ever, and no message leaves: whoever asks is told nothing of it.
    pub is_hushed: bool,
    /// A member who changes their number: one that is kept for them to come back to is free for them.
    pub member: Option<MemberId>,
}

impl<'a> Asker<'a> {
    /// Somebody at this address, with nothing to speak for them.
    pub fn at(client: &'a str) -> Asker<'a> {
        Asker {
            client,
            is_shared: false,
            is_vouched: false,
            is_invited: false,
            is_hushed: false,
            member: None,
        }
    }
}

/// The texts a phone may get, in the language of whoever asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// For a new number; every `{code}` in it becomes the code, every `{digits}` its digits, a line each.
    pub code: String,
    /// For a number that has an account already; a code in it proves the number and opens nothing.
    pub registered: String,
    /// For a number that may not join.
    pub banned: String,
}

/// What the asker is told. `Sent` is also said when the number is known, banned or over its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A message is on its way, or will be when it is its turn: see [`super::state`].
    Sent,
    /// This guest, or their address, must wait.
    Wait {
        /// So long, at least 1: for `Retry-After`.
        seconds: i64,
    },
    /// The budget is nearly spent: an invitation or an answer is needed.
    NeedsWord,
    /// The site has sent as many messages as it may today, and nobody more may wait for tomorrow's.
    SpentForToday {
        /// Until the next day of the budget.
        seconds: i64,
    },
}

/// Begins the guest's flow anew for this number and queues the message, all in one transaction.
pub fn request_code(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    rules: &SignupRules,
) -> Result<Asked> {
    request_code_to(tx, keys, request, Aim::Join, rules)
}

/// The same for any aim. Limits are the number's and the asker's, whatever they aim at.
pub fn request_code_to(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    aim: Aim,
    rules: &SignupRules,
) -> Result<Asked> {
    let marks = keys.number_marks(tx, request.number)?;
    if let Some(answer) = limits::of_the_asker(tx, keys, request, &marks, rules)? {
        return Ok(answer);
    }
    if is_waiting_already(tx, request, &marks, aim)? {
        return Ok(Asked::Sent);
    }
    // Budget and country are looked at before the number is: the answer says nothing of it.
    let is_on_list = match budget::room(tx, keys, &request.number.country(), rules)? {
        Room::Free => false,
        Room::Near if is_welcome(tx, request, &marks)? => false,
        Room::Near => return Ok(Asked::NeedsWord),
        Room::None { seconds } if text_message::count_listed(tx)? >= rules.waitlist_most => {
            return Ok(Asked::SpentForToday { seconds });
        }
        Room::None { .. } => true,
    };
    limits::note_the_asker(tx, keys, request)?;
    send(tx, keys, request, Means { marks: &marks, aim, is_on_list }, rules)?;
    Ok(Asked::Sent)
}

/// Whoever is on the list with this number keeps their place.
fn is_waiting_already(tx: &mut Tx<'_>, request: &Request<'_>, marks: &Marks, aim: Aim) -> Result<bool> {
    let flow = queries::find_to(tx, request.guest, aim)?;
    Ok(flow.is_some_and(|flow| flow.listed_until.is_some() && marks.are_on(&flow.number_hash)))
}

/// Whoever has begun with this number goes on with it.
fn is_welcome(tx: &mut Tx<'_>, request: &Request<'_>, marks: &Marks) -> Result<bool> {
    let flow = queries::find(tx, request.guest)?;
    Ok(request.asker.is_vouched || flow.is_some_and(|flow| marks.are_on(&flow.number_hash)))
}

/// A message that may be sent, and what its flow is.
#[derive(Clone, Copy)]
struct Means<'a> {
    marks: &'a Marks,
    aim: Aim,
    is_on_list: bool,
}

fn send(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    means: Means<'_>,
    rules: &SignupRules,
) -> Result<()> {
    let counted = limits::of_the_number(tx, keys, request, rules)?;
    let spoken = means.aim.errand(tx, means.marks, request.asker.member)?;
    let is_sent = counted.is_free && !request.asker.is_hushed;
    let errand = if is_sent { spoken } else { Errand::Silent };
    // Whoever came a moment too late for the last message of the day joins the others who wait.
    let is_paid = errand == Errand::Silent
        || means.is_on_list
        || budget::take(tx, keys, &request.number.country(), rules)?;
    let way = Way { errand, prefix: counted.place.narrow, is_on_list: means.is_on_list || !is_paid };
    begin_flow(tx, keys, request, means, way, rules)?;
    if errand != Errand::Silent {
        crate::neighbours::watch(tx, counted.place, &rules.guard)?;
    }
    Ok(())
}

/// Sends another code to the number of the guest's flow. `None` if there is no flow, or it is verified already.
pub fn resend(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    asker: Asker<'_>,
    texts: &Texts,
    channel: Channel,
    rules: &SignupRules,
) -> Result<Option<Asked>> {
    let Some(number) = waiting_number(tx, keys, guest, Aim::Join)? else { return Ok(None) };
    let request = Request { guest, number: &number, asker, texts, channel };
    request_code(tx, keys, &request, rules).map(Some)
}

/// The number of a flow whose code was not right yet.
pub(crate) fn waiting_number(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    aim: Aim,
) -> Result<Option<PhoneNumber>> {
    let flow = queries::find_to(tx, guest, aim)?.filter(|flow| flow.verified_at.is_none());
    flow.map(|flow| number_of(keys, flow.id, &flow.number_sealed)).transpose()
}

struct Way {
    errand: Errand,
    prefix: PrefixId,
    is_on_list: bool,
}

/// The flow looks alike whatever is sent. Until its message leaves it waits for a code that nobody has.
fn begin_flow(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    means: Means<'_>,
    way: Way,
    rules: &SignupRules,
) -> Result<()> {
    let (id, now): (SignupId, _) = (tx.fresh_id(), tx.now());
    let number_sealed = keys.seal(tx, Purpose::Signup, id.into(), request.number.as_e164().as_bytes())?;
    let keep_seconds = if way.is_on_list { rules.waitlist_seconds } else { rules.message_seconds };
    let listed_until = way.is_on_list.then(|| now.plus_seconds(keep_seconds));
    let new = NewFlow {
        id,
        number_hash: means.marks.current(),
        number_sealed,
        aim: means.aim,
        code_hash: keys.no_code_hash(tx)?,
        tries: rules.tries,
        expires_at: now.plus_seconds(rules.code_seconds),
        listed_until,
    };
    queries::replace(tx, request.guest, &new)?;
    let message = Outgoing {
        to: request.number,
        body: body(request.texts, way.errand),
        expires_at: now.plus_seconds(keep_seconds),
        errand: way.errand,
        channel: request.channel,
        flow: Some(id),
        prefix: Some(way.prefix),
        on_list: way.is_on_list,
    };
    text_message::put(tx, keys, message)?;
    Ok(())
}

fn body(texts: &Texts, errand: Errand) -> &str {
    match errand {
        Errand::Known => &texts.registered,
        Errand::Banned => &texts.banned,
        // What is never sent is as long as what is.
        Errand::Code | Errand::Silent | Errand::Notice => &texts.code,
    }
}

/// The message of this flow leaves now: from here its code lives. `None` if the flow has gone on without it. A flow
/// whose number is banned goes the same way, with a code that is none.
pub(crate) fn arm(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    flow: SignupId,
    digits: u8,
    is_real: bool,
) -> Result<Option<Zeroizing<String>>> {
    let Some((number_hash, life_seconds)) = queries::find_waiting(tx, flow)? else { return Ok(None) };
    let code = Code::draw(digits);
    let real = keys.code_hash(tx, flow, &number_hash, code.as_str())?;
    let code_hash = if is_real { real } else { keys.no_code_hash(tx)? };
    queries::arm(tx, flow, &code_hash, life_seconds)?;
    Ok(Some(Zeroizing::new(code.as_str().to_owned())))
}

/// This flow's turn on the wait-list has come: its day begins now.
pub(crate) fn called_up(tx: &mut Tx<'_>, flow: SignupId) -> Result<()> {
    queries::call_up(tx, flow)
}
