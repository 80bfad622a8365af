//! Watches the folder of device profiles: an edit is in force within two seconds, without a restart.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::live_profiles::Looked;
use crate::metrics;
use crate::site::Site;

/// A change counts at the second look that sees it, so after one second at most.
const EVERY: Duration = Duration::from_millis(500);

pub async fn work(site: Arc<Site>, mut stopped: watch::Receiver<bool>) {
    if site.profiles.dir().is_none() {
        return;
    }
    let mut watched = site.profiles.watch();
    metrics::profiles_are_sound(true);
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        let looker = Arc::clone(&site);
        let look = move || {
            let looked = looker.profiles.look(&mut watched);
            (looked, watched)
        };
        let Ok((looked, after)) = tokio::task::spawn_blocking(look).await else { return };
        watched = after;
        tell(&looked);
    }
}

fn tell(looked: &Looked) {
    match looked {
        Looked::Same => {}
        Looked::Renewed => {
            tracing::info!("the device profiles were edited; the new ones are in force");
            metrics::profiles_are_sound(true);
        }
        Looked::Faulty(faults) => {
            for fault in faults {
                tracing::error!(%fault, "the edited device profiles are not used; the last good ones stay in force");
            }
            metrics::profiles_are_sound(false);
        }
    }
}
