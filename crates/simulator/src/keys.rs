//! Which key opens what.

use crate::tags::Tag;

/// A key of the phone that the page binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// `0`–`9`, `*` or `#`.
    pub sign: char,
    /// What the link says.
    pub words: String,
    /// Where it leads, as the caller's links lead; `None` off the site or to a button.
    pub leads: Option<String>,
}

/// Gathers keys while a page is written: the words of a link come after its tag.
#[derive(Default)]
pub(crate) struct Keys {
    found: Vec<Key>,
    is_open: bool,
}

impl Keys {
    pub(crate) fn open(&mut self, tag: &Tag, leads: Option<String>) {
        let bound = tag.get("accesskey").or(tag.get("directkey")).and_then(|key| key.chars().next());
        self.is_open = bound.is_some() && tag.name == "a";
        if let Some(sign) = bound {
            let words = tag.get("value").unwrap_or_default().to_owned();
            self.found.push(Key { sign, words, leads });
        }
    }

    pub(crate) fn say(&mut self, words: &str) {
        if let Some(key) = self.found.last_mut().filter(|_| self.is_open) {
            key.words.push_str(words);
        }
    }

    pub(crate) fn close(&mut self) {
        self.is_open = false;
    }

    pub(crate) fn into_found(self) -> Vec<Key> {
        let tidy =
            |key: Key| Key { words: key.words.split_whitespace().collect::<Vec<_>>().join(" "), ..key };
        self.found.into_iter().map(tidy).collect()
    }
}
