//! Text to a reader's bytes.

use std::borrow::Cow;

use super::emoji::{Carrier, SignSet};
use super::encoding::Encoding;
use super::half_width::widen;
use super::mail::{self, Rows};
use super::private_use::{self, Area};
use super::row_13;
use super::sjis::{self, Extension};
use super::utf8;
use super::web_code;

/// An encoding and how to write in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Encoder {
    encoding: Encoding,
    writes_out_row_13: bool,
}

/// Encodes `text`. It never fails and never writes a broken character; what the reader lacks becomes its
/// stand-in, or 〓 (U+3013) where there is none.
///
/// Only ASCII in `text` becomes ASCII that markup gives a meaning to, so escape first and encode last.
pub fn encode(text: &str, to: Encoding) -> Vec<u8> {
    Encoder::new(to).encode(text)
}

/// The bytes that `text` takes in `to`: the unit of page budgets.
pub fn encoded_len(text: &str, to: Encoding) -> usize {
    Encoder::new(to).encoded_len(text)
}

impl Encoder {
    /// Writes in `encoding` as its usual readers can take it.
    pub const fn new(encoding: Encoding) -> Self {
        Self { encoding, writes_out_row_13: matches!(encoding, Encoding::DocomoBasicSjis) }
    }

    /// Also writes out NEC row 13 ((1) for ①, (株) for ㈱): for FOMA browser 1.0, which lacks it as mova does.
    pub const fn writing_out_row_13(self) -> Self {
        Self { writes_out_row_13: true, ..self }
    }

    /// The encoding written in.
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// See [`encode`].
    pub fn encode(&self, text: &str) -> Vec<u8> {
        let text = if self.writes_out_row_13 { row_13::write_out(text) } else { Cow::Borrowed(text) };
        self.encode_as_is(&text)
    }

    /// See [`encoded_len`].
    pub fn encoded_len(&self, text: &str) -> usize {
        self.encode(text).len()
    }

    fn encode_as_is(&self, text: &str) -> Vec<u8> {
        use Encoding as E;
        let sjis = |signs| sjis::encode(text, signs, extension(signs));
        match self.encoding {
            E::Utf8 => utf8::encode(text),
            E::Utf8Plain => utf8::encode_plain(text),
            E::Cp932 => sjis(SignSet::None),
            E::DocomoSjis | E::WillcomSjis | E::DocomoMail => sjis(SignSet::Docomo),
            E::DocomoBasicSjis => sjis(SignSet::DocomoBasic),
            E::AuSjis => sjis(SignSet::Au),
            E::SoftbankSjis | E::SoftbankMail => sjis(SignSet::Softbank),
            E::DocomoPua => private_use::from_sjis(&sjis(SignSet::Docomo), Area::Own(Carrier::Docomo)),
            E::AuPua => private_use::from_sjis(&sjis(SignSet::Au), Area::Own(Carrier::Au)),
            E::AuPuaGateway => private_use::from_sjis(&sjis(SignSet::Au), Area::AuGateway),
            E::SoftbankPua => private_use::from_sjis(&sjis(SignSet::Softbank), Area::Own(Carrier::Softbank)),
            E::SoftbankWebcode => web_code::from_sjis(&sjis(SignSet::Softbank)),
            E::Iso2022Jp => iso_2022_jp(text, SignSet::None, Extension::Ibm, Rows::Standard),
            E::WillcomMail => iso_2022_jp(text, SignSet::Docomo, Extension::Ibm, Rows::Standard),
            E::AuMail => iso_2022_jp(text, SignSet::Au, Extension::None, Rows::Au),
        }
    }
}

impl From<Encoding> for Encoder {
    fn from(encoding: Encoding) -> Self {
        Self::new(encoding)
    }
}

fn extension(signs: SignSet) -> Extension {
    if signs == SignSet::Softbank { Extension::AroundSigns } else { Extension::Ibm }
}

fn iso_2022_jp(text: &str, signs: SignSet, extension: Extension, rows: Rows) -> Vec<u8> {
    mail::from_sjis(&sjis::encode(&widen(text), signs, extension), rows)
}
