//! What somebody wrote, and the addresses in it that lead somewhere.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// An address in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Linked {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// Where it leads.
    pub to: String,
}

/// A text of many lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Text {
    /// The words.
    pub words: String,
    /// The addresses among them, in order.
    pub links: Vec<Linked>,
}

impl From<String> for Text {
    fn from(words: String) -> Text {
        Text { words, links: Vec::new() }
    }
}

impl Text {
    /// A part of it. An address that does not lie in it whole is words there.
    pub(crate) fn part(&self, range: Range<usize>) -> Text {
        let inside =
            self.links.iter().filter(|link| range.start <= link.at.start && link.at.end <= range.end);
        let moved = inside.map(|link| Linked {
            at: link.at.start - range.start..link.at.end - range.start,
            to: link.to.clone(),
        });
        Text { links: moved.collect(), words: self.words[range].to_owned() }
    }

    /// Whether a cut here would go through an address.
    pub(crate) fn cuts_link(&self, at: usize) -> bool {
        self.links.iter().any(|link| link.at.start < at && at < link.at.end)
    }

    /// Where it may be cut if it must be: after every character, and after an address.
    pub(crate) fn joints(&self) -> impl Iterator<Item = usize> {
        let ends = self.words.grapheme_indices(true).map(|(at, sign)| at + sign.len());
        ends.filter(|end| !self.cuts_link(*end))
    }
}
