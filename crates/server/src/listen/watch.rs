//! What a line and the request on it know of each other: whether a head is awaited, a page is made, or the rest of a
//! refused body comes in.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use super::rules::LineRules;

/// Where a connection stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Connected, and nothing has come.
    Silent,
    /// The head of a request is coming.
    Head,
    /// A request is worked on; its own limits hold for its body.
    Busy,
    /// Answered, and the next request may come.
    Idle,
    /// Answered before all of the body was read: what comes now is no head.
    Draining,
}

/// Shared by a line and the requests on it.
pub struct Watch {
    phase: Cell<Phase>,
    since: Cell<Instant>,
    owes_body: Cell<bool>,
}

/// How often a line with a request at work looks whether it is done.
const TICK: Duration = Duration::from_secs(5);

impl Watch {
    /// Of a socket that has just been opened.
    pub fn new() -> Rc<Watch> {
        Rc::new(Watch {
            phase: Cell::new(Phase::Silent),
            since: Cell::new(Instant::now()),
            owes_body: Cell::new(false),
        })
    }

    /// A request is handed to its handler.
    pub fn begin(&self, has_body: bool) {
        self.owes_body.set(has_body);
        self.enter(Phase::Busy);
    }

    /// All of the body has been read.
    pub fn body_is_read(&self) {
        self.owes_body.set(false);
    }

    /// The answer is made.
    pub fn finish(&self) {
        self.enter(if self.owes_body.get() { Phase::Draining } else { Phase::Idle });
    }

    pub(super) fn phase(&self) -> Phase {
        self.phase.get()
    }

    pub(super) fn enter(&self, phase: Phase) {
        self.phase.set(phase);
        self.since.set(Instant::now());
    }

    /// Something is still being read by the client: the line is not idle.
    pub(super) fn refresh(&self) {
        if matches!(self.phase(), Phase::Idle | Phase::Draining) {
            self.since.set(Instant::now());
        }
    }

    /// When the patience with this phase ends; for a request at work, when to look again.
    pub(super) fn deadline(&self, rules: &LineRules) -> Instant {
        let seconds = match self.phase() {
            Phase::Silent | Phase::Head => rules.head_seconds,
            Phase::Idle => rules.idle_seconds,
            Phase::Draining => rules.stall_seconds,
            Phase::Busy => return Instant::now() + TICK,
        };
        self.since.get() + Duration::from_secs(seconds)
    }
}
