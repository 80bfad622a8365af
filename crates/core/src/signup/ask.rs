//! Asking for a code.

use super::code::Code;
use super::queries::{self, NewFlow};
use super::{SignupRules, limits, number_of};
use crate::ids::SignupId;
use crate::phone::PhoneNumber;
use crate::secrets::{Keyring, Purpose};
use crate::store::{Result, Tx};
use crate::text_message;

/// Somebody asks for a code.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// SHA-256 of the guest's token.
    pub guest: &'a [u8],
    /// The number to send to.
    pub number: &'a PhoneNumber,
    /// The address block the request comes from.
    pub client: &'a str,
    /// What the phone is told.
    pub texts: &'a Texts,
}

/// The two texts a phone may get, in the language of whoever asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// For a new number; every `{code}` in it becomes the code.
    pub code: String,
    /// For a number that has an account already.
    pub registered: String,
}

/// What the asker is told. `Sent` is also said when the number is known, banned or over its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A message is on its way.
    Sent,
    /// This guest, or their address, must wait.
    Wait {
        /// So long, at least 1: for `Retry-After`.
        seconds: i64,
    },
    /// The site has sent as many messages as it may today.
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
    let number_hash = keys.number_hash(request.number);
    if let Some(answer) = limits::of_the_asker(tx, keys, request, &number_hash, rules)? {
        return Ok(answer);
    }
    let message = if limits::of_the_number(tx, keys, request, &number_hash, rules)? {
        choose_message(tx, &number_hash)?
    } else {
        Message::None
    };
    begin_flow(tx, keys, request, &number_hash, message, rules)?;
    Ok(Asked::Sent)
}

/// Sends another code to the number of the guest's flow. `None` if there is no flow, or it is verified already.
pub fn resend(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    client: &str,
    texts: &Texts,
    rules: &SignupRules,
) -> Result<Option<Asked>> {
    let Some(flow) = queries::find(tx, guest)?.filter(|flow| flow.verified_at.is_none()) else {
        return Ok(None);
    };
    let number = number_of(keys, flow.id, &flow.number_sealed)?;
    request_code(tx, keys, &Request { guest, number: &number, client, texts }, rules).map(Some)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Message {
    Code,
    Registered,
    None,
}

fn choose_message(tx: &mut Tx<'_>, number_hash: &[u8]) -> Result<Message> {
    Ok(if queries::is_registered(tx, number_hash)? { Message::Registered } else { Message::Code })
}

/// The flow looks alike whatever is sent. Without a code in the message, it waits for one that nobody has:
/// 32 random bytes, which no code hashes to.
fn begin_flow(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    number_hash: &[u8],
    message: Message,
    rules: &SignupRules,
) -> Result<()> {
    let id: SignupId = tx.fresh_id();
    let code = Code::draw();
    let code_hash = match message {
        Message::Code => keys.code_hash(id, number_hash, code.as_str()),
        Message::Registered | Message::None => rand::random::<[u8; 32]>().to_vec(),
    };
    let expires_at = tx.now().plus_seconds(rules.code_seconds);
    let number_sealed = keys.seal(Purpose::Signup, id.into(), request.number.as_e164().as_bytes());
    let new = NewFlow { id, number_hash, number_sealed, code_hash, tries: rules.tries, expires_at };
    queries::replace(tx, request.guest, &new)?;
    let body = match message {
        Message::Code => request.texts.code.replace("{code}", code.as_str()),
        Message::Registered => request.texts.registered.clone(),
        Message::None => return Ok(()),
    };
    text_message::queue(tx, keys, request.number, &body, expires_at)?;
    Ok(())
}
