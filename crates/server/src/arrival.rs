//! From headers and path to an [`Ask`]: which phone it is, which token it shows, where it comes from.

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::http::Method;
use actix_web::http::header::HOST;
use enishi_device::Headers;

use crate::request::{self, Ask, Bond, Typed};
use crate::routes::Readers;
use crate::site::Site;

/// `/~TOKEN/rest` is the page `/rest` for the session of that token.
pub fn split_path(path: &str) -> (&str, Option<&str>) {
    let Some(rest) = path.strip_prefix("/~") else { return (path, None) };
    match rest.split_once('/') {
        Some((token, after)) => (&path[path.len() - after.len() - 1..], Some(token)),
        None => ("/", Some(rest)),
    }
}

/// The request as handlers will see it; its body is read later, when the viewer is known.
pub fn ask(request: &HttpRequest, path: &str, path_token: Option<&str>, site: Arc<Site>) -> Ask {
    let pairs = request.headers().iter();
    let headers = Headers::new(pairs.filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?))));
    let profile = site.profiles.resolve(&headers);
    let bond = Bond { in_path: !profile.keeps_cookies(), family: &profile.family };
    let (is_https, now) = (site.config.is_https(), site.store.now());
    let credential = request::credential_in(request, path_token, bond, is_https, &site.keys, now);
    let method = if request.method() == Method::HEAD { Method::GET } else { request.method().clone() };
    Ask {
        method,
        path: path.to_owned(),
        shown_path: path.to_owned(),
        params: Vec::new(),
        typed: Typed::default(),
        is_stale: false,
        client: request::client_block(request, &site.config.trusted_proxies()),
        is_look: is_look(request, &headers),
        origin: origin(request, &site),
        query: request.query_string().to_owned(),
        accept_language: headers.get("accept-language").map(str::to_owned),
        profile,
        credential,
        readers: Readers::Anyone,
        who: request::Who::default(),
        is_looked_up: false,
        sent_digest: None,
        new_credential: None,
        turn: None,
        signs_out: false,
        site,
    }
}

/// A person looking at a page: a GET that is neither prefetched nor fetched as part of another page (rule b-5).
fn is_look(request: &HttpRequest, headers: &Headers<'_>) -> bool {
    let ahead_of_time = ["sec-purpose", "purpose", "x-moz"].iter().any(|name| headers.get(name).is_some());
    let as_page = headers.get("sec-fetch-dest").is_none_or(|dest| dest == "document");
    request.method() == Method::GET && as_page && !ahead_of_time
}

fn origin(request: &HttpRequest, site: &Site) -> String {
    let public = &site.config.server.public_url;
    if !public.is_empty() {
        return public.clone();
    }
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | ':' | '[' | ']');
    match host.chars().all(plain) && !host.is_empty() {
        true => format!("http://{host}"),
        false => String::new(),
    }
}

/// Whether the request means this site: with a public address set, no other host name gets an answer. `localhost`
/// and addresses stay open to the operator's own checks.
pub fn names_this_site(request: &HttpRequest, site: &Site) -> bool {
    let Some((_, public)) = site.config.server.public_url.split_once("://") else { return true };
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = |host: &str| host.rsplit_once(':').map_or(host, |(name, _)| name).to_ascii_lowercase();
    // HTTP/1.0 handsets name no host.
    host.is_empty() || name(host) == name(public) || host.parse::<std::net::SocketAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_in_the_path_is_cut_off_whole() {
        for (path, expected) in [
            ("/home", ("/home", None)),
            ("/~sabc/home", ("/home", Some("sabc"))),
            ("/~sabc", ("/", Some("sabc"))),
            ("/~sabc/", ("/", Some("sabc"))),
            ("/~/home", ("/home", Some(""))),
            ("/~a//evil", ("//evil", Some("a"))),
        ] {
            assert_eq!(split_path(path), expected, "{path}");
        }
    }
}
