//! How a handler of the desk reaches the domain: as [`Ask::read`] and [`Ask::write`], for operators.

use std::sync::Arc;

use enishi_core::ids::DeskId;
use enishi_core::operator::{self, Desk, DeskToken, Found};
use enishi_core::store::{Error, Tx};
use enishi_device::FaceKind;
use enishi_face::Language;

use super::ask::Ask;
use super::credential::Credential;
use super::realm::Realm;
use super::work::hop;
use crate::answer::Answer;
use crate::error::PageError;

type Outcome<T> = Result<T, PageError>;

impl Ask {
    /// Whether the desk can be shown on this phone at all: in a browser that keeps cookies. To all others there is
    /// no such address.
    pub fn can_show_desk(&self) -> bool {
        self.profile.face == FaceKind::Touch && self.keeps_cookies()
    }

    /// From here on the request is about the desk: whatever it shows of a member counts no longer.
    pub fn enter_desk(&mut self, credential: Credential, desk: Option<Desk>) {
        (self.realm, self.credential, self.desk) = (Realm::Desk, credential, desk);
        self.who = super::Who::default();
    }

    /// What a token of the desk leads to.
    pub async fn find_desk(&self, token: &DeskToken) -> Outcome<Found> {
        let (site, token) = (Arc::clone(&self.site), token.clone());
        Ok(hop(move || site.store.read(|tx| operator::find_desk(tx, &token, &site.config.operator))).await?)
    }

    /// Runs a use case that looks, if an operator's session is live in the same snapshot.
    pub async fn read_at_desk<T, F>(&self, look: F) -> Outcome<T>
    where
        F: FnOnce(&mut Tx<'_>, &Desk) -> Outcome<T> + Send + 'static,
        T: Send + 'static,
    {
        let (site, token) = (Arc::clone(&self.site), self.desk_token()?);
        hop(move || {
            site.store.read(|tx| match operator::find_desk(tx, &token, &site.config.operator)? {
                Found::Live(desk) => look(tx, &desk),
                Found::Over(_) | Found::Nobody => Err(PageError::LoginNeeded),
            })
        })
        .await
    }

    /// Runs a use case that changes something, if an operator's session is live in the same transaction.
    pub async fn write_at_desk<T, F>(&self, change: F) -> Outcome<T>
    where
        F: FnOnce(&mut Tx<'_>, &Desk) -> Result<T, Error> + Clone + Send + 'static,
        T: Send + 'static,
    {
        let (site, token) = (Arc::clone(&self.site), self.desk_token()?);
        let store = site.store.clone();
        let done = hop(move || {
            store.write(move |tx| match operator::find_desk(tx, &token, &site.config.operator)? {
                Found::Live(desk) => change(tx, &desk).map(Some),
                Found::Over(_) | Found::Nobody => Ok(None),
            })
        })
        .await?;
        done.ok_or(PageError::LoginNeeded)
    }

    fn desk_token(&self) -> Outcome<DeskToken> {
        match self.new_credential.as_ref().unwrap_or(&self.credential) {
            Credential::Desk(token) => Ok(token.clone()),
            _ => Err(PageError::NotFound),
        }
    }

    /// Writes down that the session is in use, at most once a minute.
    pub async fn keep_desk(&self) -> Outcome<()> {
        let now = self.site.store.now();
        let Some(id) = self.desk.as_ref().filter(|desk| desk.wants_touch(now)).map(|desk| desk.id) else {
            return Ok(());
        };
        self.write_desk(move |tx| operator::touch(tx, id)).await
    }

    /// Ends a session that is over.
    pub async fn end_desk(&self, id: DeskId) -> Outcome<()> {
        self.write_desk(move |tx| operator::end(tx, id)).await
    }

    async fn write_desk(
        &self,
        change: impl FnOnce(&mut Tx<'_>) -> Result<(), Error> + Clone + Send + 'static,
    ) -> Outcome<()> {
        let site = Arc::clone(&self.site);
        Ok(hop(move || site.store.write(change)).await?)
    }

    /// `?lang=ja|en` at the desk is remembered for the operator, or at its door for the browser.
    pub async fn remember_desk_language(&mut self) -> Outcome<Option<Answer>> {
        let Some(language) = Language::from_code(&self.query("lang")) else { return Ok(None) };
        match self.desk.as_ref().map(|desk| desk.operator.id) {
            Some(id) => self.write_desk(move |tx| operator::speak(tx, id, language.code())).await?,
            None => self.remember_for_guest(None, Some(language)),
        }
        Ok(Some(Answer::go(self.here())))
    }
}
