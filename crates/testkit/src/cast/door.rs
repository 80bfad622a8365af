//! The cast comes in through the same door as everybody: a number, a code sent to it, a name and a password.

use enishi_core::ids::MemberId;
use enishi_core::member::{NewMember, Nickname};
use enishi_core::phone::{Countries, PhoneNumber};
use enishi_core::secrets::Keyring;
use enishi_core::signup::{self, Asker, Entered, Finished, Request, SignupRules, Texts};
use enishi_core::store::Tx;
use enishi_core::text_message::{self, Channel, Settled};

use super::LoadError;
use super::script::Person;

/// Signs a person up. The text message is read here instead of being sent.
pub(super) fn come_in(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    person: &Person,
    password_hash: &str,
) -> Result<MemberId, LoadError> {
    let number = PhoneNumber::parse(&person.phone, &Countries::default()).map_err(LoadError::refused)?;
    let nickname = Nickname::parse(&person.nickname).map_err(LoadError::refused)?;
    let rules = SignupRules::default();
    let guest = person.handle.as_bytes();
    let texts = Texts { code: "{code}".to_owned(), registered: String::new(), banned: String::new() };
    let (asker, channel) = (Asker::at("the demo cast"), Channel::Text);
    let request = Request { guest, number: &number, asker, texts: &texts, channel };
    signup::request_code(tx, keys, &request, &rules)?;
    let code = read_message(tx, keys, &number)?;
    match signup::enter_code(tx, keys, guest, &code, &rules)? {
        Entered::Right => {}
        other => return Err(LoadError::refused(format!("{}: {other:?}", person.handle))),
    }
    let new =
        NewMember { nickname, password_hash: password_hash.to_owned(), language: person.language.clone() };
    match signup::finish(tx, keys, guest, new)? {
        Finished::Joined(member) => Ok(member),
        other => Err(LoadError::refused(format!("{}: {other:?}", person.handle))),
    }
}

fn read_message(tx: &mut Tx<'_>, keys: &Keyring, number: &PhoneNumber) -> Result<String, LoadError> {
    let mut code = None;
    for due in text_message::claim_due(tx, keys, 10)? {
        if due.to == *number {
            code = Some(due.body.to_string());
        }
        text_message::settle(tx, due.id, Settled::Accepted { provider_id: None, status: None })?;
    }
    code.ok_or_else(|| LoadError::refused("no code was sent"))
}
