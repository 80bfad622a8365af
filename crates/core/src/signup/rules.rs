//! The figures of signing up; every one a setting.

use std::collections::BTreeMap;

use super::code::LENGTHS;
use crate::limit::Window;
use crate::limit::pace::Pace;
use crate::neighbours::GuardRules;

/// The limits of signing up. Times in seconds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SignupRules {
    /// Digits of a code: 6, or 8.
    #[serde(deserialize_with = "digits")]
    pub code_digits: u8,
    /// A code is good for so long; at most 600.
    pub code_seconds: i64,
    /// Tries per code; at most 10.
    pub tries: i16,
    /// The wait after the first message to a number, after the second, and so on.
    pub resend_waits: Vec<i64>,
    /// Messages to one number in any 24 hours.
    pub sends_per_number: i64,
    /// Messages beyond those to a number whose owner holds an invitation: nobody is kept out by others' asking.
    pub invited_sends: Window,
    /// Messages asked for by one client (an address block).
    pub per_client: Vec<Window>,
    /// The same for an address that many people share: a carrier's.
    pub per_shared_client: Vec<Window>,
    /// Different numbers tried by one guest.
    pub numbers_per_guest: Window,
    /// Messages to numbers that differ in their last four digits alone.
    pub per_prefix: Vec<Window>,
    /// Messages of the whole site: what it may cost.
    pub site_budget: Window,
    /// From this share of the budget on, in per cent, newcomers need an invitation or an answer.
    pub soft_percent: i64,
    /// Messages to the numbers of one dial code, but for the home country's, which the budget alone bounds.
    pub per_dial_code: Window,
    /// Other figures for some dial codes (`44 = 100`), in the same window.
    pub dial_codes: BTreeMap<String, i64>,
    /// When messages to neighbouring numbers are held.
    pub guard: GuardRules,
    /// People who may wait for the budget's next day at once.
    pub waitlist_most: i64,
    /// The share of a day's budget for those who wait, in per cent.
    pub waitlist_percent: i64,
    /// Who has waited so long waits no more.
    pub waitlist_seconds: i64,
    /// A message that cannot leave (the provider is away) is kept for so long.
    pub message_seconds: i64,
    /// Calls to one number, which count as messages too.
    pub calls_per_number: Window,
    /// Calls asked for by one client.
    pub calls_per_client: Window,
    /// Codes tried for one number, in whatever flow.
    pub tries_per_number: Vec<Window>,
    /// The home country's two letters; the first of the countries listed.
    #[serde(skip, default = "home")]
    pub home: String,
}

fn home() -> String {
    "JP".to_owned()
}

const HOUR: i64 = 3600;
const DAY: i64 = 86_400;
const MOST_CODE_SECONDS: i64 = 600;
const MOST_TRIES: i16 = 10;

/// A figure that fits no count of digits is refused by name in [`SignupRules::check`], like any other wrong one.
fn digits<'de, D: serde::Deserializer<'de>>(input: D) -> Result<u8, D::Error> {
    let figure: i64 = serde::Deserialize::deserialize(input)?;
    Ok(u8::try_from(figure).unwrap_or_default())
}

impl Default for SignupRules {
    fn default() -> SignupRules {
        SignupRules {
            code_digits: 6,
            code_seconds: 600,
            tries: 5,
            resend_waits: vec![60, 180, 300, 600],
            sends_per_number: 5,
            invited_sends: Window { seconds: DAY, most: 2 },
            per_client: vec![Window { seconds: 1800, most: 5 }, Window { seconds: DAY, most: 20 }],
            per_shared_client: vec![Window { seconds: 1800, most: 50 }, Window { seconds: DAY, most: 200 }],
            numbers_per_guest: Window { seconds: HOUR, most: 3 },
            per_prefix: vec![Window { seconds: HOUR, most: 5 }, Window { seconds: DAY, most: 20 }],
            site_budget: Window { seconds: DAY, most: 300 },
            soft_percent: 80,
            per_dial_code: Window { seconds: DAY, most: 50 },
            dial_codes: BTreeMap::new(),
            guard: GuardRules { seconds: HOUR, sends: 30, percent: 20 },
            waitlist_most: 1000,
            waitlist_percent: 50,
            waitlist_seconds: 2 * DAY,
            message_seconds: DAY,
            calls_per_number: Window { seconds: DAY, most: 2 },
            calls_per_client: Window { seconds: DAY, most: 5 },
            tries_per_number: vec![Window { seconds: HOUR, most: 10 }, Window { seconds: DAY, most: 20 }],
            home: home(),
        }
    }
}

/// A figure beyond what a code bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// Six are kept in mind from one screen to the next; eight are for a site that wants more.
    #[error("code_digits must be 6 or 8")]
    CodeDigits,
    /// ASVS 6.5.5: a code sent out of band lives 10 minutes at most.
    #[error("code_seconds must be from 1 to {MOST_CODE_SECONDS}")]
    CodeSeconds,
    /// With more tries a code could be guessed.
    #[error("tries must be from 1 to {MOST_TRIES}")]
    Tries,
    /// A share is a part of a hundred.
    #[error("soft_percent and waitlist_percent must be from 0 to 100")]
    Percent,
}

impl SignupRules {
    /// Says what is wrong with the figures: to be asked when the settings are read.
    pub fn check(&self) -> Result<(), RuleError> {
        if !LENGTHS.contains(&self.code_digits) {
            return Err(RuleError::CodeDigits);
        }
        if !(1..=MOST_CODE_SECONDS).contains(&self.code_seconds) {
            return Err(RuleError::CodeSeconds);
        }
        if !(1..=MOST_TRIES).contains(&self.tries) {
            return Err(RuleError::Tries);
        }
        if [self.soft_percent, self.waitlist_percent].iter().any(|share| !(0..=100).contains(share)) {
            return Err(RuleError::Percent);
        }
        Ok(())
    }

    /// What a day bears for this dial code; `None` where the budget alone bounds it.
    pub(super) fn of_dial_code(&self, country: &str, dial_code: u16) -> Option<Window> {
        let own = self.dial_codes.get(&dial_code.to_string());
        if own.is_none() && country == self.home {
            return None;
        }
        Some(Window { most: own.copied().unwrap_or(self.per_dial_code.most), ..self.per_dial_code })
    }

    pub(super) fn sends(&self) -> Pace<'_> {
        Pace { within_seconds: DAY, most: self.sends_per_number, waits: &self.resend_waits }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_have_a_ceiling() {
        assert_eq!(SignupRules::default().check(), Ok(()));
        assert_eq!(
            SignupRules { code_seconds: 601, ..SignupRules::default() }.check(),
            Err(RuleError::CodeSeconds)
        );
        assert_eq!(SignupRules { tries: 11, ..SignupRules::default() }.check(), Err(RuleError::Tries));
    }

    #[test]
    fn a_code_has_six_digits_or_eight() {
        let with = |code_digits| SignupRules { code_digits, ..SignupRules::default() }.check();
        assert_eq!([with(6), with(8)], [Ok(()), Ok(())]);
        for digits in [0, 4, 5, 7, 9, 10, 255] {
            assert_eq!(with(digits), Err(RuleError::CodeDigits), "{digits}");
        }
    }
}
