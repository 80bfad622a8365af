//! Stopping things at once.

use enishi_core::ids::MemberId;
use enishi_core::joining::Mode;
use enishi_core::operator::{self, Press};
use enishi_face::desk::{DeskPage, PanicPage, stopped};
use enishi_face::{DeskPlace, Form, Phrase, Place};

use super::again::with_code;
use super::joining::find;
use super::person::{seconds_of, within};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/operator/panic", Readers::Operator, handler!(show)),
        Route::post("/operator/panic", Readers::Operator, handler!(press)).refilled_by(handler!(refill)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::desk(page(ask, Form::empty()).await?))
}

async fn page(ask: &Ask, form: Form) -> Result<DeskPage, PageError> {
    let signup = &ask.site.config.signup;
    let (configured, countries) = (signup.mode, signup.countries.clone());
    let desk = ask.read_at_desk(move |tx, _| Ok(operator::panic_desk(tx, configured, &countries)?)).await?;
    Ok(DeskPage::Panic(Box::new(PanicPage { desk, form })))
}

/// Everything as it was moved.
async fn refused(ask: &Ask, field: &str, why: Phrase) -> Outcome {
    let kept = ["mode", "hold", "messages", "member", "within"];
    let form = kept.into_iter().fold(Form::empty(), |form, name| form.with(name, ask.typed.get(name)));
    let form = ask.typed.all("stopped").fold(form, |form, country| form.with(&stopped(country), "1"));
    Ok(Answer::desk_refused(page(ask, form.fault(field, why)).await?))
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, "form", Phrase::new("trouble-stale")).await
}

async fn press(ask: &mut Ask) -> Outcome {
    let branch = match branch(ask).await? {
        Ok(branch) => branch,
        Err((field, why)) => return refused(ask, field, why).await,
    };
    let pressed = Press { branch, ..moved(ask) };
    if pressed == Press::default() {
        return refused(ask, "form", Phrase::new("desk-panic-moved-none")).await;
    }
    let done = with_code(ask, move |tx, site, desk, client| {
        operator::press(tx, desk, client, site.config.signup.mode, &site.config.operator, &pressed)
    });
    match done.await? {
        Ok(()) => Ok(Answer::go(done_at(Place::Desk(DeskPlace::Panic), "saved"))),
        Err(why) => refused(ask, "code", why).await,
    }
}

/// What stands otherwise than the page had shown it.
fn moved(ask: &Ask) -> Press {
    let typed = &ask.typed;
    let bit = |name: &str, was: &str| {
        let is_on = typed.get(name) == "1";
        (typed.find(was).is_some_and(|was| (was == "1") != is_on)).then_some(is_on)
    };
    let mode = typed.get("mode").parse::<Mode>().ok().filter(|mode| mode.word() != typed.get("was_mode"));
    Press {
        mode,
        holds_first_posts: bit("hold", "was_hold"),
        stops_messages: bit("messages", "was_messages"),
        countries: moved_countries(ask),
        branch: None,
    }
}

/// Only countries of the settings can be stopped; one that was taken out of them since can still be opened.
fn moved_countries(ask: &Ask) -> Vec<(String, bool)> {
    let ticked: Vec<&str> = ask.typed.all("stopped").collect();
    let was: Vec<&str> = ask.typed.get("was_stopped").split(',').filter(|word| !word.is_empty()).collect();
    let configured = ask.site.config.signup.countries.iter().map(String::as_str);
    let mut all: Vec<&str> = configured.chain(was.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    let moved = all.into_iter().filter(|country| ticked.contains(country) != was.contains(country));
    moved.map(|country| (country.to_owned(), ticked.contains(&country))).collect()
}

type Branch = Option<(MemberId, Option<i64>)>;

async fn branch(ask: &Ask) -> Result<Result<Branch, (&'static str, Phrase)>, PageError> {
    let sought = ask.typed.get("member").trim().to_owned();
    if sought.is_empty() {
        return Ok(Ok(None));
    }
    let Some(member) = find(ask, &sought).await? else {
        return Ok(Err(("member", Phrase::new("desk-find-nobody"))));
    };
    let Some(days) = within(ask.typed.get("within")) else {
        return Ok(Err(("within", Phrase::new("desk-within-unknown"))));
    };
    Ok(Ok(Some((member, seconds_of(days)))))
}
