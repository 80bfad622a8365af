//! Posts entries whose time has come, one a transaction; then opens those that wait to be open to all members.

use std::sync::Arc;

use enishi_core::diary::{self, Appeared};
use enishi_core::ids::DraftId;
use enishi_core::store::Error;
use tokio::sync::watch;

use super::texts::change;
use super::turns::every;
use crate::site::Site;

/// Entries found in one look.
const AT_ONCE: i64 = 100;

pub async fn work(site: Arc<Site>, stopped: watch::Receiver<bool>) {
    let seconds = site.config.diary.look_seconds;
    every(seconds, stopped, "entries whose time has come could not be found", async || turn(&site).await)
        .await;
}

/// All that are due. One that fails keeps none of the others waiting, and is tried again with the next turn.
async fn turn(site: &Arc<Site>) -> Result<(), Error> {
    loop {
        let due = change(site, |tx| diary::due_drafts(tx, AT_ONCE)).await?;
        let (found, mut settled) = (due.len() as i64, 0);
        for id in due {
            settled += i64::from(appear(site, id).await);
        }
        if found < AT_ONCE || settled == 0 {
            break;
        }
    }
    open(site).await
}

/// Entries that open to all members, a few a transaction.
async fn open(site: &Arc<Site>) -> Result<(), Error> {
    while change(site, diary::open_due).await? > 0 {
        tracing::info!("entries have opened to all members");
    }
    Ok(())
}

async fn appear(site: &Arc<Site>, id: DraftId) -> bool {
    let here = Arc::clone(site);
    let done = change(site, move |tx| diary::appear(tx, &here.keys, &here.config.limits, id)).await;
    match &done {
        Ok(Appeared::Posted(_)) => tracing::info!("an entry has appeared at its time"),
        Ok(Appeared::HeldBack(why)) => tracing::info!(?why, "an entry could not appear at its time"),
        Ok(Appeared::Settled) => {}
        Err(error) => tracing::error!(%error, "an entry could not be posted at its time"),
    }
    done.is_ok()
}
