//! The small pieces that every User-Agent grammar is made of.

/// Model tokens of the wild reach 30 characters; more is noise.
const MAX_TOKEN_BYTES: usize = 48;

/// A model's token: letters, digits and a few signs, nothing that could hurt a page or a log.
pub(super) fn token(text: &str) -> Option<&str> {
    let text = text.trim();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b" -_+./".contains(&byte);
    (!text.is_empty() && text.len() <= MAX_TOKEN_BYTES && text.bytes().all(is_plain)).then_some(text)
}

/// What stands in the first bracket, to its end or the end of the text.
pub(super) fn bracket(text: &str) -> Option<&str> {
    let (_, inside) = text.split_once('(')?;
    Some(inside.split(')').next().unwrap_or(inside))
}

/// The text up to the first of some delimiters.
pub(super) fn up_to<'t>(text: &'t str, delimiters: &[char]) -> &'t str {
    text.split(delimiters).next().unwrap_or(text)
}

/// `c100` or `C128`: a cache in KB.
pub(super) fn cache_kb(word: &str) -> Option<u32> {
    let digits = word.trim().strip_prefix(['c', 'C'])?;
    number(digits).filter(|kb| (1..=99_999).contains(kb))
}

/// Digits and nothing else: no sign, no space, no overflow.
pub(super) fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}
