//! Signing up: a number, a code by SMS, a name.

use std::sync::Arc;

use enishi_core::invitation;
use enishi_core::joining::{self, Ended, Mode, Wish};
use enishi_core::member::{NewMember, Nickname, NicknameError};
use enishi_core::password::{self, PasswordError};
use enishi_core::phone::{PhoneError, PhoneNumber};
use enishi_core::signup::{self, Asked, Entered, FlowState, Request, Texts};
use enishi_face::pages::{SignupCodePage, SignupPhonePage, SignupProfilePage};
use enishi_face::{Form, Page, Phrase, Place};

use super::login::open_session;
use super::route::{Outcome, Readers, Route, handler};
use super::signup_invite;
use super::words::password_fault;
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
        Route::get("/signup/waiting", Readers::Guests, handler!(show_waiting)),
    ]
}

async fn show_phone(ask: &mut Ask) -> Outcome {
    let form = Form::empty().with("invite", ask.query("invite"));
    let page = phone_page(ask, form).await?;
    Ok(Answer::page(page))
}

/// How people join right now: what the file says, unless an operator has said otherwise since.
async fn mode(ask: &mut Ask) -> Result<Mode, PageError> {
    let configured = ask.site.config.signup.mode;
    ask.read(move |tx, _| Ok(joining::mode(tx, configured)?)).await
}

/// Step 1, with the invitation that the form names or this guest holds.
async fn phone_page(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let (mode, offer) = (mode(ask).await?, signup_invite::offer(ask, form.value("invite")).await?);
    Ok(Page::SignupPhone(SignupPhonePage { form, mode, offer }))
}

/// Step 1 again, as typed, with what is wrong beside its field.
async fn phone_again(ask: &mut Ask, faults: &[(&str, Phrase)]) -> Outcome {
    let form = Form::empty().with("phone", ask.typed.get("phone")).with("invite", ask.typed.get("invite"));
    let form = faults.iter().fold(form, |form, (field, why)| form.fault(field, why.clone()));
    let page = phone_page(ask, form).await?;
    Ok(Answer::refused(page))
}

async fn refill_phone(ask: &mut Ask) -> Outcome {
    phone_again(ask, &[("phone", Phrase::new("trouble-stale"))]).await
}

/// The same answer for every number that can receive texts: whether it is known is told to the phone alone.
async fn send_code(ask: &mut Ask) -> Outcome {
    let mode = mode(ask).await?;
    if mode == Mode::Closed {
        return phone_again(ask, &[("phone", Phrase::new("signup-closed"))]).await;
    }
    let number = PhoneNumber::parse(ask.typed.get("phone"), &ask.site.countries);
    let invited = signup_invite::receive(ask, mode).await?;
    let number = match (number, invited) {
        (Ok(number), None) => number,
        (number, invited) => {
            let number = number.err().map(|why| ("phone", phone_fault(why)));
            let faults: Vec<_> = number.into_iter().chain(invited.map(|why| ("invite", why))).collect();
            return phone_again(ask, &faults).await;
        }
    };
    match request_code(ask, number).await? {
        Asked::Sent => Ok(Answer::to(Place::SignupCode)),
        Asked::Wait { seconds } | Asked::SpentForToday { seconds } => {
            phone_again(ask, &[("phone", Phrase::new("signup-wait").with("seconds", seconds))]).await
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
        state => {
            let page = code_page(ask, &state, Form::empty()).await?;
            Ok(Answer::page(Page::SignupCode(page)))
        }
    }
}

async fn code_page(ask: &mut Ask, state: &FlowState, form: Form) -> Result<SignupCodePage, PageError> {
    let inviter = signup_invite::offer(ask, "").await?.map(|offer| offer.inviter);
    let FlowState::CodeSent { can_resend_at, last_two, .. } = state else {
        return Ok(SignupCodePage { form, last_two: String::new(), resend_in_seconds: 0, inviter });
    };
    let wait = can_resend_at.seconds_since(ask.site.store.now()).max(0);
    Ok(SignupCodePage { form, last_two: last_two.clone(), resend_in_seconds: wait, inviter })
}

async fn code_again(ask: &mut Ask, why: Phrase) -> Outcome {
    let state = flow(ask).await?;
    let form = Form::empty().with("code", ask.typed.get("code")).fault("code", why);
    let page = code_page(ask, &state, form).await?;
    Ok(Answer::refused(Page::SignupCode(page)))
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
                invitation::hand_over(tx, &guest, &to)?;
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
        FlowState::Verified => {
            let page = profile_page(ask, Form::empty().with("tie", "1")).await?;
            Ok(Answer::page(page))
        }
        FlowState::CodeSent { .. } => Ok(Answer::to(Place::SignupCode)),
        FlowState::None => Ok(Answer::to(Place::Signup)),
    }
}

async fn profile_page(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let (mode, offer) = (mode(ask).await?, signup_invite::offer(ask, "").await?);
    let needs_invitation = mode == Mode::Invite && offer.is_none();
    Ok(Page::SignupProfile(SignupProfilePage { form, offer, needs_invitation }))
}

/// Step 3 again, as typed, with what is wrong; a password is never sent back.
async fn profile_again(ask: &mut Ask, faults: Vec<(&str, Phrase)>) -> Outcome {
    let form = ["nickname", "tie", "invite"]
        .into_iter()
        .fold(Form::empty(), |form, field| form.with(field, ask.typed.get(field)));
    let form = faults.into_iter().fold(form, |form, (field, why)| form.fault(field, why));
    let page = profile_page(ask, form).await?;
    Ok(Answer::refused(page))
}

async fn refill_profile(ask: &mut Ask) -> Outcome {
    profile_again(ask, vec![("nickname", Phrase::new("trouble-stale"))]).await
}

async fn finish(ask: &mut Ask) -> Outcome {
    match flow(ask).await? {
        FlowState::Verified => {}
        FlowState::CodeSent { .. } => return Ok(Answer::to(Place::SignupCode)),
        FlowState::None => return Ok(Answer::to(Place::Signup)),
    }
    let mode = mode(ask).await?;
    if let Some(why) = signup_invite::receive(ask, mode).await? {
        return profile_again(ask, vec![("invite", why)]).await;
    }
    let (nickname, password) =
        (Nickname::parse(ask.typed.get("nickname")), ask.typed.get("password").to_owned());
    let names = [ask.typed.get("nickname"), ask.site.config.site.name.as_str()];
    let judged = password::check(&password, &names);
    let (nickname, ()) = match (nickname, judged) {
        (Ok(nickname), Ok(())) => (nickname, ()),
        (nickname, judged) => return profile_again(ask, faults(nickname.err(), judged.err())).await,
    };
    let password_hash = ask.heavy(move |site| site.hasher.hash(&password)).await?;
    let language = ask.language().code().to_owned();
    come_in(ask, NewMember { nickname, password_hash, language }).await
}

/// The mode is read once more where it is acted on: it may have changed while the password was hashed.
async fn come_in(ask: &mut Ask, new: NewMember) -> Outcome {
    let wish = Wish { tie: ask.typed.get("tie") == "1" };
    let (site, guest) = (Arc::clone(&ask.site), ask.guest().hash());
    let ended = ask
        .write_at_the_door(move |tx| {
            let mode = joining::mode(tx, site.config.signup.mode)?;
            joining::come_in(tx, &site.keys, &guest, new, wish, mode)
        })
        .await?;
    match ended {
        Ended::Joined(member) => {
            open_session(ask, member).await?;
            Ok(Answer::go(done_at(Place::Home, "joined")))
        }
        Ended::Waits(_) => Ok(Answer::to(Place::SignupWaiting)),
        Ended::NotInvited => profile_again(ask, vec![("invite", Phrase::new("signup-invite-gone"))]).await,
        Ended::Closed => profile_again(ask, vec![("nickname", Phrase::new("signup-closed"))]).await,
        Ended::NotVerified | Ended::Taken => phone_again(ask, &[("phone", Phrase::new("signup-over"))]).await,
    }
}

async fn show_waiting(_: &mut Ask) -> Outcome {
    Ok(Answer::page(Page::SignupWaiting))
}

fn faults(nickname: Option<NicknameError>, password: Option<PasswordError>) -> Vec<(&'static str, Phrase)> {
    let nickname = nickname.map(|why| {
        let key = match why {
            NicknameError::Empty => "signup-nickname-empty",
            NicknameError::TooLong => "signup-nickname-long",
        };
        ("nickname", Phrase::new(key))
    });
    let password = password.map(|why| ("password", password_fault(why)));
    nickname.into_iter().chain(password).collect()
}
