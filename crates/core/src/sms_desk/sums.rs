//! Adding the day's messages up.

use std::collections::BTreeMap;

use super::queries::Message;
use super::reason;
use crate::ids::PrefixId;
use crate::moment::Moment;
use crate::neighbours::Known;
use crate::text_message::{Delivery, Errand, State};

/// Messages to one country.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfCountry {
    /// Two letters.
    pub country: String,
    /// Sent.
    pub sent: i64,
    /// Came back as a code typed in.
    pub verified: i64,
    /// Did not arrive, as far as is known.
    pub failed: i64,
}

/// Messages to one neighbourhood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfPrefix {
    /// Which.
    pub known: Known,
    /// Sent.
    pub sent: i64,
    /// Came back as a code typed in.
    pub verified: i64,
}

/// A message that did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// When it was asked for.
    pub at: Moment,
    /// Two letters.
    pub country: String,
    /// The end of the number.
    pub last_two: String,
    /// The provider's code (digits); empty if it gave none.
    pub code: String,
    /// The provider's reason in its own words, or what was seen; empty if nothing is known.
    pub why: String,
}

#[derive(Default)]
pub(super) struct Sums {
    pub(super) sent: i64,
    pub(super) codes: i64,
    pub(super) verified: i64,
    pub(super) countries: Vec<OfCountry>,
    pub(super) prefixes: Vec<(PrefixId, (i64, i64))>,
    pub(super) states: Vec<(&'static str, i64)>,
}

impl Message {
    /// It left, or may have.
    fn is_sent(&self) -> bool {
        matches!(State::of_stored(self.state), State::BeingSent | State::Accepted | State::Unknown)
            && Errand::of_stored(self.errand) != Errand::Silent
    }

    fn arrived(&self) -> Option<Delivery> {
        self.delivery.and_then(Delivery::of_stored)
    }

    fn has_failed(&self) -> bool {
        matches!(State::of_stored(self.state), State::Refused | State::Unknown)
            || self.arrived().is_some_and(Delivery::is_failure)
    }

    fn word(&self) -> &'static str {
        match (State::of_stored(self.state), self.arrived()) {
            (State::Waiting, _) => "waiting",
            (State::BeingSent, _) => "being-sent",
            (State::OnList, _) => "listed",
            (State::Expired, _) => "expired",
            (State::Silent, _) => "silent",
            (State::Refused, _) => "refused",
            (_, Some(Delivery::Delivered)) => "delivered",
            (_, Some(delivery)) if delivery.is_failure() => "undelivered",
            (State::Unknown, _) => "unknown",
            (State::Accepted, _) => "accepted",
        }
    }

    fn is_code(&self) -> bool {
        self.is_sent() && Errand::of_stored(self.errand) == Errand::Code
    }

    fn why(&self) -> &str {
        self.delivery_error.as_deref().or(self.error.as_deref()).unwrap_or_default()
    }
}

impl Sums {
    pub(super) fn of(messages: &[Message]) -> Sums {
        let mut countries: BTreeMap<&str, OfCountry> = BTreeMap::new();
        let mut prefixes: BTreeMap<PrefixId, (i64, i64)> = BTreeMap::new();
        let mut states: BTreeMap<&'static str, i64> = BTreeMap::new();
        let mut sums = Sums::default();
        for message in messages {
            *states.entry(message.word()).or_default() += 1;
            let (sent, verified) = (i64::from(message.is_sent()), i64::from(message.verified_at.is_some()));
            let country = countries.entry(&message.country).or_default();
            country.sent += sent;
            country.verified += verified;
            country.failed += i64::from(message.has_failed());
            sums.sent += sent;
            sums.codes += i64::from(message.is_code());
            sums.verified += verified;
            if let Some(prefix) = message.prefix_id {
                let of = prefixes.entry(prefix).or_default();
                *of = (of.0 + sent, of.1 + verified);
            }
        }
        let named = |(country, of): (&str, OfCountry)| OfCountry { country: country.to_owned(), ..of };
        sums.countries = countries.into_iter().map(named).filter(|of| of.sent + of.failed > 0).collect();
        sums.countries.sort_by_key(|of| -of.sent);
        sums.prefixes = prefixes.into_iter().filter(|(_, of)| of.0 > 0).collect();
        sums.prefixes.sort_by_key(|(_, of)| -of.0);
        sums.states = states.into_iter().collect();
        sums
    }

    pub(super) fn prefixes_named(&self, known: &[Known], most: usize) -> Vec<OfPrefix> {
        let named = self.prefixes.iter().take(most).filter_map(|(id, (sent, verified))| {
            let known = known.iter().find(|known| known.id == *id)?.clone();
            Some(OfPrefix { known, sent: *sent, verified: *verified })
        });
        named.collect()
    }
}

/// Messages sent by the end of each hour since then.
pub(super) fn by_hour(messages: &[Message], begins_at: Moment, now: Moment) -> Vec<i64> {
    let hours = usize::try_from(now.seconds_since(begins_at) / 3600).unwrap_or_default().min(23);
    let mut sent = vec![0; hours + 1];
    for message in messages.iter().filter(|message| message.is_sent()) {
        let hour = message.created_at.seconds_since(begins_at) / 3600;
        let hour = usize::try_from(hour).unwrap_or_default().min(hours);
        sent[hour] += 1;
    }
    let mut so_far = 0;
    sent.into_iter()
        .map(|of_hour| {
            so_far += of_hour;
            so_far
        })
        .collect()
}

pub(super) fn failures(messages: &[Message], most: usize) -> Vec<Failure> {
    let failed = messages.iter().filter(|message| message.has_failed()).take(most);
    let told = failed.map(|message| {
        let (code, why) = reason::read(message.why());
        let (country, last_two) = (message.country.clone(), message.last_two.clone());
        Failure { at: message.created_at, country, last_two, code, why }
    });
    told.collect()
}
