//! How the token goes on with an answer: in a cookie, or in the addresses of the page.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use enishi_core::session::Door;

use crate::request::{Ask, Credential};

/// What addresses begin with, and the cookies to set: of a new token handed out or an old one taken away, and those
/// beside it.
pub fn carry_token(ask: &Ask) -> (String, Vec<Cookie<'static>>) {
    if ask.keeps_cookies() {
        return (String::new(), cookie(ask).into_iter().chain(crumbs(ask)).collect());
    }
    let carried = ask.new_credential.as_ref().unwrap_or(&ask.credential);
    (text(ask, carried).map(|token| format!("/~{token}")).unwrap_or_default(), Vec::new())
}

fn crumbs(ask: &Ask) -> impl Iterator<Item = Cookie<'static>> {
    let is_https = ask.is_sealed();
    // Nothing of the plain door is known at the site's own.
    let kept = ask.jar.kept().iter().filter(|_| ask.door == Door::Site);
    kept.map(move |(crumb, value, seconds)| {
        baked(crumb.name(is_https), value.clone(), *seconds, SameSite::Lax, is_https)
    })
}

fn baked(
    name: &'static str,
    value: String,
    seconds: i64,
    same_site: SameSite,
    is_https: bool,
) -> Cookie<'static> {
    let cookie = Cookie::build(name, value).path("/").http_only(true).same_site(same_site);
    cookie.secure(is_https).max_age(Duration::seconds(seconds)).finish()
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
    let is_https = ask.is_sealed();
    let (value, seconds) = match &ask.new_credential {
        Some(credential) => (text(ask, credential)?, lifetime(ask, credential)),
        None if ask.signs_out => (String::new(), 0),
        None => return None,
    };
    Some(baked(ask.realm.cookie_name(ask.door, is_https), value, seconds, ask.realm.same_site(), is_https))
}

fn lifetime(ask: &Ask, credential: &Credential) -> i64 {
    match credential {
        Credential::Session(_) => ask.site.config.session.cookie_absolute_seconds,
        Credential::Desk(_) => ask.site.config.operator.absolute_seconds,
        Credential::Guest(_) | Credential::Nothing => 86_400,
    }
}
