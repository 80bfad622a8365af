//! Whether PostgreSQL undid a transaction because two waited for each other.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use diesel::connection::InstrumentationEvent;
use diesel::result::Error;
use diesel::{Connection, PgConnection};

/// Sees the statements of one connection fail. A use case may wrap the error in its own, so it is looked for here.
pub(super) struct Watch(Arc<AtomicBool>);

impl Watch {
    pub(super) fn over(server: &mut PgConnection) -> Watch {
        let seen = Arc::new(AtomicBool::new(false));
        let noted = Arc::clone(&seen);
        server.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::FinishQuery { error: Some(why), .. } = event
                && is_deadlock(why)
            {
                noted.store(true, Ordering::Relaxed);
            }
        });
        Watch(seen)
    }

    pub(super) fn seen(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    pub(super) fn forget(&self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// Diesel does not hand on SQLSTATE 40P01, so it is known by the server's words, in the languages of ours that
/// PostgreSQL's message catalogues have.
fn is_deadlock(why: &Error) -> bool {
    let Error::DatabaseError(_, told) = why else { return false };
    ["deadlock detected", "デッドロックを検出"].iter().any(|words| told.message().contains(words))
}
