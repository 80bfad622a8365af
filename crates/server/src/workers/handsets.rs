//! Writes down which handsets came, once a minute and at the end.

use std::sync::Arc;
use std::time::Duration;

use enishi_core::handset;
use tokio::sync::watch;

use crate::site::Site;

const EVERY: Duration = Duration::from_secs(60);

pub async fn work(site: Arc<Site>, mut stopped: watch::Receiver<bool>) {
    loop {
        let is_over = tokio::select! {
            _ = stopped.changed() => true,
            () = tokio::time::sleep(EVERY) => false,
        };
        write_down(&site).await;
        if is_over {
            return;
        }
    }
}

/// Figures that cannot be written down are lost: they are worth no place in memory.
pub async fn write_down(site: &Arc<Site>) {
    let counted = site.handsets.take();
    if counted.is_empty() {
        return;
    }
    let today = site.store.now().site_day(&site.zone);
    let written = super::texts::change(site, move |tx| handset::count(tx, today, &counted)).await;
    if let Err(error) = written {
        tracing::error!(%error, "the figures of handsets were not written down");
    }
}
