//! The emoji of later years, which no carrier drew: their Japanese names stand in brackets.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::row::scalar;

static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(read);

/// The name of an emoji, whatever its skin tone and presentation; `data/README.md` tells whose names these are.
pub(super) fn name(text: &str) -> Option<&'static str> {
    let first = text.chars().next()?;
    // Most characters that are asked about are no emoji at all: those cost no look-up.
    if first < '\u{2300}' {
        return None;
    }
    NAMES.get(text).or_else(|| NAMES.get(&bare(text))).copied()
}

/// Tags stay: they tell the flag of Scotland from a black one.
fn bare(text: &str) -> String {
    let is_dress = |c: &char| matches!(c, '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}');
    text.chars().filter(|c| !is_dress(c)).collect()
}

fn read() -> HashMap<String, &'static str> {
    let rows = include_str!("../../../data/later-emoji.tsv").lines().skip(1);
    let cells = rows.map(|row| row.split_once('\t').expect("a row of the names has two cells"));
    cells.map(|(text, name)| (text.split(' ').map(scalar).collect(), name)).collect()
}
