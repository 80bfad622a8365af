//! Who may read what I wrote before.

use enishi_core::diary::{self, Aging, NARROWER, WidenError, Widening};
use enishi_core::store::Error;
use enishi_core::visibility::{self, Kind, Visibility};
use enishi_face::pages::{CirclePage, ClosingAsked};
use enishi_face::{Form, Page, Phrase, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, done_at};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/diary/levels", Readers::Oneself, handler!(show)),
        Route::post("/diary/levels/narrow", Readers::Oneself, handler!(narrow)),
        Route::get("/diary/levels/widen/{step}", Readers::Oneself, handler!(ask_to_widen)),
        Route::post("/diary/levels/widen/{step}", Readers::Oneself, handler!(widen)),
        Route::post("/diary/levels/aging", Readers::Oneself, handler!(age)),
        Route::post("/diary/levels/always", Readers::Oneself, handler!(begin_with)),
    ]
}

async fn show(ask: &mut Ask) -> Outcome {
    let page = page(ask, Form::empty()).await?;
    Ok(Answer::page(page))
}

async fn page(ask: &mut Ask, form: Form) -> Result<Page, PageError> {
    let page = ask.read_as_member(|tx, me| Ok(diary::levels(tx, me)?)).await?;
    Ok(Page::Circle(CirclePage::Levels { page, form }))
}

async fn narrow(ask: &mut Ask) -> Outcome {
    let chosen = ask.typed.get("to").parse::<Visibility>().ok().filter(|to| NARROWER.contains(to));
    let Some(to) = chosen else {
        let form = Form::empty().fault("to", Phrase::new("levels-narrow-unknown"));
        return Ok(Answer::refused(page(ask, form).await?));
    };
    if to == Visibility::OnlyMe {
        let entries = ask
            .read_as_member(|tx, me| Ok(diary::levels(tx, me)?.counts.wider_than(Visibility::OnlyMe)))
            .await?;
        if let Some(page) = unless_agreed(ask, ClosingAsked::Narrow, entries) {
            return Ok(Answer::page(page));
        }
    }
    ask.write(move |tx, me| diary::narrow(tx, me, to)).await??;
    Ok(Answer::go(done_at(Place::DiaryLevels, "narrowed")))
}

/// Closing is asked about first, with how many entries it closes; another number by now is asked about again.
fn unless_agreed(ask: &Ask, asked: ClosingAsked, entries: i64) -> Option<Page> {
    let is_agreed = entries == 0 || ask.typed.get("agreed") == entries.to_string();
    (!is_agreed).then_some(Page::Circle(CirclePage::Close { asked, entries }))
}

/// The step of the address. Who has not signed in is asked to, whatever the address says.
async fn step(ask: &mut Ask) -> Result<Widening, PageError> {
    ask.read_as_member(|_, _| Ok(())).await?;
    ask.id("step")
}

async fn ask_to_widen(ask: &mut Ask) -> Outcome {
    let page = widen_page(ask, None).await?;
    Ok(Answer::page(page))
}

async fn widen_page(ask: &mut Ask, why: Option<Phrase>) -> Result<Page, PageError> {
    let step = step(ask).await?;
    let page = ask.read_as_member(move |tx, me| Ok(diary::widening(tx, me, step)?)).await?;
    Ok(Page::Circle(CirclePage::Widen { page, why }))
}

async fn widen(ask: &mut Ask) -> Outcome {
    let step = step(ask).await?;
    let shown = ask.typed.get("shown").to_owned();
    let why = match ask.write(move |tx, me| diary::widen(tx, me, step, &shown)).await? {
        Ok(_) => return Ok(Answer::go(done_at(Place::DiaryLevels, "widened"))),
        Err(WidenError::Changed) => "levels-widen-changed",
        Err(WidenError::Waits) => "levels-widen-waits",
        Err(WidenError::Store(error)) => return Err(error.into()),
    };
    Ok(Answer::refused(widen_page(ask, Some(Phrase::new(why))).await?))
}

/// What is none of the choices wishes nothing.
async fn age(ask: &mut Ask) -> Outcome {
    let months = ask.typed.get("months").parse().ok();
    let to = ask.typed.get("level").parse().ok();
    let wish = months.zip(to).map(|(months, to)| Aging { months, to });
    if let Some(wish) = wish.filter(|wish| wish.to == Visibility::OnlyMe) {
        let zone = ask.site.zone.clone();
        let entries = ask.read_as_member(move |tx, me| Ok(diary::aged(tx, me, wish, &zone)?)).await?;
        if let Some(page) = unless_agreed(ask, ClosingAsked::Aging { months: wish.months }, entries) {
            return Ok(Answer::page(page));
        }
    }
    ask.write(move |tx, me| diary::age(tx, me, wish)).await??;
    Ok(Answer::go(done_at(Place::DiaryLevels, "saved")))
}

/// What is none of the choices begins with the last choice, as before anything was chosen.
async fn begin_with(ask: &mut Ask) -> Outcome {
    let chosen = Kind::ALL.map(|kind| (kind, ask.typed.get(kind.key()).parse::<Visibility>().ok()));
    ask.write(move |tx, me| {
        chosen.into_iter().try_for_each(|(kind, always)| visibility::begin_with(tx, me, kind, always))?;
        Ok::<_, Error>(())
    })
    .await??;
    Ok(Answer::go(done_at(Place::DiaryLevels, "saved")))
}
