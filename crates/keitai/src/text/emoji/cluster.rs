//! Where an emoji begins and ends in Unicode text, and which sign it means.
//!
//! Skin tones and presentation selectors are ignored; of a joined sequence the first part that the carriers
//! know stands for the whole, or else its name. A keycap is not met here: its digit is an ordinary character that has been
//! written by the time the enclosing mark is seen.

use super::{Sign, by_text, later};

/// One emoji at the start of a text.
pub(in crate::text) struct Cluster {
    pub(in crate::text) meaning: Meaning,
    /// Bytes of UTF-8 that belong to it.
    pub(in crate::text) len: usize,
}

/// What an emoji means to the carriers.
pub(in crate::text) enum Meaning {
    /// A row of the table.
    Sign(&'static Sign),
    /// A flag that no carrier drew, as the two letters of its region.
    Flag([char; 2]),
    /// An emoji of later years, by its Japanese name.
    Named(&'static str),
    /// One that has no name here yet.
    Unknown,
}

impl Meaning {
    /// Whether a carrier has something to draw for it.
    fn is_drawn(&self) -> bool {
        matches!(self, Self::Sign(_) | Self::Flag(_))
    }

    /// The name of the whole where there is nothing to draw for any part.
    fn or_named(self, whole: &str) -> Self {
        if self.is_drawn() { self } else { later::name(whole).map_or(self, Self::Named) }
    }
}

const JOINER: char = '\u{200D}';

impl Cluster {
    /// Reads the emoji at the start of `text`, if there is one.
    pub(in crate::text) fn read(text: &str) -> Option<Self> {
        let (mut meaning, mut len) = part(text)?;
        loop {
            len += modifiers(&text[len..]);
            let Some(joined) = text[len..].strip_prefix(JOINER) else { break };
            len += JOINER.len_utf8();
            let Some((next, next_len)) = joined_part(joined) else { break };
            len += next_len;
            if !meaning.is_drawn() && (next.is_drawn() || matches!(meaning, Meaning::Unknown)) {
                meaning = next;
            }
        }
        Some(Self { meaning: meaning.or_named(&text[..len]), len })
    }
}

/// Whether `c` only dresses the emoji before it: selectors, skin tones, tags.
pub(in crate::text) fn is_modifier(c: char) -> bool {
    matches!(c, '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

fn part(text: &str) -> Option<(Meaning, usize)> {
    let first = text.chars().next()?;
    if let (Some(a), Some(b)) = (region_letter(first), text.chars().nth(1).and_then(region_letter)) {
        let len = 2 * first.len_utf8();
        return Some((by_text(&text[..len]).map_or(Meaning::Flag([a, b]), Meaning::Sign), len));
    }
    let len = first.len_utf8();
    let sign = by_text(&text[..len]).map(Meaning::Sign);
    let named = || later::name(&text[..len]).map(Meaning::Named);
    Some((sign.or_else(named).or_else(|| is_later_emoji(first).then_some(Meaning::Unknown))?, len))
}

/// After a joiner plain symbols take part too (♂, ⚕), but never letters: they would be lost.
fn joined_part(text: &str) -> Option<(Meaning, usize)> {
    let symbol = text.chars().next().filter(|c| matches!(c, '\u{2190}'..='\u{2BFF}'));
    part(text).or(symbol.map(|c| (Meaning::Unknown, c.len_utf8())))
}

fn modifiers(text: &str) -> usize {
    text.chars().take_while(|&c| is_modifier(c)).map(char::len_utf8).sum()
}

fn region_letter(c: char) -> Option<char> {
    let offset = u32::from(c).checked_sub(0x1F1E6).filter(|&offset| offset < 26)?;
    char::from_u32(u32::from('A') + offset)
}

/// Enclosed letters and digits (U+1F100 on) are left out: they fold to what they enclose.
fn is_later_emoji(c: char) -> bool {
    let pictograph = matches!(c, '\u{1F000}'..='\u{1F0FF}' | '\u{1F200}'..='\u{1FAFF}');
    pictograph && !is_modifier(c)
}
