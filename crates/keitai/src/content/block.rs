//! The blocks a page is made of.

use super::{Form, Line, Text, Tone};

/// How a row gets its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// The next free one of 1 to 8.
    Next,
    /// This one, as `0`, `9`, `*` and `#`.
    Fixed(char),
    /// This one, as long as there are keys enough for every other row of the part; else none.
    Spare(char),
}

/// A line that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The address.
    pub to: String,
    /// How it gets its key.
    pub key: Key,
    /// A pictogram before the words, left out where the phone does not draw it.
    pub sign: Option<&'static str>,
    /// What it says.
    pub words: String,
    /// In the thread's colour: it waits for the reader.
    pub is_red: bool,
    /// Lines below it.
    pub below: Vec<Line>,
}

/// A picture on its own line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    /// The address.
    pub address: String,
    /// What it shows.
    pub alt: String,
    /// Width and height in pixels as shown.
    pub size_px: (u32, u32),
    /// What it weighs at most, in bytes.
    pub weight_bytes: usize,
    /// What a link says where the picture itself is too heavy; without it the picture is left out.
    pub instead: Option<String>,
}

/// A block of a page. Only [`Block::Text`] and forms are ever divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// Begins a section; never stands last on a part.
    Heading(String),
    /// A few words, never divided.
    Line(Line),
    /// A line that leads somewhere.
    Row(Row),
    /// What somebody wrote; divided at the ends of sentences.
    Text(Text),
    /// A picture.
    Picture(Picture),
    /// A line between two things.
    Rule,
    /// A form.
    Form(Form),
}

impl Block {
    /// Words in one tone.
    pub(crate) fn toned(tone: Tone, words: impl Into<String>) -> Block {
        Block::Line(vec![super::Piece::Toned(tone, words.into())])
    }

    /// Sentences of ours.
    pub(crate) fn text(words: impl Into<String>) -> Block {
        Block::Text(Text::from(words.into()))
    }

    /// Plain words.
    pub(crate) fn words(words: impl Into<String>) -> Block {
        Block::Line(vec![super::Piece::Words(words.into())])
    }

    /// Whether it belongs to what follows it.
    pub(crate) fn leads(&self) -> bool {
        matches!(self, Block::Heading(_) | Block::Rule)
    }
}
