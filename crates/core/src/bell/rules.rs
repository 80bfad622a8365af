//! When phones ring.

/// The figures of phones that ring; every one a setting.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BellRules {
    /// The most phones of one member.
    pub most_phones: i64,
    /// What happens is looked at on the site first: a phone rings so many seconds later, if it still waits then.
    pub after_seconds: i64,
    /// Between two rings of a phone whose owner has not looked, in seconds; twice that after the second one, and so on.
    pub apart_seconds: i64,
    /// A phone that nothing reaches for so long is forgotten, in seconds.
    pub give_up_seconds: i64,
}

/// The wait between two rings is doubled so often at most: with the defaults it ends at a ring every eight hours.
const MOST_DOUBLED: i16 = 5;
/// The first wait after a message that did not get through, in seconds; doubled each time.
const FIRST_RETRY_SECONDS: i64 = 60;
const MOST_RETRIES_DOUBLED: i16 = 8;

impl Default for BellRules {
    /// A quarter of an hour apart until somebody looks, and three days of trying.
    fn default() -> BellRules {
        BellRules { most_phones: 10, after_seconds: 20, apart_seconds: 900, give_up_seconds: 3 * 86_400 }
    }
}

impl BellRules {
    /// How long a phone stays quiet after it has rung so often without its owner looking.
    pub(super) fn pause_seconds(&self, unheard: i16) -> i64 {
        match unheard {
            0 => 0,
            rung => self.apart_seconds.saturating_mul(1 << (rung - 1).min(MOST_DOUBLED)),
        }
    }

    /// How long to wait after so many tries that did not get through.
    pub(super) fn retry_seconds(tries: i16) -> i64 {
        FIRST_RETRY_SECONDS << (tries - 1).clamp(0, MOST_RETRIES_DOUBLED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_does_not_look_is_rung_for_less_and_less() {
        let rules = BellRules::default();
        let pauses: Vec<i64> = [0, 1, 2, 3, 6, 7, 100].map(|unheard| rules.pause_seconds(unheard)).to_vec();
        assert_eq!(pauses, [0, 900, 1800, 3600, 28_800, 28_800, 28_800]);
        assert_eq!([1, 2, 9, 30].map(BellRules::retry_seconds), [60, 120, 15_360, 15_360]);
    }
}
