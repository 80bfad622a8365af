//! From what a handler gives to bytes on the line.

mod address;
mod frame;
mod headers;
mod page;
mod token;

use std::borrow::Cow;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{LOCATION, RETRY_AFTER};
use enishi_face::desk::DeskPage;
use enishi_face::pages::Trouble;
use enishi_face::{Page, Place, query_into_path};

use crate::request::{Ask, Realm};

pub use address::read_way_out;
pub use headers::{BARE, Kind, asset, secured};
pub use page::{desk_page, page};
pub use token::carry_token;

/// What a handler gives.
pub enum Answer {
    /// A page.
    Page(Box<Page>),
    /// A form again, as typed, with what is wrong beside the fields.
    Refused(Box<Page>),
    /// The same, because it was too often or too early: it may be sent again after so many seconds.
    TooOften {
        /// The form again.
        page: Box<Page>,
        /// At least 1.
        seconds: i64,
    },
    /// A page of the operators' desk.
    Desk(Box<DeskPage>),
    /// A form of the desk again.
    DeskRefused(Box<DeskPage>),
    /// A status and nothing else, for machines.
    Bare(StatusCode),
    /// Go there; the address is without token.
    Go(String),
    /// What a script of a page asked for, as JSON.
    Said(String),
    /// A picture of a page, as a document of HTML.
    Screen(String),
    /// A picture.
    Picture {
        /// The file.
        bytes: Vec<u8>,
        /// Its media type.
        media_type: &'static str,
        /// For this viewer alone ([`Kind::Picture`]), or the same for everyone.
        kind: Kind,
    },
}

impl Answer {
    /// A page.
    pub fn page(page: Page) -> Answer {
        Answer::Page(Box::new(page))
    }

    /// A page of the desk.
    pub fn desk(page: DeskPage) -> Answer {
        Answer::Desk(Box::new(page))
    }

    /// A form of the desk again.
    pub fn desk_refused(page: DeskPage) -> Answer {
        Answer::DeskRefused(Box::new(page))
    }

    /// A form again.
    pub fn refused(page: Page) -> Answer {
        Answer::Refused(Box::new(page))
    }

    /// A form again, not before so many seconds.
    pub fn too_often(page: Page, seconds: i64) -> Answer {
        Answer::TooOften { page: Box::new(page), seconds: seconds.max(1) }
    }

    /// Go to an address of this site, written without token.
    pub fn go(to: impl Into<String>) -> Answer {
        Answer::Go(to.into())
    }

    /// Go to a place.
    pub fn to(place: Place) -> Answer {
        Answer::Go(place.to_string())
    }
}

/// Writes an answer.
pub fn write(ask: &mut Ask, answer: Answer) -> HttpResponse {
    match answer {
        Answer::Page(shown) => page(ask, &shown, StatusCode::OK),
        Answer::Refused(shown) => refused(ask, |ask, status| page(ask, &shown, status)),
        Answer::Desk(shown) => desk_page(ask, &shown, StatusCode::OK),
        Answer::DeskRefused(shown) => refused(ask, |ask, status| desk_page(ask, &shown, status)),
        Answer::TooOften { page: shown, seconds } => {
            let mut response = page(ask, &shown, StatusCode::TOO_MANY_REQUESTS);
            response.headers_mut().insert(RETRY_AFTER, seconds.into());
            response
        }
        Answer::Bare(status) => secured(status, BARE).body(""),
        Answer::Go(to) => go(ask, &to),
        Answer::Screen(html) => {
            secured(StatusCode::OK, Kind::Screen).content_type("text/html; charset=utf-8").body(html)
        }
        Answer::Said(json) => secured(StatusCode::OK, Kind::Said).content_type("application/json").body(json),
        Answer::Picture { bytes, media_type, kind } => {
            let mut response = secured(StatusCode::OK, kind);
            response.content_type(media_type);
            response.body(bytes)
        }
    }
}

/// A form again. If a limit was the reason, the status says so, and when to come back.
fn refused(ask: &mut Ask, show: impl FnOnce(&mut Ask, StatusCode) -> HttpResponse) -> HttpResponse {
    let Some(seconds) = ask.retry_after_seconds else {
        return show(ask, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let mut response = show(ask, StatusCode::TOO_MANY_REQUESTS);
    response.headers_mut().insert(RETRY_AFTER, seconds.max(1).into());
    response
}

/// There is no such thing, in the realm asked.
pub fn not_found(ask: &mut Ask) -> HttpResponse {
    match ask.realm {
        Realm::Members => page(ask, &Page::NotFound, StatusCode::NOT_FOUND),
        Realm::Desk => desk_page(ask, &DeskPage::NotFound, StatusCode::NOT_FOUND),
    }
}

/// What went wrong, in the realm asked.
pub fn trouble(ask: &mut Ask, trouble: Trouble, status: StatusCode) -> HttpResponse {
    match ask.realm {
        Realm::Members => page(ask, &Page::Trouble(trouble), status),
        Realm::Desk => desk_page(ask, &DeskPage::Trouble(trouble), status),
    }
}

/// 303: whatever was posted, the next page is fetched. Phones without cookies carry the token on; those of their
/// age need the whole address.
fn go(ask: &mut Ask, to: &str) -> HttpResponse {
    let (prefix, cookies) = carry_token(ask);
    let to = if ask.profile.queries { Cow::Borrowed(to) } else { query_into_path(to) };
    let host = if ask.keeps_cookies() { "" } else { ask.origin.as_str() };
    let mut response = secured(
        StatusCode::SEE_OTHER,
        Kind::Page { keeps_cookies: ask.keeps_cookies(), inline_style: false },
    );
    response.insert_header((LOCATION, format!("{host}{prefix}{to}")));
    response.content_type("text/plain; charset=utf-8");
    for cookie in cookies {
        response.cookie(cookie);
    }
    response.body("")
}
