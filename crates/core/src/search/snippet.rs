//! A few words around what was found, as its author wrote them.

use unicode_segmentation::UnicodeSegmentation;

use crate::member::fold;

/// What stands before the word found.
const BEFORE: usize = 15;
/// The whole passage: two lines of a phone.
const PASSAGE: usize = 60;

/// The passage of `text` around the first place where `word` (folded) stands, on one line; its beginning if there is none.
pub(super) fn around(text: &str, word: &str) -> String {
    let flat = crate::text::flat(text);
    let signs: Vec<&str> = flat.graphemes(true).collect();
    let from = place(&signs, word).saturating_sub(BEFORE);
    let passage: String = signs.iter().skip(from).take(PASSAGE).copied().collect();
    let (begins, ends) = (from == 0, signs.len() <= from + PASSAGE);
    format!("{}{passage}{}", if begins { "" } else { "…" }, if ends { "" } else { "…" })
}

/// Folding may make two signs of one, so the text is folded sign by sign and their places are counted.
fn place(signs: &[&str], word: &str) -> usize {
    let (mut folded, mut begins) = (String::new(), Vec::with_capacity(signs.len()));
    for sign in signs {
        begins.push(folded.len());
        folded.push_str(&fold(sign));
    }
    let Some(at) = folded.find(word) else { return 0 };
    begins.partition_point(|begin| *begin <= at).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn a_passage_shows_the_word_as_it_was_written() {
        assert_eq!(around("ｶﾞﾗｽの猫\nを見た", "猫"), "ｶﾞﾗｽの猫 を見た");
        let long = format!("{}ネコ{}", "あ".repeat(40), "い".repeat(90));
        let passage = around(&long, "ねこ");
        assert!(
            passage.starts_with("…あ") && passage.contains("ネコ") && passage.ends_with("い…"),
            "{passage}"
        );
        assert_eq!(passage.chars().count(), 62);
        assert_eq!(around("短い", "無い"), "短い");
    }
}
