//! What stands on one line.

/// How words are coloured, where a screen has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Times, counts, hints.
    Soft,
    /// The red thread: what waits, what is wrong.
    Red,
    /// Done, accepted.
    Done,
}

/// A run of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words.
    Words(String),
    /// Coloured words.
    Toned(Tone, String),
    /// A link.
    Link {
        /// The address.
        to: String,
        /// What it says.
        words: String,
    },
}

impl Piece {
    /// The words, to be shortened where a screen leaves no room.
    pub(crate) fn words_mut(&mut self) -> &mut String {
        match self {
            Piece::Words(words) | Piece::Toned(_, words) | Piece::Link { words, .. } => words,
        }
    }
}

/// A line, left to right.
pub(crate) type Line = Vec<Piece>;
