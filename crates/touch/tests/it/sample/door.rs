//! The door.

use enishi_core::invitation::Offer;
use enishi_core::joining::Mode;
use enishi_core::member::Card;
use enishi_face::pages::{SignupCodePage, SignupPhonePage, SignupProfilePage};
use enishi_face::{Form, Page, Phrase};

use super::Sample;
use super::people::sato;

pub fn samples() -> Vec<Sample> {
    let samples = vec![
        Sample::new("welcome", "/", Page::Welcome),
        Sample::new(
            "login",
            "/login",
            Page::Login(Form::empty().with("next", "/diary/9k3").with("challenge", "abc")),
        ),
        Sample::new(
            "login_by_email",
            "/login",
            Page::Login(Form::empty().with("by", "email").with("next", "/diary/9k3?p=2&q=a")),
        ),
        Sample::new("login_refused", "/login", Page::Login(login_refused())).done("login-needed"),
        Sample::new("signup_phone", "/signup", Page::SignupPhone(phone(Form::empty(), Mode::Open, None))),
        Sample::new(
            "signup_phone_invited",
            "/signup",
            Page::SignupPhone(phone(Form::empty(), Mode::Invite, Some(offer()))),
        ),
        Sample::new(
            "signup_phone_invite_only",
            "/signup",
            Page::SignupPhone(phone(invite_refused(), Mode::Invite, None)),
        ),
        Sample::new(
            "signup_phone_approval",
            "/signup",
            Page::SignupPhone(phone(Form::empty(), Mode::Approval, None)),
        ),
        Sample::new(
            "signup_phone_closed",
            "/signup",
            Page::SignupPhone(phone(Form::empty(), Mode::Closed, None)),
        ),
        Sample::new(
            "signup_phone_refused",
            "/signup",
            Page::SignupPhone(phone(phone_refused(), Mode::Open, None)),
        ),
        Sample::new("signup_code", "/signup/code", Page::SignupCode(code(Form::empty()))),
        Sample::new("signup_code_refused", "/signup/code", Page::SignupCode(code(code_refused()))),
        Sample::new(
            "signup_profile",
            "/signup/profile",
            Page::SignupProfile(profile(Form::empty().with("tie", "1"), Some(offer()))),
        ),
        Sample::new("signup_waiting", "/signup/waiting", Page::SignupWaiting),
        Sample::new(
            "signup_profile_refused",
            "/signup/profile",
            Page::SignupProfile(profile(profile_refused(), None)),
        ),
    ];
    samples.into_iter().map(Sample::for_guest).collect()
}

fn login_refused() -> Form {
    Form::empty().with("login", "09012345678").fault("password", Phrase::new("login-wrong"))
}

fn phone_refused() -> Form {
    Form::empty().with("phone", "0312345678").fault("phone", Phrase::new("signup-phone-not-mobile"))
}

fn code(form: Form) -> SignupCodePage {
    SignupCodePage {
        form,
        last_two: "78".to_owned(),
        resend_in_seconds: 58,
        inviter: Some(sato()),
        progress: enishi_core::signup::Progress::OnItsWay,
        can_call: true,
    }
}

fn code_refused() -> Form {
    Form::empty().with("code", "123456").fault("code", Phrase::new("signup-code-wrong").with("n", 4i64))
}

fn profile_refused() -> Form {
    Form::empty()
        .with("nickname", "こはる")
        .with("password", "password12")
        .fault("password", Phrase::new("signup-password-common"))
}

fn offer() -> Offer {
    Offer {
        inviter: Card { icon: None, ..sato() },
        message: "銭湯の話、こちらで続けませんか。".to_owned(),
        offers_tie: true,
    }
}

fn phone(form: Form, mode: Mode, offer: Option<Offer>) -> SignupPhonePage {
    SignupPhonePage { form, mode, offer, question: None }
}

fn profile(form: Form, offer: Option<Offer>) -> SignupProfilePage {
    SignupProfilePage { form, needs_invitation: offer.is_none(), offer }
}

fn invite_refused() -> Form {
    Form::empty().with("invite", "adgj mptw").fault("invite", Phrase::new("signup-invite-bad"))
}
