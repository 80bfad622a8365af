//! A page on the viewer's face.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use enishi_core::ids::{PictureId, SessionId};
use enishi_device::FaceKind;
use enishi_face::{Context, Face, Links, Page, Phrase, PictureSigner, Rendered};
use enishi_keitai::Keitai;
use enishi_touch::Touch;

use super::headers::{Kind, secured};
use super::token::{carry_token, text};
use crate::request::{Ask, Credential};
use crate::site::Site;

/// Renders a page for whoever asked.
pub fn page(ask: &mut Ask, page: &Page, status: StatusCode) -> HttpResponse {
    if ask.who.session.is_none() && (ask.is_looked_up || !matches!(ask.credential, Credential::Session(_))) {
        // Forms at the door need a token to be bound to. A session that could not be looked up is left alone.
        ask.guest();
    }
    let (_, cookies) = carry_token(ask);
    let (rendered, face) = render(ask, page);
    let inline_style = face == FaceKind::Keitai;
    let mut response = secured(status, Kind::Page { keeps_cookies: ask.keeps_cookies(), inline_style });
    response.content_type(rendered.content_type.as_str());
    for cookie in cookies {
        response.cookie(cookie);
    }
    response.body(rendered.body)
}

fn render(ask: &Ask, page: &Page) -> (Rendered, FaceKind) {
    let profile = ask.profile();
    let links = links(ask);
    let carried = ask.new_credential.as_ref().unwrap_or(&ask.credential);
    // Hidden, missing and mistyped are one page to the byte: nothing of the address asked for is on it.
    let is_nowhere = matches!(page, Page::NotFound);
    let here = if is_nowhere { "/home".to_owned() } else { ask.here() };
    let once = if is_nowhere { String::new() } else { fresh_mark() };
    let context = Context {
        profile: &profile,
        words: ask.language().words(),
        links: &links,
        site: &ask.site.config.site.name,
        viewer: ask.who.card(),
        now: ask.site.store.now(),
        zone: &ask.site.zone,
        here: &here,
        part: if is_nowhere { 1 } else { ask.part() },
        csrf: &crate::request::csrf_token(carried, &ask.site.keys),
        once: &once,
        done: if is_nowhere { None } else { done(ask) },
    };
    let rendered = match profile.face {
        FaceKind::Keitai => Keitai.render(page, &context),
        FaceKind::Touch => Touch.render(page, &context),
    };
    (rendered, profile.face)
}

fn fresh_mark() -> String {
    format!("{:020x}", rand::random::<u128>() >> 48)
}

fn links(ask: &Ask) -> Links {
    if ask.keeps_cookies() {
        return Links::plain();
    }
    let carried = ask.new_credential.as_ref().unwrap_or(&ask.credential);
    let Some(token) = text(ask, carried) else { return Links::plain() };
    let signer = match (carried, ask.session_id()) {
        (Credential::Session(_), Some(session)) => Some(signer(Arc::clone(&ask.site), session)),
        _ => None,
    };
    Links::in_path(&token, signer)
}

fn signer(site: Arc<Site>, session: SessionId) -> Arc<PictureSigner> {
    Arc::new(move |picture: PictureId, file: &str| crate::picture_token::write(&site, session, picture, file))
}

/// Only phrases of this list are ever said: a link from elsewhere cannot put words on a page.
const DONE: &[(&str, &str)] = &[
    ("posted", "done-posted"),
    ("edited", "done-edited"),
    ("deleted", "done-deleted"),
    ("commented", "done-commented"),
    ("comment-removed", "done-comment-removed"),
    ("asked", "done-asked"),
    ("friends", "done-friends"),
    ("declined", "done-declined"),
    ("withdrawn", "done-withdrawn"),
    ("parted", "done-parted"),
    ("blocked", "done-blocked"),
    ("unblocked", "done-unblocked"),
    ("saved", "done-saved"),
    ("joined", "done-joined"),
    ("invited", "done-invited"),
    ("invitation-cancelled", "done-invitation-cancelled"),
    ("resent", "done-resent"),
    ("called", "done-called"),
    ("logged-out", "done-logged-out"),
    ("login", "login-needed"),
    ("letter", "done-letter"),
    ("email", "done-email"),
    ("email-removed", "done-email-removed"),
    ("left", "done-left"),
    ("back", "done-back"),
    ("session-ended", "done-session-ended"),
    ("app-on", "done-app-on"),
    ("app-codes-written", "done-app-codes-written"),
    ("app-off", "done-app-off"),
    ("approved", "done-approved"),
    ("denied", "done-denied"),
    ("pin", "done-pin"),
    ("unbound", "done-unbound"),
    ("passkey", "done-passkey"),
    ("passkey-removed", "done-passkey-removed"),
    ("device-forgotten", "done-device-forgotten"),
    ("password-changed", "done-password-changed"),
];

fn done(ask: &Ask) -> Option<Phrase> {
    let said = ask.query("done");
    DONE.iter().find(|(word, _)| *word == said).map(|(_, key)| Phrase::new(key))
}
