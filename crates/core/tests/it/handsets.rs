//! Which handsets came: counted a day, without anybody in them.

use enishi_core::handset::{self, Handset, Seen};

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
        let seen = world.read(|tx| handset::list(tx, 101));
        assert_eq!(seen.unknown, [Seen { handset: odd, times: 4, last_day: 101 }]);
        let profiles: Vec<_> = seen.profiles.iter().map(|s| (s.handset.profile.as_str(), s.times)).collect();
        assert_eq!(profiles, [("docomo-foma2", 7), ("kaios", 7)]);
    });
}

#[test]
fn made_up_strings_fill_nothing_and_old_days_go() {
    each(|world| {
        let many = (0..1_100).map(|n| (handset("unknown", &format!("made up {n:04}")), 1)).collect();
        count(world, 100, many);
        let seen = world.read(|tx| handset::list(tx, 100));
        assert_eq!(seen.unknown.len(), 1_000);
        assert_eq!(seen.profiles[0].times, 1_100, "the rest is counted all the same");
        assert!(world.read(|tx| handset::list(tx, 130)).profiles.is_empty());
        assert_eq!(world.write(|tx| handset::sweep(tx, 129)), 0);
        assert_eq!(world.write(|tx| handset::sweep(tx, 130)), 1_001);
    });
}
