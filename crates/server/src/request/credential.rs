//! What a request shows of who it is: a session's token, a guest's, or nothing. Headers of carriers never count.

use actix_web::HttpRequest;
use enishi_core::moment::Moment;
use enishi_core::operator::DeskToken;
use enishi_core::secrets::Keyring;
use enishi_core::session::Token;

use super::guest::{Bond, Guest};
use super::realm::Realm;

/// What the request shows.
#[derive(Clone, Debug)]
pub enum Credential {
    /// Nothing that is ours.
    Nothing,
    /// Somebody at the door.
    Guest(Guest),
    /// A session, which may be over.
    Session(Token),
    /// An operator's session, which may be over: at the desk alone.
    Desk(DeskToken),
}

impl Credential {
    /// Reads a token as it rides in a path or a cookie.
    pub fn parse(text: &str, bond: Bond<'_>, keys: &Keyring, now: Moment) -> Credential {
        if let Some(token) = Token::parse(text, bond.door) {
            return Credential::Session(token);
        }
        Guest::parse(text, bond, keys, now).map_or(Credential::Nothing, Credential::Guest)
    }
}

/// The credential of a request. Where the phone keeps cookies only the cookie counts; a token in the path of such
/// a request is somebody else's link, and is stripped by the caller.
pub fn credential_in(
    request: &HttpRequest,
    path_token: Option<&str>,
    bond: Bond<'_>,
    is_https: bool,
    keys: &Keyring,
    now: Moment,
) -> Credential {
    if bond.in_path {
        return path_token.map_or(Credential::Nothing, |text| Credential::parse(text, bond, keys, now));
    }
    let cookie = request.cookie(Realm::Members.cookie_name(bond.door, is_https));
    cookie.map_or(Credential::Nothing, |cookie| Credential::parse(cookie.value(), bond, keys, now))
}
