//! Queues the letters about what happened, once a member's is due.

use std::sync::Arc;

use enishi_core::digest;
use enishi_core::store::Error;
use tokio::sync::watch;

use super::texts::change;
use super::turns::every;
use crate::site::Site;

/// Members taken up in one turn.
const AT_ONCE: i64 = 200;

pub async fn work(site: Arc<Site>, stopped: watch::Receiver<bool>) {
    let seconds = site.config.notices.look_seconds;
    every(seconds, stopped, "letters about what happened could not be queued", async || turn(&site).await)
        .await;
}

/// A member a transaction, so that nobody else waits long.
async fn turn(site: &Arc<Site>) -> Result<(), Error> {
    for member in change(site, |tx| digest::list_due(tx, AT_ONCE)).await? {
        let by = Arc::clone(site);
        let is_queued =
            change(site, move |tx| digest::queue(tx, &by.keys, member, &by.config.notices, &by.zone)).await?;
        if is_queued {
            site.letters_wait.notify_one();
        }
    }
    Ok(())
}
