//! Rings phones that are due. A phone is claimed before its push service is asked and settled after; whether it rings at
//! all is judged when it is claimed. Each push service has a turn of its own.

mod lane;
mod lanes;

use std::rc::Rc;
use std::sync::Arc;

use enishi_core::bell::{self, Rang, Ring, Times};
use enishi_core::ids::BellId;
use enishi_core::store::Error;
use enishi_push::{Outcome, Sender};
use futures_util::future::join_all;
use tokio::sync::watch;

use self::lane::Lane;
use self::lanes::Lanes;
use super::texts::change;
use super::turns::every;
use crate::metrics;
use crate::site::Site;

/// Phones claimed at once.
const AT_ONCE: i64 = 64;
/// So often in one turn: what a full service gives back may be due again before the last of a long line was looked at.
const ROUNDS: usize = 64;

pub async fn work(site: Arc<Site>, stopped: watch::Receiver<bool>) {
    if site.push_pair.is_none() {
        return;
    }
    let config = &site.config;
    match Sender::new(&config.push, &config.server.public_url) {
        Ok(sender) => {
            let (sender, lanes, seconds) = (Rc::new(sender), Lanes::default(), config.push.look_seconds);
            let turn = async || turn(&site, &sender, &lanes).await;
            every(seconds, stopped, "phones could not be rung", turn).await;
            lanes.close().await;
        }
        Err(error) => tracing::error!(%error, "phones cannot be rung"),
    }
}

/// Hands phones that are due to their push services, and waits for none of those.
async fn turn(site: &Arc<Site>, sender: &Rc<Sender>, lanes: &Lanes) -> Result<(), Error> {
    for _ in 0..ROUNDS {
        let due = change(site, |tx| bell::list_due(tx, AT_ONCE)).await?;
        let found = due.len() as i64;
        for claimed in join_all(due.into_iter().map(|id| claim(site, id))).await {
            if let Some(ring) = claimed? {
                let (site, sender) = (Arc::clone(site), Rc::clone(sender));
                let service = sender.service(&ring.endpoint).unwrap_or_default();
                lanes.send(service, |lane| carry_out(site, sender, lane, ring));
            }
        }
        // Many rest until the same minute of the morning.
        if found < AT_ONCE {
            break;
        }
    }
    Ok(())
}

async fn claim(site: &Arc<Site>, id: BellId) -> Result<Option<Ring>, Error> {
    let by = Arc::clone(site);
    change(site, move |tx| bell::claim(tx, &by.keys, id, times(&by))).await
}

async fn carry_out(site: Arc<Site>, sender: Rc<Sender>, lane: Rc<Lane>, ring: Ring) {
    if let Err(error) = ring_in_turn(&site, &sender, &lane, ring).await {
        tracing::error!(%error, "what became of a ring could not be written down");
    }
}

async fn ring_in_turn(site: &Arc<Site>, sender: &Sender, lane: &Lane, ring: Ring) -> Result<(), Error> {
    let Some(pair) = &site.push_pair else { return Ok(()) };
    let Some(_place) = lane.enter().await else {
        let (ring, seconds) = (Arc::new(ring), lane.wait_seconds());
        return change(site, move |tx| bell::give_back(tx, &ring, seconds)).await;
    };
    let outcome = sender.ring(pair, &ring.endpoint, site.store.now().millis() / 1000).await;
    lane.heard(&outcome);
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
        Outcome::Silent { .. } => Rang::NotYet { seconds: 0 },
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
        Outcome::Later { why, .. } | Outcome::Silent { why } => {
            tracing::warn!(%why, "a phone could not be rung yet")
        }
    }
}
