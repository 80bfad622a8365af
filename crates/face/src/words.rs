//! Wording in Japanese and English. The catalogues are Fluent files in `words/`, one a feature.
//!
//! A test reads every key that the sources name and finds it in both languages; a key that is missing all the
//! same shows as itself, never as nothing.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// The languages of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// 日本語
    Ja,
    /// English
    En,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 2] = [Language::Ja, Language::En];

    /// As in `lang` attributes and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Language::Ja => "ja",
            Language::En => "en",
        }
    }

    /// From a code; only the first part of a tag counts.
    pub fn from_code(code: &str) -> Option<Language> {
        match code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "ja" => Some(Language::Ja),
            "en" => Some(Language::En),
            _ => None,
        }
    }

    /// The first of the two that an `Accept-Language` header names; Japanese for a phone that names none.
    pub fn preferred(accept: Option<&str>) -> Language {
        let tags = accept.unwrap_or_default().split(',');
        tags.filter_map(|tag| Language::from_code(tag.split(';').next()?.trim()))
            .next()
            .unwrap_or(Language::Ja)
    }

    /// The catalogue of this language.
    pub fn words(self) -> &'static Words {
        match self {
            Language::Ja => &JA,
            Language::En => &EN,
        }
    }
}

static JA: LazyLock<Words> = LazyLock::new(|| Words::read(Language::Ja, CATALOGUE_JA));
static EN: LazyLock<Words> = LazyLock::new(|| Words::read(Language::En, CATALOGUE_EN));

macro_rules! catalogue {
    ($language:literal) => {
        [
            include_str!(concat!("../words/", $language, "/common.ftl")),
            include_str!(concat!("../words/", $language, "/door.ftl")),
            include_str!(concat!("../words/", $language, "/diary.ftl")),
            include_str!(concat!("../words/", $language, "/threads.ftl")),
            include_str!(concat!("../words/", $language, "/voice.ftl")),
            include_str!(concat!("../words/", $language, "/introduction.ftl")),
            include_str!(concat!("../words/", $language, "/community.ftl")),
            include_str!(concat!("../words/", $language, "/people.ftl")),
            include_str!(concat!("../words/", $language, "/me.ftl")),
            include_str!(concat!("../words/", $language, "/keitai.ftl")),
            include_str!(concat!("../words/", $language, "/touch.ftl")),
            include_str!(concat!("../words/", $language, "/operator.ftl")),
            include_str!(concat!("../words/", $language, "/desk_joining.ftl")),
            include_str!(concat!("../words/", $language, "/devices.ftl")),
            include_str!(concat!("../words/", $language, "/sms_desk.ftl")),
            include_str!(concat!("../words/", $language, "/security_log.ftl")),
            include_str!(concat!("../words/", $language, "/joining.ftl")),
            include_str!(concat!("../words/", $language, "/number.ftl")),
            include_str!(concat!("../words/", $language, "/security.ftl")),
            include_str!(concat!("../words/", $language, "/recovery.ftl")),
            include_str!(concat!("../words/", $language, "/trusted.ftl")),
            include_str!(concat!("../words/", $language, "/account.ftl")),
            include_str!(concat!("../words/", $language, "/letters.ftl")),
        ]
    };
}

const CATALOGUE_JA: &[&str] = &catalogue!("ja");
const CATALOGUE_EN: &[&str] = &catalogue!("en");

/// One language's wording.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// Something to put into a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words: a name, a title.
    Text(String),
    /// A count, which may choose a plural.
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Number(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Value {
        Value::Number(number as i64)
    }
}

/// A phrase not yet said: which one, and what to put into it. Errors travel as these, so that the place
/// that finds a fault need not know the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    key: &'static str,
    values: Vec<(&'static str, Value)>,
}

impl Phrase {
    /// The phrase of this key.
    pub fn new(key: &'static str) -> Phrase {
        Phrase { key, values: Vec::new() }
    }

    /// With a value put in.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Phrase {
        self.values.push((name, value.into()));
        self
    }
}

impl Words {
    fn read(language: Language, catalogue: &[&str]) -> Words {
        let tag = language.code().parse().expect("ja and en are language tags");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Direction marks around values are signs that old handsets draw as boxes.
        bundle.set_use_isolating(false);
        for source in catalogue {
            let resource = FluentResource::try_new((*source).to_owned()).expect("the catalogue parses");
            bundle.add_resource(resource).expect("a key stands once in the catalogue");
        }
        Words { language, bundle }
    }

    /// The language spoken.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the catalogue has this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// A phrase whose key is made of a stored word; the word itself where the catalogue has none.
    pub fn say_of(&self, kind: &str, word: &str) -> String {
        let key = format!("{kind}-{word}");
        let message = self.bundle.get_message(&key).and_then(|message| message.value());
        message.map_or(word.to_owned(), |pattern| {
            self.bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned()
        })
    }

    /// A phrase without values.
    pub fn say(&self, key: &'static str) -> Cow<'_, str> {
        self.speak(key, None)
    }

    /// A phrase with one value put in.
    pub fn say_with(&self, key: &'static str, name: &'static str, value: impl Into<Value>) -> String {
        self.tell(&Phrase::new(key).with(name, value))
    }

    /// A phrase carried as data.
    pub fn tell(&self, phrase: &Phrase) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in &phrase.values {
            values.set(
                *name,
                match value {
                    Value::Text(text) => FluentValue::from(text.as_str()),
                    Value::Number(number) => FluentValue::from(*number),
                },
            );
        }
        self.speak(phrase.key, Some(&values)).into_owned()
    }

    fn speak(&self, key: &'static str, values: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        let message = self.bundle.get_message(key);
        match message.and_then(|message| message.value()) {
            None => Cow::Borrowed(key),
            Some(pattern) => {
                let said = self.bundle.format_pattern(pattern, values, &mut Vec::new());
                Cow::Owned(said.into_owned())
            }
        }
    }
}
