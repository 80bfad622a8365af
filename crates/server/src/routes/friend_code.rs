//! The code one is found by, and finding somebody by theirs.

use enishi_core::allowance::Act;
use enishi_core::friend_code;
use enishi_face::pages::CirclePage;
use enishi_face::{Form, Page, Phrase, Place};
use enishi_pictures::{qr_picture, qr_side_px};

use super::qr::{format, image_format, room_px};
use super::route::{Outcome, Readers, Route, handler};
use crate::answer::{Answer, Kind};
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/code", Readers::Oneself, handler!(show)),
        Route::post("/me/code", Readers::Oneself, handler!(renew)),
        Route::post("/me/code/end", Readers::Oneself, handler!(end)),
        Route::get("/me/code/{variant}", Readers::Oneself, handler!(picture)),
        Route::get("/friends/code", Readers::Oneself, handler!(ask_for)),
        Route::post("/friends/code", Readers::Oneself, handler!(find)).refilled_by(handler!(refill)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let code = ask.read_as_member(|tx, me| Ok(friend_code::mine(tx, me)?)).await?;
    let code = code.map(|code| {
        let side_px = qr_side_px(&link(ask, &code), room_px(ask)).ok();
        let qr = side_px.map(|side_px| (image_format(format(ask)), side_px));
        (code, qr)
    });
    Ok(Answer::page(Page::Circle(CirclePage::MyCode(code))))
}

/// The address for another phone: never with this one's token in it. It carries the code and opens the form with it.
fn link(ask: &Ask, code: &str) -> String {
    format!("{}{}?code={code}", ask.origin, Place::FriendCode)
}

async fn renew(ask: &mut Ask) -> Outcome {
    ask.write(friend_code::renew).await??;
    Ok(Answer::go(done_at(Place::MyCode, "code")))
}

async fn end(ask: &mut Ask) -> Outcome {
    ask.write(friend_code::end).await??;
    Ok(Answer::go(done_at(Place::MyCode, "code-ended")))
}

async fn picture(ask: &mut Ask) -> Outcome {
    let code = ask.read_as_member(|tx, me| Ok(friend_code::mine(tx, me)?)).await?;
    let format = format(ask);
    let here = Place::MyCodeQr(image_format(format)).to_string();
    let code = code.filter(|_| here == ask.path).ok_or(PageError::NotFound)?;
    let (link, room_px) = (link(ask, &code), room_px(ask));
    let bytes = ask.heavy(move |_| qr_picture(&link, room_px, format)).await?;
    let bytes = bytes.map_err(|error| PageError::Fault(error.to_string()))?;
    Ok(Answer::Picture { bytes, media_type: format.media_type(), kind: Kind::Picture })
}

/// Looking changes nothing: a code in the address only fills the field.
async fn ask_for(ask: &mut Ask) -> Outcome {
    ask.read_as_member(|_, _| Ok(())).await?;
    let code: String = ask.query("code").chars().take(40).collect();
    let form = Form::empty().with("code", code);
    Ok(Answer::page(Page::Circle(CirclePage::FriendCode(form))))
}

async fn find(ask: &mut Ask) -> Outcome {
    if let Some(why) = ask.stopped(Act::Code).await? {
        return again(ask, why);
    }
    let typed = ask.typed.get("code").to_owned();
    match ask.read_as_member(move |tx, me| Ok(friend_code::find(tx, me, &typed)?)).await? {
        Some(found) => Ok(Answer::to(Place::Member(found))),
        None => again(ask, Phrase::new("friend-code-unknown")),
    }
}

async fn refill(ask: &mut Ask) -> Outcome {
    ask.read_as_member(|_, _| Ok(())).await?;
    again(ask, Phrase::new("trouble-stale"))
}

fn again(ask: &Ask, why: Phrase) -> Outcome {
    let form = Form::empty().with("code", ask.typed.get("code")).fault("code", why);
    Ok(Answer::refused(Page::Circle(CirclePage::FriendCode(form))))
}
