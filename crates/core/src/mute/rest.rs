//! For how long news rest.

use std::str::FromStr;

use crate::moment::Moment;

const DAY_SECONDS: i64 = 24 * 60 * 60;

/// For how long, as it is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Seven days.
    Week,
    /// Thirty days.
    Month,
    /// Until it is taken back.
    ForGood,
}

/// None of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a length of rest")]
pub struct NoRest;

impl Rest {
    /// All, the shortest first.
    pub const ALL: [Rest; 3] = [Rest::Week, Rest::Month, Rest::ForGood];

    /// The name in forms.
    pub fn key(self) -> &'static str {
        match self {
            Rest::Week => "week",
            Rest::Month => "month",
            Rest::ForGood => "for_good",
        }
    }

    pub(super) fn until(self, now: Moment) -> Moment {
        match self {
            Rest::Week => now.plus_seconds(7 * DAY_SECONDS),
            Rest::Month => now.plus_seconds(30 * DAY_SECONDS),
            Rest::ForGood => Moment::from_millis(i64::MAX),
        }
    }
}

impl FromStr for Rest {
    type Err = NoRest;

    fn from_str(text: &str) -> Result<Rest, NoRest> {
        Rest::ALL.into_iter().find(|rest| rest.key() == text).ok_or(NoRest)
    }
}

/// Until when news rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// This moment.
    Moment(Moment),
    /// It is taken back.
    TakenBack,
}

impl Until {
    pub(super) fn from_stored(until: Moment) -> Until {
        if until.millis() == i64::MAX { Until::TakenBack } else { Until::Moment(until) }
    }
}
