//! How the token goes on with an answer: in a cookie, or in the addresses of the page.

use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;

use crate::request::{Ask, Credential};

/// What addresses begin with, and the cookie to set, if a new token is handed out or an old one taken away.
pub fn carry_token(ask: &Ask) -> (String, Option<Cookie<'static>>) {
    if ask.keeps_cookies() {
        return (String::new(), cookie(ask));
    }
    let carried = ask.new_credential.as_ref().unwrap_or(&ask.credential);
    (text(ask, carried).map(|token| format!("/~{token}")).unwrap_or_default(), None)
}

/// The token of a credential as it is written.
pub fn text(ask: &Ask, credential: &Credential) -> Option<String> {
    match credential {
        Credential::Nothing => None,
        Credential::Guest(guest) => Some(guest.token(ask.bond(), &ask.site.keys)),
        Credential::Session(token) => Some(token.as_str().to_owned()),
        Credential::Desk(token) => Some(token.as_str().to_owned()),
    }
}

fn cookie(ask: &Ask) -> Option<Cookie<'static>> {
    let is_https = ask.site.config.is_https();
    let (value, seconds) = match &ask.new_credential {
        Some(credential) => (text(ask, credential)?, lifetime(ask, credential)),
        None if ask.signs_out => (String::new(), 0),
        None => return None,
    };
    let cookie = Cookie::build(ask.realm.cookie_name(is_https), value)
        .path("/")
        .http_only(true)
        .same_site(ask.realm.same_site())
        .secure(is_https)
        .max_age(Duration::seconds(seconds));
    Some(cookie.finish())
}

fn lifetime(ask: &Ask, credential: &Credential) -> i64 {
    match credential {
        Credential::Session(_) => ask.site.config.session.cookie_absolute_seconds,
        Credential::Desk(_) => ask.site.config.operator.absolute_seconds,
        Credential::Guest(_) | Credential::Nothing => 86_400,
    }
}
