//! Rings phones that are due. A phone is claimed before its push service is asked and settled after; whether it rings at
//! all is judged when it is claimed.

use std::sync::Arc;

use enishi_core::bell::{self, Rang, Ring, Times};
use enishi_core::ids::BellId;
use enishi_core::store::Error;
use enishi_push::{KeyPair, Outcome, Sender};
use futures_util::future::join_all;
use tokio::sync::watch;

use super::texts::change;
use super::turns::every;
use crate::metrics;
use crate::site::Site;

/// Phones rung at once. A push service that answers slowly holds up those beside it for as long as it may take.
const AT_ONCE: i64 = 64;

pub async fn work(site: Arc<Site>, stopped: watch::Receiver<bool>) {
    if site.push_pair.is_none() {
        return;
    }
    let config = &site.config;
    match Sender::new(&config.push, &config.server.public_url) {
        Ok(sender) => {
            let seconds = config.push.look_seconds;
            every(seconds, stopped, "phones could not be rung", async || turn(&site, &sender).await).await;
        }
        Err(error) => tracing::error!(%error, "phones cannot be rung"),
    }
}

async fn turn(site: &Arc<Site>, sender: &Sender) -> Result<(), Error> {
    let Some(pair) = &site.push_pair else { return Ok(()) };
    loop {
        let due = change(site, |tx| bell::list_due(tx, AT_ONCE)).await?;
        let found = due.len() as i64;
        let rung = join_all(due.into_iter().map(|id| ring(site, sender, pair, id))).await;
        rung.into_iter().collect::<Result<(), Error>>()?;
        // Many rest until the same minute of the morning.
        if found < AT_ONCE {
            return Ok(());
        }
    }
}

async fn ring(site: &Arc<Site>, sender: &Sender, pair: &KeyPair, id: BellId) -> Result<(), Error> {
    let by = Arc::clone(site);
    let Some(ring) = change(site, move |tx| bell::claim(tx, &by.keys, id, times(&by))).await? else {
        return Ok(());
    };
    let outcome = sender.ring(pair, &ring.endpoint, site.store.now().millis() / 1000).await;
    log(&outcome);
    settle(site, ring, &outcome).await
}

fn times(site: &Site) -> Times<'_> {
    let config = &site.config;
    let (bells, notices, sessions) = (&config.push.rules, &config.notices, &config.session);
    Times { bells, notices, sessions, zone: &site.zone }
}

async fn settle(site: &Arc<Site>, ring: Ring, outcome: &Outcome) -> Result<(), Error> {
    let rang = match outcome {
        Outcome::Taken => Rang::Yes,
        Outcome::Gone => Rang::Gone,
        Outcome::Later { seconds, .. } => Rang::NotYet { seconds: *seconds },
    };
    let (by, ring) = (Arc::clone(site), Arc::new(ring));
    change(site, move |tx| bell::settle(tx, &ring, rang, &by.config.push.rules)).await
}

/// Neither whose phone it was nor where.
fn log(outcome: &Outcome) {
    metrics::rung(outcome.word());
    match outcome {
        Outcome::Taken => tracing::debug!("a phone was rung"),
        Outcome::Gone => tracing::info!("a phone is gone from its push service, and forgotten"),
        Outcome::Later { why, .. } => tracing::warn!(%why, "a phone could not be rung yet"),
    }
}
