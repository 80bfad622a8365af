//! Releases numbers that somebody new has claimed, once their owners have had their time to say that they still have them.

use std::sync::Arc;

use enishi_core::claim;
use enishi_core::store::Error;
use tokio::sync::watch;

use super::texts::change;
use super::turns::every;
use crate::site::Site;

/// Claims taken up in one turn.
const AT_ONCE: i64 = 50;

pub async fn work(site: Arc<Site>, stopped: watch::Receiver<bool>) {
    let seconds = site.config.claim.look_seconds;
    every(seconds, stopped, "claimed numbers could not be released", async || turn(&site).await).await;
}

/// A claim a transaction.
async fn turn(site: &Arc<Site>) -> Result<(), Error> {
    for id in change(site, |tx| claim::list_due(tx, AT_ONCE)).await? {
        let keys = Arc::clone(&site.keys);
        if change(site, move |tx| claim::release(tx, &keys, id)).await? {
            tracing::info!("a claimed number was released");
            site.letters_wait.notify_one();
        }
    }
    Ok(())
}
