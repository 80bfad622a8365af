//! Sessions: one signed-in phone each, by a token in a cookie or, for phones without, in the path.
//!
//! A token in the path is bound to the family of devices it was made for and lives shortly: an address can
//! be copied to somebody else. Whatever ends a session deletes it, so a clock set back revives none.

mod confirm;
mod door;
mod list;
mod network;
mod queries;
mod rules;
mod token;

pub use confirm::{confirm, renew};
pub use door::Door;
pub use list::{Line, end_one, end_others, list};
pub use network::wide_network;
pub use rules::SessionRules;
pub use token::Token;

use crate::ids::{MemberId, SessionId};
use crate::last_seen;
use crate::member::Oneself;
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// A session seen so recently is not written again, in seconds.
const TOUCHED_EVERY_SECONDS: i64 = 60;

/// Where a session lives: how its token travels and on what device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The door it was opened at; at the other its token is nothing.
    pub door: Door,
    /// The token rides in the address, because the phone keeps no cookies.
    pub in_path: bool,
    /// The family of device profiles; a token in the path is good in this one alone.
    pub family: String,
    /// The device in a few words, for the list of one's own sessions.
    pub device: String,
    /// The wide network it is in ([`wide_network`]); a token in the path is good in this one alone. Empty: in any.
    pub network: String,
}

/// A token as a request shows it.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The token.
    pub token: &'a Token,
    /// Whether it came in the path. A token of the one kind is worth nothing as the other.
    pub in_path: bool,
    /// The family of the device that shows it.
    pub family: &'a str,
    /// The wide network it comes from.
    pub network: &'a str,
}

/// A live session and whose it is.
#[derive(Clone, Debug)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// The member signed in; active.
    pub member: Oneself,
    /// Whether the token rides in the path.
    pub in_path: bool,
    /// The face chosen for this session (`keitai`, `touch`), or what the profile says.
    pub face: Option<String>,
    /// Last use, to the minute.
    pub seen_at: Moment,
    /// Login.
    pub created_at: Moment,
    /// When the password was last given in this session.
    pub confirmed_at: Option<Moment>,
}

impl Session {
    /// Whether its last use is old enough to be written down again: then call [`touch`].
    pub fn wants_touch(&self, now: Moment) -> bool {
        now.seconds_since(self.seen_at) >= TOUCHED_EVERY_SECONDS
    }
}

/// What a shown token leads to.
#[derive(Clone, Debug)]
pub enum Found {
    /// A session.
    Live(Box<Session>),
    /// A session that is over: the caller [`end`]s it, and shows the login page.
    Over(SessionId),
    /// A session in the path of another family of devices: its address went astray. The caller [`end`]s it,
    /// and shows the login page.
    OtherFamily(SessionId),
    /// A session in the path of another network: its address was copied to somebody far away, or its phone has
    /// changed networks. It lives on where it is, and is worth nothing here.
    OtherNetwork,
    /// Nothing.
    Nobody,
}

/// Opens a session; the token is returned once and kept nowhere.
pub fn open(tx: &mut Tx<'_>, member: MemberId, place: &Place) -> Result<Token> {
    open_with(tx, member, place, false)
}

/// As [`open`], for a member who gave the password just now: sensitive steps do not ask for it again at once.
pub fn open_confirmed(tx: &mut Tx<'_>, member: MemberId, place: &Place) -> Result<Token> {
    open_with(tx, member, place, true)
}

fn open_with(tx: &mut Tx<'_>, member: MemberId, place: &Place, confirmed: bool) -> Result<Token> {
    let token = Token::draw(place.door);
    let id: SessionId = tx.fresh_id();
    queries::insert(tx, id, &token.hash(), member, place)?;
    last_seen::note(tx, member)?;
    if confirmed {
        queries::confirm(tx, id)?;
    }
    Ok(token)
}

/// Finds the session of a shown token. Members who left or were suspended have none.
pub fn find(tx: &mut Tx<'_>, shown: Shown<'_>, rules: &SessionRules) -> Result<Found> {
    let Some(row) = queries::find_by_hash(tx, &shown.token.hash())? else { return Ok(Found::Nobody) };
    if row.session.in_path != shown.in_path {
        return Ok(Found::Nobody);
    }
    if is_over(&row.session, rules, tx.now()) {
        return Ok(Found::Over(row.session.id));
    }
    // Whoever is far away with a copied address shall not even end the session of its owner.
    if row.session.in_path && !network::fits(&row.network, shown.network) {
        return Ok(Found::OtherNetwork);
    }
    if row.session.in_path && row.family != shown.family {
        return Ok(Found::OtherFamily(row.session.id));
    }
    Ok(Found::Live(Box::new(row.session)))
}

/// Finds a live session by its id: for links to pictures, which are signed for a session.
pub fn find_by_id(tx: &mut Tx<'_>, id: SessionId, rules: &SessionRules) -> Result<Option<Session>> {
    let now = tx.now();
    Ok(queries::find(tx, id)?.map(|row| row.session).filter(|session| !is_over(session, rules, now)))
}

fn is_over(session: &Session, rules: &SessionRules, now: Moment) -> bool {
    let (idle_since, begun) = rules.ends(session.in_path, now);
    session.seen_at <= idle_since || session.created_at <= begun
}

/// Writes down that a session of `member` is in use, unless that was written within the last minute.
pub fn touch(tx: &mut Tx<'_>, id: SessionId, member: MemberId) -> Result<()> {
    let before = tx.now().plus_seconds(-TOUCHED_EVERY_SECONDS);
    queries::touch(tx, id, before)?;
    last_seen::note(tx, member)
}

/// Remembers the face chosen for this session; `None` goes back to what the profile says.
pub fn choose_face(tx: &mut Tx<'_>, id: SessionId, face: Option<&str>) -> Result<()> {
    queries::set_face(tx, id, face)
}

/// Ends a session. The next request with its token finds nobody.
pub fn end(tx: &mut Tx<'_>, id: SessionId) -> Result<()> {
    queries::delete(tx, id)
}

/// Ends every session of a member.
pub fn end_all(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    queries::delete_of(tx, member)
}

/// Deletes the sessions that are over. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>, rules: &SessionRules) -> Result<usize> {
    let mut gone = 0;
    for in_path in [true, false] {
        let (idle_since, begun) = rules.ends(in_path, tx.now());
        gone += queries::delete_over(tx, in_path, idle_since, begun)?;
    }
    Ok(gone)
}
