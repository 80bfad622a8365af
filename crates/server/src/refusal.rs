//! When there is no ordinary answer: not found, not signed in, trouble.

use actix_web::HttpResponse;
use actix_web::http::header::RETRY_AFTER;
use actix_web::http::{Method, StatusCode};
use enishi_face::pages::{SecurityPage, Trouble};
use enishi_face::{DeskPlace, Form, GuardPlace, Page, Phrase, Place};

use crate::answer::{self, Answer};
use crate::error::PageError;
use crate::request::{Ask, Credential, Realm, carry_all};
use crate::routes::{Handler, Routes};

/// The page for a reason there is no other. What went wrong in full is logged here, once.
pub async fn refuse(ask: &mut Ask, why: PageError, routes: &Routes) -> HttpResponse {
    // Whoever is signed in stays so on a page that says no; with the database away that page knows nobody.
    if ask.realm == Realm::Members
        && !ask.is_looked_up
        && !matches!(why, PageError::Store(_) | PageError::Busy)
    {
        let _ = ask.find_viewer().await;
    }
    match &why {
        PageError::NotFound => return answer::not_found(ask),
        PageError::LoginNeeded if ask.realm == Realm::Desk => {
            return answer::write(ask, Answer::to(Place::Desk(DeskPlace::Login)));
        }
        PageError::LoginNeeded => return ask_to_log_in(ask, routes).await,
        PageError::PasswordNeeded => return ask_for_password(ask),
        PageError::Store(error) => {
            tracing::error!(%error, path = %ask.pattern_for_log(), "the database failed")
        }
        PageError::Fault(error) => tracing::error!(%error, path = %ask.pattern_for_log(), "a fault"),
        PageError::Trouble(_) | PageError::Busy => {}
    }
    let trouble = why.trouble().unwrap_or(Trouble::Fault);
    let mut response = answer::trouble(ask, trouble, status_of(trouble));
    let wait = match trouble {
        Trouble::TooOften { seconds } => Some(seconds.max(1)),
        Trouble::Unavailable => Some(ask.site.config.server.load.retry_seconds),
        _ => None,
    };
    if let Some(seconds) = wait {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response
}

fn status_of(trouble: Trouble) -> StatusCode {
    match trouble {
        Trouble::StaleForm | Trouble::NotHere => StatusCode::FORBIDDEN,
        Trouble::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Trouble::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
        Trouble::BadRequest => StatusCode::BAD_REQUEST,
        Trouble::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Trouble::Fault => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// A page is asked for again after login. A form worth keeping travels hidden through the login page, so that what
/// was typed before the session ended is not lost.
async fn ask_to_log_in(ask: &mut Ask, routes: &Routes) -> HttpResponse {
    if !matches!(ask.credential, Credential::Guest(_)) {
        ask.credential = Credential::Nothing;
    }
    if ask.method == Method::GET {
        let here = ask.here();
        let next =
            if here == Place::Home.to_string() { String::new() } else { format!("?next={}", encode(&here)) };
        return answer::write(ask, Answer::go(format!("{}{next}", Place::Login)));
    }
    let path = ask.path.clone();
    let found = routes.find(&Method::POST, &path).ok().map(|(route, _)| route);
    let keeps = found.is_some_and(|route| route.refill.is_some());
    let is_laid_aside = match found.and_then(|route| route.lay_aside) {
        Some(lay_aside) => is_laid_aside(ask, lay_aside).await,
        None => false,
    };
    let next = if keeps { ask.path.clone() } else { ask.shown_path.clone() };
    let mut form = Form::empty().with("next", next).fault("form", Phrase::new("login-needed"));
    if is_laid_aside {
        form = form.fault("draft", Phrase::new("login-draft-kept"));
    }
    if keeps {
        for (field, value) in ask.typed.fields().filter(|(field, _)| !matches!(*field, "csrf" | "once")) {
            form = form.carry(field, value);
        }
    }
    answer::page(ask, &Page::Login(form), StatusCode::FORBIDDEN)
}

/// Whether what was typed lies in a draft now; if not, it travels through the page.
async fn is_laid_aside(ask: &mut Ask, lay_aside: Handler) -> bool {
    if let Err(why) = lay_aside(ask).await {
        tracing::warn!(?why, "what was typed could not be laid aside");
    }
    ask.typed.find("draft").is_some() && ask.typed.find("body").is_none()
}

/// A sensitive step waits for the password. What was posted travels hidden through that page and is done after it.
fn ask_for_password(ask: &mut Ask) -> HttpResponse {
    if ask.method == Method::GET {
        let again = Place::Guard(GuardPlace::Again);
        return answer::write(ask, Answer::go(format!("{again}?next={}", encode(&ask.here()))));
    }
    let form = Form::empty().with("next", ask.path.clone()).with("act", "1");
    let form = carry_all(ask, form);
    answer::page(ask, &Page::Security(SecurityPage::AskAgain(form)), StatusCode::FORBIDDEN)
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
pub async fn strip_token(ask: &mut Ask, token: &str) -> HttpResponse {
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
