//! The door.

use enishi_face::pages::SignupCodePage;
use enishi_face::{Form, Page, Phrase};

use super::Sample;

pub fn samples() -> Vec<Sample> {
    let samples = vec![
        Sample::new("welcome", "/", Page::Welcome),
        Sample::new("login", "/login", Page::Login(Form::empty().with("next", "/diary/9k3"))),
        Sample::new("login_refused", "/login", Page::Login(login_refused())).done("login-needed"),
        Sample::new("signup_phone", "/signup", Page::SignupPhone(Form::empty())),
        Sample::new("signup_phone_refused", "/signup", Page::SignupPhone(phone_refused())),
        Sample::new("signup_code", "/signup/code", Page::SignupCode(code(Form::empty()))),
        Sample::new("signup_code_refused", "/signup/code", Page::SignupCode(code(code_refused()))),
        Sample::new("signup_profile", "/signup/profile", Page::SignupProfile(Form::empty())),
        Sample::new("signup_profile_refused", "/signup/profile", Page::SignupProfile(profile_refused())),
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
    SignupCodePage { form, last_two: "78".to_owned(), resend_in_seconds: 58 }
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
