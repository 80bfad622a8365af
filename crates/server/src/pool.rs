//! Room for so many at once, a short queue for those who come next, and a plain "busy" for everybody else.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// A place in a [`Pool`]; given back when dropped.
pub type Turn = OwnedSemaphorePermit;

/// All places are taken and the queue is full, or the wait was too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy;

/// So many at once, and so many waiting for so long.
pub struct Pool {
    places: Arc<Semaphore>,
    waiting: AtomicUsize,
    most_waiting: usize,
    patience: Duration,
}

impl Pool {
    /// A pool of `places`, in whose queue at most `most_waiting` wait for at most `patience`.
    pub fn new(places: usize, most_waiting: usize, patience: Duration) -> Pool {
        let places = Arc::new(Semaphore::new(places.max(1)));
        Pool { places, waiting: AtomicUsize::new(0), most_waiting, patience }
    }

    /// A turn, at once or after a short wait.
    pub async fn take(&self) -> Result<Turn, Busy> {
        if let Ok(turn) = Arc::clone(&self.places).try_acquire_owned() {
            return Ok(turn);
        }
        let _place = self.queue_up()?;
        match tokio::time::timeout(self.patience, Arc::clone(&self.places).acquire_owned()).await {
            Ok(Ok(turn)) => Ok(turn),
            _ => Err(Busy),
        }
    }

    fn queue_up(&self) -> Result<Queued<'_>, Busy> {
        let queued = Queued(&self.waiting);
        match self.waiting.fetch_add(1, Ordering::Relaxed) < self.most_waiting {
            true => Ok(queued),
            false => Err(Busy),
        }
    }
}

/// Leaves the queue when dropped, however the wait ended.
struct Queued<'a>(&'a AtomicUsize);

impl Drop for Queued<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[actix_web::test]
    async fn one_is_served_one_waits_and_the_next_is_sent_away() {
        let pool = Pool::new(1, 1, Duration::from_millis(50));
        let first = pool.take().await;
        assert!(first.is_ok());
        let (waited, refused) = tokio::join!(pool.take(), pool.take());
        assert_eq!((waited.err(), refused.err()), (Some(Busy), Some(Busy)));
        drop(first);
        assert!(pool.take().await.is_ok(), "a place was lost");
        assert_eq!(pool.waiting.load(Ordering::Relaxed), 0, "somebody still stands in the queue");
    }
}
