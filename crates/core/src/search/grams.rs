//! Text in pairs of signs: how it lies in the index, and how what was typed is looked for there.
//!
//! Japanese has no spaces between words, so every two neighbouring signs are a pair of their own, and a single sign is
//! kept too. Text is folded first ([`crate::member::fold`]): width, case and kana do not matter.

use std::collections::BTreeSet;

use crate::member::fold;

/// Two signs as one figure; a single sign has nothing as its second.
pub(crate) type Gram = i64;

/// A sign has 21 bits at most.
const SIGN_BITS: u32 = 21;

fn gram(first: char, second: Option<char>) -> Gram {
    i64::from(u32::from(first)) << SIGN_BITS | second.map_or(0, |sign| i64::from(u32::from(sign)))
}

/// All pairs and single signs of folded text. No pair reaches over a space or the end of a line.
pub(crate) fn of_text(folded: &str) -> BTreeSet<Gram> {
    let mut grams = BTreeSet::new();
    for word in folded.split_whitespace() {
        let mut signs = word.chars().peekable();
        while let Some(sign) = signs.next() {
            grams.insert(gram(sign, None));
            grams.extend(signs.peek().map(|next| gram(sign, Some(*next))));
        }
    }
    grams
}

/// Words to look for: all of them, each found somewhere in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words(Vec<String>);

/// More words than anybody types into one line.
pub(super) const MOST_WORDS: usize = 8;

impl Words {
    /// Reads what was typed; `None` if there is nothing in it.
    pub(super) fn read(typed: &str) -> Option<Words> {
        let folded = fold(&crate::text::one_line(typed));
        let words: Vec<String> = folded.split_whitespace().take(MOST_WORDS).map(str::to_owned).collect();
        (!words.is_empty()).then_some(Words(words))
    }

    /// The words, folded.
    pub(super) fn each(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// The pairs that every text with these words has; of a word of one sign, that sign.
    pub(super) fn grams(&self) -> Vec<Gram> {
        let mut grams: Vec<Gram> = self.each().flat_map(of_word).collect();
        grams.sort_unstable();
        grams.dedup();
        grams
    }
}

fn of_word(word: &str) -> Vec<Gram> {
    let signs: Vec<char> = word.chars().collect();
    match signs.as_slice() {
        [single] => vec![gram(*single, None)],
        many => many.windows(2).filter_map(|two| Some(gram(*two.first()?, two.get(1).copied()))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_is_among_the_pairs_of_the_text() {
        let text = of_text(&fold("ｶﾞﾗｽの猫 と\nＣＡＴ"));
        for typed in ["ガラス", "がらすの", "猫", "cat 猫", "と"] {
            let words = Words::read(typed).map(|words| words.grams()).unwrap_or_default();
            assert!(!words.is_empty() && words.iter().all(|gram| text.contains(gram)), "{typed}");
        }
        let over_a_space = Words::read("猫と").map(|words| words.grams()).unwrap_or_default();
        assert!(!over_a_space.iter().all(|gram| text.contains(gram)));
    }

    #[test]
    fn nothing_typed_is_nothing_to_look_for() {
        for nothing in ["", " \u{3000}\n", "\u{200B}"] {
            assert_eq!(Words::read(nothing), None);
        }
    }
}
