//! Sends queued text messages. A message is claimed before it is sent and settled after; what was being sent when a
//! process died is settled as unknown and never sent again by itself.

use std::sync::Arc;
use std::time::Duration;

use enishi_core::store::Error;
use enishi_core::text_message::{self, Due, Settled};
use enishi_sms::{Outcome, RetryPolicy, SmsSender, TextMessage};
use tokio::sync::watch;

use crate::site::Site;

/// How often the queue is looked at when nobody calls.
const PATIENCE: Duration = Duration::from_secs(2);
/// How many are claimed at once.
const AT_ONCE: i64 = 8;
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
        if let Err(error) = send_due(&site, sender.as_ref()).await {
            tracing::error!(%error, "the queue of text messages could not be worked");
        }
        tokio::select! {
            _ = stopped.changed() => return,
            () = site.texts_wait.notified() => {}
            () = tokio::time::sleep(PATIENCE) => {}
        }
    }
}

async fn send_due(site: &Arc<Site>, sender: &dyn SmsSender) -> Result<(), Error> {
    let keys = Arc::clone(&site.keys);
    let due = change(site, move |tx| {
        text_message::settle_interrupted(tx, LOST_AFTER_SECONDS)?;
        text_message::claim_due(tx, &keys, AT_ONCE)
    })
    .await?;
    for message in due {
        send_one(site, sender, message).await?;
    }
    Ok(())
}

async fn send_one(site: &Arc<Site>, sender: &dyn SmsSender, due: Due) -> Result<(), Error> {
    let message = TextMessage { to: due.to.as_e164().to_owned(), body: due.body.to_string() };
    let outcome = sender.send(&message).await;
    log(&outcome);
    let settled = settle(site, &due, &outcome);
    change(site, move |tx| text_message::settle(tx, due.id, settled)).await
}

/// What the provider said is safe to log; the number and the words never are.
fn log(outcome: &Outcome) {
    match outcome {
        Outcome::Accepted { status, .. } => tracing::info!(%status, "a text message was accepted"),
        other => tracing::warn!(outcome = ?other, "a text message was not accepted"),
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
        Outcome::Later { reason, .. } => {
            let error = reason.to_string();
            match RetryPolicy::default().wait_after(due.tries, outcome) {
                Some(wait) => {
                    let seconds = i64::try_from(wait.as_secs()).unwrap_or(i64::MAX);
                    Settled::Later { due_at: site.store.now().plus_seconds(seconds), error }
                }
                None => Settled::Refused { error },
            }
        }
    }
}

async fn change<T, F>(site: &Arc<Site>, work: F) -> Result<T, Error>
where
    F: FnOnce(&mut enishi_core::store::Tx<'_>) -> Result<T, Error> + Send + 'static,
    T: Send + 'static,
{
    let store = site.store.clone();
    let done = tokio::task::spawn_blocking(move || store.write(work)).await;
    done.unwrap_or_else(|why| Err(Error::Broken(why.to_string())))
}
