//! People at the door whom the cast never met: what their codes cost, and what came of them.

use std::sync::Arc;

use enishi_core::phone::{Countries, PhoneNumber};
use enishi_core::secrets::Keyring;
use enishi_core::signup::{self, Asker, Entered, Request, SignupRules, Texts};
use enishi_core::store::Tx;
use enishi_core::text_message::{self, Channel, Delivery, Report, Settled};

use super::LoadError;
use super::script::Text;
use super::stage::{Outcome, Stage};

impl Stage<'_> {
    pub(super) fn knock(&self, text: &'static Text) -> Outcome {
        let keyring = Arc::clone(&self.keyring);
        self.write(move |tx| text.numbers.iter().try_for_each(|number| ask(tx, &keyring, number, text)))
    }
}

/// Each at an address of their own, so that no limit is met.
fn ask(tx: &mut Tx<'_>, keys: &Keyring, number: &str, text: &Text) -> Outcome {
    let to = PhoneNumber::parse(number, &Countries::default()).map_err(LoadError::refused)?;
    let mut rules = SignupRules::default();
    if let Some(sends) = text.held_after {
        rules.guard.sends = sends;
    }
    let texts = Texts { code: "{code}".to_owned(), registered: String::new(), banned: String::new() };
    let (guest, client, channel) = (number.as_bytes(), format!("the demo's {number}"), Channel::Text);
    let request = Request { guest, number: &to, asker: Asker::at(&client), texts: &texts, channel };
    signup::request_code(tx, keys, &request, &rules)?;
    let code = send(tx, keys, text)?;
    if text.end == "used" && signup::enter_code(tx, keys, guest, &code, &rules)? != Entered::Right {
        return Err(LoadError::refused(format!("the code of {number}")));
    }
    Ok(())
}

/// The message is read here instead of being sent, and the provider's report made up.
fn send(tx: &mut Tx<'_>, keys: &Keyring, text: &Text) -> Outcome<String> {
    let due = text_message::claim_due(tx, keys, 6, 1)?
        .pop()
        .ok_or_else(|| LoadError::refused("no code was sent"))?;
    let (id, provider_id) = (due.id, format!("SMdemo{}", due.id));
    let status = Some("queued".to_owned());
    text_message::settle(tx, id, Settled::Accepted { provider_id: Some(provider_id.clone()), status })?;
    let has_failed = text.end.bytes().all(|sign| sign.is_ascii_digit());
    let (delivery, error) =
        if has_failed { (Delivery::Undelivered, text.end.as_str()) } else { (Delivery::Delivered, "") };
    text_message::apply(tx, Report { id, provider_id: &provider_id, delivery, error })?;
    Ok(due.body.to_string())
}
