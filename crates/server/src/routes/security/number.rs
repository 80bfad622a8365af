//! My number: another one, proven by a code sent to it.

use std::sync::Arc;

use enishi_core::claim;
use enishi_core::ids::SessionId;
use enishi_core::number::{self, Begun, Change, Changed, Entry};
use enishi_core::phone::{PhoneError, PhoneNumber};
use enishi_core::second_step;
use enishi_core::signup::{Asked, Asker, Entered, FlowState, Progress};
use enishi_core::store::Error;
use enishi_face::pages::{GuardingPage, NumberCode, NumberPage, SecurityPage};
use enishi_face::{Form, GuardPlace, Page, Phrase, Place};

use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::route::{Outcome, Readers, Route, handler};
use crate::routes::sms;

const CODE: Place = Place::Guard(GuardPlace::NumberCode);
const OWN: Place = Place::Guard(GuardPlace::Number);

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/security/number", Readers::Oneself, handler!(show)),
        Route::post("/me/security/number", Readers::Oneself, handler!(begin))
            .refilled_by(handler!(refill))
            .asking_again(),
        Route::post("/me/security/number/keep", Readers::Oneself, handler!(keep)),
        Route::get("/me/security/number/code", Readers::Oneself, handler!(show_code)),
        // Whoever gave the password for the first step is asked for the code here; the flow is this session's own.
        Route::post("/me/security/number/code", Readers::Oneself, handler!(enter))
            .refilled_by(handler!(refill_code)),
        Route::post("/me/security/number/code/resend", Readers::Oneself, handler!(resend)),
    ]
}

fn page(page: NumberPage) -> Page {
    Page::Security(SecurityPage::Guarding(GuardingPage::Number(page)))
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::page(own(ask, Form::empty()).await?))
}

async fn own(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let site = Arc::clone(&ask.site);
    let (kept, waits) = ask
        .read_as_member(move |tx, me| Ok((number::number_of(tx, &site.keys, me)?, number::waits(tx, me)?)))
        .await?;
    Ok(page(NumberPage::Own { last_two: kept.map(|kept| kept.last_two), waits, form }))
}

async fn again(ask: &mut Ask, why: Phrase) -> Outcome {
    let form = Form::empty().with("phone", ask.typed.get("phone")).fault("phone", why);
    Ok(Answer::refused(own(ask, form).await?))
}

async fn refill(ask: &mut Ask) -> Outcome {
    again(ask, Phrase::new("trouble-stale")).await
}

/// The same answer for every number that can receive texts.
async fn begin(ask: &mut Ask) -> Outcome {
    let number = match PhoneNumber::parse(ask.typed.get("phone"), &ask.site.countries) {
        Ok(number) => number,
        Err(PhoneError::Empty) => return again(ask, Phrase::new("number-empty")).await,
        Err(PhoneError::NotTaken) => return again(ask, Phrase::new("signup-phone-not-mobile")).await,
    };
    let (site, session, texts) = (Arc::clone(&ask.site), session_of(ask)?, sms::number_texts(ask));
    let (client, is_shared) = (ask.client.clone(), ask.is_shared_client());
    let begun = ask
        .write::<_, Error, _>(move |tx, me| {
            let asker = Asker { is_shared, ..Asker::at(&client) };
            let change = Change { session, number: &number, asker, texts: &texts };
            let (rules, sending) = (&site.config.number, &site.config.signup.rules);
            number::begin(tx, &site.keys, me, &change, rules, sending)
        })
        .await??;
    ask.site.texts_wait.notify_one();
    match begun {
        Begun::Same => again(ask, Phrase::new("number-same")).await,
        Begun::Asked(Asked::Sent | Asked::NeedsWord) => Ok(Answer::to(CODE)),
        Begun::Asked(Asked::Wait { seconds } | Asked::SpentForToday { seconds }) => {
            let why = ask.slow_down(seconds);
            again(ask, why).await
        }
    }
}

fn session_of(ask: &Ask) -> Result<SessionId, PageError> {
    ask.session_id().ok_or(PageError::LoginNeeded)
}

async fn show_code(ask: &mut Ask) -> Outcome {
    Ok(code_page(ask, Form::empty()).await?.map_or_else(|| Answer::to(OWN), Answer::page))
}

/// `None`: no number was named in this session, or it is changed already.
async fn code_page(ask: &mut Ask, form: Form) -> Result<Option<Page>, PageError> {
    ask.look().await?;
    let (site, session) = (Arc::clone(&ask.site), session_of(ask)?);
    let (state, asks_second) = ask
        .read_as_member(move |tx, me| {
            let state = number::state(tx, &site.keys, session, &site.config.signup.rules)?;
            Ok((state, second_step::is_asked(tx, me)?))
        })
        .await?;
    let stands = match state {
        FlowState::None => return Ok(None),
        FlowState::Verified => (String::new(), Progress::OnItsWay, 0, true),
        FlowState::CodeSent { can_resend_at, last_two, progress, .. } => {
            let wait = can_resend_at.seconds_since(ask.site.store.now()).max(0);
            (last_two, progress, wait, false)
        }
    };
    let (last_two, progress, resend_in_seconds, is_proven) = stands;
    let code = NumberCode { last_two, progress, resend_in_seconds, is_proven, asks_second, form };
    Ok(Some(page(NumberPage::Code(code))))
}

async fn code_again(ask: &mut Ask, field: &str, why: Phrase) -> Outcome {
    let form = Form::empty().with("code", ask.typed.get("code")).fault(field, why);
    Ok(code_page(ask, form).await?.map_or_else(|| Answer::to(OWN), Answer::refused))
}

/// Where no code is awaited any more it says so as well.
async fn refill_code(ask: &mut Ask) -> Outcome {
    let stale = Phrase::new("trouble-stale");
    let form = Form::empty().with("code", ask.typed.get("code")).fault("code", stale.clone());
    match code_page(ask, form).await? {
        Some(page) => Ok(Answer::refused(page)),
        None => again(ask, stale).await,
    }
}

async fn enter(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    let (site, session, texts) = (Arc::clone(&ask.site), session_of(ask)?, sms::number_told(ask));
    let (code, second) = (ask.typed.get("code").to_owned(), ask.typed.get("second").to_owned());
    let client = ask.client.clone();
    let changed = ask
        .write::<_, Error, _>(move |tx, me| {
            let entry = Entry { session, code: &code, second: &second, client: &client };
            let rules = (&site.config.number, &site.config.signup.rules, &site.config.login);
            number::enter(tx, &site.keys, me, entry, &texts, rules)
        })
        .await??;
    match changed {
        Changed::Yes => {
            ask.site.texts_wait.notify_one();
            ask.site.letters_wait.notify_one();
            Ok(Answer::go(done_at(OWN, "number")))
        }
        Changed::Second => code_again(ask, "second", Phrase::new("number-second-wrong")).await,
        Changed::Wait { seconds } => {
            let why = ask.slow_down(seconds);
            code_again(ask, "form", why).await
        }
        Changed::Taken => again(ask, Phrase::new("number-taken")).await,
        Changed::Code(entered) => wrong_code(ask, entered).await,
    }
}

async fn wrong_code(ask: &mut Ask, entered: Entered) -> Outcome {
    let why = match entered {
        Entered::Wrong { left } => Phrase::new("signup-code-wrong").with("n", i64::from(left)),
        Entered::Expired => Phrase::new("signup-code-expired"),
        Entered::Dead => Phrase::new("signup-code-dead"),
        Entered::Right | Entered::NoFlow => return Ok(Answer::to(OWN)),
    };
    code_again(ask, "code", why).await
}

async fn resend(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    let (site, session, texts) = (Arc::clone(&ask.site), session_of(ask)?, sms::number_texts(ask));
    let (client, is_shared) = (ask.client.clone(), ask.is_shared_client());
    let asked = ask
        .write::<_, Error, _>(move |tx, me| {
            let asker = Asker { is_shared, ..Asker::at(&client) };
            let (rules, sending) = (&site.config.number, &site.config.signup.rules);
            number::resend(tx, &site.keys, me, (session, asker, &texts), rules, sending)
        })
        .await??;
    ask.site.texts_wait.notify_one();
    match asked {
        None | Some(Asked::NeedsWord) => Ok(Answer::to(CODE)),
        Some(Asked::Sent) => Ok(Answer::go(done_at(CODE, "resent"))),
        Some(Asked::Wait { seconds } | Asked::SpentForToday { seconds }) => {
            let why = ask.slow_down(seconds);
            code_again(ask, "code", why).await
        }
    }
}

/// "I still have it." Said twice, it is said.
async fn keep(ask: &mut Ask) -> Outcome {
    ask.write(claim::keep).await??;
    Ok(Answer::go(done_at(Place::Home, "number-kept")))
}
