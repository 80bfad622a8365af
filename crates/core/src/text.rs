//! What people type, made fit to keep: no signs that act on a page, counted as people count.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// One line: trimmed, breaks and runs of space become one space, invisible signs go.
pub fn one_line(typed: &str) -> String {
    let flat: String = clean(typed).chars().map(|sign| if sign == '\n' { ' ' } else { sign }).collect();
    flat.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Many lines: CRLF becomes LF, space at the ends goes, invisible signs go; what is between stays as typed.
pub fn many_lines(typed: &str) -> String {
    clean(typed).trim_matches(|sign: char| sign.is_whitespace()).to_owned()
}

/// How many characters a person would count: a flag or a family is one.
pub fn count(text: &str) -> usize {
    text.graphemes(true).count()
}

fn clean(typed: &str) -> String {
    typed.replace("\r\n", "\n").replace('\r', "\n").nfc().filter(|sign| !is_unseen(*sign)).collect()
}

/// Control signs, and those that turn the direction of a line or stand for nothing: they forge names and
/// break pages. The joiner and the variation selectors stay, since emoji are built with them.
fn is_unseen(sign: char) -> bool {
    match sign {
        '\n' | '\t' => false,
        '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FFFC}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => true,
        '\u{FDD0}'..='\u{FDEF}' | '\u{E000}'..='\u{F8FF}' => true,
        _ => sign.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(one_line("  さとう\r\n\t花子 "), "さとう 花子");
        assert_eq!(one_line("\u{3000}全角\u{3000}空白\u{3000}"), "全角 空白");
        assert_eq!(one_line("管\u{202E}理\u{200B}人\0"), "管理人");
    }

    #[test]
    fn breaks_inside_stay_and_families_count_once() {
        assert_eq!(many_lines("\r\n一\r\n\r\n二\r"), "一\n\n二");
        assert_eq!(count("👨‍👩‍👧か\u{3099}"), 2);
    }
}
