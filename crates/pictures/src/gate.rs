//! The one door to decoding: so many jobs and so many megabytes at a time, in the whole process.
//!
//! Decoded pictures are a hundred times the size of their files. Without a common bound, a few uploads sent at
//! once could take all memory however well each alone is checked.

use std::sync::{Condvar, LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Decoded bytes in flight; a heavier job goes alone.
const BUDGET_BYTES: u64 = 160 * 1024 * 1024;

/// Jobs that may wait. Past this the caller answers "busy" instead of tying up another thread.
const QUEUE: u64 = 64;

static GATE: LazyLock<Gate> = LazyLock::new(|| Gate::new(cores(), BUDGET_BYTES, QUEUE));

/// Too many pictures are waiting already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Busy;

/// Waits for a turn at decoding about `bytes` bytes; dropping the permit gives the turn back.
pub(crate) fn enter(bytes: u64) -> Result<Permit<'static>, Busy> {
    GATE.enter(bytes)
}

struct Gate {
    jobs: usize,
    budget_bytes: u64,
    queue: u64,
    state: Mutex<State>,
    changed: Condvar,
}

/// Turns are numbered, so a large picture is not starved by a stream of small ones.
#[derive(Default)]
struct State {
    jobs: usize,
    bytes: u64,
    next_turn: u64,
    now_serving: u64,
}

/// A turn at decoding.
pub(crate) struct Permit<'a> {
    gate: &'a Gate,
    bytes: u64,
}

impl Gate {
    fn new(jobs: usize, budget_bytes: u64, queue: u64) -> Self {
        Self { jobs, budget_bytes, queue, state: Mutex::default(), changed: Condvar::new() }
    }

    fn enter(&self, bytes: u64) -> Result<Permit<'_>, Busy> {
        let mut state = self.lock();
        if state.next_turn - state.now_serving >= self.queue {
            return Err(Busy);
        }
        let turn = state.next_turn;
        state.next_turn += 1;
        while turn != state.now_serving || !self.has_room(&state, bytes) {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.now_serving += 1;
        state.jobs += 1;
        state.bytes += bytes;
        self.changed.notify_all();
        Ok(Permit { gate: self, bytes })
    }

    fn has_room(&self, state: &State, bytes: u64) -> bool {
        state.jobs == 0 || (state.jobs < self.jobs && state.bytes + bytes <= self.budget_bytes)
    }

    /// The counts are whole at every unlock, so a panic elsewhere leaves nothing half-done.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut state = self.gate.lock();
        state.jobs -= 1;
        state.bytes -= self.bytes;
        self.gate.changed.notify_all();
    }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a panic is how a test fails

    use std::sync::atomic::{AtomicU64, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn bytes_in_flight_stay_within_the_budget() {
        let gate = Gate::new(4, 100, 64);
        let (in_flight, most) = (AtomicU64::new(0), AtomicU64::new(0));
        thread::scope(|scope| {
            for _ in 0..16 {
                scope.spawn(|| {
                    let _permit = gate.enter(40).ok().unwrap();
                    most.fetch_max(in_flight.fetch_add(40, Ordering::SeqCst) + 40, Ordering::SeqCst);
                    thread::yield_now();
                    in_flight.fetch_sub(40, Ordering::SeqCst);
                });
            }
        });
        assert!(most.into_inner() <= 100);
    }

    #[test]
    fn a_job_above_the_budget_still_gets_its_turn_alone() {
        let gate = Gate::new(4, 100, 64);
        assert!(gate.enter(1_000).is_ok());
        assert!(gate.enter(1_000).is_ok(), "the first turn was given back");
    }

    #[test]
    fn past_the_queue_the_answer_is_busy() {
        let gate = Gate::new(1, 100, 0);
        assert_eq!(gate.enter(1).err(), Some(Busy));
    }
}
