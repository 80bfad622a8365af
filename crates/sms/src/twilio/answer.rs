//! What an answer says about the message.

use std::time::Duration;

use jiff::{Timestamp, fmt::rfc2822};
use serde::Deserialize;

use crate::{Delay, Doubt, Outcome, redact};

/// Twilio's code for "temporarily unavailable, try again a few times".
const SERVICE_UNAVAILABLE: u32 = 20503;

/// No wait is longer: an absurd figure must not overflow the date it is added to.
const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// The parts of an HTTP answer that matter here.
pub(super) struct Answer {
    pub(super) status: u16,
    /// The Retry-After header as it came.
    pub(super) retry_after: Option<String>,
    /// The whole body, or why it is not whole.
    pub(super) body: Result<Vec<u8>, Doubt>,
}

/// The only fields of a message that are needed: every further one could only make a good answer unreadable.
#[derive(Deserialize)]
struct Created {
    sid: String,
    status: Option<String>,
}

/// Twilio's error document. Proxies and older parts of the API leave fields out.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Failure {
    code: Option<u32>,
    message: Option<String>,
}

impl Answer {
    /// The end of the attempt that got this answer. Each of `secrets` is kept out of it.
    pub(super) fn judge(self, secrets: &[&str]) -> Outcome {
        match self.status {
            status @ 200..=299 => created(status, self.body),
            status @ 300..=399 => Outcome::Unknown { reason: Doubt::Redirected(status) },
            429 => Outcome::Later { after: self.wait(), reason: Delay::Busy },
            status @ 400..=499 => refused(status, self.failure(), secrets),
            503 if self.failure().code == Some(SERVICE_UNAVAILABLE) => {
                Outcome::Later { after: self.wait(), reason: Delay::OutOfService }
            }
            status => Outcome::Unknown { reason: Doubt::ServerError(status) },
        }
    }

    fn failure(&self) -> Failure {
        let body = self.body.as_deref().unwrap_or_default();
        serde_json::from_slice(body).unwrap_or_default()
    }

    fn wait(&self) -> Option<Duration> {
        wait(self.retry_after.as_deref()?.trim(), Timestamp::now())
    }
}

fn created(status: u16, body: Result<Vec<u8>, Doubt>) -> Outcome {
    let body = match body {
        Ok(body) => body,
        Err(reason) => return Outcome::Unknown { reason },
    };
    match serde_json::from_slice::<Created>(&body) {
        Ok(created) if is_id(&created.sid) => Outcome::Accepted {
            provider_id: Some(created.sid),
            status: redact::cover(created.status.as_deref().unwrap_or("not told"), &[]),
        },
        _ => Outcome::Unknown { reason: Doubt::Unreadable(status) },
    }
}

/// An id is stored and logged, so only something shaped like one is taken for one.
fn is_id(sid: &str) -> bool {
    (1..=64).contains(&sid.len()) && sid.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn refused(status: u16, failure: Failure, secrets: &[&str]) -> Outcome {
    let message = match failure.message {
        Some(words) => redact::cover(&words, secrets),
        None => format!("status {status}"),
    };
    Outcome::Refused { code: failure.code, message }
}

/// Retry-After is a number of seconds or a date (RFC 9110, section 10.2.3).
fn wait(header: &str, now: Timestamp) -> Option<Duration> {
    let wait = match header.parse() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => {
            let date = rfc2822::DateTimeParser::new().parse_timestamp(header).ok()?;
            Duration::try_from(date.duration_since(now)).unwrap_or_default()
        }
    };
    Some(wait.min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, expected_seconds: Option<u64>) {
        let now = "2026-11-23T08:49:07Z".parse().expect("a time");
        assert_eq!(wait(header, now).map(|wait| wait.as_secs()), expected_seconds, "{header}");
    }

    #[test]
    fn retry_after_is_seconds_or_a_date_and_at_most_a_day() {
        check("0", Some(0));
        check("120", Some(120));
        check("18446744073709551615", Some(86_400));
        check("Mon, 23 Nov 2026 08:49:37 GMT", Some(30));
        check("Mon, 23 Nov 2026 08:00:00 GMT", Some(0));
        check("soon", None);
        check("-5", None);
    }
}
