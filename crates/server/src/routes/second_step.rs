//! The second step of signing in, and the one gate that every way in passes.

use std::sync::Arc;

use enishi_core::ids::MemberId;
use enishi_core::login::Tried;
use enishi_core::second_step::{self, Entered, Entry};
use enishi_core::session::Door;
use enishi_face::pages::{Trouble, WayInPage};
use enishi_face::{Form, Page, Phrase, Place, WayIn};

use super::leaving::offer_return;
use super::login::{Given, device_mark, go_on, open_session};
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, carried};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/login/code", Readers::Guests, handler!(show)),
        Route::post("/login/code", Readers::Guests, handler!(enter))
            .refilled_by(handler!(refill))
            .with_long_form(),
    ]
}

/// Somebody has shown who they are by one factor. Whoever has a second one is asked for it; nobody comes in around
/// this.
pub async fn first_factor_given(ask: &mut Ask, member: MemberId, tried: Option<Tried>) -> Outcome {
    let (site, guest, kept) = (Arc::clone(&ask.site), ask.guest().hash(), tried.clone());
    let is_asked = ask
        .write_at_the_door(move |tx| {
            let is_asked = second_step::is_asked(tx, member)?;
            if is_asked {
                second_step::begin(tx, &guest, member, kept.as_ref(), &site.config.second_step)?;
            }
            Ok(is_asked)
        })
        .await?;
    if !is_asked {
        return come_in(ask, member, tried).await;
    }
    if ask.door == Door::Legacy {
        // Whoever asks for a second step does not want it typed where others read along.
        return Err(PageError::Trouble(Trouble::NotHere));
    }
    // Links of the page mean the page, and not the form before it.
    ask.shown_path = Place::WayIn(WayIn::Code).to_string();
    Ok(Answer::page(page(ask, None)))
}

/// Everything that was asked for is given.
pub async fn come_in(ask: &mut Ask, member: MemberId, tried: Option<Tried>) -> Outcome {
    if let Some(answer) = offer_return(ask, member).await? {
        return Ok(answer);
    }
    let given = match tried {
        Some(tried) if tried.gave_password() => Given::Password(Some(tried)),
        other => Given::NoPassword(other),
    };
    match open_session(ask, member, given).await? {
        true => go_on(ask).await,
        false => over(ask),
    }
}

/// The page, with whatever travels through it.
fn page(ask: &Ask, fault: Option<Phrase>) -> Page {
    let form = Form::empty().with("next", ask.typed.get("next"));
    let form = carried(ask).fold(form, |form, (field, value)| form.carry(field, value));
    let form = fault.into_iter().fold(form, |form, why| form.fault("code", why));
    Page::WayIn(WayInPage::SecondStep(form))
}

async fn show(ask: &mut Ask) -> Outcome {
    let guest = ask.guest().hash();
    if !ask.read(move |tx, _| Ok(second_step::waits(tx, &guest)?)).await? {
        return Ok(Answer::to(Place::Login));
    }
    Ok(Answer::page(page(ask, None)))
}

async fn refill(ask: &mut Ask) -> Outcome {
    Ok(Answer::refused(page(ask, Some(Phrase::new("trouble-stale")))))
}

async fn enter(ask: &mut Ask) -> Outcome {
    let (site, guest, mark) = (Arc::clone(&ask.site), ask.guest().hash(), device_mark(ask));
    let (code, client) = (ask.typed.get("code").to_owned(), ask.client.clone());
    let entered = ask
        .write_at_the_door(move |tx| {
            let entry = Entry { guest: &guest, code: &code, client: &client, mark: mark.as_ref() };
            second_step::enter(tx, &site.keys, entry, &site.config.login)
        })
        .await?;
    match entered {
        Entered::In { member, tried } => come_in(ask, member, tried).await,
        Entered::Wrong { left } => {
            Ok(Answer::refused(page(ask, Some(Phrase::new("second-step-wrong").with("n", i64::from(left))))))
        }
        Entered::Wait { seconds } => {
            let why = Phrase::new("login-wait").with("seconds", seconds);
            Ok(Answer::too_often(page(ask, Some(why)), seconds))
        }
        Entered::Over => over(ask),
    }
}

/// Back to the first step, with whatever was travelling.
fn over(ask: &Ask) -> Outcome {
    let form =
        Form::empty().with("next", ask.typed.get("next")).fault("form", Phrase::new("second-step-over"));
    let form = carried(ask).fold(form, |form, (field, value)| form.carry(field, value));
    Ok(Answer::refused(Page::Login(form)))
}
