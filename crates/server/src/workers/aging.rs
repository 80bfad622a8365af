//! Narrows entries that are as old as their authors wished, a few authors a transaction.

use std::sync::Arc;
use std::time::Duration;

use enishi_core::diary;
use enishi_core::store::Error;
use tokio::sync::watch;

use crate::site::Site;

const EVERY: Duration = Duration::from_secs(600);

pub async fn work(site: Arc<Site>, mut stopped: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        let carried_out = {
            let site = Arc::clone(&site);
            tokio::task::spawn_blocking(move || carry_out(&site)).await
        };
        match carried_out {
            Ok(Ok(entries)) if entries > 0 => tracing::info!(entries, "narrowed with age"),
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::error!(%error, "narrowing with age failed"),
            Err(error) => tracing::error!(%error, "narrowing with age failed"),
        }
    }
}

/// All that is due. Between two transactions everybody else's writes have their turn.
fn carry_out(site: &Site) -> Result<usize, Error> {
    let mut entries = 0;
    loop {
        let zone = site.zone.clone();
        let done = site.store.write(move |tx| diary::narrow_aged(tx, &zone))?;
        entries += done.entries;
        if done.wishes == 0 {
            return Ok(entries);
        }
    }
}
