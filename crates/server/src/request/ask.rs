//! One request on its way through a handler.

use std::sync::Arc;

use actix_web::http::Method;
use enishi_core::ids::SessionId;
use enishi_core::operator::Desk;
use enishi_core::session::{Door, wide_network};
use enishi_device::{DeviceProfile, FaceKind};
use enishi_face::{Language, Place};
use enishi_keitai::encoder_for;
use enishi_keitai::text::Encoding;

use super::body::{Typed, read_pairs};
use super::client::holds;
use super::credential::Credential;
use super::guest::{Bond, Guest, Preferences};
use super::jar::Jar;
use super::realm::Realm;
use super::viewer::Who;
use crate::error::PageError;
use crate::pool::Turn;
use crate::routes::Readers;
use crate::site::Site;

/// A request, decoded. Handlers ask it for what was typed and hand it closures for the database; whether the
/// viewer may be here at all is judged in there, once, by the route's declared readers.
pub struct Ask {
    /// What every request shares.
    pub site: Arc<Site>,
    /// The door it came in by.
    pub door: Door,
    /// GET (also for HEAD) or POST.
    pub method: Method,
    /// The path without token and query.
    pub path: String,
    /// The nearest address at or above `path` that answers GET: what links of a refused form's page mean.
    pub shown_path: String,
    /// Parts of the path by name, as the route's pattern names them.
    pub params: Vec<(String, String)>,
    /// What was typed.
    pub typed: Typed,
    /// The form's token is missing or stale: the form is given back instead of its work being done.
    pub is_stale: bool,
    /// The address block of the client, for counting.
    pub client: String,
    /// The signature of a report; empty for any other request.
    pub signature: String,
    /// Whether this is a person's look at a page, and no prefetch (rule b-5).
    pub is_look: bool,
    /// `scheme://host` as the phone knows it, for handsets that need whole addresses.
    pub origin: String,
    pub(crate) query: String,
    pub(crate) profile: Arc<DeviceProfile>,
    pub(crate) accept_language: Option<String>,
    pub(crate) credential: Credential,
    /// Whose pages this is about: it names the cookie that `credential` came in and goes out in.
    pub(crate) realm: Realm,
    /// The operator's live session, found when the request came in.
    pub(crate) desk: Option<Desk>,
    pub(crate) readers: Readers,
    pub(crate) who: Who,
    /// Whether the database was asked who is looking.
    pub(crate) is_looked_up: bool,
    /// The digest of what was typed, once files were taken out of it.
    pub(crate) sent_digest: Option<String>,
    /// A token handed out with this answer, in place of the one shown.
    pub(crate) new_credential: Option<Credential>,
    pub(crate) signs_out: bool,
    /// Cookies beside the session's.
    pub(crate) jar: Jar,
    /// A limit has stopped what was asked for: until when, for the answer's status and `Retry-After`.
    pub(crate) retry_after_seconds: Option<i64>,
    /// This request's place among those being worked on.
    pub(crate) turn: Option<Turn>,
}

type Outcome<T> = Result<T, PageError>;

impl Ask {
    /// The guest at the door: the one the request shows, or a new one whose token goes out with the answer.
    pub fn guest(&mut self) -> Guest {
        let shown = self.new_credential.as_ref().unwrap_or(&self.credential);
        if let Credential::Guest(guest) = shown {
            return guest.clone();
        }
        let guest = Guest::new(self.site.store.now(), Preferences::default());
        self.new_credential = Some(Credential::Guest(guest.clone()));
        guest
    }

    /// Whether the client's one address is many people: a carrier's.
    pub fn is_shared_client(&self) -> bool {
        let address = self.client.split('/').next().and_then(|address| address.parse().ok());
        let networks = self.site.config.shared_networks();
        address.is_some_and(|address| networks.iter().any(|network| holds(*network, address)))
    }

    /// From this answer on the phone carries this credential.
    pub fn hand_out(&mut self, credential: Credential) {
        self.new_credential = Some(credential);
    }

    /// From this answer on the phone carries nothing.
    pub fn sign_out(&mut self) {
        self.who = Who::default();
        self.credential = Credential::Nothing;
        self.new_credential = None;
        self.signs_out = true;
    }

    /// What a guest's token of this phone is good for.
    pub fn bond(&self) -> Bond<'_> {
        Bond { in_path: !self.keeps_cookies(), family: &self.profile.family, door: self.door }
    }

    /// Whether the answer travels over TLS.
    pub fn is_sealed(&self) -> bool {
        self.door == Door::Site && self.site.config.is_https()
    }

    /// Whether the session rides in a cookie; if not, it rides in the path.
    pub fn keeps_cookies(&self) -> bool {
        self.profile.keeps_cookies()
    }

    /// The wide network the phone is in: a token in the path is good in the one it was handed to.
    pub fn network(&self) -> String {
        wide_network(&self.client, &self.site.config.session)
    }

    /// The phone in a few words, as its owner would say: `docomo P903i`, `iPhone`.
    pub fn device_words(&self) -> String {
        self.profile.words()
    }

    /// What the phone can take, on the face its owner chose.
    pub fn profile(&self) -> Arc<DeviceProfile> {
        match self.chosen_face() {
            Some(face) if face != self.profile.face => Arc::new(self.profile.with_face(face)),
            _ => Arc::clone(&self.profile),
        }
    }

    /// The face chosen, if one was.
    pub fn chosen_face(&self) -> Option<FaceKind> {
        let chosen = self.who.session.as_ref().and_then(|session| session.face.as_deref());
        match (chosen, self.preferences().face) {
            (Some("keitai"), _) => Some(FaceKind::Keitai),
            (Some("touch"), _) => Some(FaceKind::Touch),
            (_, preferred) if self.who.session.is_none() => preferred,
            _ => None,
        }
    }

    fn preferences(&self) -> Preferences {
        match self.new_credential.as_ref().unwrap_or(&self.credential) {
            Credential::Guest(guest) => guest.preferences,
            _ => Preferences::default(),
        }
    }

    /// The reader's language: the member's or operator's choice, else the guest's, else the browser's.
    pub fn language(&self) -> Language {
        let member = self.who.session.as_ref().and_then(|session| session.member.language.as_deref());
        let operator = self.desk.as_ref().and_then(|desk| desk.operator.language.as_deref());
        member
            .or(operator)
            .and_then(Language::from_code)
            .or(self.preferences().language)
            .unwrap_or_else(|| Language::preferred(self.accept_language.as_deref()))
    }

    /// Takes the files of a field. What was sent is remembered first, so that a repeated submit is still known.
    pub fn take_files(&mut self, field: &str) -> Vec<Vec<u8>> {
        self.sent_digest.get_or_insert_with(|| self.typed.digest());
        self.typed.take_files(field)
    }

    /// The digest of what was sent with this request.
    pub(super) fn sent_digest(&self) -> String {
        self.sent_digest.clone().unwrap_or_else(|| self.typed.digest())
    }

    /// The charset and carrier that words on this page's forms come in: those the page went out in.
    pub fn encoding(&self) -> Encoding {
        encoder_for(&self.profile()).encoding()
    }

    /// A value of the query, read in the page's charset; empty if it is not there.
    pub fn query(&self, name: &str) -> String {
        let pairs = read_pairs(self.query.as_bytes(), self.encoding()).unwrap_or_default();
        pairs.into_iter().find(|(found, _)| found == name).map(|(_, value)| value).unwrap_or_default()
    }

    /// A part of the path, read as an id; a part that is none leads nowhere.
    pub fn id<I: std::str::FromStr>(&self, name: &str) -> Outcome<I> {
        let found = self.params.iter().find(|(known, _)| known == name);
        found.and_then(|(_, text)| text.parse().ok()).ok_or(PageError::NotFound)
    }

    /// An id in the query; `None` if it is not there or is none.
    pub fn query_id<I: std::str::FromStr>(&self, name: &str) -> Option<I> {
        self.query(name).parse().ok()
    }

    /// The live session's id.
    pub fn session_id(&self) -> Option<SessionId> {
        self.who.session.as_ref().map(|session| session.id)
    }
}

/// The address to go to after something was done, with what to say there.
pub fn done_at(place: Place, done: &str) -> String {
    let place = place.to_string();
    let joint = if place.contains('?') { '&' } else { '?' };
    format!("{place}{joint}done={done}")
}
