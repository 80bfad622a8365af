//! From headers and path to an [`Ask`]: which phone it is, which token it shows, where it comes from.

use std::sync::Arc;

use actix_web::http::Method;
use actix_web::http::header::HOST;
use actix_web::{HttpMessage, HttpRequest};
use enishi_core::session::Door;
use enishi_device::Headers;
use enishi_face::query_out_of_path;

use crate::request::{self, Ask, Bond, Typed};
use crate::routes::Readers;
use crate::showroom::Simulated;
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
    let simulated = request.extensions().get::<Simulated>().cloned();
    let profile = simulated.map_or_else(|| site.profiles.resolve(&headers), |Simulated(profile)| profile);
    if is_page(path) {
        site.handsets.note(&profile, &site.profiles.current(), &headers);
    }
    let (path, query) = addressed(path, request.query_string());
    let door = door_of(request);
    let bond = Bond { in_path: !profile.keeps_cookies(), family: &profile.family, door };
    let (is_https, now) = (site.config.is_https(), site.store.now());
    let credential = request::credential_in(request, path_token, bond, is_https, &site.keys, now);
    let jar = request::Jar::of(request, profile.keeps_cookies() && door == Door::Site, is_https);
    let method = if request.method() == Method::HEAD { Method::GET } else { request.method().clone() };
    Ask {
        door,
        method,
        path: path.to_owned(),
        shown_path: path.to_owned(),
        params: Vec::new(),
        typed: Typed::default(),
        is_stale: false,
        client: request::client_block(request, &site.config.trusted_proxies()),
        signature: headers.get("x-twilio-signature").unwrap_or_default().to_owned(),
        is_look: is_look(request, &headers),
        origin: origin(request, &site),
        query,
        accept_language: headers.get("accept-language").map(str::to_owned),
        profile,
        credential,
        realm: request::Realm::Members,
        desk: None,
        readers: Readers::Anyone,
        who: request::Who::default(),
        is_looked_up: false,
        sent_digest: None,
        new_credential: None,
        turn: None,
        signs_out: false,
        jar,
        retry_after_seconds: None,
        site,
    }
}

/// Path and query, wherever in the address the query stands.
fn addressed<'p>(path: &'p str, query: &str) -> (&'p str, String) {
    match query_out_of_path(path) {
        None => (path, query.to_owned()),
        Some((path, inside)) if query.is_empty() => (path, inside),
        Some((path, inside)) => (path, format!("{inside}&{query}")),
    }
}

/// Whether a person asks for it: what a page brings along says nothing new.
fn is_page(path: &str) -> bool {
    !["/assets/", "/pictures/", "/healthz", "/readyz", "/favicon"].iter().any(|start| path.starts_with(start))
}

/// The door a request came in by.
pub fn door_of(request: &HttpRequest) -> Door {
    request.app_data::<Door>().copied().unwrap_or_default()
}

/// The address people type at the door a request came in by; empty for whatever host it names.
fn public_url<'s>(request: &HttpRequest, site: &'s Site) -> &'s str {
    match door_of(request) {
        Door::Site => &site.config.server.public_url,
        Door::Legacy => &site.config.server.legacy_url,
    }
}

/// A person looking at a page: a GET that is neither prefetched nor fetched as part of another page (rule b-5).
fn is_look(request: &HttpRequest, headers: &Headers<'_>) -> bool {
    let ahead_of_time = ["sec-purpose", "purpose", "x-moz"].iter().any(|name| headers.get(name).is_some());
    let as_page = headers.get("sec-fetch-dest").is_none_or(|dest| dest == "document");
    request.method() == Method::GET && as_page && !ahead_of_time
}

fn origin(request: &HttpRequest, site: &Site) -> String {
    let public = public_url(request, site);
    if !public.is_empty() {
        return public.to_owned();
    }
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | ':' | '[' | ']');
    match host.chars().all(plain) && !host.is_empty() {
        true => format!("http://{host}"),
        false => String::new(),
    }
}

/// Whether the request means this site: with a public address set, no other host name gets an answer, whether it
/// stands in the header or in the request line. `localhost` and loopback addresses stay open to the operator's own
/// checks.
pub fn names_this_site(request: &HttpRequest, site: &Site) -> bool {
    let Some((_, public)) = public_url(request, site).split_once("://") else { return true };
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let is_ours =
        |host: &str| name_of(host).is_some_and(|name| Some(name) == name_of(public) || is_loopback(name));
    // HTTP/1.0 handsets name no host.
    let by_header = host.is_empty() || is_ours(&host.to_ascii_lowercase());
    by_header && request.uri().authority().is_none_or(|named| is_ours(&named.as_str().to_ascii_lowercase()))
}

/// The name of `name` or `name:port`; `None` if what follows the colon is no port.
fn name_of(host: &str) -> Option<&str> {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port),
        _ => (host, ""),
    };
    port.bytes().all(|sign| sign.is_ascii_digit()).then_some(name)
}

fn is_loopback(name: &str) -> bool {
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<std::net::IpAddr>();
    name == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_and_perhaps_a_port() {
        for (host, name) in [
            ("a.example", Some("a.example")),
            ("a.example:443", Some("a.example")),
            ("a.example:", Some("a.example")),
            ("[::1]:80", Some("[::1]")),
            ("[::1]", Some("[::1]")),
            ("a.example:x", None),
        ] {
            assert_eq!(name_of(host), name, "{host}");
        }
        assert!(is_loopback("127.0.0.1") && is_loopback("[::1]") && is_loopback("localhost"));
        assert!(!is_loopback("192.0.2.1") && !is_loopback("a.example"));
    }

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
