//! The password given again inside a session: what sensitive steps ask for.

use super::{Door, Session, SessionRules, Token, queries};
use crate::ids::SessionId;
use crate::moment::Moment;
use crate::store::{Result, Tx};

impl Session {
    /// Whether a sensitive step may be taken without asking for the password. A token in the path may be on
    /// somebody else's screen by now, so there the answer is always no.
    pub fn is_confirmed(&self, rules: &SessionRules, now: Moment) -> bool {
        let age = self.confirmed_at.map(|at| now.seconds_since(at));
        !self.in_path && age.is_some_and(|age| (0..rules.ask_again_seconds).contains(&age))
    }
}

/// Writes down that the password was given just now.
pub fn confirm(tx: &mut Tx<'_>, id: SessionId) -> Result<()> {
    queries::confirm(tx, id)
}

/// Gives a session another token; the old one leads nowhere from here on. Only the site's own door asks for this.
pub fn renew(tx: &mut Tx<'_>, id: SessionId) -> Result<Token> {
    let token = Token::draw(Door::Site);
    queries::set_token(tx, id, &token.hash())?;
    Ok(token)
}
