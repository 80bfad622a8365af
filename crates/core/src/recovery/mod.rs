//! Coming back to an account whose password is lost: the number is proven by a code in a text message, then one thing
//! more, and only then a new password is chosen.
//!
//! A number alone opens nothing: it may be lent, recycled or taken over by fraud. What stands beside it is a code in a
//! letter to the confirmed address, a recovery code from paper, or the word of two friends ([`crate::trusted`]). A code of the authenticator app does not: whoever
//! has found an unlocked phone has its texts and its app alike.
//!
//! Until the number is proven everything is a flow of [`crate::signup`] with another aim, so that a number that is
//! known, unknown, banned or over its limits looks the same. After it, no name, address or number is shown: a number
//! that has changed hands tells its new owner nothing of the old one's account (rule b-13).

mod finish;
mod mail;
mod paper;
pub(crate) mod queries;
mod rules;

pub use finish::{Done, finish};
pub use mail::{Mailed, enter_mailed, send_mail};
pub use paper::enter_paper;
pub use rules::RecoveryRules;

use rand::RngExt;

use crate::email;
use crate::ids::{MemberId, RecoveryId};
use crate::limit::pace;
use crate::limit::{self, Take, Window};
use crate::member::queries as members;
use crate::moment::Moment;
use crate::notice;
use crate::one_time::{self, Owner};
use crate::secrets::{Keyring, Marks};
use crate::security_log::{self, Event, Kind};
use crate::signup::{self, Aim, Asked, Asker, Request, SignupRules, Texts};
use crate::store::upsert::hold;
use crate::store::{Result, Tx};
use crate::text_message::Channel;
use crate::trusted::{self, FriendsWay};

const SITE: &str = "recovery texts";
const STRANGERS: &str = "recovery texts to nobody";
const TRIES: &str = "recovery tries of a number";

/// What was proven beside the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A code in a letter.
    Mail,
    /// A recovery code of the authenticator app.
    Paper,
    /// Two friends recognised the member.
    Friends,
}

/// What a code turned out to be.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// Right: a new password may be chosen.
    Right,
    /// Wrong.
    Wrong,
    /// No code is good any more: its time or its tries are over.
    Dead,
    /// Too many tries for this number: not before so many seconds.
    Wait {
        /// At least 1.
        seconds: i64,
    },
    /// This guest is not on the way back, or no longer.
    Over,
}

/// Where somebody on the way back stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What was proven beside the number, if anything was.
    pub proof: Option<Proof>,
    /// Whether a letter can be sent, and whether one is on its way.
    pub mail: MailWay,
    /// Whether there are recovery codes.
    pub has_paper: bool,
    /// Whether friends can be asked, and what they say.
    pub friends: FriendsWay,
}

impl Standing {
    /// Whether there is nothing that could be proven.
    pub fn has_no_way(&self) -> bool {
        self.mail == MailWay::None && !self.has_paper && self.friends == FriendsWay::None
    }
}

/// How the letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailWay {
    /// There is no confirmed address.
    None,
    /// One can be sent.
    Open,
    /// Its code is awaited.
    Sent,
}

/// Asks for a code by text message. The answer is the same for every number.
///
/// Texts for this have a share of the site's budget, held here so that no two take the last one. Numbers behind which
/// nobody stands have a small share of their own, and are answered alike when it is spent: whoever asks with numbers at
/// random keeps no member from coming back.
pub fn request_code(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    request: &Request<'_>,
    signup_rules: &SignupRules,
    rules: &RecoveryRules,
) -> Result<Asked> {
    pace::hold(tx, keys, SITE, &[])?;
    if let Take::Refused { retry_after_seconds: seconds } = limit::look(tx, keys, SITE, &[], rules.per_site)?
    {
        tell_once(tx, keys)?;
        return Ok(Asked::SpentForToday { seconds });
    }
    let marks = keys.number_marks(tx, request.number)?;
    let (share, window) = match queries::find_owner(tx, marks.all())? {
        Some(_) => (SITE, rules.per_site),
        None => (STRANGERS, rules.of_strangers()),
    };
    let is_hushed = !limit::look(tx, keys, share, &[], window)?.is_granted();
    let asker = Asker { is_hushed, ..request.asker };
    let request = Request { asker, ..*request };
    let asked = signup::request_code_to(tx, keys, &request, Aim::Recover, signup_rules)?;
    if asked == Asked::Sent {
        let _ = limit::take(tx, keys, share, &[], window)?;
    }
    Ok(asked)
}

/// That no text leaves for this any more the operators are told once a day.
fn tell_once(tx: &mut Tx<'_>, keys: &Keyring) -> Result<()> {
    let once = Window { seconds: limit::LONGEST_WINDOW, most: 1 };
    if limit::take(tx, keys, Kind::RecoveryShareSpent.word(), &[], once)?.is_granted() {
        security_log::record(tx, Event::of(Kind::RecoveryShareSpent))?;
    }
    Ok(())
}

/// Asks for another one, to the number of this guest's flow. `None` if they have none that waits for a code.
pub fn ask_again(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    asker: Asker<'_>,
    texts: &Texts,
    signup_rules: &SignupRules,
    rules: &RecoveryRules,
) -> Result<Option<Asked>> {
    let Some(number) = signup::waiting_number(tx, keys, guest, Aim::Recover)? else { return Ok(None) };
    let request = Request { guest, number: &number, asker, texts, channel: Channel::Text };
    request_code(tx, keys, &request, signup_rules, rules).map(Some)
}

/// The number is proven: the guest may prove something more. An earlier way back of the same member ends. `false` if
/// this guest has proven none, or nobody has it any more.
pub fn begin(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    guest: &[u8],
    client: &str,
    rules: &RecoveryRules,
) -> Result<bool> {
    let Some(number) = signup::take_proven(tx, keys, guest, Aim::Recover)? else { return Ok(false) };
    let marks = keys.number_marks(tx, &number)?;
    let Some((member, number_hash)) = queries::find_owner(tx, marks.all())? else { return Ok(false) };
    hold(tx, vec![member.into()])?;
    let sign = rand::rng().random_range(10..100);
    let until = tx.now().plus_seconds(rules.seconds);
    queries::replace(tx, guest, member, &number_hash, sign, until)?;
    notice::leave(tx, member, notice::Kind::RecoveryBegun, member.into())?;
    security_log::record(tx, Event::of(Kind::RecoveryBegun).member(member).client(client))?;
    Ok(true)
}

/// Where this guest stands; `None` if they are not on the way back.
pub fn standing(tx: &mut Tx<'_>, guest: &[u8]) -> Result<Option<Standing>> {
    let Some(row) = queries::find(tx, guest)? else { return Ok(None) };
    let has_mail = email::has_address(tx, row.member)?;
    let mail = match (has_mail, row.mail_code_hash.is_some()) {
        (false, _) => MailWay::None,
        (true, false) => MailWay::Open,
        (true, true) => MailWay::Sent,
    };
    let has_paper = one_time::codes_left(tx, Owner::Member(row.member))? > 0;
    let friends = trusted::way(tx, &row)?;
    Ok(Some(Standing { proof: row.proof(), mail, has_paper, friends }))
}

/// The name of the member this guest may choose a new password for: to refuse a password that is little more.
pub fn name_if_proven(tx: &mut Tx<'_>, guest: &[u8]) -> Result<Option<String>> {
    let Some(row) = queries::find(tx, guest)?.filter(|row| row.proof().is_some()) else { return Ok(None) };
    Ok(members::find_card(tx, row.member)?.map(|card| card.nickname))
}

/// Since when somebody has been on the way back to this member's account, if anybody is.
pub fn begun_at(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Moment>> {
    queries::find_begun(tx, member)
}

/// Its owner, who is signed in, says that it is somebody else: whoever is on the way back has to begin anew.
pub fn stop(tx: &mut Tx<'_>, member: MemberId, client: &str) -> Result<bool> {
    hold(tx, vec![member.into()])?;
    let stopped = queries::delete_of(tx, member)?;
    if stopped {
        security_log::record(tx, Event::of(Kind::RecoveryStopped).member(member).client(client))?;
    }
    Ok(stopped)
}

/// The password has changed, or the member is gone: nobody is on the way back any more.
pub(crate) fn forget(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    queries::delete_of(tx, member)?;
    notice::take_off(tx, member, notice::Kind::RecoveryBegun, member.into())
}

/// Deletes what is over. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    Ok(queries::delete_over(tx)? + trusted::sweep(tx)?)
}

/// Counts a code tried for a number before it is looked at. `Some` is the answer to give instead.
fn count(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    number_hash: &[u8],
    rules: &RecoveryRules,
) -> Result<Option<Entered>> {
    Ok(match limit::take_all(tx, keys, TRIES, number_hash, &rules.tries_per_number)? {
        Take::Granted => None,
        Take::Refused { retry_after_seconds: seconds } => Some(Entered::Wait { seconds }),
    })
}

fn wrong(tx: &mut Tx<'_>, member: MemberId, client: &str, entered: Entered) -> Result<Entered> {
    let event = Event::of(Kind::SignInFailed).member(member).client(client).note("recovery");
    security_log::record(tx, event)?;
    Ok(entered)
}

/// The realm of codes in letters among keyed hashes of recovery codes, beside those of operators and members.
const MAIL_REALM: i16 = 3;

fn mail_marks(tx: &mut Tx<'_>, keys: &Keyring, id: RecoveryId, code: &str) -> Result<Marks> {
    keys.recovery_marks(tx, MAIL_REALM, id.into(), code)
}
