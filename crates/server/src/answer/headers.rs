//! Headers that every answer carries, whatever its status: strict, and the same everywhere.

use actix_web::http::StatusCode;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::{HttpResponse, HttpResponseBuilder};

/// What kind of thing is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page or a redirect.
    Page {
        /// The token is in a cookie and not in the address.
        keeps_cookies: bool,
        /// Style may stand in the page itself: keypad phones read it nowhere else.
        inline_style: bool,
    },
    /// A picture of a page, in a frame of the desk. Its links lead on in the window around it; nothing in it runs.
    Screen,
    /// A picture of somebody.
    Picture,
    /// What a script of a page asked for.
    Said,
    /// A file of the program's own, the same for everyone; its name changes with its content.
    Asset,
    /// What a browser runs when a phone rings. Its name stays, so it is never kept; it may fetch nothing.
    Worker,
}

/// No script or style but our own files.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
    worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// Of pages whose script asks how many could read something.
pub const POLICY_OF_COUNTING: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";
const POLICY_OF_KEITAI: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// Of the one page with frames in it.
pub const POLICY_OF_FRAMES: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data: blob:; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";
/// The desk's cookie has to come along when a link in the frame is pressed, so it keeps its origin; without script that
/// gives it nothing.
const POLICY_OF_SCREEN: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
    sandbox allow-same-origin allow-top-navigation-by-user-activation; frame-ancestors 'self'";
/// Not sandboxed: a worker without an origin is started by no browser.
const POLICY_OF_WORKER: &str = "default-src 'none'; frame-ancestors 'none'";
const POLICY_OF_FILES: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// An answer's beginning, with every header that keeps it safe.
pub fn secured(status: StatusCode, kind: Kind) -> HttpResponseBuilder {
    let mut response = HttpResponse::build(status);
    let (policy, caching, referrer) = match kind {
        Kind::Page { keeps_cookies, inline_style } => {
            (if inline_style { POLICY_OF_KEITAI } else { POLICY }, PRIVATE, referrer_of(keeps_cookies))
        }
        Kind::Screen => (POLICY_OF_SCREEN, PRIVATE, "no-referrer"),
        Kind::Picture | Kind::Said => (POLICY_OF_FILES, PRIVATE, "no-referrer"),
        Kind::Worker => (POLICY_OF_WORKER, "no-cache", "no-referrer"),
        Kind::Asset => (POLICY_OF_FILES, "public, max-age=31536000, immutable", "no-referrer"),
    };
    let frames = if kind == Kind::Screen { "SAMEORIGIN" } else { "DENY" };
    response
        .insert_header((CONTENT_SECURITY_POLICY, policy))
        .insert_header((CACHE_CONTROL, caching))
        .insert_header((REFERRER_POLICY, referrer))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((HeaderName::from_static("x-frame-options"), frames))
        .insert_header((HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .insert_header((HeaderName::from_static("cross-origin-resource-policy"), "same-origin"))
        .insert_header((HeaderName::from_static("x-robots-tag"), "noindex"))
        .insert_header((
            HeaderName::from_static("permissions-policy"),
            "geolocation=(), camera=(), microphone=()",
        ));
    response
}

/// A page whose address holds the token tells no site where its reader comes from. Elsewhere our own forms must
/// still say their origin, which `no-referrer` would blank out.
fn referrer_of(keeps_cookies: bool) -> &'static str {
    if keeps_cookies { "same-origin" } else { "no-referrer" }
}

/// For an answer without a page: a redirect, a wrong method.
pub const BARE: Kind = Kind::Page { keeps_cookies: true, inline_style: false };

const PRIVATE: &str = "private, no-store, no-transform";

/// A file of the program's own.
pub fn asset(media_type: &'static str, body: impl Into<Vec<u8>>) -> HttpResponse {
    let mut response = secured(StatusCode::OK, Kind::Asset);
    response.content_type(media_type);
    response.body(body.into())
}
