//! What is looked for of what was typed: a line has an end.

use super::Where;
use super::grams::MOST_WORDS;

/// Longer than any nickname, and enough words for a diary.
const MOST_CHARACTERS: usize = 40;

/// What is looked for, and what is left out. A nickname is not taken apart into words.
pub(super) fn cut(place: Where, typed: &str) -> (String, String) {
    let looked: String = typed.chars().take(MOST_CHARACTERS).collect();
    let beyond: String = typed.chars().skip(MOST_CHARACTERS).collect();
    let words: Vec<&str> = looked.split_whitespace().collect();
    let (some, others) = words.split_at(words.len().min(MOST_WORDS));
    if place == Where::Names || others.is_empty() {
        return (looked, beyond.trim().to_owned());
    }
    (some.join(" "), format!("{}{beyond}", others.join(" ")).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_room_is_named() {
        let both = |looked: &str, left: &str| (looked.to_owned(), left.to_owned());
        assert_eq!(cut(Where::Diaries, "海 山\u{3000}"), both("海 山\u{3000}", ""));
        let many = "一 二\u{3000}三 四 五 六 七 八 九 十";
        assert_eq!(cut(Where::Diaries, many), both("一 二 三 四 五 六 七 八", "九 十"));
        assert_eq!(cut(Where::Names, many), both(many, ""));
        let long = format!("{}いろは ", "あ".repeat(MOST_CHARACTERS));
        assert_eq!(cut(Where::Fields, &long), both(&"あ".repeat(MOST_CHARACTERS), "いろは"));
    }
}
