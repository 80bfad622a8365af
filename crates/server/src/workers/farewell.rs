//! Deletes everything of members whose time to come back is over, and the picture files that nobody names any more; and
//! finds new owners for the communities of those who have been away for long.

use std::sync::Arc;

use enishi_core::store::Error;
use enishi_core::{community, leaving};
use tokio::sync::watch;

use super::texts::change;
use super::turns::every;
use crate::site::Site;

/// Members, communities, and files, taken up in one turn.
const AT_ONCE: i64 = 20;

pub async fn work(site: Arc<Site>, stopped: watch::Receiver<bool>) {
    let seconds = site.config.leaving.look_seconds;
    every(seconds, stopped, "what is to be deleted could not be", async || turn(&site).await).await;
}

/// A member a transaction, so that nobody else waits long.
async fn turn(site: &Arc<Site>) -> Result<(), Error> {
    for member in change(site, |tx| leaving::list_due(tx, AT_ONCE)).await? {
        if change(site, move |tx| leaving::erase(tx, member)).await? {
            tracing::info!("a member who left was deleted");
        }
    }
    let rules = site.config.communities;
    for id in change(site, move |tx| community::list_ownerless(tx, &rules, AT_ONCE)).await? {
        if change(site, move |tx| community::inherit(tx, id, &rules)).await? {
            tracing::info!("a community whose owner is away was inherited");
        }
    }
    for digest in change(site, |tx| leaving::list_loose_files(tx, AT_ONCE)).await? {
        delete_file(site, digest).await?;
    }
    Ok(())
}

/// The row goes after the file: a file that could not be deleted is tried again.
async fn delete_file(site: &Arc<Site>, digest: String) -> Result<(), Error> {
    let (pictures, name) = (Arc::clone(&site.pictures), digest.clone());
    let deleted = tokio::task::spawn_blocking(move || match name.parse() {
        Ok(digest) => pictures.delete(&digest).map(drop).map_err(|why| why.to_string()),
        Err(_) => Ok(()),
    })
    .await;
    match deleted {
        Ok(Ok(())) => change(site, move |tx| leaving::file_is_gone(tx, &digest)).await,
        Ok(Err(why)) => Err(Error::Broken(why)),
        Err(why) => Err(Error::Broken(why.to_string())),
    }
}
