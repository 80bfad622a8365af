//! Before one is a member: the door, signing in, signing up.

use enishi_core::joining::Mode as Joining;
use enishi_face::pages::{LoginForm, SignupCodePage, SignupPhonePage, SignupProfilePage};
use enishi_face::{Form as State, Phrase, Place};

use super::joining;
use crate::content::{Block, Field, Input, Mode, Sheet, Tone};
use crate::parts::View;

/// What this is, and the two ways in.
pub(super) fn welcome(view: &View<'_>) -> Sheet {
    let mut sheet = Sheet::new(view.context.site);
    sheet.add(Block::toned(Tone::Red, view.say("tagline")));
    sheet.add(Block::Row(view.row(Place::Login, view.say("welcome-login"))));
    sheet.add(Block::Row(view.row(Place::Signup, view.say("welcome-signup"))));
    if !view.is_narrow() {
        sheet.add(Block::text(view.say("welcome-text")));
    }
    sheet
}

/// Signing in.
pub(super) fn login(view: &View<'_>, state: &State) -> Sheet {
    let form = LoginForm(state);
    let mode = if form.is_by_email() { Mode::Letters } else { Mode::Digits };
    let mut fields = vec![
        Field::Input(view.input(state, "login", form.label(), mode)),
        Field::Input(view.password(state, "password", "login-password")),
        view.hidden("by", state.value("by")),
    ];
    if !state.value("next").is_empty() {
        fields.push(view.hidden("next", state.value("next")));
    }
    fields.extend(carried(view, state));
    let mut sheet = Sheet::new(view.say("login"));
    sheet.extend(loose_faults(view, state, &["login", "password"]));
    sheet.add(Block::Form(view.form(Place::Login, fields, view.say("login-button"))));
    let other_name = form.other_name(view.context.links);
    sheet.extend(other_name.map(|(to, words)| Block::Row(view.row_to(to, view.say(words)))));
    sheet.extend(
        form.other_ways().into_iter().map(|(place, words)| Block::Row(view.row(place, view.say(words)))),
    );
    sheet.add(Block::Row(view.row(Place::Signup, view.say("login-no-account"))));
    sheet
}

/// Step 1: the number, and the invitation where one is needed.
pub(super) fn signup_phone(view: &View<'_>, page: &SignupPhonePage) -> Sheet {
    let state = &page.form;
    let mut sheet = Sheet::new(view.say_with("signup-step", "n", 1i64));
    sheet.extend(page.offer.iter().flat_map(|offer| joining::offered(view, offer)));
    sheet.extend(loose_faults(view, state, &["phone", "invite"]));
    if page.mode == Joining::Closed && state.value("phone").is_empty() {
        sheet.add(Block::words(view.say("signup-closed")));
    } else {
        let fields = phone_fields(view, page);
        sheet.add(Block::Form(view.form(Place::Signup, fields, view.say("signup-phone-button"))));
        sheet.add(Block::toned(Tone::Soft, view.say("signup-phone-why")));
    }
    if page.mode == Joining::Approval {
        sheet.add(Block::toned(Tone::Soft, view.say("signup-approval-note")));
    }
    sheet.add(Block::Row(view.row(Place::Login, view.say("signup-have-account"))));
    sheet
}

fn phone_fields(view: &View<'_>, page: &SignupPhonePage) -> Vec<Field> {
    let phone = view.input(&page.form, "phone", "signup-phone", Mode::Digits);
    let phone = Field::Input(Input { hint: Some(view.say("signup-phone-hint")), ..phone });
    let invite = match page.offer {
        Some(_) => view.hidden("invite", page.form.value("invite")),
        None => joining::invite_field(view, &page.form, page.mode == Joining::Invite),
    };
    let answer = page.question.as_ref().map(|question| {
        let answer = view.input(&page.form, "answer", "signup-word-answer", Mode::Kana);
        Field::Input(Input { label: question.clone(), ..answer })
    });
    [Some(phone), Some(invite), answer].into_iter().flatten().collect()
}

/// Step 2: the code.
pub(super) fn signup_code(view: &View<'_>, page: &SignupCodePage) -> Sheet {
    let code = view.input(&page.form, "code", "signup-code-field", Mode::Digits);
    let code = Field::Input(Input { is_code: true, ..code });
    let mut sheet = Sheet::new(view.say_with("signup-step", "n", 2i64));
    sheet.add(Block::words(view.say_with(page.word_of_progress(), "last", page.last_two.as_str())));
    let inviter = page.inviter.as_ref();
    sheet.extend(
        inviter.map(|card| {
            Block::toned(Tone::Soft, view.say_with("signup-offer", "name", card.nickname.as_str()))
        }),
    );
    sheet.extend(loose_faults(view, &page.form, &["code"]));
    sheet.add(Block::Form(view.form(Place::SignupCode, vec![code], view.say("signup-code-button"))));
    sheet.add(Block::Rule);
    if page.can_ask_again() {
        sheet.extend(another_code(view, page));
    }
    sheet.add(Block::Row(view.row(Place::Signup, view.say("signup-code-change"))));
    sheet
}

fn another_code(view: &View<'_>, page: &SignupCodePage) -> Vec<Block> {
    if page.resend_in_seconds > 0 {
        let wait = view.say_with("signup-code-resend-in", "seconds", page.resend_in_seconds);
        return vec![Block::toned(Tone::Soft, wait)];
    }
    let mut ways = vec![view.button(Place::SignupResend, view.say("signup-code-resend"))];
    if page.can_call {
        ways.push(view.button(Place::SignupCall, view.say("signup-code-call")));
    }
    ways
}

/// Step 3: a name and a password, and a word on the tie.
pub(super) fn signup_profile(view: &View<'_>, page: &SignupProfilePage) -> Sheet {
    let state = &page.form;
    let nickname = view.input(state, "nickname", "signup-nickname", Mode::Kana);
    let password = view.password(state, "password", "signup-password");
    let mut fields = vec![
        Field::Input(Input { hint: Some(view.say("signup-nickname-hint")), ..nickname }),
        Field::Input(Input { hint: Some(view.say("signup-password-hint")), ..password }),
    ];
    fields.extend(joining::tie_fields(view, page.offer.as_ref(), state));
    if page.needs_invitation {
        fields.push(joining::invite_field(view, state, true));
    }
    let mut sheet = Sheet::new(view.say_with("signup-step", "n", 3i64));
    sheet.add(Block::words(view.say("signup-profile-lead")));
    sheet.extend(page.offer.iter().flat_map(|offer| joining::offered(view, offer)));
    sheet.extend(loose_faults(view, state, &["nickname", "password", "invite"]));
    sheet.add(Block::Form(view.form(Place::SignupProfile, fields, view.say("signup-profile-button"))));
    sheet
}

/// What was typed before a session ended comes along where the page can bear it. On a smaller phone it is still
/// behind the back key; a page that could not be sent at all would help nobody.
pub(super) fn carried(view: &View<'_>, state: &State) -> Vec<Field> {
    let weight: usize = state.carried().iter().map(|(_, value)| value.len()).sum();
    match weight < view.page_bytes() / 2 {
        true => state.carried().iter().map(|(name, value)| view.hidden(name, value)).collect(),
        false => Vec::new(),
    }
}

/// What is wrong with no field in particular (a door that is closed, a wait): it stands above the form.
pub(super) fn loose_faults(view: &View<'_>, state: &State, fields: &[&str]) -> Vec<Block> {
    let phrases: Vec<&Phrase> =
        state.faults().filter(|(field, _)| !fields.contains(field)).map(|(_, phrase)| phrase).collect();
    phrases.into_iter().map(|phrase| Block::toned(Tone::Red, view.tell(phrase))).collect()
}
