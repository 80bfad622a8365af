//! Half-width kana as full-width, for ISO-2022-JP, which has none.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// `text` with every run of half-width kana widened, voicing marks joined to their kana.
pub(super) fn widen(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(is_half_width) else { return Cow::Borrowed(text) };
    let mut out = text[..first].to_owned();
    let mut rest = &text[first..];
    while let Some(start) = rest.find(is_half_width) {
        let run = &rest[start..];
        let end = run.find(|c| !is_half_width(c)).unwrap_or(run.len());
        out.push_str(&rest[..start]);
        out.extend(run[..end].nfkc().map(standing_alone));
        rest = &run[end..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn is_half_width(c: char) -> bool {
    matches!(c, '\u{FF61}'..='\u{FF9F}')
}

/// A voicing mark without a kana to join would combine with whatever stands before it.
fn standing_alone(c: char) -> char {
    match c {
        '\u{3099}' => '\u{309B}',
        '\u{309A}' => '\u{309C}',
        _ => c,
    }
}
