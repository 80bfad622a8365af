//! Many at one instant, and other things every section needs.

use std::sync::Barrier;

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
