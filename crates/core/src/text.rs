//! What people type, made fit to keep: no signs that act on a page, counted as people count.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// One line: trimmed, breaks and runs of space become one space, invisible signs go.
pub fn one_line(typed: &str) -> String {
    let flat: String = clean(typed).chars().map(|sign| if sign == '\n' { ' ' } else { sign }).collect();
    flat.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text that was kept, on one line.
pub fn flat(kept: &str) -> String {
    let mut line = String::with_capacity(kept.len());
    for word in kept.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The first `most` characters as people count them, if there are more.
pub fn beginning(text: &str, most: usize) -> Option<&str> {
    // Of signs that stand for themselves each is a character, and so is the last of them unless the next joins it.
    let end = match text.char_indices().nth(most) {
        None => return None,
        Some((end, next)) if text[..end].chars().all(stands_alone) && stands_alone(next) => Some(end),
        Some(_) => text.grapheme_indices(true).nth(most).map(|(end, _)| end),
    };
    end.map(|end| &text[..end])
}

/// Whether a sign never joins the one before or behind it: most of Japanese and English.
fn stands_alone(sign: char) -> bool {
    matches!(sign, ' '..='~' | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{309D}'..='\u{30FF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF9D}')
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
    let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
    without_tokens(&compose(&lines)).chars().filter(|sign| !is_unseen(*sign)).collect()
}

/// NFC (か and U+3099 become が), but for the characters whose composed form is another one in Japan.
pub fn compose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for part in text.split_inclusive(keeps_its_form) {
        let kept = part.chars().next_back().filter(|&sign| keeps_its_form(sign));
        let end = part.len() - kept.map_or(0, char::len_utf8);
        out.extend(part[..end].nfc());
        out.extend(kept);
    }
    out
}

/// Compatibility ideographs are letters of people's names (神 in its older form), and CP932 has the ångström
/// sign but no Å; NFC would replace both for good.
fn keeps_its_form(sign: char) -> bool {
    matches!(sign, '\u{212B}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
}

/// An address copied from a handset holds its owner's token (`/~TOKEN/diary/…`): the token goes, the address stays
/// (rule b-11).
pub fn without_tokens(text: &str) -> Cow<'_, str> {
    let Some(at) = text.find("/~") else { return Cow::Borrowed(text) };
    let (before, rest) = text.split_at(at);
    let name = &rest["/~".len()..];
    let end = name.find(|sign: char| !is_of_a_token(sign)).unwrap_or(name.len());
    let (token, after) = name.split_at(end);
    let kept = if end >= SHORTEST_TOKEN { before.to_owned() } else { format!("{before}/~{token}") };
    Cow::Owned(kept + &without_tokens(after))
}

/// Shorter names behind a tilde are somebody's page on another site.
const SHORTEST_TOKEN: usize = 26;

fn is_of_a_token(sign: char) -> bool {
    matches!(sign, 'a'..='z' | 'A'..='Z' | '2'..='7')
}

/// Whether there is anything to see: a name made of joiners and fillers is none.
pub fn is_visible(text: &str) -> bool {
    text.chars().any(|sign| {
        let joins = matches!(sign, '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}');
        !joins && !sign.is_whitespace() && !is_tag(sign) && !is_unseen(sign)
    })
}

/// Tags spell the flags of regions after a black flag, and nothing by themselves.
fn is_tag(sign: char) -> bool {
    matches!(sign, '\u{E0000}'..='\u{E007F}')
}

/// Control signs, and those that turn the direction of a line or stand for nothing: they forge names and
/// break pages. The joiner, the variation selectors and tags stay, since emoji are built with them.
fn is_unseen(sign: char) -> bool {
    match sign {
        '\n' | '\t' => false,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' => {
            true
        }
        '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}' | '\u{2060}'..='\u{2064}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => true,
        '\u{2800}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFFC}' => true,
        '\u{FDD0}'..='\u{FDEF}' | '\u{E000}'..='\u{F8FF}' => true,
        _ => sign.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn a_beginning_ends_where_a_character_ends(text in "[あ-ゖが-゜ー漢a-zｶ-ﾟ\u{3099}\u{FE0F}\u{200D}👨👧é\u{301}\r\n ]{0,24}", most in 0_usize..12) {
            let signs: Vec<&str> = text.graphemes(true).collect();
            let expected = signs.get(..most).filter(|_| signs.len() > most).map(|first| first.concat());
            prop_assert_eq!(beginning(&text, most).map(str::to_owned), expected);
        }
    }

    #[test]
    fn what_was_kept_lies_flat() {
        assert_eq!(flat("  一\n\n二 三\u{3000}"), "一 二 三");
    }

    #[test]
    fn letters_of_names_keep_their_form() {
        assert_eq!(one_line("\u{FA19}谷 か\u{3099}"), "\u{FA19}谷 が");
    }

    #[test]
    fn a_pasted_address_loses_the_token() {
        let token = "s4xk2m7qdlzpw3n5yvgc6tbrhjaef";
        let pasted = format!("見て http://sns.example.jp/~{token}/diary/3k9 とhttp://a.jp/~{token}");
        assert_eq!(many_lines(&pasted), "見て http://sns.example.jp/diary/3k9 とhttp://a.jp");
        for kept in ["http://univ.example/~tanaka/", "/~", "a/~b/~c"] {
            assert_eq!(one_line(kept), kept);
        }
    }

    #[test]
    fn a_name_of_nothing_is_not_seen() {
        for nothing in ["", " ", "\u{200D}", "\u{3164}", "\u{2800}", "\u{E0041}", "\u{FE0F}"] {
            assert!(!is_visible(&one_line(nothing)), "{nothing:?}");
        }
        for something in ["花", "☀\u{FE0F}", "👨‍👩‍👧", "-"] {
            assert!(is_visible(something), "{something:?}");
        }
    }
}
