//! Text as the program keeps it: no control characters, composed, line ends as LF where asked.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, is_nfc_quick};

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

/// The domain's own composing, spared where there is nothing to compose.
fn compose(text: String) -> String {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes { text } else { enishi_core::text::compose(&text) }
}
