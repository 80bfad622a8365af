//! Sends queued text messages and calls. A message is claimed before it is sent and settled after; what was being sent
//! when a process died is settled as unknown and never sent again by itself.
//!
//! Every attempt also tells of the line to the provider: after some failures in a row it is given up, and tried with
//! one message now and then. Sending has a small pool of its own, so a slow provider slows nothing else down.

use std::sync::Arc;
use std::time::Duration;

use enishi_core::ids::TextId;
use enishi_core::store::{Error, Tx};
use enishi_core::text_message::{self, Admit, Channel, Due, Heard, Settled};
use enishi_sms::{Delay, Outcome, RetryPolicy, SmsSender, TextMessage, VoiceCall};
use futures_util::future::join_all;
use tokio::sync::watch;

use crate::routes::status_address;
use crate::site::Site;

/// How often the queue is looked at when nobody calls.
const PATIENCE: Duration = Duration::from_secs(2);
/// How many who waited for the budget go on at once.
const CALLED_UP_AT_ONCE: i64 = 50;
/// Longer than any send may take: what was claimed before that has lost its process.
const LOST_AFTER_SECONDS: i64 = 120;

pub async fn work(site: Arc<Site>, mut stopped: watch::Receiver<bool>) {
    let sender = match enishi_sms::sender_from(&site.config.sms, &site.config.server.data_dir) {
        Ok(sender) => sender,
        Err(error) => {
            tracing::error!(%error, "text messages cannot be sent; they wait in the queue");
            return;
        }
    };
    loop {
        match send_due(&site, sender.as_ref()).await {
            Ok(true) if !*stopped.borrow() => continue,
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "the queue of text messages could not be worked"),
        }
        tokio::select! {
            _ = stopped.changed() => return,
            () = site.texts_wait.notified() => {}
            () = tokio::time::sleep(PATIENCE) => {}
        }
    }
}

/// Whether there may be more to send at once.
async fn send_due(site: &Arc<Site>, sender: &dyn SmsSender) -> Result<bool, Error> {
    let at_once = site.config.sms.at_once.max(1);
    let claimed = Arc::clone(site);
    let due = change(site, move |tx| claim(tx, &claimed, at_once)).await?;
    let is_full = due.len() as i64 >= at_once;
    let sent = join_all(due.into_iter().map(|message| send_one(site, sender, message))).await;
    sent.into_iter().collect::<Result<(), Error>>()?;
    Ok(is_full)
}

fn claim(tx: &mut Tx<'_>, site: &Site, at_once: i64) -> Result<Vec<Due>, Error> {
    text_message::settle_interrupted(tx, LOST_AFTER_SECONDS)?;
    text_message::release(tx, &site.keys, &site.config.signup.rules, CALLED_UP_AT_ONCE)?;
    if !text_message::has_due(tx)? {
        return Ok(Vec::new());
    }
    let most = match text_message::admit(tx, site.config.sms.line_rules())? {
        Admit::Many => at_once,
        Admit::One => 1,
        Admit::None => return Ok(Vec::new()),
    };
    text_message::claim_due(tx, &site.keys, site.config.signup.rules.code_digits, most)
}

async fn send_one(site: &Arc<Site>, sender: &dyn SmsSender, due: Due) -> Result<(), Error> {
    let report_to = status_address(&site.config, due.id);
    let outcome = match due.channel {
        Channel::Text => {
            let (to, body) = (due.to.as_e164().to_owned(), due.body.to_string());
            sender.send(&TextMessage { to, body, report_to }).await
        }
        Channel::Voice => sender.call(&call(&due, report_to)).await,
    };
    log(due.id, &outcome);
    let (settled, heard) = (settle(site, &due, &outcome), heard(&outcome));
    let rules = site.config.sms.line_rules();
    change(site, move |tx| {
        text_message::settle(tx, due.id, settled)?;
        text_message::hear(tx, heard, rules)
    })
    .await
}

/// The first line of what is read out names the language.
fn call(due: &Due, report_to: Option<String>) -> VoiceCall {
    let mut lines = due.body.lines().map(str::to_owned);
    let language = lines.next().unwrap_or_default();
    VoiceCall { to: due.to.as_e164().to_owned(), language, lines: lines.collect(), report_to }
}

/// What the provider said is safe to log; the number and the words never are.
fn log(id: TextId, outcome: &Outcome) {
    match outcome {
        Outcome::Accepted { status, .. } => tracing::info!(%id, %status, "a text message was accepted"),
        other => tracing::warn!(%id, outcome = ?other, "a text message was not accepted"),
    }
}

fn settle(site: &Site, due: &Due, outcome: &Outcome) -> Settled {
    match outcome {
        Outcome::Accepted { provider_id, status } => {
            Settled::Accepted { provider_id: provider_id.clone(), status: Some(status.clone()) }
        }
        Outcome::Refused { code, message } => {
            Settled::Refused { error: format!("{} {message}", code.unwrap_or_default()) }
        }
        Outcome::Unknown { reason } => Settled::Unknown { error: reason.to_string() },
        Outcome::Later { reason, .. } => later(site, due, outcome, reason),
    }
}

/// Busy is asked three times at most; what never left is kept as long as it is of use.
fn later(site: &Site, due: &Due, outcome: &Outcome, reason: &Delay) -> Settled {
    let wait = RetryPolicy::default().wait_after(due.tries, outcome);
    let seconds = wait.map(|wait| i64::try_from(wait.as_secs()).unwrap_or(i64::MAX));
    let error = reason.to_string();
    let now = site.store.now();
    match (reason, seconds) {
        (Delay::Busy, None) => Settled::Refused { error },
        (Delay::Busy, Some(seconds)) => Settled::Later { due_at: now.plus_seconds(seconds), error },
        (_, seconds) => {
            let seconds = seconds.unwrap_or(site.config.sms.probe_seconds);
            Settled::NotLeft { due_at: now.plus_seconds(seconds), error }
        }
    }
}

fn heard(outcome: &Outcome) -> Heard {
    match outcome {
        Outcome::Accepted { .. } | Outcome::Refused { .. } => Heard::Answer,
        Outcome::Later { after, reason: Delay::Busy } => {
            let seconds = after.map_or(1, |wait| i64::try_from(wait.as_secs()).unwrap_or(1));
            Heard::Busy { seconds: seconds.max(1) }
        }
        Outcome::Later { .. } | Outcome::Unknown { .. } => Heard::Failure,
    }
}

pub(super) async fn change<T, F>(site: &Arc<Site>, work: F) -> Result<T, Error>
where
    F: FnOnce(&mut Tx<'_>) -> Result<T, Error> + Clone + Send + 'static,
    T: Send + 'static,
{
    let store = site.store.clone();
    let done = tokio::task::spawn_blocking(move || store.write(work)).await;
    done.unwrap_or_else(|why| Err(Error::Broken(why.to_string())))
}
