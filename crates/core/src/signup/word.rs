//! The site's own question, for the hours in which its texts are nearly spent.

use unicode_normalization::UnicodeNormalization;

/// Whether what was typed is one of the answers: width, case and spaces do not count, and nothing is no answer.
pub fn is_answer(typed: &str, answers: &[String]) -> bool {
    let typed = plain(typed);
    !typed.is_empty() && answers.iter().any(|answer| plain(answer) == typed)
}

fn plain(words: &str) -> String {
    words.chars().take(200).nfkc().filter(|sign| !sign.is_whitespace()).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_known_however_it_is_typed() {
        let answers = ["縁側 ABC".to_owned(), String::new()];
        assert!(is_answer("縁側ａｂｃ　", &answers) && is_answer("縁側 abc", &answers));
        assert!(!is_answer("縁側", &answers) && !is_answer("", &answers) && !is_answer("　", &answers));
    }
}
