//! Work beside the requests: sending queued text messages, sweeping what is over.

mod aging;
mod bells;
mod claims;
mod digests;
mod farewell;
pub mod handsets;
mod index;
mod later;
mod letters;
mod profiles;
mod sweep;
mod texts;
mod turns;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::site::Site;

/// The workers of a running site.
pub struct AtWork {
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

/// Starts them all.
pub fn start(site: Arc<Site>) -> AtWork {
    let (stop, stopped) = watch::channel(false);
    let tasks = vec![
        tokio::task::spawn_local(texts::work(Arc::clone(&site), stopped.clone())),
        tokio::task::spawn_local(profiles::work(Arc::clone(&site), stopped.clone())),
        tokio::task::spawn_local(letters::work(Arc::clone(&site), stopped.clone())),
        tokio::task::spawn_local(handsets::work(Arc::clone(&site), stopped.clone())),
        tokio::task::spawn_local(claims::work(Arc::clone(&site), stopped.clone())),
        tokio::task::spawn_local(digests::work(Arc::clone(&site), stopped.clone())),
        tokio::task::spawn_local(bells::work(Arc::clone(&site), stopped.clone())),
        tokio::task::spawn_local(farewell::work(Arc::clone(&site), stopped.clone())),
        tokio::task::spawn_local(index::work(Arc::clone(&site), stopped.clone())),
        tokio::task::spawn_local(later::work(Arc::clone(&site), stopped.clone())),
        tokio::task::spawn_local(aging::work(Arc::clone(&site), stopped.clone())),
        tokio::task::spawn_local(sweep::work(site, stopped)),
    ];
    AtWork { stop, tasks }
}

impl AtWork {
    /// Lets each finish what it is at.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        for task in self.tasks {
            let _ = tokio::time::timeout(Duration::from_secs(15), task).await;
        }
    }
}
