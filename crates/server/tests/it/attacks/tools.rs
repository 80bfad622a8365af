//! Many at one instant, and other things every section needs.

use std::sync::Barrier;
use std::time::{Duration, Instant};

use crate::program::Program;

/// Runs `act` on so many threads that all begin at one instant; gives what each came to, in order.
pub fn at_once<T: Send>(count: usize, act: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let start = Barrier::new(count);
    std::thread::scope(|scope| {
        let (start, act) = (&start, &act);
        let started: Vec<_> = (0..count)
            .map(|number| {
                scope.spawn(move || {
                    start.wait();
                    act(number)
                })
            })
            .collect();
        started.into_iter().map(|thread| thread.join().expect("an attacker does not stumble")).collect()
    })
}

/// Whether something can be done in that time. A machine that is busy with something else gets five goes at it.
pub fn can_be_quick(most: Duration, mut act: impl FnMut()) -> bool {
    (0..5).any(|_| {
        let began = Instant::now();
        act();
        began.elapsed() < most
    })
}

/// What the program holds in memory, as the system counts it.
pub fn resident_mib(program: &Program) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", program.pid())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}
