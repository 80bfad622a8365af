//! One thing more beside the number.

use std::sync::Arc;

use enishi_core::login::{self, Admission};
use enishi_core::recovery::{self, Entered, Mailed, Standing};
use enishi_core::store::{Error, Tx};
use enishi_face::pages::{RecoveryPage, RecoveryProof};
use enishi_face::{Form, Page, Phrase, RecoveryPlace};

use super::{at, over, page};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::Ask;
use crate::routes::route::{Outcome, Readers, Route, handler};
use crate::site::Site;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/login/forgot/proof", Readers::Guests, handler!(show)),
        Route::post("/login/forgot/mail", Readers::Guests, handler!(send_mail)),
        Route::post("/login/forgot/mail/code", Readers::Guests, handler!(enter_mailed))
            .refilled_by(handler!(refill_mailed)),
        Route::post("/login/forgot/paper", Readers::Guests, handler!(enter_paper))
            .refilled_by(handler!(refill_paper)),
    ]
}

/// Where this guest stands; `None` if they are not on the way back.
pub(super) async fn standing(ask: &mut Ask) -> Result<Option<Standing>, PageError> {
    let guest = ask.guest().hash();
    ask.read(move |tx, _| Ok(recovery::standing(tx, &guest)?)).await
}

/// The page with nothing typed.
pub(super) fn blank(standing: Standing) -> RecoveryProof {
    RecoveryProof { standing, mail: Form::empty(), paper: Form::empty(), friends: Form::empty() }
}

pub(super) fn proof_page(proof: RecoveryProof) -> Page {
    page(RecoveryPage::Proof(proof))
}

async fn show(ask: &mut Ask) -> Outcome {
    match standing(ask).await? {
        None => Ok(Answer::to(at(RecoveryPlace::Number))),
        Some(standing) if standing.proof.is_some() => Ok(Answer::to(at(RecoveryPlace::Password))),
        Some(standing) => Ok(Answer::page(proof_page(blank(standing)))),
    }
}

async fn send_mail(ask: &mut Ask) -> Outcome {
    let (site, guest) = (Arc::clone(&ask.site), ask.guest().hash());
    let mailed = ask
        .write_at_the_door(move |tx| {
            let digits = site.config.signup.rules.code_digits;
            recovery::send_mail(tx, &site.keys, &guest, digits, &site.config.recovery)
        })
        .await?;
    ask.site.letters_wait.notify_one();
    match mailed {
        Mailed::Sent | Mailed::NoAddress => Ok(Answer::to(at(RecoveryPlace::Proof))),
        Mailed::Over => over(ask),
        Mailed::Wait { seconds } => again(ask, Way::Mail, wait(seconds), Some(seconds)).await,
    }
}

/// The form of which a word is said.
#[derive(Clone, Copy)]
enum Way {
    Mail,
    Paper,
}

impl Way {
    /// What is typed there.
    fn field(self) -> &'static str {
        match self {
            Way::Mail => "code",
            Way::Paper => "paper",
        }
    }
}

pub(super) fn wait(seconds: i64) -> Phrase {
    Phrase::new("recovery-wait").with("seconds", seconds)
}

async fn again(ask: &mut Ask, way: Way, why: Phrase, seconds: Option<i64>) -> Outcome {
    let Some(standing) = standing(ask).await? else { return over(ask) };
    let field = way.field();
    let form = Form::empty().with(field, ask.typed.get(field)).fault(field, why);
    let shown = match way {
        Way::Mail => proof_page(RecoveryProof { mail: form, ..blank(standing) }),
        Way::Paper => proof_page(RecoveryProof { paper: form, ..blank(standing) }),
    };
    Ok(match seconds {
        Some(seconds) => Answer::too_often(shown, seconds),
        None => Answer::refused(shown),
    })
}

async fn refill_mailed(ask: &mut Ask) -> Outcome {
    again(ask, Way::Mail, Phrase::new("trouble-stale"), None).await
}

async fn refill_paper(ask: &mut Ask) -> Outcome {
    again(ask, Way::Paper, Phrase::new("trouble-stale"), None).await
}

async fn enter_mailed(ask: &mut Ask) -> Outcome {
    enter(ask, Way::Mail, recovery::enter_mailed).await
}

async fn enter_paper(ask: &mut Ask) -> Outcome {
    enter(ask, Way::Paper, recovery::enter_paper).await
}

type Judge = fn(
    &mut Tx<'_>,
    &enishi_core::secrets::Keyring,
    &[u8],
    &str,
    &str,
    &recovery::RecoveryRules,
) -> Result<Entered, Error>;

/// Counted for the address, then for the number, before it is looked at.
async fn enter(ask: &mut Ask, way: Way, judge: Judge) -> Outcome {
    let (site, guest) = (Arc::clone(&ask.site), ask.guest().hash());
    let (code, client) = (ask.typed.get(way.field()).to_owned(), ask.client.clone());
    let entered = ask
        .write_at_the_door(move |tx| {
            if let Some(wait) = wait_of_client(tx, &site, &client)? {
                return Ok(wait);
            }
            judge(tx, &site.keys, &guest, &code, &client, &site.config.recovery)
        })
        .await?;
    let (wrong, dead) = match way {
        Way::Mail => ("recovery-mail-wrong", "recovery-mail-dead"),
        Way::Paper => ("recovery-paper-wrong", "recovery-paper-wrong"),
    };
    match entered {
        Entered::Right => Ok(Answer::to(at(RecoveryPlace::Password))),
        Entered::Wrong => again(ask, way, Phrase::new(wrong), None).await,
        Entered::Dead => again(ask, way, Phrase::new(dead), None).await,
        Entered::Wait { seconds } => again(ask, way, wait(seconds), Some(seconds)).await,
        Entered::Over => over(ask),
    }
}

fn wait_of_client(tx: &mut Tx<'_>, site: &Site, client: &str) -> Result<Option<Entered>, Error> {
    Ok(match login::admit_client(tx, &site.keys, client, &site.config.login)? {
        Admission::Admitted => None,
        Admission::Wait { seconds } => Some(Entered::Wait { seconds }),
    })
}
