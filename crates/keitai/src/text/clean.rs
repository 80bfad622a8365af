//! Text as the program keeps it: no control characters, composed, line ends as LF where asked.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// `text` with CRLF and lone CR as LF. Text areas send CRLF; stored text has LF.
pub fn normalise_newlines(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// What every decoding ends with.
pub(super) fn finish(text: String) -> String {
    compose(if text.contains(is_refused) { text.replace(is_refused, "") } else { text })
}

/// Control characters other than tab and line ends, and the two scalars that XML forbids.
pub(super) fn is_refused(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\r' | '\n')) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// NFC (か and U+3099 become が), but for the characters whose composed form is another one in Japan.
fn compose(text: String) -> String {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for part in text.split_inclusive(keeps_its_form) {
        let kept = part.chars().next_back().filter(|&c| keeps_its_form(c));
        let end = part.len() - kept.map_or(0, char::len_utf8);
        out.extend(part[..end].nfc());
        out.extend(kept);
    }
    out
}

/// Compatibility ideographs are letters of people's names (神 in its older form), and CP932 has the ångström
/// sign but no Å; NFC would replace both for good.
fn keeps_its_form(c: char) -> bool {
    matches!(c, '\u{212B}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
}
