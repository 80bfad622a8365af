//! Counters: exact under any number of threads.

use enishi_core::limit::{self, Take, Window};

use crate::house::{House, at_once, on_each};

const TEN_A_MINUTE: Window = Window { seconds: 60, most: 10 };

fn take(house: &House, key: &'static [u8], window: Window) -> Take {
    house.write(move |tx, keys| limit::take(tx, keys, "test", key, window))
}

#[test]
fn exactly_as_many_are_granted_as_the_limit_says() {
    on_each(|house| {
        let granted = at_once(50, |_| take(house, b"hana", TEN_A_MINUTE));
        assert_eq!(granted.iter().filter(|take| take.is_granted()).count(), 10);
        assert!(take(house, b"yuki", TEN_A_MINUTE).is_granted(), "another key is another counter");
        assert!(
            take(house, b"hana", Window { seconds: 3600, most: 10 }).is_granted(),
            "and so is another window"
        );
    });
}

#[test]
fn a_window_ends_when_it_said() {
    on_each(|house| {
        house.wait(17);
        for _ in 0..10 {
            assert!(take(house, b"hana", TEN_A_MINUTE).is_granted());
        }
        assert_eq!(take(house, b"hana", TEN_A_MINUTE), Take::Refused { retry_after_seconds: 43 });
        house.wait(43);
        let look = house.read(|tx, keys| limit::look(tx, keys, "test", b"hana", TEN_A_MINUTE));
        assert!(look.is_granted());
        assert!(take(house, b"hana", TEN_A_MINUTE).is_granted());
    });
}

#[test]
fn old_windows_are_swept() {
    on_each(|house| {
        let _ = take(house, b"hana", TEN_A_MINUTE);
        house.wait(limit::LONGEST_WINDOW);
        assert_eq!(house.write(|tx, _| limit::sweep(tx)), 0);
        house.wait(limit::LONGEST_WINDOW + 1);
        assert_eq!(house.write(|tx, _| limit::sweep(tx)), 1);
    });
}
