//! From one number to another, once the code that went to it is right.

use super::change::{CHANGES, flow_of};
use super::rules::NumberRules;
use super::{key, queries, waits};
use crate::ids::{MemberId, SessionId};
use crate::letter::{self, Link, Matter};
use crate::limit::{self, Take};
use crate::login::LoginRules;
use crate::second_step::{self, Inside};
use crate::secrets::{Keyring, Purpose};
use crate::security_log::{self, Event, Kind};
use crate::signup::{self, Entered, Proven, SignupRules};
use crate::store::{Result, Tx, upsert};
use crate::{approval, claim, login, session, text_message};

/// What the old number is told, in the member's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// The number was changed; every `{code}` becomes the key that takes it back.
    pub changed: String,
    /// It came back.
    pub back: String,
}

/// The code that came to the new number.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// In this session.
    pub session: SessionId,
    /// What was typed; of no account once it was right.
    pub code: &'a str,
    /// The code of the app, where a second factor is asked for.
    pub second: &'a str,
    /// The address block it comes from.
    pub client: &'a str,
}

/// What became of the code.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// The number is changed; other phones are signed out.
    Yes,
    /// The code from the text is not right (yet).
    Code(Entered),
    /// It was right; the second factor is not.
    Second,
    /// Too many tries of the second factor, or changes.
    Wait {
        /// At least 1.
        seconds: i64,
    },
    /// The number is somebody else's, or may not be used here.
    Taken,
}

/// Judges the code, then the second factor, and changes the number. A right code stays right while the second factor
/// is being found; of any number of parallel calls one changes the number.
pub fn enter(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    entry: Entry<'_>,
    texts: &Texts,
    rules: (&NumberRules, &SignupRules, &LoginRules),
) -> Result<Changed> {
    let (rules, sending, tries) = rules;
    upsert::hold(tx, vec![me.into()])?;
    let flow = flow_of(entry.session);
    if !signup::is_verified(tx, &flow)? {
        let entered = signup::enter_code(tx, keys, &flow, entry.code, sending)?;
        if entered != Entered::Right {
            return Ok(Changed::Code(entered));
        }
    }
    match second_step::check_inside(tx, keys, me, entry.second, entry.client, tries)? {
        Inside::Right => {}
        Inside::Wrong => return Ok(Changed::Second),
        Inside::Wait { seconds } => return Ok(Changed::Wait { seconds }),
    }
    let id = i64::from(me).to_be_bytes();
    if let Take::Refused { retry_after_seconds: seconds } =
        limit::take(tx, keys, CHANGES, &id, rules.changes)?
    {
        return Ok(Changed::Wait { seconds });
    }
    let Some(proven) = signup::take_to_join(tx, keys, &flow)? else {
        return Ok(Changed::Code(Entered::NoFlow));
    };
    if !signup::is_free(tx, &proven.marks, Some(me))? {
        return Ok(Changed::Taken);
    }
    put(tx, keys, me, &proven, texts, rules)?;
    session::end_others(tx, me, entry.session, entry.client)?;
    approval::forget_all(tx, me)?;
    security_log::record(tx, Event::of(Kind::NumberChanged).member(me).client(entry.client))?;
    Ok(Changed::Yes)
}

fn put(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    proven: &Proven,
    texts: &Texts,
    rules: &NumberRules,
) -> Result<()> {
    let old = queries::find_phone(tx, me)?;
    let sealed = keys.seal(tx, Purpose::Phone, me.into(), proven.number.as_e164().as_bytes())?;
    queries::put_phone(tx, me, proven.marks.current(), &sealed)?;
    claim::let_go(tx, me)?;
    match old {
        Some(old) => keep_a_way_back(tx, keys, me, &old, texts, rules),
        // A number that was released has nobody to be told.
        None => letter::tell(tx, keys, me, Matter::GuardChanged, None).map(drop),
    }
}

fn keep_a_way_back(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    old: &queries::Phone,
    texts: &Texts,
    rules: &NumberRules,
) -> Result<()> {
    let ends_at = tx.now().plus_seconds(rules.undo_seconds);
    let (code, link) = (key::draw(), Link::draw());
    let link_hash = link.hash();
    let code_marks = keys.undo_marks(tx, &code.replace(' ', ""))?;
    let told = letter::tell(tx, keys, me, Matter::NumberChanged, Some(link))?;
    let Some(known) = login::credentials_of(tx, me)? else { return Ok(()) };
    let new = queries::NewUndo {
        member: me,
        old,
        password_hash: &known.password_hash,
        code_hash: code_marks.current(),
        link_hash: told.then_some(link_hash.as_slice()),
        ends_at,
    };
    queries::insert_undo(tx, &new)?;
    let body = texts.changed.replace("{code}", &code);
    text_message::queue(tx, keys, &waits::open(keys, me, &old.sealed)?, &body, ends_at)?;
    Ok(())
}
