//! Editing on a phone that cannot show all of a text, without losing what it cannot show.
//!
//! The edit form shows each such character as a numbered placeholder, `[#1]`. On save the text as stored
//! before and the text as edited are laid side by side: what stands unchanged at either end comes back by
//! position, and a placeholder in between by its number. Nothing has to travel in the form, and the stored
//! text alone decides what a placeholder means.

use std::collections::{HashMap, HashSet};

use unicode_segmentation::UnicodeSegmentation;

use super::clean::normalise_newlines;
use super::decoder::{decode, fits};
use super::encoder::Encoder;
use super::fold;

/// A placeholder is its number between these. Every phone can type and show them.
const OPEN: &str = "[#";
const CLOSE: char = ']';

/// A text as a phone shows it for editing, piece by piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholders {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    original: String,
    shown: String,
    is_placeholder: bool,
}

/// The text to put into an edit form for a reader of `to`, and what restores it.
///
/// Each character that would come back changed is shown as a placeholder, numbered in order; numbers whose
/// placeholder `text` already spells out are passed over. Characters that come back as a twin of the same look
/// (wave dash) and invisible ones are shown as they are: [`Placeholders::restore`] mends them by position.
pub fn mask_unmappable(text: &str, to: impl Into<Encoder>) -> (String, Placeholders) {
    let placeholders = Placeholders::new(text, to.into());
    (placeholders.shown(), placeholders)
}

/// The text to store after `original` was edited through [`mask_unmappable`] for the same reader.
///
/// `original` must be the text that the form was made from: check its version first. `edited` is taken with
/// LF line ends.
pub fn restore(edited: &str, original: &str, to: impl Into<Encoder>) -> String {
    Placeholders::new(original, to.into()).restore(edited)
}

impl Placeholders {
    fn new(text: &str, to: Encoder) -> Self {
        let text = normalise_newlines(text);
        if fits(&text, to) {
            return Self { pieces: text.graphemes(true).map(Piece::same).collect() };
        }
        let spelt_out = numbers_in(&text);
        let mut numbers = (1..).filter(|number| !spelt_out.contains(number));
        let mut pieces: Vec<Piece> = text.graphemes(true).map(|grapheme| Piece::new(grapheme, to)).collect();
        for (piece, number) in pieces.iter_mut().filter(|piece| piece.is_placeholder).zip(&mut numbers) {
            piece.shown = format!("{OPEN}{number}{CLOSE}");
        }
        Self { pieces }
    }

    /// How many placeholders are shown.
    pub fn count(&self) -> usize {
        self.pieces.iter().filter(|piece| piece.is_placeholder).count()
    }

    /// The text as the form shows it.
    pub fn shown(&self) -> String {
        self.pieces.iter().map(|piece| piece.shown.as_str()).collect()
    }

    /// The edited text with every placeholder that is still there turned back. One that was copied turns back
    /// once; one that was deleted is gone; one that was only typed and never shown stays as typed.
    pub fn restore(&self, edited: &str) -> String {
        let edited = normalise_newlines(edited);
        let (head, rest) = self.unchanged_head(&edited);
        let (tail, middle) = Self::unchanged_tail(&self.pieces[head..], rest);
        let (between, tail) = self.pieces[head..].split_at(tail);
        let mut restored = originals(&self.pieces[..head]);
        restored.push_str(&by_number(middle, between));
        restored.push_str(&originals(tail));
        restored
    }

    /// How many pieces the edited text begins with, and what follows them.
    fn unchanged_head<'e>(&self, edited: &'e str) -> (usize, &'e str) {
        let mut rest = edited;
        for (at, piece) in self.pieces.iter().enumerate() {
            let Some(after) = rest.strip_prefix(piece.shown.as_str()) else { return (at, rest) };
            rest = after;
        }
        (self.pieces.len(), rest)
    }

    /// Where the pieces begin that the edited text ends with, and what stands before them.
    fn unchanged_tail<'e>(pieces: &[Piece], edited: &'e str) -> (usize, &'e str) {
        let mut rest = edited;
        for (at, piece) in pieces.iter().enumerate().rev() {
            let Some(before) = rest.strip_suffix(piece.shown.as_str()) else { return (at + 1, rest) };
            rest = before;
        }
        (0, rest)
    }
}

impl Piece {
    fn same(grapheme: &str) -> Self {
        Self { original: grapheme.to_owned(), shown: grapheme.to_owned(), is_placeholder: false }
    }

    fn new(grapheme: &str, to: Encoder) -> Self {
        let shown = decode(&to.encode(grapheme), to.encoding());
        let is_placeholder = shown != grapheme && look(&shown) != look(grapheme);
        Self { original: grapheme.to_owned(), shown, is_placeholder }
    }
}

/// What is left of a text when twins and invisible characters are set aside. Skin tones are visible.
fn look(text: &str) -> String {
    let seen = text.chars().filter(|&c| {
        !fold::is_invisible(c) || matches!(c, '\u{1F3FB}'..='\u{1F3FF}' | '\u{20E3}' | '\n' | '\t')
    });
    seen.map(|c| fold::twin(c).unwrap_or(c)).collect()
}

fn originals(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.original.as_str()).collect()
}

/// `middle` with the first occurrence of each placeholder of `between` turned back.
fn by_number(middle: &str, between: &[Piece]) -> String {
    let placeholders = between.iter().filter(|piece| piece.is_placeholder);
    let mut waiting: HashMap<&str, &str> =
        placeholders.map(|piece| (piece.shown.as_str(), piece.original.as_str())).collect();
    let mut out = String::with_capacity(middle.len());
    let mut parts = middle.split(OPEN);
    out.extend(parts.next());
    for part in parts {
        match part.split_once(CLOSE).and_then(|(number, after)| {
            Some((waiting.remove(format!("{OPEN}{number}{CLOSE}").as_str())?, after))
        }) {
            Some((original, after)) => out.extend([original, after]),
            None => out.extend([OPEN, part]),
        }
    }
    out
}

/// The numbers of all placeholders that a text spells out by itself.
fn numbers_in(text: &str) -> HashSet<usize> {
    let after_marks = text.split(OPEN).skip(1);
    after_marks.filter_map(|part| part.split_once(CLOSE)?.0.parse().ok()).collect()
}
