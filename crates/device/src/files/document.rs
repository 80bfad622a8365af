//! Reads one file: its profiles, models and crawler words, and a fault for whatever does not read.

use std::{ops::Range, sync::Arc};

use serde::{Deserialize, de::DeserializeOwned};
use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue, ValueDeserializer},
};

use super::{
    Fault, Source,
    nearest::nearest,
    raw::{Document, RawModel, RawProfile},
};
use crate::tree::{CrawlerWord, KEYS, Origin, Place, Settings, WHEN_KEYS, When, Word};

const SECTIONS: &[&str] = &["profile", "models", "crawlers"];
const PROFILE_KEYS: &[&str] = &["name", "inherits", "when"];
const MODEL_KEYS: &[&str] = &["name", "cache_kb"];

/// A crawler's word of fewer letters would be met by chance.
const LEAST_WORD: usize = 3;

type Key<'t> = Spanned<DeString<'t>>;
type Value<'t> = Spanned<DeValue<'t>>;

/// Reads a file; what cannot be read becomes a fault and is left out.
pub(super) fn read(source: &Source, faults: &mut Vec<Fault>) -> Document {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    let line_starts = line_starts(&source.text);
    let mut reader = Reader { source, line_starts, faults, document: Document::default() };
    for error in &errors {
        reader.fault(error.span().unwrap_or_default(), error.message());
    }
    if errors.is_empty() {
        reader.sections(table.into_inner());
    }
    reader.document
}

/// Where each line begins, in bytes: a place is asked for at every key.
fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect()
}

struct Reader<'s> {
    source: &'s Source,
    line_starts: Vec<usize>,
    faults: &'s mut Vec<Fault>,
    document: Document,
}

impl Reader<'_> {
    fn sections(&mut self, table: DeTable<'_>) {
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "profile" => self.profiles(value),
                "models" => self.model_tables(value),
                "crawlers" => self.crawlers(value),
                _ => self.unknown(&key, &[SECTIONS]),
            }
        }
    }

    fn profiles(&mut self, value: Value<'_>) {
        let span = value.span();
        let DeValue::Array(array) = value.into_inner() else {
            return self.fault(span, "a profile is headed [[profile]], with two brackets");
        };
        for profile in array {
            let span = profile.span();
            if let Some(table) = self.table(profile) {
                self.profile(span, table);
            }
        }
    }

    fn profile(&mut self, span: Range<usize>, mut table: DeTable<'_>) {
        let Some((key, name)) = table.remove_entry("name") else {
            return self.fault(span, "a profile needs a name");
        };
        let place = self.place(key.span());
        let Some(name) = self.value::<String>(name) else { return };
        let name: Arc<str> = name.into();
        let inherits = table.remove("inherits").and_then(|value| self.value(value));
        let when = table.remove("when").and_then(|value| self.when(value));
        let settings = self.settings(&name, table, PROFILE_KEYS);
        self.document.profiles.push(RawProfile { name, place, inherits, when, settings });
    }

    fn when(&mut self, value: Value<'_>) -> Option<When> {
        let whole = value.clone();
        for (key, _) in self.table(value)? {
            if !WHEN_KEYS.contains(&key.get_ref().as_ref()) {
                self.unknown(&key, &[WHEN_KEYS]);
                return None;
            }
        }
        self.value::<When>(whole)
    }

    fn model_tables(&mut self, value: Value<'_>) {
        for (profile, rows) in self.table(value).into_iter().flatten() {
            for (token, row) in self.table(rows).into_iter().flatten() {
                self.model(&profile, &token, row);
            }
        }
    }

    fn model(&mut self, profile: &Key<'_>, token: &Key<'_>, row: Value<'_>) {
        let Some(mut table) = self.table(row) else { return };
        let (place, profile_place) = (self.place(token.span()), self.place(profile.span()));
        let name = table.remove("name").and_then(|value| self.value(value));
        let cache_kb = table.remove("cache_kb").and_then(|value| self.value(value));
        let settings = self.settings(token.get_ref(), table, MODEL_KEYS);
        let (profile, token) = (profile.get_ref().to_string(), token.get_ref().to_string());
        let model = RawModel { profile, profile_place, token, name, cache_kb, settings, place };
        self.document.models.push(model);
    }

    fn crawlers(&mut self, value: Value<'_>) {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Crawlers {
            words: Vec<Spanned<String>>,
        }
        for word in self.value::<Crawlers>(value).map(|crawlers| crawlers.words).unwrap_or_default() {
            if word.get_ref().trim().len() < LEAST_WORD {
                self.fault(word.span(), "so short a word would be met in the User-Agent of phones");
                continue;
            }
            let origin = Origin::File { place: self.place(word.span()), name: "crawlers".into() };
            self.document.crawlers.push(CrawlerWord { word: Word::new(word.get_ref()), origin });
        }
    }

    fn settings(&mut self, name: &str, table: DeTable<'_>, also_known: &'static [&'static str]) -> Settings {
        let mut settings = Settings::default();
        let name: Arc<str> = name.into();
        for (key, value) in table {
            let span = value.span();
            let origin = Origin::File { place: self.place(key.span()), name: Arc::clone(&name) };
            match settings.put(key.get_ref(), ValueDeserializer::from(value), origin) {
                Some(Ok(())) => {}
                Some(Err(error)) => self.fault(error.span().unwrap_or(span), error.message()),
                None => self.unknown(&key, &[KEYS, also_known]),
            }
        }
        settings
    }

    fn table<'t>(&mut self, value: Value<'t>) -> Option<DeTable<'t>> {
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(table) => Some(table),
            _ => {
                self.fault(span, "a table belongs here, in { curly brackets } or under a [heading]");
                None
            }
        }
    }

    fn value<T: DeserializeOwned>(&mut self, value: Value<'_>) -> Option<T> {
        let span = value.span();
        let read = T::deserialize(ValueDeserializer::from(value));
        read.map_err(|error| self.fault(error.span().unwrap_or(span), error.message())).ok()
    }

    fn unknown(&mut self, key: &Key<'_>, known: &[&'static [&'static str]]) {
        let suggestion = nearest(key.get_ref(), known.concat());
        let fault = Fault::new(&self.place(key.span()), format!("unknown key `{}`", key.get_ref()));
        self.faults.push(fault.suggest(suggestion));
    }

    fn fault(&mut self, span: Range<usize>, message: impl Into<String>) {
        let message = message.into();
        let suggestion = nearest_variant(&message).map(str::to_owned);
        let fault = Fault::new(&self.place(span), message).suggest(suggestion.as_deref());
        self.faults.push(fault);
    }

    fn place(&self, span: Range<usize>) -> Place {
        let line = self.line_starts.partition_point(|&start| start <= span.start).max(1);
        Place { file: Arc::clone(&self.source.file), line }
    }
}

/// Of "unknown variant `utf8`, expected `shift_jis` or `utf-8`" the variant that was probably meant.
fn nearest_variant(message: &str) -> Option<&str> {
    let mut quoted = message.strip_prefix("unknown variant ")?.split('`').skip(1).step_by(2);
    let typed = quoted.next()?;
    nearest(typed, quoted)
}
