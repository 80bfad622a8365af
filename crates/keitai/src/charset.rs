//! Which bytes a phone takes: its charset and its carrier's pictograms, as an encoder of the text layer.

use enishi_device::{Charset, CssSupport, DeviceProfile, EmojiSet, Markup};

use crate::text::{Encoder, Encoding};

/// How pages are written for this phone, and how its forms are read: both ways the same encoding.
pub fn encoder_for(profile: &DeviceProfile) -> Encoder {
    let encoder = Encoder::new(encoding_of(profile));
    if lacks_row_13(profile) { encoder.writing_out_row_13() } else { encoder }
}

fn encoding_of(profile: &DeviceProfile) -> Encoding {
    match (profile.charset, profile.emoji) {
        (Charset::Utf8, EmojiSet::Unicode) => Encoding::Utf8,
        (Charset::Utf8, EmojiSet::None) => Encoding::Utf8Plain,
        (Charset::Utf8, EmojiSet::DocomoBasic | EmojiSet::Docomo) => Encoding::DocomoPua,
        (Charset::Utf8, EmojiSet::Au) => Encoding::AuPua,
        (Charset::Utf8, EmojiSet::Softbank) => Encoding::SoftbankPua,
        (Charset::ShiftJis, EmojiSet::Unicode | EmojiSet::None) => Encoding::Cp932,
        (Charset::ShiftJis, EmojiSet::DocomoBasic) => Encoding::DocomoBasicSjis,
        (Charset::ShiftJis, EmojiSet::Docomo) => Encoding::DocomoSjis,
        (Charset::ShiftJis, EmojiSet::Au) => Encoding::AuSjis,
        // The handsets of this carrier that read Shift_JIS came before its Shift_JIS codes for pictograms.
        (Charset::ShiftJis, EmojiSet::Softbank) => Encoding::SoftbankWebcode,
    }
}

/// i-mode browser 1.0, told from 2.0 by its style sheets: ① and its neighbours are not in every model.
fn lacks_row_13(profile: &DeviceProfile) -> bool {
    profile.markup == Markup::IXhtml && profile.css != CssSupport::Embedded
}
