//! A page on the viewer's face.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue, REFERRER_POLICY};
use enishi_device::FaceKind;
use enishi_face::desk::DeskPage;
use enishi_face::{Face, Page, Rendered};
use enishi_keitai::Keitai;
use enishi_touch::Touch;

use super::frame::Frame;
use super::headers::{Kind, POLICY_OF_COUNTING, POLICY_OF_FRAMES, secured};
use super::token::carry_token;
use crate::request::{Ask, Credential};

/// Renders a page for whoever asked.
pub fn page(ask: &mut Ask, page: &Page, status: StatusCode) -> HttpResponse {
    // The page that leads off the site has no form, and no token in any of its links.
    let needs_guest = !matches!(page, Page::Leave(_));
    if needs_guest
        && ask.who.session.is_none()
        && (ask.is_looked_up || !matches!(ask.credential, Credential::Session(_)))
    {
        // Forms at the door need a token to be bound to. A session that could not be looked up is left alone.
        ask.guest();
    }
    let (rendered, face) = render(ask, page);
    let mut response = respond(ask, rendered, face, status);
    if face == FaceKind::Touch && matches!(page, Page::DiaryForm(_) | Page::Voices(_) | Page::MyProfile(_)) {
        let counting = HeaderValue::from_static(POLICY_OF_COUNTING);
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, counting);
    }
    if matches!(page, Page::Leave(_)) {
        let plain = HeaderValue::from_static("no-referrer");
        response.headers_mut().insert(REFERRER_POLICY, plain);
    }
    response
}

/// Renders a page of the operators' desk. There is one face for it.
pub fn desk_page(ask: &mut Ask, page: &DeskPage, status: StatusCode) -> HttpResponse {
    if ask.desk.is_none() {
        ask.guest();
    }
    let frame = Frame::of(ask);
    let operator = ask.desk.as_ref().map(|desk| desk.operator.name.as_str());
    let rendered = Touch.render_desk(page, operator, &frame.context(ask));
    let mut response = respond(ask, rendered, FaceKind::Touch, status);
    if matches!(page, DeskPage::Phone(_)) {
        let framed = HeaderValue::from_static(POLICY_OF_FRAMES);
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, framed);
    }
    response
}

fn respond(ask: &Ask, rendered: Rendered, face: FaceKind, status: StatusCode) -> HttpResponse {
    let (_, cookies) = carry_token(ask);
    let inline_style = face == FaceKind::Keitai;
    let mut response = secured(status, Kind::Page { keeps_cookies: ask.keeps_cookies(), inline_style });
    response.content_type(rendered.content_type.as_str());
    for cookie in cookies {
        response.cookie(cookie);
    }
    let mut response = response.body(rendered.body);
    response.extensions_mut().insert(rendered.part);
    response
}

fn render(ask: &Ask, page: &Page) -> (Rendered, FaceKind) {
    // Hidden, missing and mistyped are one page to the byte: nothing of the address asked for is on it.
    let frame = if matches!(page, Page::NotFound) { Frame::of_nowhere(ask) } else { Frame::of(ask) };
    let (face, context) = (frame.face(), frame.context(ask));
    let rendered = match face {
        FaceKind::Keitai => Keitai.render(page, &context),
        FaceKind::Touch => Touch.render(page, &context),
    };
    (rendered, face)
}
