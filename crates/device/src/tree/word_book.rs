//! Every word that any profile or the list of crawlers looks for, in one automaton: a User-Agent is read once,
//! however many profiles ask about it.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::{Deserialize, Deserializer};

/// A word to look for, in any letter case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// In lower case.
    pub text: String,
    /// Its number in the [`WordBook`]; given when the files are linked.
    number: usize,
}

impl Word {
    pub fn new(text: &str) -> Word {
        Word { text: text.to_ascii_lowercase(), number: usize::MAX }
    }
}

impl<'d> Deserialize<'d> for Word {
    fn deserialize<D: Deserializer<'d>>(input: D) -> Result<Word, D::Error> {
        String::deserialize(input).map(|text| Word::new(&text))
    }
}

/// The words as an automaton. The empty book finds nothing.
#[derive(Debug, Default)]
pub(crate) struct WordBook {
    automaton: Option<AhoCorasick>,
    count: usize,
}

/// Which words of a book stand in a text: a bit each.
#[derive(Debug, Default)]
pub(crate) struct Met(Vec<u64>);

impl WordBook {
    /// Numbers the words and compiles them. `None` if they are more or longer than an automaton can hold.
    pub fn compile<'w>(words: impl IntoIterator<Item = &'w mut Word>) -> Option<WordBook> {
        let (mut numbers, mut texts) = (HashMap::new(), Vec::new());
        for word in words {
            word.number = *numbers.entry(word.text.clone()).or_insert_with(|| {
                texts.push(word.text.clone());
                texts.len() - 1
            });
        }
        let mut builder = AhoCorasick::builder();
        builder.ascii_case_insensitive(true).match_kind(MatchKind::Standard);
        let automaton = builder.kind(Some(AhoCorasickKind::DFA)).build(&texts).ok()?;
        Some(WordBook { automaton: Some(automaton), count: texts.len() })
    }

    /// Reads a text once.
    pub fn read(&self, text: &str) -> Met {
        let mut met = Met(vec![0; self.count.div_ceil(64)]);
        for found in self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(text)) {
            let number = found.pattern().as_usize();
            met.0[number / 64] |= 1 << (number % 64);
        }
        met
    }
}

impl Met {
    /// Whether this word was met.
    pub fn has(&self, word: &Word) -> bool {
        self.0.get(word.number / 64).is_some_and(|bits| bits >> (word.number % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn words_are_met_in_any_case_also_one_inside_another() {
        let mut words = ["Mobile", "mobi", "bile;", "bot/", "mobile"].map(Word::new);
        let book = WordBook::compile(&mut words).unwrap();
        let met = book.read("xMOBILE; y");
        assert_eq!(words.each_ref().map(|word| met.has(word)), [true, true, true, false, true]);
        assert!(!book.read("").has(&words[0]));
        assert!(!WordBook::default().read("mobile").has(&words[0]));
    }
}
