//! The operators' desk between a request and its handler. A realm of its own: its cookie, its session, its form
//! tokens. For everybody else its pages do not exist, to the byte.

use actix_web::http::Method;
use actix_web::{HttpRequest, web};
use enishi_core::operator::Found;
use enishi_face::pages::Trouble;
use enishi_face::{DeskPlace, Place};

use crate::answer::Answer;
use crate::dispatch::refuse_strangers;
use crate::error::PageError;
use crate::request::{self, Ask, Credential};
use crate::routes::{Outcome, Readers, Route, Routes};

/// Answers a request for a page of the desk.
pub async fn serve(
    ask: &mut Ask,
    request: &HttpRequest,
    payload: web::Payload,
    route: &Route,
    routes: &Routes,
) -> Outcome {
    if let Some(answer) = sit_down(ask, request, route).await? {
        return Ok(answer);
    }
    if ask.method == Method::GET {
        if let Some(answer) = ask.remember_desk_language().await? {
            return Ok(answer);
        }
    } else {
        ask.shown_path = routes.nearest_page(&ask.path);
        read_form(ask, request, payload, route).await?;
    }
    let answer = match (ask.is_stale, route.refill) {
        (false, _) => (route.handle)(ask).await?,
        (true, Some(refill)) => refill(ask).await?,
        (true, None) => return Err(PageError::Trouble(Trouble::StaleForm)),
    };
    ask.keep_desk().await?;
    Ok(answer)
}

/// Judges who may go on, before anything else of the request is read. Whoever may not is left where they came from,
/// and told what they would be told of any address that never was. A browser whose session ran out is led to the
/// door: that it holds the token tells that it knows the way.
async fn sit_down(ask: &mut Ask, request: &HttpRequest, route: &Route) -> Result<Option<Answer>, PageError> {
    if !ask.can_show_desk() {
        return Err(PageError::NotFound);
    }
    let shown = request::desk_credential(request, &ask.site);
    let found = match &shown {
        Credential::Desk(token) => ask.find_desk(token).await?,
        _ => Found::Nobody,
    };
    match (found, route.readers) {
        (Found::Live(desk), _) => ask.enter_desk(shown, Some(desk)),
        (Found::Over(id), Readers::Operator) => {
            ask.end_desk(id).await?;
            ask.enter_desk(Credential::Nothing, None);
            return Ok(Some(Answer::to(Place::Desk(DeskPlace::Login))));
        }
        (Found::Nobody, Readers::Operator) => return Err(PageError::NotFound),
        (Found::Over(_) | Found::Nobody, _) => {
            let is_guest = matches!(shown, Credential::Guest(_));
            ask.enter_desk(if is_guest { shown } else { Credential::Nothing }, None);
        }
    }
    Ok(None)
}

async fn read_form(
    ask: &mut Ask,
    request: &HttpRequest,
    payload: web::Payload,
    route: &Route,
) -> Result<(), PageError> {
    refuse_strangers(ask, request)?;
    ask.give_turn_back();
    let rules = &ask.site.config.server.line;
    ask.typed = request::read_body(request, payload, ask.encoding(), route.most_bytes, rules).await?;
    ask.take_turn().await?;
    ask.is_stale = !request::csrf_fits(ask.typed.get("csrf"), &ask.credential, ask.realm, &ask.site.keys);
    Ok(())
}
