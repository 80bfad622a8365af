//! Posts that wait to be looked at.

use enishi_core::ban::Reason;
use enishi_core::first_post::Post;
use enishi_core::ids::PictureId;
use enishi_core::operator::{self, Desk, Removed};
use enishi_core::store::Tx;
use enishi_face::desk::{DeskPage, HeldPage};
use enishi_face::{DeskPlace, Form, Phrase, Place};
use enishi_pictures::{Digest, VariantName};

use super::again::with_code;
use super::waiting::ticked;
use crate::answer::{Answer, Kind};
use crate::error::PageError;
use crate::request::{Ask, done_at};
use crate::routes::photos::forget_files;
use crate::routes::route::{Outcome, Readers, Route, handler};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/operator/held", Readers::Operator, handler!(show)),
        Route::post("/operator/held", Readers::Operator, handler!(answer)).refilled_by(handler!(refill)),
        Route::get("/operator/held/photos/{id}", Readers::Operator, handler!(photo)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    Ok(Answer::desk(page(ask, Form::empty()).await?))
}

async fn page(ask: &Ask, form: Form) -> Result<DeskPage, PageError> {
    let desk = ask.read_at_desk(|tx, _| Ok(operator::held_desk(tx)?)).await?;
    Ok(DeskPage::Held(HeldPage { desk, form }))
}

/// A photograph as an operator judges it by: wide enough to see what it is.
const PHOTO: &str = "480.jpg";

async fn photo(ask: &mut Ask) -> Outcome {
    let id: PictureId = ask.id("id")?;
    let found = ask.read_at_desk(move |tx, _| Ok(operator::held_photo(tx, id)?)).await?;
    let digest: Digest = found.and_then(|digest| digest.parse().ok()).ok_or(PageError::NotFound)?;
    let name: VariantName = PHOTO.parse().map_err(|_| PageError::NotFound)?;
    let profile = ask.profile();
    let spec = name.spec(name.width_px(), profile.image_bytes, profile.colours);
    let bytes = ask.develop(move |site| site.pictures.variant(&digest, &spec)).await?;
    let bytes = bytes.map_err(|error| PageError::Fault(format!("a picture could not be drawn: {error}")))?;
    let bytes = bytes.ok_or(PageError::NotFound)?;
    Ok(Answer::Picture { bytes, media_type: name.format().media_type(), kind: Kind::Picture })
}

async fn refused(ask: &Ask, field: &str, why: Phrase) -> Outcome {
    let form = ticked(ask).with("reason", ask.typed.get("reason")).fault(field, why);
    Ok(Answer::desk_refused(page(ask, form).await?))
}

async fn refill(ask: &mut Ask) -> Outcome {
    refused(ask, "form", Phrase::new("trouble-stale")).await
}

/// What was pressed. A press that says none of the three, as from a return key, does nothing without a reason.
#[derive(Clone)]
enum Pressed {
    Let(Vec<Post>),
    LetAll,
    Remove(Vec<Post>, Reason),
}

fn pressed(ask: &Ask) -> Result<Pressed, (&'static str, Phrase)> {
    let act = ask.typed.get("act");
    if act == "all" {
        return Ok(Pressed::LetAll);
    }
    let posts: Vec<Post> = ask.typed.all("pick").filter_map(|post| post.parse().ok()).collect();
    if posts.is_empty() {
        return Err(("pick", Phrase::new("desk-post-none")));
    }
    if act == "let" {
        return Ok(Pressed::Let(posts));
    }
    match Reason::of_word(ask.typed.get("reason")) {
        Some(reason) => Ok(Pressed::Remove(posts, reason)),
        None => Err(("reason", Phrase::new("desk-reason-needed"))),
    }
}

async fn answer(ask: &mut Ask) -> Outcome {
    let pressed = match pressed(ask) {
        Ok(pressed) => pressed,
        Err((field, why)) => return refused(ask, field, why).await,
    };
    let is_all = matches!(pressed, Pressed::LetAll);
    let done = with_code(ask, move |tx, _, desk, client| {
        Ok(match pressed {
            Pressed::Let(posts) => opened(operator::let_through(tx, desk, client, &posts)?),
            Pressed::LetAll => opened(operator::let_all_through(tx, desk, client, AT_ONCE)?),
            Pressed::Remove(posts, reason) => operator::remove_held(tx, desk, client, &posts, reason)?,
        })
    });
    match done.await? {
        Ok(done) => {
            if is_all {
                let_the_rest_through(ask, done.posts).await?;
            }
            forget_files(ask, done.loose).await?;
            let said = if done.posts == 0 { "already" } else { "saved" };
            Ok(Answer::go(done_at(Place::Desk(DeskPlace::Held), said)))
        }
        Err(why) => refused(ask, "code", why).await,
    }
}

/// Posts opened in one transaction.
const AT_ONCE: i64 = 200;

/// The code was given for all of them; each piece of work lets others in between.
async fn let_the_rest_through(ask: &Ask, first: usize) -> Result<(), PageError> {
    let mut opened = first as i64;
    while opened == AT_ONCE {
        let client = ask.client.clone();
        let more = move |tx: &mut Tx<'_>, desk: &Desk| operator::let_all_through(tx, desk, &client, AT_ONCE);
        opened = ask.write_at_desk(more).await? as i64;
    }
    Ok(())
}

fn opened(posts: usize) -> Removed {
    Removed { posts, loose: Vec::new() }
}
