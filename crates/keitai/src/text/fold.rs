//! Characters that Japanese phones lack, as the nearest ones they have.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The mark for a character that has no counterpart at all.
pub(super) const GETA: &str = "〓";

/// What to write for a character outside CP932, or `None` where nothing is near.
///
/// The answer is empty for invisible characters. It never holds ASCII that markup or scripts give a meaning
/// to: a character that was harmless when the page was escaped must not become a quote afterwards.
pub(super) fn fold(c: char) -> Option<String> {
    if is_invisible(c) {
        return Some(String::new());
    }
    if let Some(twin) = twin(c) {
        return Some(twin.to_string());
    }
    letters(c).map(str::to_owned).or_else(|| decomposed(c))
}

/// The code that CP932 gives to a character with the same look: the wave-dash family.
///
/// Two Unicode tables for JIS X 0208 were in use (JIS's and Microsoft's); phones and PCs differ by it.
pub(super) fn twin(c: char) -> Option<char> {
    Some(match c {
        '\u{301C}' | '\u{223C}' => '\u{FF5E}',
        '\u{2212}' => '\u{FF0D}',
        '\u{2016}' => '\u{2225}',
        '\u{2014}' => '\u{2015}',
        '\u{00A2}' => '\u{FFE0}',
        '\u{00A3}' => '\u{FFE1}',
        '\u{00AC}' => '\u{FFE2}',
        '\u{00A5}' => '\u{FFE5}',
        '\u{00A6}' => '\u{FFE4}',
        '\u{203E}' | '\u{00AF}' => '\u{FFE3}',
        '\u{00C5}' => '\u{212B}',
        '\u{00B5}' => '\u{03BC}',
        '\u{2010}'..='\u{2013}' => '\u{2010}',
        '\u{2022}' | '\u{00B7}' | '\u{22C5}' => '\u{30FB}',
        '\u{2044}' => '\u{FF0F}',
        '\u{22EF}' => '\u{2026}',
        '\u{3099}' => '\u{309B}',
        '\u{309A}' => '\u{309C}',
        _ => return None,
    })
}

/// Whether `c` draws nothing: selectors, joiners, directions, tags, and control characters.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{20E3}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E0FFF}')
        || c.is_control()
}

/// Latin letters that Unicode does not decompose, and the two kanji of common names.
fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'ẞ' => "SS",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        'þ' => "th",
        'Þ' => "Th",
        'ı' => "i",
        'ħ' => "h",
        '€' => "EUR",
        '₩' => "W",
        '©' => "(C)",
        '®' => "(R)",
        '«' => "≪",
        '»' => "≫",
        '髙' => "高",
        '﨑' => "崎",
        _ => return None,
    })
}

/// The letters beneath accents, ligatures, circles and widths.
fn decomposed(c: char) -> Option<String> {
    if is_combining_mark(c) {
        return Some(String::new());
    }
    let parts: String = std::iter::once(c).nfkd().map(|part| twin(part).unwrap_or(part)).collect();
    let letters: String = parts.chars().filter(|&part| !is_combining_mark(part)).collect();
    // A lone `?` is what broken encoders leave of a letter; ours is never one.
    let letters = letters.replace('?', "？");
    let changed = !letters.is_empty() && !letters.contains(c);
    (changed && !letters.contains(['<', '>', '&', '"', '\'', '\\', '`'])).then_some(letters)
}
