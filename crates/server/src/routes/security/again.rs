//! The password once more, before a sensitive step.

use std::sync::Arc;

use actix_web::http::Method;
use enishi_core::login::{self, Admission, Again};
use enishi_core::session;
use enishi_core::store::Error;
use enishi_face::pages::SecurityPage;
use enishi_face::{Form, Page, Phrase};

use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, Credential, Typed, carried, carried_open};
use crate::routes::Routes;
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/again", Readers::Oneself, handler!(show)),
        Route::post("/me/again", Readers::Oneself, handler!(confirm)).refilled_by(handler!(refill)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    let form = Form::empty().with("next", ask.asked_next());
    Ok(Answer::page(Page::Security(SecurityPage::AskAgain(form))))
}

/// The form as it came, but for the password.
fn refused(ask: &Ask, why: Phrase) -> Outcome {
    let typed = Form::empty().with("next", ask.typed.get("next")).with("act", ask.typed.get("act"));
    let form = carried(ask).fold(typed, |form, (field, value)| form.carry(field, value));
    Ok(Answer::refused(Page::Security(SecurityPage::AskAgain(form.fault("password", why)))))
}

async fn refill(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    refused(ask, Phrase::new("trouble-stale"))
}

async fn confirm(ask: &mut Ask) -> Outcome {
    let (site, client) = (Arc::clone(&ask.site), ask.client.clone());
    let session = ask.session_id().ok_or(PageError::LoginNeeded)?;
    let (admission, known) = ask
        .write(move |tx, member| {
            let again = Again { member, session, client: &client };
            let admission = login::admit_again(tx, &site.keys, again, &site.config.login)?;
            Ok::<_, Error>((admission, login::credentials_of(tx, member)?))
        })
        .await??;
    if let Admission::Wait { seconds } = admission {
        return refused(ask, Phrase::new("again-wait").with("seconds", seconds));
    }
    let (password, hash) = (ask.typed.get("password").to_owned(), known.map(|known| known.password_hash));
    let right = ask.heavy(move |site| site.hasher.verify(&password, hash.as_deref())).await?;
    if !right {
        let client = ask.client.clone();
        ask.write(move |tx, member| login::wrong_again(tx, Again { member, session, client: &client }))
            .await??;
        return refused(ask, Phrase::new("again-wrong"));
    }
    confirmed(ask, session).await?;
    go_on(ask).await
}

/// More may be done from here on, so the token changes; but in a path nothing more may be done than this one step,
/// and a token that changed would sign out whoever goes back a page.
async fn confirmed(ask: &mut Ask, session: enishi_core::ids::SessionId) -> Result<(), PageError> {
    let (site, client, in_path) = (Arc::clone(&ask.site), ask.client.clone(), !ask.keeps_cookies());
    let token = ask
        .write(move |tx, member| {
            login::given_again(tx, &site.keys, Again { member, session, client: &client })?;
            if in_path { Ok::<_, Error>(None) } else { session::renew(tx, session).map(Some) }
        })
        .await??;
    if let Some(token) = token {
        ask.hand_out(Credential::Session(token));
    }
    Ok(())
}

/// To the step that was in hand: what was posted is done now; a page is shown. A phone without cookies is shown it at
/// once, since by its next request it would be asked again.
async fn go_on(ask: &mut Ask) -> Outcome {
    let next = ask.next_place();
    let acts = ask.typed.get("act") == "1";
    if !acts && ask.keeps_cookies() {
        return Ok(Answer::go(next));
    }
    let (path, query) = next.split_once('?').unwrap_or((&next, ""));
    let method = if acts { Method::POST } else { Method::GET };
    let routes = Routes::new();
    // Only a step that asks is taken from here; whatever else was named is merely gone to.
    let Some((route, params)) = routes.find(&method, path).ok().filter(|(route, _)| route.asks_again) else {
        return Ok(Answer::go(next));
    };
    (ask.typed, ask.query) = (Typed::of(carried_open(ask)), query.to_owned());
    ask.shown_path = routes.nearest_page(path);
    (ask.method, ask.params, ask.path, ask.readers) = (method, params, path.to_owned(), route.readers);
    ask.look().await?;
    (route.handle)(ask).await
}
