//! From the socket to a handler and back: the one path every request takes.
//!
//! headers → device profile → token → route → (POST: session, body in the page's charset, form token) → handler →
//! answer. What may be read is judged inside [`Ask::read`] and [`Ask::write`]; here it is checked that a page for
//! members never leaves unless that happened.

use std::sync::Arc;
use std::time::Instant;

use actix_web::body::{BodySize, MessageBody};
use actix_web::http::header::ALLOW;
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, web};
use enishi_core::allowance;
use enishi_core::session::Door;
use enishi_face::Place;
use enishi_face::pages::Trouble;
use enishi_keitai::text::Encoding;
use tokio::sync::SemaphorePermit;

use crate::answer::{self, Answer, BARE, secured};
use crate::arrival;
use crate::beat;
use crate::desk;
use crate::error::PageError;
use crate::metrics;
use crate::refusal::{refuse, strip_token};
use crate::request::{self, Ask, Credential};
use crate::routes::{FEW_BYTES, MANY_BYTES, Outcome, Readers, Route, Routes};
use crate::site::Site;

/// Answers any request.
pub async fn dispatch(
    request: HttpRequest,
    payload: web::Payload,
    site: web::Data<Site>,
    routes: web::Data<Routes>,
) -> HttpResponse {
    if !arrival::names_this_site(&request, &site) {
        return secured(StatusCode::MISDIRECTED_REQUEST, BARE).body("");
    }
    let (path, path_token) = arrival::split_path(request.path());
    let mut ask = arrival::ask(&request, path, path_token, site.into_inner());
    let began = Instant::now();
    let response = respond(&mut ask, &request, payload, path_token, &routes).await;
    if response.status() == StatusCode::NOT_FOUND {
        ask.give_turn_back();
        beat::next(began).await;
    }
    let bytes = match response.body().size() {
        BodySize::Sized(bytes) => Some(bytes),
        BodySize::None | BodySize::Stream => None,
    };
    metrics::answered(&ask.profile, response.status(), began.elapsed(), bytes);
    response
}

/// Answers a request that the program makes itself, and counts it nowhere.
pub async fn answered(
    request: &HttpRequest,
    payload: web::Payload,
    site: Arc<Site>,
    routes: &Routes,
) -> HttpResponse {
    let (path, path_token) = arrival::split_path(request.path());
    let mut ask = arrival::ask(request, path, path_token, site);
    respond(&mut ask, request, payload, path_token, routes).await
}

async fn respond(
    ask: &mut Ask,
    request: &HttpRequest,
    payload: web::Payload,
    path_token: Option<&str>,
    routes: &Routes,
) -> HttpResponse {
    if let Err(busy) = ask.take_turn().await {
        return refuse(ask, busy, routes).await;
    }
    if let Some(token) = path_token.filter(|_| ask.keeps_cookies()) {
        let response = match count_anonymous(ask).await {
            Ok(()) => strip_token(ask, token).await,
            Err(why) => refuse(ask, why, routes).await,
        };
        settle_session(ask).await;
        return response;
    }
    let outcome = handle(ask, request, payload, routes).await;
    let response = match outcome {
        Ok(answer) => answer::write(ask, answer),
        Err(Halt::Method(allowed)) => wrong_method(allowed),
        Err(Halt::Page(why)) => refuse(ask, why, routes).await,
    };
    settle_session(ask).await;
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

async fn handle(
    ask: &mut Ask,
    request: &HttpRequest,
    payload: web::Payload,
    routes: &Routes,
) -> Result<Answer, Halt> {
    // Forms of guests have limits of their own.
    if ask.method == Method::GET && !matches!(ask.credential, Credential::Session(_)) {
        count_anonymous(ask).await?;
    }
    let found = routes.find(&ask.method, &ask.path);
    let (route, params) = match found {
        Ok(found) => found,
        Err(Some(allowed)) => return Err(Halt::Method(allowed)),
        Err(None) => return Err(PageError::NotFound.into()),
    };
    (ask.params, ask.readers) = (params, route.readers);
    if ask.door == Door::Legacy && !route.on_legacy {
        let why = if route.readers.is_at_the_desk() {
            PageError::NotFound
        } else {
            PageError::Trouble(Trouble::NotHere)
        };
        return Err(why.into());
    }
    if route.readers.is_at_the_desk() {
        return Ok(desk::serve(ask, request, payload, route, routes).await?);
    }
    if route.readers == Readers::Provider {
        return Ok(take_report(ask, request, payload, route).await?);
    }
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
        count_if_nobody(ask).await?;
        refuse_strangers(ask, request)?;
        let is_member = ask.session_id().is_some();
        let most_bytes = if is_member { route.most_bytes } else { route.most_bytes.min(MANY_BYTES) };
        // A few bodies with photographs in memory at once; the others wait their turn on the line.
        let site = Arc::clone(&ask.site);
        let _turn = match most_bytes > MANY_BYTES {
            true => site.photo_bodies.acquire().await.ok(),
            false => None,
        };
        let _room = if is_member { None } else { room_for_guest(&site, request, most_bytes)? };
        // A slow body holds no place that somebody else could use.
        ask.give_turn_back();
        ask.typed =
            request::read_body(request, payload, ask.encoding(), most_bytes, &site.config.server.line)
                .await?;
        ask.take_turn().await?;
        ask.is_stale = !request::csrf_fits(ask.typed.get("csrf"), &ask.credential, ask.realm, &ask.site.keys);
    }
    ensure_confirmed(ask, route).await?;
    let answer = run(ask, route).await;
    if ask.method == Method::GET {
        count_if_nobody(ask).await?;
    }
    let answer = answer?;
    ensure_judged(ask, route, &answer)?;
    Ok(answer)
}

/// A token that leads to no session is counted, once that is known: whoever sends rubbish for one is nobody, and
/// ids are not for trying out, whatever the method.
async fn count_if_nobody(ask: &mut Ask) -> Result<(), PageError> {
    let is_nobody =
        matches!(ask.credential, Credential::Session(_)) && ask.is_looked_up && ask.who.session.is_none();
    if is_nobody { count_anonymous(ask).await } else { Ok(()) }
}

/// Pages looked at by nobody in particular have their limit an address.
async fn count_anonymous(ask: &mut Ask) -> Result<(), PageError> {
    let site = Arc::clone(&ask.site);
    let looked = site.crowd.look(&ask.client, site.store.now(), site.config.limits.anonymous_pages);
    let Err(too_many) = looked else { return Ok(()) };
    if too_many.is_first {
        let client = ask.client.clone();
        ask.write_at_the_door(move |tx| allowance::note_client(tx, &client, "anonymous pages")).await?;
    }
    Err(PageError::Trouble(Trouble::TooOften { seconds: too_many.seconds }))
}

/// Only the login page takes long forms of guests, since it carries what a member was writing. There is room for a
/// few of those, so that a flood of them does not fill the memory.
fn room_for_guest<'a>(
    site: &'a Site,
    request: &HttpRequest,
    most_bytes: usize,
) -> Result<Option<SemaphorePermit<'a>>, PageError> {
    let bytes = request::declared_bytes(request).unwrap_or(most_bytes).min(most_bytes);
    if bytes <= FEW_BYTES {
        return Ok(None);
    }
    site.guest_bodies.try_acquire().map(Some).map_err(|_| PageError::Busy)
}

/// A report comes without session and form token; its handler judges the signature. One that cannot be read is
/// refused like one that is not signed.
async fn take_report(ask: &mut Ask, request: &HttpRequest, payload: web::Payload, route: &Route) -> Outcome {
    ask.give_turn_back();
    let rules = &ask.site.config.server.line;
    match request::read_body(request, payload, Encoding::Utf8, route.most_bytes, rules).await {
        Ok(typed) => ask.typed = typed,
        Err(_) => return Ok(Answer::Bare(StatusCode::FORBIDDEN)),
    }
    ask.take_turn().await?;
    (route.handle)(ask).await
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
pub fn refuse_strangers(ask: &Ask, request: &HttpRequest) -> Result<(), PageError> {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let is_foreign = match (header("sec-fetch-site"), header("origin")) {
        (Some(site), _) => !matches!(site, "same-origin" | "none"),
        (None, Some("null")) => ask.keeps_cookies(),
        (None, Some(origin)) => origin != ask.origin,
        (None, None) => false,
    };
    if is_foreign { Err(PageError::Trouble(Trouble::StaleForm)) } else { Ok(()) }
}

/// A sensitive step is taken only by whoever gave the password lately. A guest goes on to be asked to log in.
async fn ensure_confirmed(ask: &mut Ask, route: &Route) -> Result<(), PageError> {
    if !route.asks_again || ask.is_stale {
        return Ok(());
    }
    if !ask.is_looked_up {
        ask.find_viewer().await?;
    }
    let (rules, now) = (&ask.site.config.session, ask.site.store.now());
    match &ask.who.session {
        Some(session) if !session.is_confirmed(rules, now) => Err(PageError::PasswordNeeded),
        _ => Ok(()),
    }
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

fn wrong_method(allowed: &'static str) -> HttpResponse {
    let mut response = secured(StatusCode::METHOD_NOT_ALLOWED, BARE);
    response.insert_header((ALLOW, allowed)).content_type("text/plain; charset=utf-8");
    response.body("")
}

/// After the answer is made: the session's last use is written down at most once a minute, and a session that is
/// over or went astray is ended.
async fn settle_session(ask: &Ask) {
    let now = ask.site.store.now();
    let touch = ask.who.session.as_ref().filter(|session| session.wants_touch(now));
    let touch = touch.map(|session| (session.id, session.member.card.id));
    let end = ask.who.to_end;
    if touch.is_none() && end.is_none() {
        return;
    }
    let store = ask.site.store.clone();
    let done = web::block(move || {
        store.write(move |tx| {
            if let Some((id, member)) = touch {
                enishi_core::session::touch(tx, id, member)?;
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
