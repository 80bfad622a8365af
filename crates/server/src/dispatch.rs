//! From the socket to a handler and back: the one path every request takes.
//!
//! headers → device profile → token → route → (POST: session, body in the page's charset, form token) → handler →
//! answer. What may be read is judged inside [`Ask::read`] and [`Ask::write`]; here it is checked that a page for
//! members never leaves unless that happened.

use std::sync::Arc;

use actix_web::http::header::{ALLOW, HOST, RETRY_AFTER};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, web};
use enishi_device::Headers;
use enishi_face::pages::Trouble;
use enishi_face::{Form, Page, Place};

use crate::answer::{self, Answer, BARE, secured};
use crate::error::PageError;
use crate::request::{self, Ask, Credential, Typed};
use crate::routes::{Outcome, Readers, Route, Routes};
use crate::site::Site;

/// Answers any request.
pub async fn dispatch(
    request: HttpRequest,
    payload: web::Payload,
    site: web::Data<Site>,
    routes: web::Data<Routes>,
) -> HttpResponse {
    let (path, path_token) = split_path(request.path());
    let mut ask = ask(&request, path, path_token, site.into_inner());
    if let Some(token) = path_token.filter(|_| ask.keeps_cookies()) {
        let response = strip_token(&mut ask, token).await;
        settle_session(&ask).await;
        return response;
    }
    let outcome = handle(&mut ask, &request, payload, &routes).await;
    let response = match outcome {
        Ok(answer) => answer::write(&mut ask, answer),
        Err(Halt::Method(allowed)) => wrong_method(allowed),
        Err(Halt::Page(why)) => refuse(&mut ask, why, &routes).await,
    };
    settle_session(&ask).await;
    response
}

enum Halt {
    Page(PageError),
    Method(&'static str),
}

impl From<PageError> for Halt {
    fn from(why: PageError) -> Halt {
        Halt::Page(why)
    }
}

/// `/~TOKEN/rest` is the page `/rest` for the session of that token.
fn split_path(path: &str) -> (&str, Option<&str>) {
    let Some(rest) = path.strip_prefix("/~") else { return (path, None) };
    match rest.split_once('/') {
        Some((token, after)) => (&path[path.len() - after.len() - 1..], Some(token)),
        None => ("/", Some(rest)),
    }
}

fn ask(request: &HttpRequest, path: &str, path_token: Option<&str>, site: Arc<Site>) -> Ask {
    let pairs = request.headers().iter();
    let headers = Headers::new(pairs.filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?))));
    let profile = site.profiles.resolve(&headers);
    let keeps_cookies = profile.keeps_cookies();
    let is_https = site.config.is_https();
    let now = site.store.now();
    let credential = request::credential_in(request, path_token, keeps_cookies, is_https, &site.keys, now);
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
        new_credential: None,
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

async fn handle(
    ask: &mut Ask,
    request: &HttpRequest,
    payload: web::Payload,
    routes: &Routes,
) -> Result<Answer, Halt> {
    let found = routes.find(&ask.method, &ask.path);
    let (route, params) = match found {
        Ok(found) => found,
        Err(Some(allowed)) => return Err(Halt::Method(allowed)),
        Err(None) => return Err(PageError::NotFound.into()),
    };
    (ask.params, ask.readers) = (params, route.readers);
    if route.readers == Readers::Guests {
        ask.find_viewer().await?;
        if ask.session_id().is_some() {
            return Ok(Answer::to(Place::Home));
        }
    }
    if ask.method == Method::GET {
        if let Some(answer) = ask.remember_preference().await? {
            return Ok(answer);
        }
    } else {
        ask.shown_path = routes.nearest_page(&ask.path);
        ask.find_viewer().await?;
        refuse_strangers(ask, request)?;
        ask.typed = request::read_body(request, payload, ask.encoding(), route.most_bytes).await?;
        ask.is_stale = !request::csrf_fits(ask.typed.get("csrf"), &ask.credential, &ask.site.keys);
    }
    let answer = run(ask, route).await?;
    ensure_judged(ask, route, &answer)?;
    Ok(answer)
}

/// A stale form is never worked on: it is shown again where it is worth keeping, and named otherwise.
async fn run(ask: &mut Ask, route: &Route) -> Outcome {
    if !ask.is_stale {
        return (route.handle)(ask).await;
    }
    if ask.readers.admit(&ask.who).is_err() {
        return Err(PageError::LoginNeeded);
    }
    match route.refill {
        Some(refill) => refill(ask).await,
        None => Err(PageError::Trouble(Trouble::StaleForm)),
    }
}

/// A form posted from another site is refused by what the browser itself says, before anything is read.
fn refuse_strangers(ask: &Ask, request: &HttpRequest) -> Result<(), PageError> {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let is_foreign = match (header("sec-fetch-site"), header("origin")) {
        (Some(site), _) => !matches!(site, "same-origin" | "none"),
        (None, Some("null")) => ask.keeps_cookies(),
        (None, Some(origin)) => origin != ask.origin,
        (None, None) => false,
    };
    if is_foreign { Err(PageError::Trouble(Trouble::StaleForm)) } else { Ok(()) }
}

/// A page for members leaves only after its readers were judged; a handler that forgot to ask is a fault.
fn ensure_judged(ask: &Ask, route: &Route, answer: &Answer) -> Result<(), PageError> {
    let for_members = matches!(route.readers, Readers::Oneself | Readers::Audience);
    let shows = matches!(answer, Answer::Page(_) | Answer::Refused(_) | Answer::Picture { .. });
    if for_members && shows && ask.who.session.is_none() {
        return Err(PageError::Fault(format!("{} answered without asking who reads", route.pattern)));
    }
    Ok(())
}

async fn refuse(ask: &mut Ask, why: PageError, routes: &Routes) -> HttpResponse {
    // Whoever is signed in stays so on a page that says no; with the database away that page knows nobody.
    if !ask.is_looked_up && !matches!(why, PageError::Store(_)) {
        let _ = ask.find_viewer().await;
    }
    match &why {
        PageError::NotFound => return answer::page(ask, &Page::NotFound, StatusCode::NOT_FOUND),
        PageError::LoginNeeded => return ask_to_log_in(ask, routes),
        PageError::Store(error) => {
            tracing::error!(%error, path = %ask.pattern_for_log(), "the database failed")
        }
        PageError::Fault(error) => tracing::error!(%error, path = %ask.pattern_for_log(), "a fault"),
        PageError::Trouble(_) => {}
    }
    let trouble = why.trouble().unwrap_or(Trouble::Fault);
    let mut response = answer::page(ask, &Page::Trouble(trouble), status_of(trouble));
    if let Trouble::TooOften { seconds } = trouble {
        response.headers_mut().insert(RETRY_AFTER, seconds.max(1).into());
    }
    response
}

fn status_of(trouble: Trouble) -> StatusCode {
    match trouble {
        Trouble::StaleForm => StatusCode::FORBIDDEN,
        Trouble::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Trouble::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
        Trouble::BadRequest => StatusCode::BAD_REQUEST,
        Trouble::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Trouble::Fault => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// A page is asked for again after login. A form worth keeping travels hidden through the login page, so that what
/// was typed before the session ended is not lost.
fn ask_to_log_in(ask: &mut Ask, routes: &Routes) -> HttpResponse {
    if !matches!(ask.credential, Credential::Guest(_)) {
        ask.credential = Credential::Nothing;
    }
    if ask.method == Method::GET {
        let here = ask.here();
        let next =
            if here == Place::Home.to_string() { String::new() } else { format!("?next={}", encode(&here)) };
        return answer::write(ask, Answer::go(format!("{}{next}", Place::Login)));
    }
    let keeps = routes.find(&Method::POST, &ask.path).is_ok_and(|(route, _)| route.refill.is_some());
    let next = if keeps { ask.path.clone() } else { ask.shown_path.clone() };
    let mut form = Form::empty().with("next", next).fault("form", enishi_face::Phrase::new("login-needed"));
    if keeps {
        for (field, value) in ask.typed.fields().filter(|(field, _)| !matches!(*field, "csrf" | "once")) {
            form = form.carry(field, value);
        }
    }
    answer::page(ask, &Page::Login(form), StatusCode::FORBIDDEN)
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// A phone that keeps cookies was given somebody's handset link: the page is asked for without the token, and the
/// session it belongs to ends, since its address has gone astray (rule b-11).
async fn strip_token(ask: &mut Ask, token: &str) -> HttpResponse {
    if let Err(error) = ask.find_stray_session(token).await {
        tracing::error!(%error, "a stray session could not be looked up");
    }
    let to = match ask.query.is_empty() {
        true => ask.path.clone(),
        false => format!("{}?{}", ask.path, ask.query),
    };
    // `//host` would be another site.
    answer::write(ask, Answer::go(format!("/{}", to.trim_start_matches('/'))))
}

fn wrong_method(allowed: &'static str) -> HttpResponse {
    let mut response = secured(StatusCode::METHOD_NOT_ALLOWED, BARE);
    response.insert_header((ALLOW, allowed)).content_type("text/plain; charset=utf-8");
    response.body("")
}

/// After the answer is made: the session's last use is written down at most once a minute, and a session that is
/// over or went astray is ended.
async fn settle_session(ask: &Ask) {
    let now = ask.site.store.now();
    let touch = ask.who.session.as_ref().filter(|session| session.wants_touch(now)).map(|session| session.id);
    let end = ask.who.to_end;
    if touch.is_none() && end.is_none() {
        return;
    }
    let store = ask.site.store.clone();
    let done = web::block(move || {
        store.write(move |tx| {
            if let Some(id) = touch {
                enishi_core::session::touch(tx, id)?;
            }
            if let Some(id) = end {
                enishi_core::session::end(tx, id)?;
            }
            Ok::<_, enishi_core::store::Error>(())
        })
    });
    if let Ok(Err(error)) = done.await {
        tracing::error!(%error, "a session could not be settled");
    }
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
