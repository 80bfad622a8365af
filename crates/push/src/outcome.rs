//! What became of a message.

/// The end of one attempt. Which phone it was about stands in none of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The push service has taken it.
    Taken,
    /// It knows no such phone any more.
    Gone,
    /// It may be tried again.
    Later {
        /// Not before so many seconds, if the push service said so; 0 if not.
        seconds: i64,
        /// Why, for the log.
        why: String,
    },
    /// Nobody answered; it may be tried again, and so it may be with others at the same push service.
    Silent {
        /// Why, for the log.
        why: String,
    },
}

/// No push service is obeyed for longer than a day.
const LONGEST_WAIT_SECONDS: i64 = 86_400;

impl Outcome {
    /// For the figures.
    pub fn word(&self) -> &'static str {
        match self {
            Outcome::Taken => "taken",
            Outcome::Gone => "gone",
            Outcome::Later { .. } => "later",
            Outcome::Silent { .. } => "silent",
        }
    }

    pub(crate) fn later(why: impl Into<String>) -> Outcome {
        Outcome::Later { seconds: 0, why: why.into() }
    }

    pub(crate) fn silent(why: impl Into<String>) -> Outcome {
        Outcome::Silent { why: why.into() }
    }

    /// What a status says (RFC 8030, 5 and 7.3). A redirect is not followed: it could lead anywhere.
    pub(crate) fn of_status(status: u16, retry_after: Option<&str>) -> Outcome {
        match status {
            200..=299 => Outcome::Taken,
            404 | 410 => Outcome::Gone,
            _ => {
                let seconds = retry_after.and_then(|text| text.trim().parse::<i64>().ok()).unwrap_or(0);
                let seconds = seconds.clamp(0, LONGEST_WAIT_SECONDS);
                Outcome::Later { seconds, why: format!("status {status}") }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_says_what_to_do_next() {
        assert_eq!(Outcome::of_status(201, None), Outcome::Taken);
        assert_eq!([404, 410].map(|gone| Outcome::of_status(gone, None)), [Outcome::Gone, Outcome::Gone]);
        let seconds = |status, retry| match Outcome::of_status(status, retry) {
            Outcome::Later { seconds, .. } => Some(seconds),
            _ => None,
        };
        assert_eq!(seconds(429, Some("120")), Some(120));
        assert_eq!(seconds(503, Some("99999999")), Some(86_400));
        assert_eq!(seconds(429, Some("-5")), Some(0));
        assert_eq!(seconds(302, None), Some(0), "nobody is sent elsewhere");
        assert_eq!(seconds(403, Some("soon")), Some(0));
    }
}
