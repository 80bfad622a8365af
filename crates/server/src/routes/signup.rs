//! Signing up: a number, a code by SMS, a name.

use std::sync::Arc;

use enishi_core::invitation;
use enishi_core::joining::{self, Ended, Mode, Wish};
use enishi_core::member::{NewMember, Nickname, NicknameError};
use enishi_core::password::{self, PasswordError};
use enishi_core::phone::{PhoneError, PhoneNumber};
use enishi_core::signup::{self, Asked, Asker, Entered, FlowState, Progress, Request, Texts};
use enishi_core::text_message::Channel;
use enishi_face::pages::{SignupCodePage, SignupPhonePage, SignupProfilePage};
use enishi_face::{Form, Page, Phrase, Place};

use super::login::{Given, open_session};
use super::route::{Outcome, Readers, Route, handler};
use super::sms;
use super::words::password_fault;
use super::{signup_claim, signup_invite};
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
        Route::post("/signup/code/call", Readers::Guests, handler!(call)),
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
    let question = question(ask).await?;
    Ok(Page::SignupPhone(SignupPhonePage { form, mode, offer, question }))
}

/// The site's own question, while the texts of today are nearly spent.
async fn question(ask: &mut Ask) -> Result<Option<String>, PageError> {
    let site = Arc::clone(&ask.site);
    ask.read(move |tx, _| {
        let today = signup::budget(tx, &site.keys, &site.config.signup.rules)?;
        let question = site.config.signup.question.clone();
        Ok(Some(question).filter(|question| !question.is_empty() && today.is_near() && !today.is_spent()))
    })
    .await
}

/// Step 1 again, as typed, with what is wrong beside its field.
async fn phone_again(ask: &mut Ask, faults: &[(&str, Phrase)]) -> Outcome {
    let form = phone_form(ask);
    let form = faults.iter().fold(form, |form, (field, why)| form.fault(field, why.clone()));
    let page = phone_page(ask, form).await?;
    Ok(Answer::refused(page))
}

fn phone_form(ask: &Ask) -> Form {
    ["phone", "invite", "answer"]
        .into_iter()
        .fold(Form::empty(), |form, field| form.with(field, ask.typed.get(field)))
}

async fn phone_later(ask: &mut Ask, why: Phrase, seconds: i64) -> Outcome {
    let form = phone_form(ask).fault("phone", why);
    let page = phone_page(ask, form).await?;
    Ok(Answer::too_often(page, seconds))
}

/// The day's texts are nearly spent, and nothing typed spoke for this guest.
async fn word_needed(ask: &mut Ask) -> Outcome {
    phone_again(ask, &[("invite", Phrase::new("signup-word-needed"))]).await
}

fn tomorrow(seconds: i64) -> Phrase {
    Phrase::new("signup-tomorrow").with("hours", (seconds + 3599) / 3600)
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
        Asked::Wait { seconds } => {
            phone_later(ask, Phrase::new("signup-wait").with("seconds", seconds), seconds).await
        }
        Asked::SpentForToday { seconds } => phone_later(ask, tomorrow(seconds), seconds).await,
        Asked::NeedsWord => word_needed(ask).await,
    }
}

fn phone_fault(why: PhoneError) -> Phrase {
    Phrase::new(match why {
        PhoneError::Empty => "signup-phone-empty",
        PhoneError::NotTaken => "signup-phone-not-mobile",
    })
}

async fn request_code(ask: &mut Ask, number: PhoneNumber) -> Result<Asked, PageError> {
    let (site, texts) = (Arc::clone(&ask.site), sms::texts(ask));
    let (guest, client, is_shared) = (ask.guest().hash(), ask.client.clone(), ask.is_shared_client());
    let answered = signup::is_answer(ask.typed.get("answer"), &site.config.signup.answers);
    let asked = ask
        .write_at_the_door(move |tx| {
            let is_invited = invitation::held(tx, &guest)?.is_some();
            let is_vouched = answered || is_invited;
            let asker = Asker { is_shared, is_vouched, is_invited, ..Asker::at(&client) };
            let (texts, channel) = (&texts, Channel::Text);
            let request = Request { guest: &guest, number: &number, asker, texts, channel };
            signup::request_code(tx, &site.keys, &request, &site.config.signup.rules)
        })
        .await?;
    ask.site.texts_wait.notify_one();
    Ok(asked)
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
    let can_call = ask.site.config.sms.voice;
    let FlowState::CodeSent { can_resend_at, last_two, progress, .. } = state else {
        let (last_two, progress) = (String::new(), Progress::OnItsWay);
        return Ok(SignupCodePage { form, last_two, resend_in_seconds: 0, inviter, progress, can_call });
    };
    let wait = can_resend_at.seconds_since(ask.site.store.now()).max(0);
    let (last_two, progress) = (last_two.clone(), *progress);
    Ok(SignupCodePage { form, last_two, resend_in_seconds: wait, inviter, progress, can_call })
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
    let texts = sms::texts(ask);
    ask_again(ask, texts, Channel::Text, "resent").await
}

/// For telephones that get no texts: the code is read out.
async fn call(ask: &mut Ask) -> Outcome {
    if !ask.site.config.sms.voice {
        return Err(PageError::NotFound);
    }
    let texts = sms::spoken(ask);
    ask_again(ask, texts, Channel::Voice, "called").await
}

async fn ask_again(ask: &mut Ask, texts: Texts, channel: Channel, done: &'static str) -> Outcome {
    let site = Arc::clone(&ask.site);
    let (guest, client, is_shared) = (ask.guest().hash(), ask.client.clone(), ask.is_shared_client());
    let asked = ask
        .write_at_the_door(move |tx| {
            let (asker, rules) = (Asker { is_shared, ..Asker::at(&client) }, &site.config.signup.rules);
            signup::resend(tx, &site.keys, &guest, asker, &texts, channel, rules)
        })
        .await?;
    ask.site.texts_wait.notify_one();
    match asked {
        None | Some(Asked::NeedsWord) => Ok(Answer::to(Place::Signup)),
        Some(Asked::Sent) => Ok(Answer::go(done_at(Place::SignupCode, done))),
        Some(Asked::Wait { seconds }) => {
            code_later(ask, Phrase::new("signup-wait").with("seconds", seconds), seconds).await
        }
        Some(Asked::SpentForToday { seconds }) => code_later(ask, tomorrow(seconds), seconds).await,
    }
}

async fn code_later(ask: &mut Ask, why: Phrase, seconds: i64) -> Outcome {
    let state = flow(ask).await?;
    let form = Form::empty().fault("code", why);
    let page = code_page(ask, &state, form).await?;
    Ok(Answer::too_often(Page::SignupCode(page), seconds))
}

async fn show_profile(ask: &mut Ask) -> Outcome {
    match flow(ask).await? {
        FlowState::Verified => {
            let page = match signup_claim::page(ask).await? {
                Some(held) => held,
                None => profile_page(ask, Form::empty().with("tie", "1")).await?,
            };
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
        FlowState::Verified if signup_claim::page(ask).await?.is_some() => {
            return Ok(Answer::to(Place::SignupProfile));
        }
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
            open_session(ask, member, Given::Password(None)).await?;
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
