//! What I mark somebody with, for my eyes alone; those I keep at hand, and whom I may know.

use enishi_core::favourite::{self, FavouriteError};
use enishi_core::ids::MemberId;
use enishi_core::mute::{self, Rest, RestError};
use enishi_core::profile;
use enishi_core::store::{Error, Tx};
use enishi_core::suggestion;
use enishi_core::visibility::Kind;
use enishi_face::pages::{AsidePage, CirclePage};
use enishi_face::{Form, Page, Phrase, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/friends/favourites", Readers::Oneself, handler!(list)),
        Route::get("/friends/suggestions", Readers::Oneself, handler!(suggest)),
        Route::get("/members/{id}/aside", Readers::Audience, handler!(show)),
        Route::post("/members/{id}/aside", Readers::Audience, handler!(save)),
    ]
}

async fn list(ask: &mut Ask) -> Outcome {
    let page = ask.read_as_member(|tx, me| Ok(favourite::list(tx, me)?)).await?;
    Ok(Answer::page(Page::Circle(CirclePage::Favourites(page))))
}

async fn suggest(ask: &mut Ask) -> Outcome {
    let page = ask.read_as_member(|tx, me| Ok(suggestion::list(tx, me)?)).await?;
    Ok(Answer::page(Page::Circle(CirclePage::Suggestions(page))))
}

async fn show(ask: &mut Ask) -> Outcome {
    let page = page(ask).await?;
    Ok(Answer::page(Page::Circle(CirclePage::Aside(page))))
}

/// The marks as they are; nobody marks themselves.
async fn page(ask: &mut Ask) -> Result<AsidePage, PageError> {
    let id: MemberId = ask.id("id")?;
    ask.read_as_member(move |tx, me| {
        let card = profile::card(tx, me, id)?.filter(|_| id != me).ok_or(PageError::NotFound)?;
        let mut resting = [None; 2];
        for (place, kind) in resting.iter_mut().zip(mute::KINDS) {
            *place = mute::until(tx, me, id, kind)?;
        }
        let kept = mute::KINDS.into_iter().zip(resting).filter(|(_, until)| until.is_some());
        let form = kept.fold(Form::empty(), |form, (kind, _)| form.with(AsidePage::field(kind), "kept"));
        let form = if favourite::is_kept(tx, me, id)? { form.with("favourite", "1") } else { form };
        Ok(AsidePage { card, form, resting })
    })
    .await
}

async fn save(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let is_favourite = ask.typed.get("favourite") == "1";
    let chosen = mute::KINDS.map(|kind| (kind, ask.typed.get(AsidePage::field(kind)).to_owned()));
    let saved = ask
        .write(move |tx, me| {
            match is_favourite {
                true => favourite::keep(tx, me, id)?,
                false => favourite::let_go(tx, me, id)?,
            }
            for (kind, typed) in &chosen {
                choose(tx, me, id, *kind, typed)?;
            }
            Ok::<_, MarkError>(())
        })
        .await?;
    match saved {
        Ok(()) => Ok(Answer::go(done_at(Place::Member(id), "saved"))),
        Err(MarkError::NotFound) => Err(PageError::NotFound),
        Err(MarkError::TooMany(field, why)) => again(ask, field, why).await,
        Err(MarkError::Store(error)) => Err(error.into()),
    }
}

/// What is none of the choices leaves the news as they are.
fn choose(tx: &mut Tx<'_>, me: MemberId, other: MemberId, kind: Kind, typed: &str) -> Result<(), MarkError> {
    match typed.parse::<Rest>() {
        Ok(rest) => mute::rest(tx, me, other, kind, rest).map_err(|why| MarkError::of_rest(kind, why)),
        Err(_) if typed.is_empty() => Ok(mute::wake(tx, me, other, kind)?),
        Err(_) => Ok(()),
    }
}

/// Why the marks stay as they were: nobody is there, or one field has too much.
#[derive(Debug)]
enum MarkError {
    NotFound,
    TooMany(&'static str, Phrase),
    Store(Error),
}

impl From<Error> for MarkError {
    fn from(error: Error) -> MarkError {
        MarkError::Store(error)
    }
}

impl From<FavouriteError> for MarkError {
    fn from(why: FavouriteError) -> MarkError {
        let many = || Phrase::new("favourites-many").with("n", favourite::MOST_FAVOURITES);
        match why {
            FavouriteError::NotFound => MarkError::NotFound,
            FavouriteError::TooMany => MarkError::TooMany("favourite", many()),
            FavouriteError::Store(error) => MarkError::Store(error),
        }
    }
}

impl MarkError {
    fn of_rest(kind: Kind, why: RestError) -> MarkError {
        let many = || Phrase::new("aside-many").with("n", mute::MOST_RESTING);
        match why {
            RestError::NotFound => MarkError::NotFound,
            RestError::TooMany => MarkError::TooMany(AsidePage::field(kind), many()),
            RestError::Store(error) => MarkError::Store(error),
        }
    }
}

/// The form as it was sent, with what is wrong.
async fn again(ask: &mut Ask, field: &'static str, why: Phrase) -> Outcome {
    let page = page(ask).await?;
    let names = mute::KINDS.into_iter().map(AsidePage::field).chain(["favourite"]);
    let form = names.fold(Form::empty(), |form, name| form.with(name, ask.typed.get(name)));
    let form = form.fault(field, why);
    Ok(Answer::refused(Page::Circle(CirclePage::Aside(AsidePage { form, ..page }))))
}
