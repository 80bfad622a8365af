//! One request on its way through a handler.

use std::sync::Arc;

use actix_web::http::Method;
use actix_web::web;
use enishi_core::ids::{MemberId, PictureId, SessionId};
use enishi_core::receipt;
use enishi_core::session;
use enishi_core::store::{Error, Tx};
use enishi_core::visibility::Viewer;
use enishi_device::{DeviceProfile, FaceKind};
use enishi_face::{Language, Place};
use enishi_keitai::encoder_for;
use enishi_keitai::text::Encoding;

use super::body::{Typed, read_pairs};
use super::credential::Credential;
use super::guest::{Guest, Preferences};
use super::viewer::Who;
use crate::error::PageError;
use crate::picture_token;
use crate::routes::Readers;
use crate::site::Site;

/// A request, decoded. Handlers ask it for what was typed and hand it closures for the database; whether the
/// viewer may be here at all is judged in there, once, by the route's declared readers.
pub struct Ask {
    /// What every request shares.
    pub site: Arc<Site>,
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
    /// Whether this is a person's look at a page, and no prefetch (rule b-5).
    pub is_look: bool,
    /// `scheme://host` as the phone knows it, for handsets that need whole addresses.
    pub origin: String,
    pub(crate) query: String,
    pub(crate) profile: Arc<DeviceProfile>,
    pub(crate) accept_language: Option<String>,
    pub(crate) credential: Credential,
    pub(crate) readers: Readers,
    pub(crate) who: Who,
    /// Whether the database was asked who is looking.
    pub(crate) is_looked_up: bool,
    /// A token handed out with this answer, in place of the one shown.
    pub(crate) new_credential: Option<Credential>,
    pub(crate) signs_out: bool,
}

type Outcome<T> = Result<T, PageError>;

impl Ask {
    /// Runs a use case that looks, with the viewer found in the same snapshot.
    pub async fn read<T, F>(&mut self, look: F) -> Outcome<T>
    where
        F: FnOnce(&mut Tx<'_>, Viewer) -> Outcome<T> + Send + 'static,
        T: Send + 'static,
    {
        let (site, finder) = (Arc::clone(&self.site), self.finder());
        let readers = self.readers;
        let (who, outcome) = hop(move || {
            site.store.read(|tx| {
                let who = finder.find(tx, &site)?;
                let outcome = readers.admit(&who).and_then(|()| look(tx, who.viewer()));
                Ok::<_, PageError>((who, outcome))
            })
        })
        .await?;
        (self.who, self.is_looked_up) = (who, true);
        outcome
    }

    /// As [`Ask::read`], for pages of members.
    pub async fn read_as_member<T, F>(&mut self, look: F) -> Outcome<T>
    where
        F: FnOnce(&mut Tx<'_>, MemberId) -> Outcome<T> + Send + 'static,
        T: Send + 'static,
    {
        self.read(|tx, viewer| look(tx, viewer.member().ok_or(PageError::LoginNeeded)?)).await
    }

    /// Finds out who is looking, and nothing else.
    pub async fn look(&mut self) -> Outcome<()> {
        self.read(|_, _| Ok(())).await
    }

    /// Runs a use case that changes something as a member. A refusal of the use case travels inside `T` or as its
    /// own error; either way an error undoes the change.
    pub async fn write<T, E, F>(&mut self, change: F) -> Outcome<Result<T, E>>
    where
        F: FnOnce(&mut Tx<'_>, MemberId) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (site, finder) = (Arc::clone(&self.site), self.finder());
        let readers = self.readers;
        let (who, outcome) = hop(move || {
            let store = site.store.clone();
            let seen = store.write(move |tx| {
                let who = finder.find(tx, &site).map_err(Halt::Store)?;
                let me = match readers.admit(&who).and(who.member().ok_or(PageError::LoginNeeded)) {
                    Ok(me) => me,
                    Err(why) => return Err(Halt::Page(who, why)),
                };
                match change(tx, me) {
                    Ok(done) => Ok((who, done)),
                    Err(why) => Err(Halt::Refused(who, why)),
                }
            });
            match seen {
                Ok((who, done)) => (who, Ok(Ok(done))),
                Err(Halt::Refused(who, why)) => (who, Ok(Err(why))),
                Err(Halt::Page(who, why)) => (who, Err(why)),
                Err(Halt::Store(why)) => (Who::default(), Err(PageError::Store(why))),
            }
        })
        .await;
        (self.who, self.is_looked_up) = (who, true);
        outcome
    }

    /// As [`Ask::write`], for work that makes something: a form submitted twice makes it once and leads to the
    /// same place.
    pub async fn write_once<E, F>(&mut self, change: F) -> Outcome<Result<String, E>>
    where
        F: FnOnce(&mut Tx<'_>, MemberId) -> Result<String, E> + Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let once = self.typed.get("once").to_owned();
        if once.is_empty() || once.len() > 64 {
            return self.write(change).await;
        }
        let again = once.clone();
        let first = self
            .write(move |tx, me| {
                if let Some(place) = receipt::place_of(tx, me, &once)? {
                    return Ok(place);
                }
                let place = change(tx, me)?;
                match receipt::keep(tx, me, &once, &place)? {
                    true => Ok(place),
                    // Another process was quicker: ours is undone, and theirs shows the way.
                    false => Err(E::from(Error::Broken(REPEATED.to_owned()))),
                }
            })
            .await?;
        let Err(why) = first else { return Ok(first) };
        let place = self.read_as_member(move |tx, me| Ok(receipt::place_of(tx, me, &again)?)).await?;
        Ok(place.ok_or(why))
    }

    /// Runs a change at the door, where there is no member yet. `guest` owns what is changed.
    pub async fn write_at_the_door<T, F>(&mut self, change: F) -> Outcome<T>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
        T: Send + 'static,
    {
        let site = Arc::clone(&self.site);
        Ok(hop(move || site.store.write(change)).await?)
    }

    /// Finds the session of a token that came in the path of a phone that keeps cookies: it is to be ended.
    pub async fn find_stray_session(&mut self, token: &str) -> Outcome<()> {
        let finder = Finder {
            token: session::Token::parse(token),
            in_path: true,
            family: self.profile.family.clone(),
        };
        let site = Arc::clone(&self.site);
        let who = hop(move || site.store.read(|tx| finder.find(tx, &site))).await?;
        self.who.to_end = who.to_end;
        Ok(())
    }

    /// Finds the viewer that a picture's address was signed for: a phone without cookies shows nothing else there.
    pub async fn find_signed_viewer(&mut self, picture: PictureId, file: &str) -> Outcome<()> {
        let site = Arc::clone(&self.site);
        let Some(id) = picture_token::read(&site, &self.query("t"), picture, file) else { return Ok(()) };
        let found =
            hop(move || site.store.read(|tx| session::find_by_id(tx, id, &site.config.session))).await?;
        self.who.session = found.map(Box::new);
        Ok(())
    }

    fn finder(&self) -> Finder {
        let credential = self.new_credential.as_ref().unwrap_or(&self.credential);
        let token = match credential {
            Credential::Session(token) => Some(token.clone()),
            Credential::Guest(_) | Credential::Nothing => None,
        };
        Finder { token, in_path: !self.keeps_cookies(), family: self.profile.family.clone() }
    }

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

    /// Whether the session rides in a cookie; if not, it rides in the path.
    pub fn keeps_cookies(&self) -> bool {
        self.profile.keeps_cookies()
    }

    /// What the phone can take, on the face its owner chose.
    pub fn profile(&self) -> DeviceProfile {
        match self.chosen_face() {
            Some(face) => self.profile.with_face(face),
            None => (*self.profile).clone(),
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

    /// The reader's language: the member's choice, else the guest's, else the browser's.
    pub fn language(&self) -> Language {
        let member = self.who.session.as_ref().and_then(|session| session.member.language.as_deref());
        member
            .and_then(Language::from_code)
            .or(self.preferences().language)
            .unwrap_or_else(|| Language::preferred(self.accept_language.as_deref()))
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

    /// Heavy work off the async threads, as much at once as there are cores.
    pub async fn heavy<T, F>(&self, work: F) -> Outcome<T>
    where
        F: FnOnce(&Site) -> T + Send + 'static,
        T: Send + 'static,
    {
        let site = Arc::clone(&self.site);
        let _turn = site.heavy_work.acquire().await.map_err(|why| PageError::Fault(why.to_string()))?;
        let site = Arc::clone(&self.site);
        Ok(hop(move || work(&site)).await)
    }
}

/// The address to go to after something was done, with what to say there.
pub fn done_at(place: Place, done: &str) -> String {
    let place = place.to_string();
    let joint = if place.contains('?') { '&' } else { '?' };
    format!("{place}{joint}done={done}")
}

const REPEATED: &str = "another submit of the same form came first";

enum Halt<E> {
    Refused(Who, E),
    Page(Who, PageError),
    Store(Error),
}

impl<E> From<Error> for Halt<E> {
    fn from(why: Error) -> Halt<E> {
        Halt::Store(why)
    }
}

struct Finder {
    token: Option<session::Token>,
    in_path: bool,
    family: String,
}

impl Finder {
    fn find(&self, tx: &mut Tx<'_>, site: &Site) -> Result<Who, Error> {
        Who::find(tx, self.token.as_ref(), self.in_path, &self.family, &site.config.session)
    }
}

async fn hop<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    web::block(work).await.expect("work off the async threads does not panic")
}
