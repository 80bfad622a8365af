//! Who is looking: found in the same snapshot that the page is read from.

use enishi_core::ids::{MemberId, SessionId};
use enishi_core::member::Card;
use enishi_core::session::{self, Found, Session, Shown};
use enishi_core::store::{Result, Tx};
use enishi_core::visibility::Viewer;
use enishi_core::{session::SessionRules, session::Token};

/// Who the request's session turned out to be.
#[derive(Clone, Debug, Default)]
pub struct Who {
    /// The live session, if there is one.
    pub session: Option<Box<Session>>,
    /// A session to be ended: it is over, or its address went astray to another family of phones.
    pub to_end: Option<SessionId>,
}

impl Who {
    /// Finds the session of a shown token.
    pub fn find(
        tx: &mut Tx<'_>,
        token: Option<&Token>,
        in_path: bool,
        family: &str,
        network: &str,
        rules: &SessionRules,
    ) -> Result<Who> {
        let Some(token) = token else { return Ok(Who::default()) };
        Ok(match session::find(tx, Shown { token, in_path, family, network }, rules)? {
            Found::Live(session) => Who { session: Some(session), to_end: None },
            Found::Over(id) | Found::OtherFamily(id) => Who { session: None, to_end: Some(id) },
            Found::OtherNetwork | Found::Nobody => Who::default(),
        })
    }

    /// The viewer, for the domain.
    pub fn viewer(&self) -> Viewer {
        self.member().map_or(Viewer::Guest, Viewer::Member)
    }

    /// The member signed in.
    pub fn member(&self) -> Option<MemberId> {
        self.card().map(|card| card.id)
    }

    /// Their face and name.
    pub fn card(&self) -> Option<&Card> {
        self.session.as_ref().map(|session| &session.member.card)
    }
}
