//! Brings what was written before there was a search into its index, while the site serves.

use std::sync::Arc;

use enishi_core::search;
use enishi_core::store::Error;
use tokio::sync::watch;

use super::texts::change;
use super::turns::every;
use crate::site::Site;

/// Members or entries of one transaction: short, so that nobody who writes meanwhile waits long.
const AT_ONCE: i64 = 50;
/// Transactions of one turn, a second each.
const A_TURN: usize = 20;

/// Works until nothing is left to bring in.
pub async fn work(site: Arc<Site>, stopped: watch::Receiver<bool>) {
    let is_stopped = stopped.clone();
    every(1, stopped, "the index of the search could not be filled", async || {
        for _ in 0..A_TURN {
            if *is_stopped.borrow() || !change(&site, |tx| search::fill(tx, AT_ONCE)).await? {
                return Ok::<(), Error>(());
            }
        }
        Ok(())
    })
    .await;
}
