//! How a handler reaches the domain: one hop off the async threads, one snapshot or one transaction, and inside it
//! first the viewer and whether they may be here at all.

use std::sync::Arc;

use actix_web::web;
use enishi_core::ids::{MemberId, PictureId};
use enishi_core::store::{Error, Tx};
use enishi_core::visibility::Viewer;
use enishi_core::{receipt, session};

use super::ask::Ask;
use super::credential::Credential;
use super::viewer::Who;
use crate::error::PageError;
use crate::picture_token;
use crate::pool::Pool;
use crate::site::Site;

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
        F: FnOnce(&mut Tx<'_>, MemberId) -> Result<T, E> + Clone + Send + 'static,
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
        F: FnOnce(&mut Tx<'_>, MemberId) -> Result<String, E> + Clone + Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let Some(once) = self.once() else { return self.write(change).await };
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

    /// What a receipt for this submit is kept under. The same form with other words in it (after the back key) is another
    /// post.
    pub fn once(&mut self) -> Option<String> {
        self.sent_digest.get_or_insert_with(|| self.typed.digest());
        let once = self.typed.get("once");
        let is_mark = !once.is_empty() && once.len() <= 64;
        is_mark.then(|| format!("{once}:{}", self.sent_digest()))
    }

    /// Where this submit led when it came before: a repeated one does nothing more.
    pub async fn done_before(&mut self) -> Outcome<Option<String>> {
        let Some(once) = self.once() else { return Ok(None) };
        self.read_as_member(move |tx, me| Ok(receipt::place_of(tx, me, &once)?)).await
    }

    /// Runs a change at the door, where there is no member yet. `guest` owns what is changed.
    pub async fn write_at_the_door<T, F>(&self, change: F) -> Outcome<T>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, Error> + Clone + Send + 'static,
        T: Send + 'static,
    {
        let site = Arc::clone(&self.site);
        Ok(hop(move || site.store.write(change)).await?)
    }

    /// Looks something up at a door, for whoever stands there.
    pub async fn read_at_the_door<T, F>(&self, look: F) -> Outcome<T>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
        T: Send + 'static,
    {
        let site = Arc::clone(&self.site);
        Ok(hop(move || site.store.read(look)).await?)
    }

    /// Finds the session of a token that came in the path of a phone that keeps cookies: it is to be ended.
    pub async fn find_stray_session(&mut self, token: &str) -> Outcome<()> {
        let finder = Finder {
            token: session::Token::parse(token, self.door),
            in_path: true,
            family: self.profile.family.clone(),
            network: self.network(),
        };
        let site = Arc::clone(&self.site);
        let who = hop(move || site.store.read(|tx| finder.find(tx, &site))).await?;
        self.who.to_end = who.to_end;
        Ok(())
    }

    /// Finds the viewer that a picture's address was signed for: a phone without cookies shows nothing else there.
    pub async fn find_signed_viewer(&mut self, picture: PictureId, file: &str) -> Outcome<()> {
        let site = Arc::clone(&self.site);
        let Some(id) = picture_token::read(&site, self.door, &self.query("t"), picture, file) else {
            return Ok(());
        };
        let found =
            hop(move || site.store.read(|tx| session::find_by_id(tx, id, &site.config.session))).await?;
        self.who.session = found.map(Box::new);
        Ok(())
    }

    fn finder(&self) -> Finder {
        let credential = self.new_credential.as_ref().unwrap_or(&self.credential);
        let token = match credential {
            Credential::Session(token) => Some(token.clone()),
            Credential::Guest(_) | Credential::Desk(_) | Credential::Nothing => None,
        };
        Finder {
            token,
            in_path: !self.keeps_cookies(),
            family: self.profile.family.clone(),
            network: self.network(),
        }
    }

    /// Waits for a place among the requests being worked on. Signing in and out has places of its own.
    pub async fn take_turn(&mut self) -> Outcome<()> {
        let path = self.path.as_str();
        let is_door = matches!(path, "/login" | "/logout" | "/operator/login") || path.starts_with("/login/");
        let pool = if is_door { &self.site.door_turns } else { &self.site.turns };
        self.turn = Some(pool.take().await?);
        Ok(())
    }

    /// Lets another request have the place: while a body is awaited, while something heavy has its own queue.
    pub fn give_turn_back(&mut self) {
        self.turn = None;
    }

    /// Hashing passwords, off the async threads and as much at once as there are cores.
    pub async fn heavy<T, F>(&mut self, work: F) -> Outcome<T>
    where
        F: FnOnce(&Site) -> T + Send + 'static,
        T: Send + 'static,
    {
        let site = Arc::clone(&self.site);
        self.in_pool(&site.hashing, work).await
    }

    /// Decoding and resizing pictures: as [`Ask::heavy`], in a pool of its own.
    pub async fn develop<T, F>(&mut self, work: F) -> Outcome<T>
    where
        F: FnOnce(&Site) -> T + Send + 'static,
        T: Send + 'static,
    {
        let site = Arc::clone(&self.site);
        self.in_pool(&site.developing, work).await
    }

    async fn in_pool<T, F>(&mut self, pool: &Pool, work: F) -> Outcome<T>
    where
        F: FnOnce(&Site) -> T + Send + 'static,
        T: Send + 'static,
    {
        self.give_turn_back();
        let done = {
            let _place = pool.take().await?;
            let site = Arc::clone(&self.site);
            hop(move || work(&site)).await
        };
        self.take_turn().await?;
        Ok(done)
    }
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

#[derive(Clone)]
struct Finder {
    token: Option<session::Token>,
    in_path: bool,
    family: String,
    network: String,
}

impl Finder {
    fn find(&self, tx: &mut Tx<'_>, site: &Site) -> Result<Who, Error> {
        let rules = &site.config.session;
        Who::find(tx, self.token.as_ref(), self.in_path, &self.family, &self.network, rules)
    }
}

pub(super) async fn hop<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    web::block(work).await.expect("work off the async threads does not panic")
}
