//! The conditions under which a profile is taken: plain comparisons, so that a request costs microseconds and
//! an operator can foresee them.

use serde::Deserialize;

use super::Model;
use crate::{
    Headers,
    facts::{Dialect, Facts},
};

/// The keys of `when`, as the files spell them.
pub(crate) const WHEN_KEYS: &[&str] =
    &["dialect", "prefix", "contains", "lacks", "series", "model", "cache_kb", "header"];

/// In a list of models: any that has a row in a models file.
const LISTED: &str = "@listed";

/// Conditions of which all must hold. An empty list is no condition.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct When {
    dialect: Vec<Dialect>,
    prefix: Vec<String>,
    contains: Vec<String>,
    lacks: Vec<String>,
    series: Vec<String>,
    model: Vec<String>,
    cache_kb: Option<Bounds>,
    header: Option<HeaderTest>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounds {
    #[serde(default)]
    min: u32,
    #[serde(default = "no_limit")]
    max: u32,
}

fn no_limit() -> u32 {
    u32::MAX
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeaderTest {
    name: String,
    #[serde(default)]
    contains: Vec<String>,
}

/// What is known of a request when the conditions are asked.
pub(crate) struct Seen<'s, 'h> {
    pub facts: &'s Facts<'h>,
    pub headers: &'s Headers<'h>,
    pub model: Option<&'s Model>,
}

impl When {
    /// Words are looked for in lower case; done once, when the files are read.
    pub fn lowered(mut self) -> When {
        for word in self.contains.iter_mut().chain(&mut self.lacks) {
            word.make_ascii_lowercase();
        }
        self
    }

    pub fn holds(&self, seen: &Seen<'_, '_>, is_listed: impl Fn() -> bool) -> bool {
        let facts = seen.facts;
        allows(&self.dialect, |dialect| *dialect == facts.dialect)
            && allows(&self.prefix, |prefix| facts.user_agent.starts_with(prefix.as_str()))
            && allows(&self.series, |pattern| facts.series.is_some_and(|series| fits(pattern, series)))
            && self.cache_kb.as_ref().is_none_or(|bounds| bounds.hold(seen))
            && allows(&self.model, |pattern| is_model(pattern, seen, &is_listed))
            && allows(&self.contains, |word| facts.lower.contains(word.as_str()))
            && !self.lacks.iter().any(|word| facts.lower.contains(word.as_str()))
            && self.header.as_ref().is_none_or(|test| test.holds(seen.headers))
    }
}

impl Bounds {
    fn hold(&self, seen: &Seen<'_, '_>) -> bool {
        let cache_kb = seen.facts.cache_kb.or(seen.model.and_then(|model| model.cache_kb));
        cache_kb.is_some_and(|kb| (self.min..=self.max).contains(&kb))
    }
}

impl HeaderTest {
    fn holds(&self, headers: &Headers<'_>) -> bool {
        headers
            .get(&self.name)
            .is_some_and(|value| allows(&self.contains, |word| value.contains(word.as_str())))
    }
}

fn allows<T>(list: &[T], holds: impl Fn(&T) -> bool) -> bool {
    list.is_empty() || list.iter().any(holds)
}

fn is_model(pattern: &str, seen: &Seen<'_, '_>, is_listed: &impl Fn() -> bool) -> bool {
    if pattern == LISTED {
        return is_listed();
    }
    seen.facts.model.is_some_and(|model| fits(pattern, model.value))
}

/// Equal, where `#` in the pattern stands for any digit.
fn fits(pattern: &str, text: &str) -> bool {
    let same = |(sign, byte): (u8, u8)| if sign == b'#' { byte.is_ascii_digit() } else { sign == byte };
    pattern.len() == text.len() && pattern.bytes().zip(text.bytes()).all(same)
}
