//! Work that is looked for again and again until the site stops.

use std::time::Duration;

use enishi_core::store::Error;
use tokio::sync::watch;

/// Takes a turn every so many seconds, at least 1. A turn that fails is written to the log as `failed` and tried again
/// with the next one.
pub async fn every(
    seconds: u64,
    mut stopped: watch::Receiver<bool>,
    failed: &str,
    turn: impl AsyncFn() -> Result<(), Error>,
) {
    let pause = Duration::from_secs(seconds.max(1));
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            () = tokio::time::sleep(pause) => {}
        }
        if let Err(error) = turn().await {
            tracing::error!(%error, "{failed}");
        }
    }
}
