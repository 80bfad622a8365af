//! My own profile, to be changed.

use enishi_core::allowance::Act;
use enishi_core::ids::PictureId;
use enishi_core::member::{self, Nickname, NicknameError};
use enishi_core::profile::{self, Answer as Said, Field, ProfileForm, birthday};
use enishi_core::visibility::Visibility;
use enishi_core::{audience, picture, text};
use enishi_face::pages::MyProfilePage;
use enishi_face::{Form, Page, Phrase, Place};

use super::photos::{self, forget_files};
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, PIECE_FIELDS, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/profile", Readers::Oneself, handler!(show)),
        Route::post("/me/profile", Readers::Oneself, handler!(save))
            .with_photos()
            .refilled_by(handler!(refill)),
        Route::post("/me/icon", Readers::Oneself, handler!(save_icon)).with_photos(),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let stored = stored(ask).await?;
    let form = filled(&stored);
    Ok(Answer::page(page(ask, stored, form).await?))
}

/// The form with what is kept in the database.
fn filled(stored: &ProfileForm) -> Form {
    let named = Form::empty().with("nickname", stored.card.nickname.as_str());
    stored
        .answers
        .iter()
        .fold(named, |form, said| with_answer(form, said.field, &said.value, &said.visibility.to_string()))
}

/// The page with these fields, and who could see what is saved.
async fn page(ask: &mut Ask, profile: ProfileForm, form: Form) -> Result<Page, PageError> {
    let audiences = ask.read_as_member(|tx, me| Ok(audience::of(tx, me)?)).await?;
    Ok(Page::MyProfile(MyProfilePage { profile, audiences, form }))
}

async fn stored(ask: &mut Ask) -> Result<ProfileForm, PageError> {
    ask.read_as_member(|tx, me| Ok(profile::form(tx, me)?)).await
}

fn with_answer(form: Form, field: Field, value: &str, visibility: &str) -> Form {
    form.with(field.key(), value).with(&format!("{}_visibility", field.key()), visibility)
}

/// Everything as typed; a field that was not on the form (small phones get several) stands as it was.
fn typed_form(ask: &Ask, stored: &ProfileForm) -> Form {
    let nickname = ask.typed.find("nickname").unwrap_or(&stored.card.nickname);
    let form = stored.answers.iter().fold(Form::empty().with("nickname", nickname), |form, before| {
        let key = before.field.key();
        let kept = before.visibility.to_string();
        let visibility = ask.typed.find(&format!("{key}_visibility")).unwrap_or(&kept);
        with_answer(form, before.field, ask.typed.find(key).unwrap_or(&before.value), visibility)
    });
    let pieces = PIECE_FIELDS.map(|name| format!("{}_{name}", Field::About.key()));
    pieces.into_iter().fold(form, |form, name| match ask.typed.find(&name) {
        Some(value) => form.with(&name, value),
        None => form,
    })
}

async fn save(ask: &mut Ask) -> Outcome {
    let stored = stored(ask).await?;
    let typed = typed_form(ask, &stored);
    if let Some(why) = ask.stopped(Act::Save).await? {
        return Ok(Answer::refused(page(ask, stored, typed.fault("form", why)).await?));
    }
    let (nickname, answers) = match read(ask, &stored, &typed) {
        Ok(read) => read,
        Err(form) => {
            return Ok(Answer::refused(page(ask, stored, *form).await?));
        }
    };
    if let Err(why) = change_icon(ask, stored.card.icon).await? {
        let form = typed.fault("photo", why);
        return Ok(Answer::refused(page(ask, stored, form).await?));
    }
    ask.write(move |tx, me| profile::save(tx, me, &nickname, &answers)).await??;
    Ok(Answer::go(done_at(Place::MyProfile, "saved")))
}

/// The picture alone: keypad phones send it in a form of its own.
async fn save_icon(ask: &mut Ask) -> Outcome {
    let stored = stored(ask).await?;
    match change_icon(ask, stored.card.icon).await? {
        Ok(()) => Ok(Answer::go(done_at(Place::MyProfile, "saved"))),
        Err(why) => {
            let form = filled(&stored).fault("photo", why);
            Ok(Answer::refused(page(ask, stored, form).await?))
        }
    }
}

/// Puts a new picture on or takes the old one off, as the form says; the old one's file goes if nothing needs it.
async fn change_icon(ask: &mut Ask, old: Option<PictureId>) -> Result<Result<(), Phrase>, PageError> {
    let icon = match new_icon(ask).await? {
        Ok(Some(icon)) => icon,
        Ok(None) => return Ok(Ok(())),
        Err(why) => return Ok(Err(why)),
    };
    let loose = ask
        .write(move |tx, me| {
            member::wear(tx, me, icon)?;
            picture::forget_if_loose(tx, old.as_slice())
        })
        .await??;
    forget_files(ask, loose).await?;
    Ok(Ok(()))
}

/// A new picture, the old one taken off, or neither.
async fn new_icon(ask: &mut Ask) -> Result<Result<Option<Option<PictureId>>, Phrase>, PageError> {
    let file = ask.take_files("photo").into_iter().next();
    Ok(match file {
        Some(bytes) => photos::put_away(ask, bytes).await?.map(|icon| Some(Some(icon))),
        None if ask.typed.get("drop_icon") == "1" => Ok(Some(None)),
        None => Ok(None),
    })
}

fn read(ask: &Ask, stored: &ProfileForm, typed: &Form) -> Result<(Nickname, Vec<Said>), Box<Form>> {
    let mut form = typed.clone();
    let called = ask.edited("nickname", &stored.card.nickname);
    let nickname = called.and_then(|name| Nickname::parse(&name).map_err(nickname_fault));
    let nickname = nickname.map_err(|why| form = form.clone().fault("nickname", why)).ok();
    let mut answers = Vec::new();
    for before in stored.answers.iter().filter(|before| is_on_form(ask, before.field)) {
        match read_answer(ask, before, typed) {
            Ok(said) => answers.push(said),
            Err((place, why)) => form = form.fault(&place, why),
        }
    }
    match nickname {
        Some(nickname) if !form.is_refused() => Ok((nickname, with_year(answers, stored))),
        _ => Err(Box::new(form)),
    }
}

/// Small phones get several forms: what was on none of them stays as it lies, even where nobody could read it.
fn is_on_form(ask: &Ask, field: Field) -> bool {
    let visibility = format!("{}_visibility", field.key());
    ask.typed.find(field.key()).is_some() || ask.typed.find(&visibility).is_some()
}

/// A year typed with the day goes where years are, if there is none.
fn with_year(mut answers: Vec<Said>, stored: &ProfileForm) -> Vec<Said> {
    let day = answers.iter().find(|said| said.field == Field::Birthday);
    let Some(year) = day.and_then(|said| birthday::read(&said.value)).and_then(|read| read.year) else {
        return answers;
    };
    if !answers.iter().any(|said| said.field == Field::BirthYear) {
        answers.extend(stored.answers.iter().find(|said| said.field == Field::BirthYear).cloned());
    }
    let place = answers.iter_mut().find(|said| said.field == Field::BirthYear && said.value.is_empty());
    if let Some(said) = place {
        said.value = year.to_string();
    }
    answers
}

fn nickname_fault(why: NicknameError) -> Phrase {
    Phrase::new(match why {
        NicknameError::Empty => "signup-nickname-empty",
        NicknameError::TooLong => "signup-nickname-long",
    })
}

fn read_answer(ask: &Ask, before: &Said, typed: &Form) -> Result<Said, (String, Phrase)> {
    let (field, key) = (before.field, before.field.key());
    let value = ask.edited(key, &before.value).map_err(|why| (key.to_owned(), why))?;
    let value = if field.is_long() { text::many_lines(&value) } else { text::one_line(&value) };
    if text::count(&value) > field.most_characters() {
        let most = field.most_characters();
        return Err((key.to_owned(), Phrase::new("profile-field-long").with("most", most)));
    }
    if let Some(why) = date_fault(ask, field, &value) {
        return Err((key.to_owned(), Phrase::new(why)));
    }
    let place = format!("{key}_visibility");
    let visibility: Visibility = match typed.value(&place).parse() {
        Ok(visibility) => visibility,
        Err(_) => return Err((place, Phrase::new("profile-visibility-unknown"))),
    };
    Ok(Said { field, value, visibility })
}

/// What is wrong with a day or a year.
fn date_fault(ask: &Ask, field: Field, value: &str) -> Option<&'static str> {
    let today = ask.site.store.now().in_zone(&ask.site.zone).date();
    let is_year = |year| birthday::is_year(year, today);
    match field {
        _ if value.is_empty() => None,
        Field::Birthday => match birthday::read(value) {
            Some(read) if read.year.is_none_or(is_year) => None,
            _ => Some("birthday-unknown"),
        },
        Field::BirthYear if !birthday::read_year(value).is_some_and(is_year) => Some("birthday-year-unknown"),
        _ => None,
    }
}

async fn refill(ask: &mut Ask) -> Outcome {
    let stored = stored(ask).await?;
    let form = typed_form(ask, &stored).fault("form", Phrase::new("trouble-stale"));
    Ok(Answer::refused(page(ask, stored, form).await?))
}
