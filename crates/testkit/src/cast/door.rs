//! The cast comes in through the same door as everybody: a number, a code sent to it, a name and a password.

use enishi_core::ids::MemberId;
use enishi_core::invitation::{self, Held, InvitationRules, NewInvitation, Typed};
use enishi_core::joining::{self, Ended, Mode, Wish};
use enishi_core::member::{NewMember, Nickname};
use enishi_core::phone::{Countries, PhoneNumber};
use enishi_core::secrets::Keyring;
use enishi_core::signup::{self, Asker, Entered, Finished, Request, SignupRules, Texts};
use enishi_core::store::Tx;
use enishi_core::text_message::{self, Channel, Settled};

use super::LoadError;
use super::script::{Newcomer, Person};

/// Who comes to the door.
pub(super) struct Coming<'a> {
    handle: &'a str,
    nickname: &'a str,
    phone: &'a str,
    language: &'a str,
}

impl<'a> From<&'a Person> for Coming<'a> {
    fn from(person: &'a Person) -> Coming<'a> {
        let Person { handle, nickname, phone, language, .. } = person;
        Coming { handle, nickname, phone, language }
    }
}

impl<'a> From<&'a Newcomer> for Coming<'a> {
    fn from(newcomer: &'a Newcomer) -> Coming<'a> {
        let Newcomer { handle, nickname, phone, language, .. } = newcomer;
        Coming { handle, nickname, phone, language }
    }
}

impl Coming<'_> {
    fn guest(&self) -> &[u8] {
        self.handle.as_bytes()
    }

    fn new_member(&self, password_hash: &str) -> Result<NewMember, LoadError> {
        let nickname = Nickname::parse(self.nickname).map_err(LoadError::refused)?;
        Ok(NewMember {
            nickname,
            password_hash: password_hash.to_owned(),
            language: self.language.to_owned(),
        })
    }

    fn refused(&self, why: impl std::fmt::Debug) -> LoadError {
        LoadError::refused(format!("{}: {why:?}", self.handle))
    }
}

/// Signs a person up.
pub(super) fn come_in(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    coming: &Coming<'_>,
    password_hash: &str,
) -> Result<MemberId, LoadError> {
    verify(tx, keys, coming)?;
    match signup::finish(tx, keys, coming.guest(), coming.new_member(password_hash)?)? {
        Finished::Joined(member) => Ok(member),
        other => Err(coming.refused(other)),
    }
}

/// Signs a person up whom somebody invited just before. The two are not tied: that is told in `ties.toml`.
pub(super) fn come_through(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    coming: &Coming<'_>,
    password_hash: &str,
    inviter: MemberId,
    mode: Mode,
) -> Result<MemberId, LoadError> {
    let rules = InvitationRules::default();
    let new = NewInvitation::default();
    let made = invitation::make(tx, keys, inviter, &new, &rules).map_err(LoadError::refused)?;
    let token = invitation::show(tx, keys, inviter, made)?.and_then(|page| page.token).unwrap_or_default();
    let typed = Typed::parse(&token).ok_or_else(|| coming.refused("no token"))?;
    match invitation::hold(tx, keys, coming.guest(), "the demo cast", &typed, &rules)? {
        Held::Good(_) => {}
        other => return Err(coming.refused(other)),
    }
    verify(tx, keys, coming)?;
    let new = coming.new_member(password_hash)?;
    match joining::come_in(tx, keys, coming.guest(), new, Wish::default(), mode)? {
        Ended::Joined(member) | Ended::Waits(member) => Ok(member),
        other => Err(coming.refused(other)),
    }
}

/// Confirms the number. The text message is read here instead of being sent.
fn verify(tx: &mut Tx<'_>, keys: &Keyring, coming: &Coming<'_>) -> Result<(), LoadError> {
    let number = number_of(coming.phone)?;
    let (guest, rules) = (coming.guest(), SignupRules::default());
    let texts = Texts { code: "{code}".to_owned(), registered: String::new(), banned: String::new() };
    let (asker, channel) = (Asker::at("the demo cast"), Channel::Text);
    let request = Request { guest, number: &number, asker, texts: &texts, channel };
    signup::request_code(tx, keys, &request, &rules)?;
    let code = read_message(tx, keys, &number)?;
    match signup::enter_code(tx, keys, guest, &code, &rules)? {
        Entered::Right => Ok(()),
        other => Err(coming.refused(other)),
    }
}

pub(super) fn number_of(phone: &str) -> Result<PhoneNumber, LoadError> {
    PhoneNumber::parse(phone, &Countries::default()).map_err(LoadError::refused)
}

pub(super) fn read_message(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    number: &PhoneNumber,
) -> Result<String, LoadError> {
    let mut code = None;
    for due in text_message::claim_due(tx, keys, 6, 10)? {
        if due.to == *number {
            code = Some(due.body.to_string());
        }
        text_message::settle(tx, due.id, Settled::Accepted { provider_id: None, status: None })?;
    }
    code.ok_or_else(|| LoadError::refused("no code was sent"))
}
