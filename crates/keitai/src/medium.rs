//! One phone as the rest of this crate sees it: its dialect, its look, its bytes.

use enishi_device::{DeviceProfile, EmojiSet, KeyStyle};
use unicode_segmentation::UnicodeSegmentation;

use crate::charset::encoder_for;
use crate::markup::{Dialect, Look};
use crate::text::{Encoder, fits, mask_unmappable};

/// How one phone is written to.
pub(crate) struct Medium<'a> {
    /// What it can take.
    pub profile: &'a DeviceProfile,
    /// Its markup.
    pub dialect: Dialect,
    /// Its colours and where they are written.
    pub look: Look,
    /// Its charset and pictograms.
    pub encoder: Encoder,
}

impl<'a> Medium<'a> {
    /// Of a phone.
    pub(crate) fn of(profile: &'a DeviceProfile) -> Medium<'a> {
        let dialect = Dialect::of(profile.markup);
        let look = Look::of(profile, &dialect);
        Medium { profile, dialect, look, encoder: encoder_for(profile) }
    }

    /// What finished markup or text weighs on the wire, in bytes.
    pub(crate) fn weigh(&self, written: &str) -> usize {
        self.encoder.encoded_len(written)
    }

    /// The pictogram with a space after it, where this phone draws it itself.
    pub(crate) fn sign(&self, sign: &str) -> Option<String> {
        let draws = self.profile.emoji != EmojiSet::None && !self.profile.is_narrow();
        (draws && fits(sign, self.encoder)).then(|| format!("{sign} "))
    }

    /// A key as it is printed: the carrier's own digit sign where there is one.
    pub(crate) fn printed_key(&self, key: char) -> String {
        let keycap = format!("{key}\u{20E3}");
        match self.profile.emoji {
            EmojiSet::Unicode | EmojiSet::None => key.to_string(),
            _ if fits(&keycap, self.encoder) => keycap,
            _ => key.to_string(),
        }
    }

    /// Whether keys reach links at all; if not, none is printed.
    pub(crate) fn has_keys(&self) -> bool {
        self.profile.keys != KeyStyle::None
    }

    /// What stands in a field as this phone can show it and send it back: characters it lacks become
    /// placeholders, which [`crate::text::restore`] turns back (rule b-12).
    pub(crate) fn in_field(&self, value: &str) -> String {
        mask_unmappable(value, self.encoder).0
    }

    /// The text, or its beginning with an ellipsis, in at most `most_bytes` (and never less than nothing).
    pub(crate) fn shorten(&self, text: &str, most_bytes: usize) -> String {
        if self.weigh(text) <= most_bytes {
            return text.to_owned();
        }
        let room = most_bytes.saturating_sub(self.weigh("…"));
        format!("{}…", &text[..self.longest_head(text, room)])
    }

    /// Where the longest beginning of whole characters ends that fits into `room` bytes.
    pub(crate) fn longest_head(&self, text: &str, room: usize) -> usize {
        let mut used = 0;
        for (at, grapheme) in text.grapheme_indices(true) {
            used += self.weigh(grapheme);
            if used > room {
                return at;
            }
        }
        text.len()
    }
}
