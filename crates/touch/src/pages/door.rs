//! The door: what this is, signing in, and signing up in three steps.

use enishi_core::joining::Mode;
use enishi_face::pages::{LoginForm, SignupCodePage, SignupPhonePage, SignupProfilePage};
use enishi_face::{Context, Form, Place};
use maud::{Markup, html};

use super::joining;
use crate::parts::buttons::{self, Look, submit};
use crate::parts::field::{Field, Line};
use crate::parts::layout::Sheet;
use crate::parts::steps::steps;
use crate::parts::{form, passkey, thread};

pub(super) fn welcome(context: &Context<'_>) -> Sheet {
    let words = context.words;
    Sheet::new(
        words.say("welcome"),
        html! {
            div.welcome {
                (thread::strangers())
                h1 { (words.say("tagline")) }
                p { (words.say("welcome-text")) }
                p.ways {
                    (buttons::link(context, Place::Signup, &words.say("welcome-signup"), Look::Primary))
                    (buttons::link(context, Place::Login, &words.say("welcome-login"), Look::Plain))
                }
            }
        },
    )
}

pub(super) fn login(typed: &Form, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let form = LoginForm(typed);
    let login = Field::of(typed, context, "login", words.say(form.label())).hint(words.say(form.hint()));
    let kind = if form.is_by_email() { Line::LOGIN_EMAIL } else { Line::LOGIN };
    let password = Field::of(typed, context, "password", words.say("login-password"));
    let fields = html! {
        (login.line(typed.value("login"), kind))
        (password.line("", Line::PASSWORD))
        (form::unseen("by", typed.value("by")))
        @if !typed.value("next").is_empty() { (form::unseen("next", typed.value("next"))) }
        @for (name, value) in typed.carried() { (form::unseen(name, value)) }
        (submit(&words.say("login-button"), Look::Primary))
    };
    Sheet::new(
        words.say("login"),
        html! {
            h1 { (words.say("login")) }
            (form::refusal(typed, &["login", "password"], context))
            (form::post(context, Place::Login, &fields))
            @if let Some(challenge) = form.challenge() {
                (passkey::sign_in(challenge, typed.value("next"), context))
            }
            @if let Some((to, label)) = form.other_name(context.links) { (other_way_to(&to, &words.say(label))) }
            @for (place, label) in form.other_ways() { (other_way(place, &words.say(label), context)) }
            (other_way(Place::Signup, &words.say("login-no-account"), context))
        },
    )
}

pub(super) fn phone(page: &SignupPhonePage, context: &Context<'_>) -> Sheet {
    let (typed, words) = (&page.form, context.words);
    Sheet::new(
        words.say("signup"),
        html! {
            (steps(1, context))
            h1 { (words.say("signup")) }
            (joining::offered(page.offer.as_ref(), context))
            (form::refusal(typed, &["phone", "invite"], context))
            @if page.mode == Mode::Closed && typed.value("phone").is_empty() {
                p { (words.say("signup-closed")) }
            } @else {
                (form::post(context, Place::Signup, &phone_fields(page, context)))
                p.hint { (words.say("signup-phone-why")) }
            }
            @if page.mode == Mode::Approval { p.hint { (words.say("signup-approval-note")) } }
            (other_way(Place::Login, &words.say("signup-have-account"), context))
        },
    )
}

fn phone_fields(page: &SignupPhonePage, context: &Context<'_>) -> Markup {
    let (typed, words) = (&page.form, context.words);
    let phone =
        Field::of(typed, context, "phone", words.say("signup-phone")).hint(words.say("signup-phone-hint"));
    html! {
        @if page.mode == Mode::Invite && page.offer.is_none() { p { (words.say("signup-invite-only")) } }
        (phone.line(typed.value("phone"), Line::PHONE))
        @if page.offer.is_some() {
            (form::unseen("invite", typed.value("invite")))
        } @else {
            (joining::invite_field(typed, page.mode == Mode::Invite, context))
        }
        @if let Some(question) = &page.question {
            (Field::of(typed, context, "answer", question.as_str()).line(typed.value("answer"), Line::TEXT))
        }
        (submit(&words.say("signup-phone-button"), Look::Primary))
    }
}

pub(super) fn code(page: &SignupCodePage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let code = Field::of(&page.form, context, "code", words.say("signup-code-field"));
    let fields = html! {
        div.code { (code.line(page.form.value("code"), Line::CODE)) }
        (submit(&words.say("signup-code-button"), Look::Primary))
    };
    Sheet::new(
        words.say("signup-code"),
        html! {
            (steps(2, context))
            h1 { (words.say("signup-code")) }
            (form::refusal(&page.form, &["code"], context))
            p { (words.say_with(page.word_of_progress(), "last", page.last_two.as_str())) }
            @if let Some(card) = &page.inviter {
                p.hint { (words.say_with("signup-offer", "name", card.nickname.as_str())) }
            }
            (form::post(context, Place::SignupCode, &fields))
            @if page.can_ask_again() { (resend(page, context)) }
            (other_way(Place::Signup, &words.say("signup-code-change"), context))
        },
    )
}

/// The script counts the seconds down; without it the button may be pressed early, and is answered kindly.
fn resend(page: &SignupCodePage, context: &Context<'_>) -> Markup {
    let (words, seconds) = (context.words, page.resend_in_seconds);
    html! {
        div.resend {
            (form::one_button(context, Place::SignupResend, &words.say("signup-code-resend"), Look::Plain))
            @if page.can_call {
                (form::one_button(context, Place::SignupCall, &words.say("signup-code-call"), Look::Plain))
            }
            @if seconds > 0 {
                p.hint data-countdown { (words.say_with("signup-code-resend-in", "seconds", seconds)) }
            }
        }
    }
}

pub(super) fn profile(page: &SignupProfilePage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    Sheet::new(
        words.say("signup-profile"),
        html! {
            (steps(3, context))
            h1 { (words.say("signup-profile")) }
            (joining::offered(page.offer.as_ref(), context))
            (form::refusal(&page.form, &["nickname", "password", "invite"], context))
            p { (words.say("signup-profile-lead")) }
            (form::post(context, Place::SignupProfile, &profile_fields(page, context)))
        },
    )
}

fn profile_fields(page: &SignupProfilePage, context: &Context<'_>) -> Markup {
    let (typed, words) = (&page.form, context.words);
    let nickname = Field::of(typed, context, "nickname", words.say("signup-nickname"))
        .hint(words.say("signup-nickname-hint"));
    let password = Field::of(typed, context, "password", words.say("signup-password"))
        .hint(words.say("signup-password-hint"));
    html! {
        (nickname.line(typed.value("nickname"), Line::NICKNAME))
        (password.line("", Line::NEW_PASSWORD))
        (joining::tie_offered(page.offer.as_ref(), typed, context))
        @if page.needs_invitation { (joining::invite_field(typed, true, context)) }
        (submit(&words.say("signup-profile-button"), Look::Primary))
    }
}

fn other_way(place: Place, label: &str, context: &Context<'_>) -> Markup {
    other_way_to(&context.links.to(place), label)
}

fn other_way_to(to: &str, label: &str) -> Markup {
    html! { p.other-way { a href=(to) { (label) } } }
}
