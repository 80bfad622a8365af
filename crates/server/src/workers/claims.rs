//! Releases numbers that somebody new has claimed, once their owners have had their time to say that they still have them.

use std::sync::Arc;
use std::time::Duration;

use enishi_core::claim;
use enishi_core::store::Error;
use tokio::sync::watch;

use super::texts::change;
use crate::site::Site;

/// Claims taken up in one turn.
const AT_ONCE: i64 = 50;

pub async fn work(site: Arc<Site>, mut stopped: watch::Receiver<bool>) {
    let every = Duration::from_secs(site.config.claim.look_seconds.max(1));
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            () = tokio::time::sleep(every) => {}
        }
        if let Err(error) = turn(&site).await {
            tracing::error!(%error, "claimed numbers could not be released");
        }
    }
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
