//! UTF-8 for readers with Unicode emoji, and for those with none.

use super::emoji::{self, Cluster, Meaning, Shown, Sign, SignSet, is_modifier};
use super::fold::GETA;

/// Inner scalars of logos that Unicode lacks, and whoever else writes in plane 16.
fn is_private_plane(c: char) -> bool {
    c >= '\u{100000}'
}

/// UTF-8 to text. Logos come from a carrier's own codes only, so plane 16 is refused here.
pub(super) fn decode(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    if !has_plane_16(text.as_bytes()) {
        return text.into_owned();
    }
    text.chars().map(|c| if is_private_plane(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Text to UTF-8 with Unicode emoji; logos that Unicode lacks become their words.
pub(super) fn encode(text: &str) -> Vec<u8> {
    if !has_plane_16(text.as_bytes()) {
        return text.as_bytes().to_vec();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match emoji::by_text(c.encode_utf8(&mut [0; 4])).filter(|_| is_private_plane(c)) {
            Some(logo) => out.push_str(words(logo, SignSet::Unicode)),
            None if is_private_plane(c) => out.push(char::REPLACEMENT_CHARACTER),
            None => out.push(c),
        }
    }
    out.into_bytes()
}

/// Text to UTF-8 without emoji: words in their place, 〓 for those that have no name yet.
pub(super) fn encode_plain(text: &str) -> Vec<u8> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(may_be_emoji) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let len = match Cluster::read(rest) {
            Some(Cluster { meaning: Meaning::Named(_), len }) if is_plain_symbol(&rest[..len]) => {
                out.push_str(&rest[..len]);
                len
            }
            Some(Cluster { meaning, len }) => {
                push_meaning(&mut out, meaning);
                len
            }
            None => {
                out.push_str(rest[..first].trim_matches(dresses));
                first
            }
        };
        rest = &rest[len..];
    }
    out.push_str(rest);
    out.into_bytes()
}

fn push_meaning(out: &mut String, meaning: Meaning) {
    match meaning {
        Meaning::Sign(sign) => out.push_str(words(sign, SignSet::None)),
        Meaning::Flag([a, b]) => out.extend(['[', a, b, ']']),
        Meaning::Named(name) => out.extend(["[", name, "]"]),
        Meaning::Unknown => out.push_str(GETA),
    }
}

/// A symbol of the older blocks that nobody asked to be a picture: every reader of UTF-8 has it.
fn is_plain_symbol(text: &str) -> bool {
    let mut scalars = text.chars();
    scalars.next().is_some_and(|c| c < '\u{1F000}') && scalars.next().is_none()
}

fn words(sign: &Sign, set: SignSet) -> &str {
    match sign.shown(set) {
        Shown::Text(text) => text,
        Shown::Codes(_) => GETA,
    }
}

/// © ® ™ and the wide spaces are signs on phones but ordinary characters to every reader of UTF-8.
fn may_be_emoji(c: char) -> bool {
    let symbol = matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}');
    symbol || dresses(c) || c >= '\u{1F000}'
}

fn dresses(c: char) -> bool {
    c == '\u{20E3}' || is_modifier(c)
}

/// Plane 16 is the only one whose UTF-8 begins with F4.
fn has_plane_16(bytes: &[u8]) -> bool {
    bytes.contains(&0xF4)
}
