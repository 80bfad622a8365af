//! Deletes what is over: old sessions, flows, counters, receipts, sent messages. Nothing depends on it being prompt.

use std::sync::Arc;
use std::time::Duration;

use enishi_core::store::{Error, Tx};
use enishi_core::{
    approval, ban, claim, email, footprint, friend, handset, known_device, letter, limit, meeting, mute,
    number, picture, pinned_phone, receipt, recovery, second_step, security_log, session, signup,
    text_message,
};
use tokio::sync::watch;

use crate::site::Site;

const EVERY: Duration = Duration::from_secs(600);

pub async fn work(site: Arc<Site>, mut stopped: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        let swept = {
            let (store, site) = (site.store.clone(), Arc::clone(&site));
            tokio::task::spawn_blocking(move || store.write(move |tx| sweep(tx, &site))).await
        };
        match swept {
            Ok(Ok(rows)) if rows > 0 => tracing::info!(rows, "swept"),
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::error!(%error, "the sweep failed"),
            Err(error) => tracing::error!(%error, "the sweep failed"),
        }
    }
}

fn sweep(tx: &mut Tx<'_>, site: &Site) -> Result<usize, Error> {
    let mut rows = session::sweep(tx, &site.config.session)?;
    rows += known_device::sweep(tx, site.config.login.device_seconds)?;
    rows += second_step::sweep(tx)?;
    rows += approval::sweep(tx)?;
    rows += recovery::sweep(tx)?;
    rows += pinned_phone::sweep(tx, &site.config.pin)?;
    rows += signup::sweep(tx)?;
    rows += number::sweep(tx)?;
    rows += claim::sweep(tx, &site.config.claim)?;
    rows += ban::sweep(tx)?;
    rows += limit::sweep(tx)?;
    rows += receipt::sweep(tx)?;
    rows += friend::sweep(tx)?;
    rows += meeting::sweep(tx)?;
    rows += mute::sweep(tx)?;
    rows += text_message::sweep(tx)?;
    rows += picture::sweep(tx)?;
    rows += letter::sweep(tx)?;
    rows += email::sweep(tx)?;
    rows += footprint::sweep(tx, &site.config.footprints, &site.zone)?;
    rows += handset::sweep(tx, tx.now().site_day(&site.zone))?;
    rows += security_log::sweep(tx)?;
    Ok(rows)
}
