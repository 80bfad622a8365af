//! My invitations.

use std::sync::Arc;

use enishi_core::allowance::Act;
use enishi_core::ids::InvitationId;
use enishi_core::invitation::{self, InvitationPage, MakeError, NewInvitation};
use enishi_core::joining::{self, Mode};
use enishi_face::pages::{InvitationView, InvitationsView};
use enishi_face::{Form, InvitationPlace, Page, Phrase, Place};
use enishi_pictures::{qr_picture, qr_side_px};

use super::qr::{format, image_format, room_px};
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::{Answer, Kind};
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/invitations", Readers::Oneself, handler!(list)),
        Route::post("/invitations", Readers::Oneself, handler!(make)).refilled_by(handler!(refill)),
        Route::get("/invitations/{id}", Readers::Oneself, handler!(show)),
        Route::get("/invitations/{id}/{variant}", Readers::Oneself, handler!(picture)),
        Route::post("/invitations/{id}/cancel", Readers::Oneself, handler!(cancel)),
    ]
}

async fn list(ask: &mut Ask) -> Outcome {
    let page = invitations_page(ask, Form::empty().with("tie", "1")).await?;
    Ok(Answer::page(page))
}

async fn invitations_page(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let (site, before) = (Arc::clone(&ask.site), ask.query_id("before"));
    let (page, mode) = ask
        .read_as_member(move |tx, me| {
            let page = invitation::mine(tx, me, before, &site.config.invitations)?;
            Ok((page, joining::mode(tx, site.config.signup.mode)?))
        })
        .await?;
    Ok(Page::Invitations(InvitationsView { page, form, is_closed: mode == Mode::Closed }))
}

async fn make(ask: &mut Ask) -> Outcome {
    if let Some(why) = ask.stopped(Act::Invite).await? {
        return again(ask, why).await;
    }
    let new = NewInvitation {
        message: ask.typed.get("message").to_owned(),
        offers_tie: ask.typed.get("tie") == "1",
    };
    let site = Arc::clone(&ask.site);
    let made = ask
        .write_once(move |tx, me| {
            if joining::mode(tx, site.config.signup.mode)? == Mode::Closed {
                return Ok(Place::Invitation(InvitationPlace::All).to_string());
            }
            let id = invitation::make(tx, &site.keys, me, &new, &site.config.invitations)?;
            Ok::<_, MakeError>(done_at(Place::Invitation(InvitationPlace::One(id)), "invited"))
        })
        .await?;
    match made {
        Ok(place) => Ok(Answer::go(place)),
        Err(MakeError::MessageTooLong) => again(ask, Phrase::new("invitation-long")).await,
        Err(MakeError::TooManyOpen) => again(ask, Phrase::new("invitation-many")).await,
        Err(MakeError::Store(error)) => Err(error.into()),
    }
}

async fn again(ask: &mut Ask, why: Phrase) -> Outcome {
    let form = Form::empty()
        .with("message", ask.typed.get("message"))
        .with("tie", ask.typed.get("tie"))
        .fault("message", why);
    let page = invitations_page(ask, form).await?;
    Ok(Answer::refused(page))
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, Phrase::new("trouble-stale")).await
}

async fn find(ask: &mut Ask) -> Result<InvitationPage, PageError> {
    let (site, id) = (Arc::clone(&ask.site), ask.id::<InvitationId>("id")?);
    ask.read_as_member(move |tx, me| invitation::show(tx, &site.keys, me, id)?.ok_or(PageError::NotFound))
        .await
}

async fn show(ask: &mut Ask) -> Outcome {
    let page = find(ask).await?;
    let link = page.token.as_deref().map(|token| link(ask, token));
    let qr = link.as_deref().and_then(|link| {
        let format = format(ask);
        Some((image_format(format), qr_side_px(link, room_px(ask)).ok()?))
    });
    Ok(Answer::page(Page::Invitation(InvitationView { page, link, qr })))
}

/// The address for another phone: never with this one's token in it.
fn link(ask: &Ask, token: &str) -> String {
    format!("{}{}?invite={token}", ask.origin, Place::Signup)
}

/// The QR picture of the link. It holds the secret, so it is its owner's alone.
async fn picture(ask: &mut Ask) -> Outcome {
    let page = find(ask).await?;
    let format = format(ask);
    let here = Place::Invitation(InvitationPlace::Qr(page.invitation.id, image_format(format))).to_string();
    let token = page.token.filter(|_| here == ask.path).ok_or(PageError::NotFound)?;
    let (link, room_px) = (link(ask, &token), room_px(ask));
    let bytes = ask.heavy(move |_| qr_picture(&link, room_px, format)).await?;
    let bytes = bytes.map_err(|error| PageError::Fault(error.to_string()))?;
    Ok(Answer::Picture { bytes, media_type: format.media_type(), kind: Kind::Picture })
}

async fn cancel(ask: &mut Ask) -> Outcome {
    let id: InvitationId = ask.id("id")?;
    let _ = find(ask).await?;
    ask.write(move |tx, me| invitation::cancel(tx, me, id)).await??;
    Ok(Answer::go(done_at(Place::Invitation(InvitationPlace::One(id)), "invitation-cancelled")))
}
