//! Signing up: a number, a code by SMS, a name.

use std::sync::Arc;

use enishi_core::joining::{self, Mode};
use enishi_core::member::{NewMember, Nickname, NicknameError};
use enishi_core::password::{self, PasswordError};
use enishi_core::phone::{PhoneError, PhoneNumber};
use enishi_core::signup::{self, Asked, Entered, Finished, FlowState, Request, Texts};
use enishi_face::pages::SignupCodePage;
use enishi_face::{Form, Page, Phrase, Place};

use super::login::open_session;
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, Credential, Guest, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/signup", Readers::Guests, handler!(show_phone)),
        Route::post("/signup", Readers::Guests, handler!(send_code)).refilled_by(handler!(refill_phone)),
        Route::get("/signup/code", Readers::Guests, handler!(show_code)),
        Route::post("/signup/code", Readers::Guests, handler!(enter_code)).refilled_by(handler!(refill_code)),
        Route::post("/signup/code/resend", Readers::Guests, handler!(resend)),
        Route::get("/signup/profile", Readers::Guests, handler!(show_profile)),
        Route::post("/signup/profile", Readers::Guests, handler!(finish))
            .refilled_by(handler!(refill_profile)),
    ]
}

async fn show_phone(ask: &mut Ask) -> Outcome {
    let form = Form::empty();
    let form =
        if mode(ask).await? != Mode::Open { form.fault("phone", Phrase::new("signup-closed")) } else { form };
    Ok(Answer::page(Page::SignupPhone(form)))
}

/// How people join right now: what the file says, unless an operator has said otherwise since.
async fn mode(ask: &mut Ask) -> Result<Mode, PageError> {
    let configured = ask.site.config.signup.mode;
    ask.read(move |tx, _| Ok(joining::mode(tx, configured)?)).await
}

fn phone_again(ask: &Ask, why: Phrase) -> Outcome {
    let form = Form::empty().with("phone", ask.typed.get("phone"));
    Ok(Answer::refused(Page::SignupPhone(form.fault("phone", why))))
}

async fn refill_phone(ask: &mut Ask) -> Outcome {
    phone_again(ask, Phrase::new("trouble-stale"))
}

/// The same answer for every number that can receive texts: whether it is known is told to the phone alone.
async fn send_code(ask: &mut Ask) -> Outcome {
    if mode(ask).await? != Mode::Open {
        return phone_again(ask, Phrase::new("signup-closed"));
    }
    let number = match PhoneNumber::parse(ask.typed.get("phone"), &ask.site.countries) {
        Ok(number) => number,
        Err(why) => return phone_again(ask, phone_fault(why)),
    };
    match request_code(ask, number).await? {
        Asked::Sent => Ok(Answer::to(Place::SignupCode)),
        Asked::Wait { seconds } | Asked::SpentForToday { seconds } => {
            phone_again(ask, Phrase::new("signup-wait").with("seconds", seconds))
        }
    }
}

fn phone_fault(why: PhoneError) -> Phrase {
    Phrase::new(match why {
        PhoneError::Empty => "signup-phone-empty",
        PhoneError::NotTaken => "signup-phone-not-mobile",
    })
}

async fn request_code(ask: &mut Ask, number: PhoneNumber) -> Result<Asked, PageError> {
    let (site, texts) = (Arc::clone(&ask.site), texts(ask));
    let (guest, client) = (ask.guest().hash(), ask.client.clone());
    let asked = ask
        .write_at_the_door(move |tx| {
            let request = Request { guest: &guest, number: &number, client: &client, texts: &texts };
            signup::request_code(tx, &site.keys, &request, &site.config.signup.rules)
        })
        .await?;
    ask.site.texts_wait.notify_one();
    Ok(asked)
}

/// The last line is what phones read the code from, bound to this host: `@host #123456`.
fn texts(ask: &Ask) -> Texts {
    let words = ask.language().words();
    let site = ask.site.config.site.name.as_str();
    let host = ask.origin.split("://").nth(1).unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let code = Phrase::new("sms-code").with("site", site).with("code", "{code}");
    Texts {
        code: format!("{}\n\n@{host} #{{code}}", words.tell(&code)),
        registered: words.say_with("sms-registered", "site", site),
    }
}

async fn flow(ask: &mut Ask) -> Result<FlowState, PageError> {
    let (site, guest) = (Arc::clone(&ask.site), ask.guest().hash());
    ask.read(move |tx, _| Ok(signup::state(tx, &site.keys, &guest, &site.config.signup.rules)?)).await
}

async fn show_code(ask: &mut Ask) -> Outcome {
    match flow(ask).await? {
        FlowState::None => Ok(Answer::to(Place::Signup)),
        FlowState::Verified => Ok(Answer::to(Place::SignupProfile)),
        state => Ok(Answer::page(Page::SignupCode(code_page(ask, &state, Form::empty())))),
    }
}

fn code_page(ask: &Ask, state: &FlowState, form: Form) -> SignupCodePage {
    let FlowState::CodeSent { can_resend_at, last_two, .. } = state else {
        return SignupCodePage { form, last_two: String::new(), resend_in_seconds: 0 };
    };
    let wait = can_resend_at.seconds_since(ask.site.store.now()).max(0);
    SignupCodePage { form, last_two: last_two.clone(), resend_in_seconds: wait }
}

async fn code_again(ask: &mut Ask, why: Phrase) -> Outcome {
    let state = flow(ask).await?;
    let form = Form::empty().with("code", ask.typed.get("code")).fault("code", why);
    Ok(Answer::refused(Page::SignupCode(code_page(ask, &state, form))))
}

async fn refill_code(ask: &mut Ask) -> Outcome {
    code_again(ask, Phrase::new("trouble-stale")).await
}

async fn enter_code(ask: &mut Ask) -> Outcome {
    let typed = ask.typed.get("code").to_owned();
    if typed.trim().is_empty() {
        return code_again(ask, Phrase::new("signup-code-empty")).await;
    }
    let (site, guest) = (Arc::clone(&ask.site), ask.guest().hash());
    // A token that was in an address before the code was right may be in other hands: a new one goes on.
    let next = Guest::new(site.store.now(), ask.guest().preferences);
    let to = next.hash();
    let entered = ask
        .write_at_the_door(move |tx| {
            let entered = signup::enter_code(tx, &site.keys, &guest, &typed, &site.config.signup.rules)?;
            if entered == Entered::Right {
                signup::hand_over(tx, &guest, &to)?;
            }
            Ok(entered)
        })
        .await?;
    match entered {
        Entered::Right => {
            ask.hand_out(Credential::Guest(next));
            Ok(Answer::to(Place::SignupProfile))
        }
        Entered::Wrong { left } => {
            code_again(ask, Phrase::new("signup-code-wrong").with("n", i64::from(left))).await
        }
        Entered::Expired => code_again(ask, Phrase::new("signup-code-expired")).await,
        Entered::Dead if flow(ask).await? == FlowState::Verified => Ok(Answer::to(Place::SignupProfile)),
        Entered::Dead => code_again(ask, Phrase::new("signup-code-dead")).await,
        Entered::NoFlow => Ok(Answer::to(Place::Signup)),
    }
}

async fn resend(ask: &mut Ask) -> Outcome {
    let (site, texts) = (Arc::clone(&ask.site), texts(ask));
    let (guest, client) = (ask.guest().hash(), ask.client.clone());
    let asked = ask
        .write_at_the_door(move |tx| {
            let rules = &site.config.signup.rules;
            signup::resend(tx, &site.keys, &guest, &client, &texts, rules)
        })
        .await?;
    ask.site.texts_wait.notify_one();
    match asked {
        None => Ok(Answer::to(Place::Signup)),
        Some(Asked::Sent) => Ok(Answer::go(done_at(Place::SignupCode, "resent"))),
        Some(Asked::Wait { seconds } | Asked::SpentForToday { seconds }) => {
            code_again(ask, Phrase::new("signup-wait").with("seconds", seconds)).await
        }
    }
}

async fn show_profile(ask: &mut Ask) -> Outcome {
    match flow(ask).await? {
        FlowState::Verified => Ok(Answer::page(Page::SignupProfile(Form::empty()))),
        FlowState::CodeSent { .. } => Ok(Answer::to(Place::SignupCode)),
        FlowState::None => Ok(Answer::to(Place::Signup)),
    }
}

/// The name as typed; a password is never sent back.
fn profile_form(ask: &Ask) -> Form {
    Form::empty().with("nickname", ask.typed.get("nickname"))
}

async fn refill_profile(ask: &mut Ask) -> Outcome {
    let form = profile_form(ask).fault("nickname", Phrase::new("trouble-stale"));
    Ok(Answer::refused(Page::SignupProfile(form)))
}

async fn finish(ask: &mut Ask) -> Outcome {
    match flow(ask).await? {
        FlowState::Verified => {}
        FlowState::CodeSent { .. } => return Ok(Answer::to(Place::SignupCode)),
        FlowState::None => return Ok(Answer::to(Place::Signup)),
    }
    let (nickname, password) =
        (Nickname::parse(ask.typed.get("nickname")), ask.typed.get("password").to_owned());
    let names = [ask.typed.get("nickname"), ask.site.config.site.name.as_str()];
    let judged = password::check(&password, &names);
    let (nickname, ()) = match (nickname, judged) {
        (Ok(nickname), Ok(())) => (nickname, ()),
        (nickname, judged) => return faults(ask, nickname.err(), judged.err()),
    };
    let password_hash = ask.heavy(move |site| site.hasher.hash(&password)).await?;
    let language = ask.language().code().to_owned();
    let new = NewMember { nickname, password_hash, language };
    let (site, guest) = (Arc::clone(&ask.site), ask.guest().hash());
    match ask.write_at_the_door(move |tx| signup::finish(tx, &site.keys, &guest, new)).await? {
        Finished::Joined(member) => {
            open_session(ask, member).await?;
            Ok(Answer::go(done_at(Place::Home, "joined")))
        }
        Finished::NotVerified | Finished::Taken => phone_again(ask, Phrase::new("signup-over")),
    }
}

fn faults(ask: &Ask, nickname: Option<NicknameError>, password: Option<PasswordError>) -> Outcome {
    let mut form = profile_form(ask);
    if let Some(why) = nickname {
        form = form.fault(
            "nickname",
            Phrase::new(match why {
                NicknameError::Empty => "signup-nickname-empty",
                NicknameError::TooLong => "signup-nickname-long",
            }),
        );
    }
    if let Some(why) = password {
        form = form.fault(
            "password",
            Phrase::new(match why {
                PasswordError::TooShort => "signup-password-short",
                PasswordError::TooLong => "signup-password-long",
                PasswordError::Common => "signup-password-common",
                PasswordError::OnlyAName => "signup-password-name",
            }),
        );
    }
    Ok(Answer::refused(Page::SignupProfile(form)))
}
