//! Which handsets came: counted a day, without anybody in them.

use enishi_core::handset::{self, Handset, Seen, UNKNOWN_PER_PAGE};

use crate::world::{World, each};

fn handset(profile: &str, agent: &str) -> Handset {
    Handset { profile: profile.to_owned(), agent: agent.to_owned() }
}

fn count(world: &World, day: i32, counted: Vec<(Handset, i64)>) {
    let counted = counted.into_iter().collect();
    world.write(move |tx| handset::count(tx, day, &counted));
}

#[test]
fn what_came_is_summed_over_the_days_and_unknown_ones_are_told_apart() {
    each(|world| {
        let odd = handset("docomo-foma2", "DoCoMo/2.0 X99(c500)");
        count(world, 100, vec![(handset("docomo-foma2", ""), 3), (odd.clone(), 2)]);
        count(world, 100, vec![(odd.clone(), 1)]);
        count(world, 101, vec![(handset("kaios", ""), 7), (odd.clone(), 1)]);
        let seen = world.read(|tx| handset::list(tx, 101, 0));
        assert_eq!(seen.unknown, [Seen { handset: odd, times: 4, last_day: 101 }]);
        let profiles: Vec<_> = seen.profiles.iter().map(|s| (s.handset.profile.as_str(), s.times)).collect();
        assert_eq!(profiles, [("docomo-foma2", 7), ("kaios", 7)]);
    });
}

/// Every string, page by page.
fn pages(world: &World, today: i32) -> Vec<Seen> {
    let (mut all, mut from) = (Vec::new(), Some(0));
    while let Some(first) = from {
        let page = world.read(|tx| handset::list(tx, today, first));
        assert!(page.unknown.len() as i64 <= UNKNOWN_PER_PAGE);
        all.extend(page.unknown);
        from = page.next;
    }
    all
}

#[test]
fn strings_are_listed_a_page_at_a_time_with_the_sums_of_all_days() {
    each(|world| {
        let agent = |number: i64| handset("unknown", &format!("odd {number:03}"));
        for day in 98..=100 {
            count(world, day, (0..120).map(|number| (agent(number), number + 1)).collect());
        }
        count(world, 60, vec![(agent(0), 5_000)]);
        let expected: Vec<_> = (0..120)
            .rev()
            .map(|number| Seen { handset: agent(number), times: 3 * (number + 1), last_day: 100 })
            .collect();
        assert_eq!(pages(world, 100), expected, "the most frequent first, none twice, none left out");
        let ends = [0, 50, 100].map(|from| world.read(|tx| handset::list(tx, 100, from)).next);
        assert_eq!(ends, [Some(50), Some(100), None]);
        let past = world.read(|tx| handset::list(tx, 100, 1_000));
        assert_eq!((past.unknown.len(), past.next), (0, None));
        assert_eq!(past.profiles[0].times, 3 * (1..=120).sum::<i64>());
    });
}

#[test]
fn made_up_strings_fill_nothing_and_old_days_go() {
    each(|world| {
        let many = (0..1_100).map(|n| (handset("unknown", &format!("made up {n:04}")), 1)).collect();
        count(world, 100, many);
        let seen = world.read(|tx| handset::list(tx, 100, 0));
        assert_eq!(pages(world, 100).len(), 1_000);
        assert_eq!(seen.profiles[0].times, 1_100, "the rest is counted all the same");
        assert!(world.read(|tx| handset::list(tx, 130, 0)).profiles.is_empty());
        assert_eq!(world.write(|tx| handset::sweep(tx, 129)), 0);
        assert_eq!(world.write(|tx| handset::sweep(tx, 130)), 1_001);
    });
}
