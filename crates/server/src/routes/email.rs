//! A member's address of electronic mail.

use std::sync::Arc;

use enishi_core::email::{self, Claimed, EmailAddress, EmailError};
use enishi_core::letter::Link;
use enishi_face::pages::{AccountPage, EmailPage};
use enishi_face::{Form, Page, Phrase, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/email", Readers::Oneself, handler!(show)),
        Route::post("/me/email", Readers::Oneself, handler!(claim))
            .refilled_by(handler!(refill))
            .asking_again(),
        Route::post("/me/email/remove", Readers::Oneself, handler!(remove)).asking_again(),
        Route::get("/email/confirm/{link}", Readers::Anyone, handler!(show_link)),
        Route::post("/email/confirm", Readers::Anyone, handler!(confirm)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::page(page(ask, Form::empty()).await?))
}

async fn page(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let site = Arc::clone(&ask.site);
    let standing = ask.read_as_member(move |tx, me| Ok(email::standing(tx, &site.keys, me)?)).await?;
    Ok(Page::Account(AccountPage::Email(EmailPage {
        confirmed: standing.confirmed.map(|address| address.covered()),
        claimed: standing.claimed.map(|(address, _)| address.covered()),
        can_send: can_send(ask),
        form,
    })))
}

/// Links in letters begin with the configured address, and with nothing else.
fn can_send(ask: &Ask) -> bool {
    !ask.site.config.server.public_url.is_empty()
}

async fn again(ask: &mut Ask, why: Phrase) -> Outcome {
    let form = Form::empty().with("email", ask.typed.get("email")).fault("email", why);
    Ok(Answer::refused(page(ask, form).await?))
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, Phrase::new("trouble-stale")).await
}

async fn claim(ask: &mut Ask) -> Outcome {
    if !can_send(ask) {
        return again(ask, Phrase::new("email-no-letters")).await;
    }
    let address = match EmailAddress::parse(ask.typed.get("email")) {
        Ok(address) => address,
        Err(EmailError::Empty) => return again(ask, Phrase::new("email-empty")).await,
        Err(EmailError::NotAnAddress) => return again(ask, Phrase::new("email-wrong")).await,
    };
    let site = Arc::clone(&ask.site);
    let claimed =
        ask.write(move |tx, me| email::claim(tx, &site.keys, me, &address, &site.config.email)).await??;
    ask.site.letters_wait.notify_one();
    match claimed {
        Claimed::Sent => Ok(Answer::go(done_at(Place::MyEmail, "letter"))),
        Claimed::Same => again(ask, Phrase::new("email-same")).await,
        Claimed::Wait { seconds } => again(ask, Phrase::new("email-wait").with("seconds", seconds)).await,
    }
}

async fn remove(ask: &mut Ask) -> Outcome {
    let site = Arc::clone(&ask.site);
    ask.write(move |tx, me| email::remove(tx, &site.keys, me)).await??;
    ask.site.letters_wait.notify_one();
    Ok(Answer::go(done_at(Place::MyEmail, "email-removed")))
}

/// Looking at a link changes nothing: programs that read mail open every link in it.
async fn show_link(ask: &mut Ask) -> Outcome {
    let link = ask.params.iter().find(|(name, _)| name == "link").and_then(|(_, text)| Link::parse(text));
    let link = link.ok_or(PageError::NotFound)?;
    let (site, sought) = (Arc::clone(&ask.site), link.clone());
    let claim = ask.read(move |tx, _| Ok(email::look(tx, &site.keys, &sought)?)).await?;
    let claim = claim.ok_or(PageError::NotFound)?;
    let page = AccountPage::EmailLink {
        name: claim.member.nickname,
        address: claim.address.covered(),
        link: link.as_str().to_owned(),
    };
    Ok(Answer::page(Page::Account(page)))
}

async fn confirm(ask: &mut Ask) -> Outcome {
    let link = Link::parse(ask.typed.get("link")).ok_or(PageError::NotFound)?;
    let site = Arc::clone(&ask.site);
    let confirmed = ask.write_at_the_door(move |tx| email::confirm(tx, &site.keys, &link)).await?;
    confirmed.ok_or(PageError::NotFound)?;
    ask.site.letters_wait.notify_one();
    ask.look().await?;
    let place = if ask.session_id().is_some() { Place::MyEmail } else { Place::Welcome };
    Ok(Answer::go(done_at(place, "email")))
}
