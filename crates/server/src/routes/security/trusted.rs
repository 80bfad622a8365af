//! Trusted friends: whom I have chosen, choosing them, and stepping back as one of them.

use std::sync::Arc;

use enishi_core::ids::MemberId;
use enishi_core::trusted::{self, ChooseError};
use enishi_face::pages::{GuardingPage, PickPage, SecurityPage, TrustedPage};
use enishi_face::{Form, GuardPlace, Page, Phrase, Picks, Place};

use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};

const OWN: Place = Place::Guard(GuardPlace::Trusted);
const PICK: &str = "/me/security/trusted/pick";

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/security/trusted", Readers::Oneself, handler!(show)),
        Route::post("/me/security/trusted", Readers::Oneself, handler!(choose)).asking_again(),
        Route::get(PICK, Readers::Oneself, handler!(pick)),
        Route::post("/me/security/trusted/off", Readers::Oneself, handler!(take_off)).asking_again(),
        // No password: it takes nothing of one's own away, and one key steps back.
        Route::post("/me/security/trusted/{id}/leave", Readers::Oneself, handler!(step_back)),
    ]
}

fn page(page: TrustedPage) -> Page {
    Page::Security(SecurityPage::Guarding(GuardingPage::Trusted(page)))
}

async fn own(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let (trust, waits) =
        ask.read_as_member(|tx, me| Ok((trusted::mine(tx, me)?, trusted::waits(tx, me)?))).await?;
    if waits {
        ask.write(trusted::was_read).await??;
    }
    Ok(page(TrustedPage::Own { trust, form }))
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::page(own(ask, Form::empty()).await?))
}

/// Each choice is in the address, so that nothing is kept until all three are there.
async fn pick(ask: &mut Ask) -> Outcome {
    let chosen = ["one", "two", "three"].map(|name| ask.query_id::<MemberId>(name));
    let picks = Picks { chosen, after: ask.query_id("after") };
    let found = ask
        .read_as_member(move |tx, me| {
            let picked: Vec<MemberId> = picks.all().collect();
            Ok(trusted::pick(tx, me, &picked, picks.after)?)
        })
        .await?;
    let Some(found) = found else {
        return Ok(Answer::to(Place::Guard(GuardPlace::TrustedPick(Picks::default()))));
    };
    let next = found.next.map(|after| Picks { after: Some(after), ..picks });
    let shown = PickPage { picked: found.picked, picks, friends: found.friends, next };
    Ok(Answer::page(page(TrustedPage::Pick(shown))))
}

async fn choose(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    let named = ["one", "two", "three"].map(|field| ask.typed.get(field).parse::<MemberId>());
    let [Ok(one), Ok(two), Ok(three)] = named else {
        return refused(ask, Phrase::new("trusted-not-three")).await;
    };
    let (site, client) = (Arc::clone(&ask.site), ask.client.clone());
    let chosen =
        ask.write(move |tx, me| trusted::choose(tx, &site.keys, me, [one, two, three], &client)).await?;
    ask.site.letters_wait.notify_one();
    match chosen {
        Ok(()) => Ok(Answer::go(done_at(OWN, "trusted"))),
        Err(ChooseError::NotThree) => refused(ask, Phrase::new("trusted-not-three")).await,
        Err(ChooseError::NoFriend) => refused(ask, Phrase::new("trusted-no-friend")).await,
        Err(ChooseError::Store(error)) => Err(error.into()),
    }
}

async fn refused(ask: &mut Ask, why: Phrase) -> Outcome {
    Ok(Answer::refused(own(ask, Form::empty().fault("form", why)).await?))
}

async fn take_off(ask: &mut Ask) -> Outcome {
    let (site, client) = (Arc::clone(&ask.site), ask.client.clone());
    ask.write(move |tx, me| trusted::take_off(tx, &site.keys, me, &client)).await??;
    ask.site.letters_wait.notify_one();
    Ok(Answer::go(done_at(OWN, "trusted-off")))
}

/// Somebody who never chose me and nobody at all are the same.
async fn step_back(ask: &mut Ask) -> Outcome {
    let (id, site): (MemberId, _) = (ask.id("id")?, Arc::clone(&ask.site));
    if !ask.write(move |tx, me| trusted::step_back(tx, &site.keys, me, id)).await?? {
        return Err(PageError::NotFound);
    }
    ask.site.letters_wait.notify_one();
    Ok(Answer::go(done_at(OWN, "trusted-left")))
}
