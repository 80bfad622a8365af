//! Naming another number: a code goes to it.

use sha2::{Digest, Sha256};

use super::queries;
use super::rules::NumberRules;
use crate::ids::{MemberId, SessionId};
use crate::limit::{self, Take};
use crate::phone::PhoneNumber;
use crate::secrets::Keyring;
use crate::signup::{self, Asked, Asker, FlowState, Request, SignupRules};
use crate::store::{Result, Tx};
use crate::text_message::Channel;

const TEXTS: &str = "number texts of a member";
pub(super) const CHANGES: &str = "number changes of a member";

/// A member who has just given the password names another number.
#[derive(Clone, Copy)]
pub struct Change<'a> {
    /// In this session: the code is good here and nowhere else.
    pub session: SessionId,
    /// The new number.
    pub number: &'a PhoneNumber,
    /// Whose limits it counts for.
    pub asker: Asker<'a>,
    /// What the new number is told.
    pub texts: &'a signup::Texts,
}

/// What became of it. The same whether the number is free, somebody else's or banned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    /// What the door would answer.
    Asked(Asked),
    /// It is the member's own number already.
    Same,
}

/// Sends a code to the new number.
pub fn begin(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    change: &Change<'_>,
    rules: &NumberRules,
    sending: &SignupRules,
) -> Result<Begun> {
    let marks = keys.number_marks(tx, change.number)?;
    if queries::find_phone(tx, me)?.is_some_and(|phone| marks.are_on(&phone.hash)) {
        return Ok(Begun::Same);
    }
    if let Some(seconds) = must_wait(tx, keys, me, rules)? {
        return Ok(Begun::Asked(Asked::Wait { seconds }));
    }
    let request = Request {
        guest: &flow_of(change.session),
        number: change.number,
        asker: Asker { is_vouched: true, member: Some(me), ..change.asker },
        texts: change.texts,
        channel: Channel::Text,
    };
    signup::request_code(tx, keys, &request, sending).map(Begun::Asked)
}

/// Sends another code to the number named last. `None`: none was, or its code was right already.
pub fn resend(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    again: (SessionId, Asker<'_>, &signup::Texts),
    rules: &NumberRules,
    sending: &SignupRules,
) -> Result<Option<Asked>> {
    if let Some(seconds) = must_wait(tx, keys, me, rules)? {
        return Ok(Some(Asked::Wait { seconds }));
    }
    let (session, asker, texts) = again;
    let asker = Asker { is_vouched: true, member: Some(me), ..asker };
    signup::resend(tx, keys, &flow_of(session), asker, texts, Channel::Text, sending)
}

/// Where the change of this session stands.
pub fn state(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    session: SessionId,
    sending: &SignupRules,
) -> Result<FlowState> {
    signup::state(tx, keys, &flow_of(session), sending)
}

/// The change belongs to a session as a sign-up belongs to a guest. Nobody's token hashes to this.
pub(super) fn flow_of(session: SessionId) -> Vec<u8> {
    let mut hash = Sha256::new_with_prefix(b"number change ");
    hash.update(i64::from(session).to_be_bytes());
    hash.finalize().to_vec()
}

/// Counts a text, and looks whether a change would be granted: a text for nothing helps nobody.
fn must_wait(tx: &mut Tx<'_>, keys: &Keyring, me: MemberId, rules: &NumberRules) -> Result<Option<i64>> {
    let id = i64::from(me).to_be_bytes();
    let change = limit::look(tx, keys, CHANGES, &id, rules.changes)?;
    let taken = if change.is_granted() { limit::take(tx, keys, TEXTS, &id, rules.texts)? } else { change };
    Ok(match taken {
        Take::Granted => None,
        Take::Refused { retry_after_seconds } => Some(retry_after_seconds),
    })
}
