//! A push service and its turn: so many messages at once, so many waiting behind them, and a rest when nobody answers.

use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

use enishi_push::Outcome;
use tokio::sync::{Semaphore, SemaphorePermit};

/// Messages one push service is sent at once.
const AT_ONCE: usize = 64;
/// Messages that wait for their turn at one push service. Each is sent well before its claim would be taken for lost.
const MOST_WAITING: usize = 256;
/// After so many that nobody answered, a push service is left alone for a while.
const SILENT_IN_A_ROW: u32 = 3;
/// The first rest, in seconds; doubled each time it goes on, so often at most.
const FIRST_REST_SECONDS: u64 = 60;
const MOST_DOUBLED: u32 = 4;
/// What finds no place comes again so many seconds later.
const FULL_SECONDS: i64 = 20;

pub struct Lane {
    places: Semaphore,
    waiting: Cell<usize>,
    silence: RefCell<Silence>,
}

#[derive(Default)]
struct Silence {
    unanswered: u32,
    rests_until: Option<Instant>,
}

impl Lane {
    pub fn new() -> Lane {
        Lane {
            places: Semaphore::new(AT_ONCE),
            waiting: Cell::new(0),
            silence: RefCell::new(Silence::default()),
        }
    }

    /// A place at the service, once there is one. `None`: not now; there is [`Lane::wait_seconds`] to wait.
    pub async fn enter(&self) -> Option<SemaphorePermit<'_>> {
        if self.waiting.get() >= MOST_WAITING || self.rests() {
            return None;
        }
        self.waiting.set(self.waiting.get() + 1);
        let place = self.places.acquire().await;
        self.waiting.set(self.waiting.get() - 1);
        // It may have fallen silent meanwhile.
        place.ok().filter(|_| !self.rests())
    }

    /// When to come again, in seconds.
    pub fn wait_seconds(&self) -> i64 {
        let rest = self.silence.borrow().rest(Instant::now());
        rest.map_or(FULL_SECONDS, |rest| i64::try_from(rest.as_secs()).unwrap_or(FULL_SECONDS) + 1)
    }

    /// What became of a message tells of the service, too.
    pub fn heard(&self, outcome: &Outcome) {
        match outcome {
            Outcome::Silent { .. } => self.silence.borrow_mut().goes_on(Instant::now()),
            Outcome::Taken | Outcome::Gone | Outcome::Later { .. } => {
                *self.silence.borrow_mut() = Silence::default()
            }
        }
    }

    /// Whether it has to be remembered.
    pub fn is_busy(&self) -> bool {
        self.waiting.get() > 0 || self.places.available_permits() < AT_ONCE || self.rests()
    }

    /// Nobody enters any more.
    pub fn close(&self) {
        self.places.close();
    }

    fn rests(&self) -> bool {
        self.silence.borrow().rest(Instant::now()).is_some()
    }
}

impl Silence {
    /// What is left of a rest.
    fn rest(&self, now: Instant) -> Option<Duration> {
        self.rests_until.and_then(|until| until.checked_duration_since(now)).filter(|rest| !rest.is_zero())
    }

    /// One more that nobody answered. Those that were under way when the rest began say nothing new.
    fn goes_on(&mut self, now: Instant) {
        if self.rest(now).is_some() {
            return;
        }
        self.unanswered += 1;
        if let Some(again) = self.unanswered.checked_sub(SILENT_IN_A_ROW) {
            let seconds = FIRST_REST_SECONDS << again.min(MOST_DOUBLED);
            self.rests_until = Some(now + Duration::from_secs(seconds));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn who_does_not_answer_is_left_alone_longer_and_longer() {
        let (mut silence, mut now) = (Silence::default(), Instant::now());
        let mut rests = Vec::new();
        for _ in 0..10 {
            silence.goes_on(now);
            let rest = silence.rest(now).unwrap_or_default();
            rests.push(rest.as_secs());
            silence.goes_on(now);
            now += rest + Duration::from_secs(1);
        }
        assert_eq!(rests, [0, 60, 120, 240, 480, 960, 960, 960, 960, 960], "two unanswered a turn");
    }

    #[tokio::test]
    async fn a_silent_service_takes_nothing_and_one_that_answers_everything() {
        let silent = || Outcome::Silent { why: String::new() };
        let lane = Lane::new();
        for _ in 0..SILENT_IN_A_ROW {
            assert!(lane.enter().await.is_some());
            lane.heard(&silent());
        }
        assert!(lane.enter().await.is_none() && lane.is_busy());
        assert!((1..=61).contains(&lane.wait_seconds()), "{}", lane.wait_seconds());
        lane.heard(&Outcome::Later { seconds: 0, why: "status 503".to_owned() });
        assert!(lane.enter().await.is_some(), "an answer is an answer");
        assert!(!lane.is_busy());
    }

    #[tokio::test]
    async fn a_service_has_so_many_places_and_no_more() {
        let lane = Lane::new();
        let mut places = Vec::new();
        for _ in 0..AT_ONCE {
            places.push(lane.enter().await.unwrap());
        }
        let no_place = tokio::time::timeout(Duration::from_millis(20), lane.enter()).await;
        assert!(no_place.is_err());
        places.pop();
        assert!(lane.enter().await.is_some());
        lane.waiting.set(MOST_WAITING);
        assert!(lane.enter().await.is_none());
        assert_eq!(lane.wait_seconds(), FULL_SECONDS);
    }
}
