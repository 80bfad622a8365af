//! The conditions under which a profile is taken: plain comparisons, so that a request costs microseconds and
//! an operator can foresee them.

use serde::Deserialize;

use super::{Model, Word, word_book::Met};
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
    contains: Vec<Word>,
    lacks: Vec<Word>,
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
    /// The words of the User-Agent that any profile asks about.
    pub met: Met,
}

impl When {
    /// The words looked for in the User-Agent, to be numbered when the files are linked.
    pub fn words_mut(&mut self) -> impl Iterator<Item = &mut Word> {
        self.contains.iter_mut().chain(&mut self.lacks)
    }

    pub fn holds(&self, seen: &Seen<'_, '_>, is_listed: impl Fn() -> bool) -> bool {
        let facts = seen.facts;
        allows(&self.dialect, |dialect| *dialect == facts.dialect)
            && allows(&self.prefix, |prefix| facts.user_agent.starts_with(prefix.as_str()))
            && allows(&self.series, |pattern| facts.series.is_some_and(|series| fits(pattern, series)))
            && self.cache_kb.as_ref().is_none_or(|bounds| bounds.hold(seen))
            && allows(&self.model, |pattern| is_model(pattern, seen, &is_listed))
            && allows(&self.contains, |word| seen.met.has(word))
            && !self.lacks.iter().any(|word| seen.met.has(word))
            && self.header.as_ref().is_none_or(|test| test.holds(seen.headers))
    }
}

/// For finding rules that can never be reached.
impl When {
    /// Whether these conditions hold wherever the other's do, as far as the files can tell. Brothers are tried
    /// in their order, so the other would never be reached below these.
    pub fn covers(&self, other: &When) -> bool {
        let word_in = |outer: &Word, inner: &Word| outer.text.contains(&inner.text);
        implied(&self.dialect, &other.dialect, |mine, theirs| mine == theirs)
            && implied(&self.prefix, &other.prefix, |mine, theirs| theirs.starts_with(mine.as_str()))
            && implied(&self.contains, &other.contains, |mine, theirs| word_in(theirs, mine))
            && self.lacks.iter().all(|mine| other.lacks.iter().any(|theirs| word_in(mine, theirs)))
            && implied(&self.series, &other.series, |mine, theirs| fits(mine, theirs) || mine == theirs)
            && implied(&self.model, &other.model, covers_model)
            && self
                .cache_kb
                .as_ref()
                .is_none_or(|mine| other.cache_kb.as_ref().is_some_and(|o| mine.holds_all(o)))
            && self.header.as_ref().is_none_or(|mine| other.header.as_ref().is_some_and(|o| mine.covers(o)))
    }

    /// What is wrong with the conditions themselves, if they can never hold: by themselves, or below a parent
    /// with conditions of its own.
    pub fn contradiction(&self, parent: Option<&When>) -> Option<String> {
        if let Some(bounds) = self.cache_kb.as_ref().filter(|bounds| bounds.min > bounds.max) {
            return Some(format!("cache_kb can never be from {} to {}", bounds.min, bounds.max));
        }
        let never = |word: &&Word| self.lacks.iter().any(|lacked| word.text.contains(&lacked.text));
        if !self.contains.is_empty() && self.contains.iter().all(|word| never(&word)) {
            return Some("`lacks` forbids every word of `contains`".to_owned());
        }
        let parent = parent?;
        let apart = |mine: &[Dialect], theirs: &[Dialect]| {
            !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|dialect| theirs.contains(dialect))
        };
        if apart(&self.dialect, &parent.dialect) {
            return Some("the profile it inherits from is of another dialect".to_owned());
        }
        let (mine, theirs) = (self.cache_kb.as_ref()?, parent.cache_kb.as_ref()?);
        (mine.max < theirs.min || theirs.max < mine.min)
            .then(|| "the profile it inherits from takes another range of cache_kb".to_owned())
    }

    /// The grammars it asks for; none if it does not ask.
    pub fn dialects(&self) -> &[Dialect] {
        &self.dialect
    }
}

/// Whether one list holds wherever the other does: it asks for nothing, or for something that each of the
/// other's words brings along.
fn implied<T>(mine: &[T], theirs: &[T], brings: impl Fn(&T, &T) -> bool) -> bool {
    mine.is_empty()
        || (!theirs.is_empty() && theirs.iter().all(|theirs| mine.iter().any(|mine| brings(mine, theirs))))
}

/// "@listed" means other rows for each profile, so it covers nothing but a pattern can be compared.
fn covers_model(mine: &String, theirs: &String) -> bool {
    mine != LISTED && theirs != LISTED && (mine == theirs || fits(mine, theirs))
}

impl Bounds {
    fn holds_all(&self, other: &Bounds) -> bool {
        self.min <= other.min && other.max <= self.max
    }

    fn hold(&self, seen: &Seen<'_, '_>) -> bool {
        let cache_kb = seen.facts.cache_kb.or(seen.model.and_then(|model| model.cache_kb));
        cache_kb.is_some_and(|kb| (self.min..=self.max).contains(&kb))
    }
}

impl HeaderTest {
    fn covers(&self, other: &HeaderTest) -> bool {
        self.name.eq_ignore_ascii_case(&other.name)
            && implied(&self.contains, &other.contains, |mine, theirs| theirs.contains(mine.as_str()))
    }

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
