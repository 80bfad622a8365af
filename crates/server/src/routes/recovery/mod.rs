//! The way back to an account whose password is lost: the number, the code from the text message, one thing more, a
//! new password.

mod code;
mod friends;
mod password;
mod proof;
mod watch;

use std::sync::Arc;

use enishi_core::phone::{PhoneError, PhoneNumber};
use enishi_core::recovery;
use enishi_core::signup::{Asked, Asker, Request};
use enishi_core::text_message::Channel;
use enishi_face::pages::{RecoveryPage, WayInPage};
use enishi_face::{Form, Page, Phrase, Place, RecoveryPlace};

use super::route::{Outcome, Readers, Route, handler};
use super::sms;
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    let mut all = vec![
        Route::get("/login/forgot", Readers::Guests, handler!(show)),
        Route::post("/login/forgot", Readers::Guests, handler!(send_code)).refilled_by(handler!(refill)),
    ];
    all.extend(code::routes());
    all.extend(proof::routes());
    all.extend(friends::routes());
    all.extend(password::routes());
    all.extend(watch::routes());
    all
}

fn page(page: RecoveryPage) -> Page {
    Page::WayIn(WayInPage::Recovery(page))
}

fn at(place: RecoveryPlace) -> Place {
    Place::Recovery(place)
}

async fn show(_: &mut Ask) -> Outcome {
    Ok(Answer::page(page(RecoveryPage::Number(Form::empty()))))
}

/// The first step again, as typed.
fn number_again(ask: &Ask, field: &str, why: Phrase) -> Page {
    page(RecoveryPage::Number(Form::empty().with("phone", ask.typed.get("phone")).fault(field, why)))
}

async fn refill(ask: &mut Ask) -> Outcome {
    Ok(Answer::refused(number_again(ask, "phone", Phrase::new("trouble-stale"))))
}

/// Whoever was on the way and is no longer begins anew.
fn over(ask: &Ask) -> Outcome {
    Ok(Answer::refused(number_again(ask, "form", Phrase::new("recovery-over"))))
}

/// The same answer for every number that can receive texts.
async fn send_code(ask: &mut Ask) -> Outcome {
    let number = match PhoneNumber::parse(ask.typed.get("phone"), &ask.site.countries) {
        Ok(number) => number,
        Err(why) => return Ok(Answer::refused(number_again(ask, "phone", phone_fault(why)))),
    };
    match request(ask, number).await? {
        // Nobody who has lost a password is asked for an invitation.
        Asked::Sent | Asked::NeedsWord => Ok(Answer::to(at(RecoveryPlace::Code))),
        Asked::Wait { seconds } => {
            let why = Phrase::new("signup-wait").with("seconds", seconds);
            Ok(Answer::too_often(number_again(ask, "phone", why), seconds))
        }
        Asked::SpentForToday { seconds } => {
            Ok(Answer::too_often(number_again(ask, "phone", tomorrow(seconds)), seconds))
        }
    }
}

fn phone_fault(why: PhoneError) -> Phrase {
    Phrase::new(match why {
        PhoneError::Empty => "signup-phone-empty",
        PhoneError::NotTaken => "signup-phone-not-mobile",
    })
}

fn tomorrow(seconds: i64) -> Phrase {
    Phrase::new("signup-tomorrow").with("hours", (seconds + 3599) / 3600)
}

async fn request(ask: &mut Ask, number: PhoneNumber) -> Result<Asked, PageError> {
    let (site, texts) = (Arc::clone(&ask.site), sms::recovery_texts(ask));
    let (guest, client, is_shared) = (ask.guest().hash(), ask.client.clone(), ask.is_shared_client());
    let asked = ask
        .write_at_the_door(move |tx| {
            let asker = Asker { is_shared, is_vouched: true, ..Asker::at(&client) };
            let (texts, channel) = (&texts, Channel::Text);
            let request = Request { guest: &guest, number: &number, asker, texts, channel };
            let (signup, rules) = (&site.config.signup.rules, &site.config.recovery);
            recovery::request_code(tx, &site.keys, &request, signup, rules)
        })
        .await?;
    ask.site.texts_wait.notify_one();
    Ok(asked)
}
