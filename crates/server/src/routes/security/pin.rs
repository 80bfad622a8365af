//! Binding a keypad phone by a PIN.

use std::sync::Arc;

use enishi_core::ids::PinnedPhoneId;
use enishi_core::pinned_phone::{self, PhoneToken, Pin, PinError};
use enishi_core::store::Error;
use enishi_device::FaceKind;
use enishi_face::pages::{BookmarkPage, GuardingPage, PinPage, SecurityPage};
use enishi_face::{Form, GuardPlace, Page, Phrase, Place, WayIn};

use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, Crumb, done_at};
use crate::routes::login::place_of_session;
use crate::routes::pin::phone_token;
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/security/pin", Readers::Oneself, handler!(show)),
        Route::post("/me/security/pin", Readers::Oneself, handler!(bind))
            .refilled_by(handler!(refill))
            .asking_again(),
        Route::post("/me/security/pin/{id}/end", Readers::Oneself, handler!(unbind)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::page(page(ask, Form::empty()).await?))
}

async fn page(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let phones = ask.read_as_member(|tx, me| Ok(pinned_phone::list(tx, me)?)).await?;
    let page = PinPage { is_keypad: is_keypad(ask), phones, form };
    Ok(Page::Security(SecurityPage::Guarding(GuardingPage::Pin(page))))
}

/// What the phone is, whatever face its owner chose.
fn is_keypad(ask: &Ask) -> bool {
    ask.profile.face == FaceKind::Keitai
}

async fn refused(ask: &mut Ask, why: Phrase) -> Outcome {
    Ok(Answer::refused(page(ask, Form::empty().fault("pin", why)).await?))
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, Phrase::new("trouble-stale")).await
}

fn fault(why: PinError) -> Phrase {
    Phrase::new(match why {
        PinError::NotDigits => "pin-not-digits",
        PinError::TooShort => "pin-short",
        PinError::TooLong => "pin-long",
        PinError::Pattern => "pin-pattern",
    })
}

async fn bind(ask: &mut Ask) -> Outcome {
    if !is_keypad(ask) {
        return refused(ask, Phrase::new("pin-not-here")).await;
    }
    let pin = match Pin::choose(ask.typed.get("pin")) {
        Ok(pin) => pin,
        Err(why) => return refused(ask, fault(why)).await,
    };
    let (site, chosen) = (Arc::clone(&ask.site), pin.clone());
    let is_own = ask
        .read_as_member(move |tx, me| {
            Ok(pinned_phone::is_own_number(tx, &site.keys, me, &chosen, &site.countries)?)
        })
        .await?;
    if is_own {
        return refused(ask, Phrase::new("pin-own-number")).await;
    }
    let hash = ask.heavy(move |site| site.hasher.hash(pin.as_str())).await?;
    let token = keep(ask, hash).await?;
    ask.site.letters_wait.notify_one();
    Ok(hand_out(ask, &token))
}

async fn keep(ask: &mut Ask, hash: String) -> Result<PhoneToken, PageError> {
    let (site, place, shown) = (Arc::clone(&ask.site), place_of_session(ask), phone_token(ask));
    let token = ask
        .write::<_, Error, _>(move |tx, me| {
            pinned_phone::bind(tx, &site.keys, me, &place, &hash, shown.as_ref(), &site.config.pin)
        })
        .await??;
    Ok(token)
}

/// In a cookie where the phone keeps them; else in an address, shown this once.
fn hand_out(ask: &mut Ask, token: &PhoneToken) -> Answer {
    if ask.keeps_cookies() {
        ask.jar.keep(Crumb::Phone, token.as_str(), ask.site.config.pin.seconds);
        return Answer::go(done_at(Place::Guard(GuardPlace::Pin), "pin"));
    }
    let address = format!("{}{}/{}", ask.origin, Place::WayIn(WayIn::Pin), token.as_str());
    Answer::page(Page::Security(SecurityPage::Guarding(GuardingPage::Bookmark(BookmarkPage { address }))))
}

async fn unbind(ask: &mut Ask) -> Outcome {
    let (id, client) = (ask.id::<PinnedPhoneId>("id")?, ask.client.clone());
    if !ask.write(move |tx, me| pinned_phone::unbind(tx, me, id, &client)).await?? {
        return Err(PageError::NotFound);
    }
    Ok(Answer::go(done_at(Place::Guard(GuardPlace::Pin), "unbound")))
}
