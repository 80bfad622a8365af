//! The authenticator app of a member.

use std::sync::Arc;

use enishi_core::one_time::Secret;
use enishi_core::second_step::{self, Confirmed, Standing};
use enishi_core::secrets::is_same;
use enishi_face::pages::{AppPage, AppStands, AppWaiting, GuardingPage, SecurityPage};
use enishi_face::{Form, GuardPlace, Page, Phrase, Place};
use enishi_pictures::{qr_picture, qr_side_px};

use crate::answer::{Answer, Kind};
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::qr::{format, image_format, room_px};
use crate::routes::route::{Outcome, Readers, Route, handler};

/// Whoever has seen the page with the secret may fetch its picture and send a code for so long.
const SEEN_SECONDS: i64 = 600;
/// What having seen it is signed as.
const APP_PAGE: &[u8] = b"app page";

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/security/app", Readers::Oneself, handler!(show)).asking_again(),
        Route::post("/me/security/app", Readers::Oneself, handler!(confirm)),
        Route::post("/me/security/app/begin", Readers::Oneself, handler!(begin)).asking_again(),
        Route::post("/me/security/app/codes", Readers::Oneself, handler!(make_codes)).asking_again(),
        Route::post("/me/security/app/written", Readers::Oneself, handler!(written)),
        Route::post("/me/security/app/off", Readers::Oneself, handler!(turn_off)).asking_again(),
        Route::get("/me/security/app/{variant}", Readers::Oneself, handler!(picture)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::page(page(ask, Form::empty()).await?))
}

/// The page with the secret on it: only for whoever gave the password just now.
async fn page(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let site = Arc::clone(&ask.site);
    let standing = ask.read_as_member(move |tx, me| Ok(second_step::standing(tx, &site.keys, me)?)).await?;
    let stands = match standing {
        Standing::Off => AppStands::Off,
        Standing::Waiting(secret) => AppStands::Waiting(waiting(ask, &secret)?),
        Standing::On { codes, .. } if !codes.is_empty() => AppStands::Codes(codes),
        Standing::On { codes_left, .. } => AppStands::On(codes_left),
    };
    Ok(Page::Security(SecurityPage::Guarding(GuardingPage::App(AppPage { stands, form }))))
}

fn waiting(ask: &Ask, secret: &Secret) -> Result<AppWaiting, PageError> {
    let address = address(ask, secret);
    let mark = mark(ask, ask.site.store.now().millis() / 1000 + SEEN_SECONDS)?;
    let side_px = qr_side_px(&address, room_px(ask)).ok();
    let qr = side_px.map(|side_px| (image_format(format(ask)), side_px));
    Ok(AppWaiting { key: secret.in_groups().to_string(), address, mark, qr })
}

fn address(ask: &Ask, secret: &Secret) -> String {
    let name = ask.who.card().map(|card| card.nickname.clone()).unwrap_or_default();
    secret.address(&ask.site.config.site.name, &name).to_string()
}

/// Signed for this session: whoever shows it has seen the page, and gave the password for that.
fn mark(ask: &Ask, until: i64) -> Result<String, PageError> {
    let session = session(ask)?;
    Ok(as_mark(until, &ask.site.keys.form_mac(&[APP_PAGE, &session, &until.to_be_bytes()])))
}

fn session(ask: &Ask) -> Result<[u8; 8], PageError> {
    Ok(i64::from(ask.session_id().ok_or(PageError::LoginNeeded)?).to_be_bytes())
}

fn as_mark(until: i64, mac: &[u8]) -> String {
    format!("{until}.{}", data_encoding::HEXLOWER.encode(&mac[..12]))
}

fn is_marked(ask: &Ask, sent: &str) -> Result<bool, PageError> {
    let until: i64 = sent.split('.').next().and_then(|until| until.parse().ok()).unwrap_or_default();
    let session = session(ask)?;
    let is_sent = |mac: &[u8]| is_same(sent.as_bytes(), as_mark(until, mac).as_bytes());
    let is_ours = ask.site.keys.any_form_mac(&[APP_PAGE, &session, &until.to_be_bytes()], is_sent);
    Ok(is_ours && ask.site.store.now().millis() / 1000 < until)
}

async fn picture(ask: &mut Ask) -> Outcome {
    let site = Arc::clone(&ask.site);
    let standing = ask.read_as_member(move |tx, me| Ok(second_step::standing(tx, &site.keys, me)?)).await?;
    let format = format(ask);
    let here = Place::Guard(GuardPlace::AppQr(image_format(format))).to_string();
    let (Standing::Waiting(secret), true) = (standing, here == ask.path && is_marked(ask, &ask.query("t"))?)
    else {
        return Err(PageError::NotFound);
    };
    let (address, room_px) = (address(ask, &secret), room_px(ask));
    let bytes = ask.heavy(move |_| qr_picture(&address, room_px, format)).await?;
    let bytes = bytes.map_err(|error| PageError::Fault(error.to_string()))?;
    Ok(Answer::Picture { bytes, media_type: format.media_type(), kind: Kind::Picture })
}

async fn begin(ask: &mut Ask) -> Outcome {
    let site = Arc::clone(&ask.site);
    ask.write(move |tx, me| second_step::begin_app(tx, &site.keys, me)).await??;
    shown_next(ask, None).await
}

/// Where the token is in the address the next page would ask for the password again, so it is shown at once.
async fn shown_next(ask: &mut Ask, done: Option<&str>) -> Outcome {
    if ask.keeps_cookies() {
        let place = Place::Guard(GuardPlace::App);
        return Ok(Answer::go(done.map_or(place.to_string(), |done| done_at(place, done))));
    }
    show(ask).await
}

/// A first code comes from somebody who has seen the secret, so no password is asked for here.
async fn confirm(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    if !is_marked(ask, ask.typed.get("mark"))? {
        return Ok(Answer::to(Place::Guard(GuardPlace::App)));
    }
    let (site, code, client) = (Arc::clone(&ask.site), ask.typed.get("code").to_owned(), ask.client.clone());
    let confirmed =
        ask.write(move |tx, me| second_step::confirm(tx, &site.keys, me, &code, &client)).await??;
    ask.site.letters_wait.notify_one();
    let why = match confirmed {
        Confirmed::On => return shown_next(ask, Some("app-on")).await,
        Confirmed::Wrong => Phrase::new("app-code-wrong"),
        Confirmed::Wait { seconds } => Phrase::new("login-wait").with("seconds", seconds),
    };
    Ok(Answer::refused(page(ask, Form::empty().fault("code", why)).await?))
}

async fn make_codes(ask: &mut Ask) -> Outcome {
    let (site, client) = (Arc::clone(&ask.site), ask.client.clone());
    ask.write(move |tx, me| second_step::make_codes(tx, &site.keys, me, &client)).await??;
    shown_next(ask, None).await
}

async fn written(ask: &mut Ask) -> Outcome {
    ask.write(second_step::codes_were_written_down).await??;
    Ok(Answer::go(done_at(Place::Guard(GuardPlace::Overview), "app-codes-written")))
}

async fn turn_off(ask: &mut Ask) -> Outcome {
    let (site, client) = (Arc::clone(&ask.site), ask.client.clone());
    ask.write(move |tx, me| second_step::turn_off(tx, &site.keys, me, &client)).await??;
    ask.site.letters_wait.notify_one();
    Ok(Answer::go(done_at(Place::Guard(GuardPlace::Overview), "app-off")))
}
