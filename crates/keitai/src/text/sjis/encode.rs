//! Unicode to Shift_JIS: whole stretches through the fast encoder, and by hand only what it cannot map.

use encoding_rs::{EncoderResult, SHIFT_JIS};
use unicode_normalization::char::compose;

use super::{Unit, nec_selected, units};
use crate::text::clean::is_refused;
use crate::text::emoji::{self, Cluster, Meaning, Shown, Sign, SignSet};
use crate::text::fold::{GETA, fold};

/// What a reader has of IBM's extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Extension {
    /// All of it.
    Ibm,
    /// All but FB41 to FBD7, where SoftBank has signs; NEC's copy is used there.
    AroundSigns,
    /// None: au mail has signs in the rows of NEC's copy.
    None,
}

/// Encodes `text` for a reader who has `signs` and `extension`.
pub(in crate::text) fn encode(text: &str, signs: SignSet, extension: Extension) -> Vec<u8> {
    let mut writer = Writer { text, out: Vec::new(), signs, extension };
    let mut from = 0;
    if may_mislead(text) {
        for (at, c) in text.char_indices().filter(|&(_, c)| misleads(c)) {
            writer.run(from, at);
            writer.folded(c);
            from = at + c.len_utf8();
        }
    }
    writer.run(from, text.len());
    writer.out
}

struct Writer<'t> {
    text: &'t str,
    out: Vec<u8>,
    signs: SignSet,
    extension: Extension,
}

impl Writer<'_> {
    fn run(&mut self, from: usize, end: usize) {
        let mut at = from;
        while at < end {
            let (unmappable, read) = self.mapped(&self.text[at..end]);
            at += read;
            if let Some(c) = unmappable {
                at -= c.len_utf8();
                at += self.special(at, c);
            }
        }
    }

    /// Writes what Shift_JIS has, up to the first character that it lacks; answers that one and the bytes of
    /// `text` read, it included.
    fn mapped(&mut self, text: &str) -> (Option<char>, usize) {
        let start = self.out.len();
        let mut encoder = SHIFT_JIS.new_encoder();
        let room = encoder.max_buffer_length_from_utf8_without_replacement(text.len());
        self.out.reserve(room.unwrap_or(text.len()));
        let (result, read) = encoder.encode_from_utf8_to_vec_without_replacement(text, &mut self.out, true);
        self.fit_extension(start);
        let unmappable = if let EncoderResult::Unmappable(c) = result { Some(c) } else { None };
        (unmappable, read)
    }

    /// Writes the character at `at` that Shift_JIS lacks, and answers how many bytes of text it took.
    fn special(&mut self, at: usize, c: char) -> usize {
        if self.joined_to_previous(at, c) {
            return c.len_utf8();
        }
        let Some(cluster) = Cluster::read(&self.text[at..]) else {
            self.folded(c);
            return c.len_utf8();
        };
        match cluster.meaning {
            Meaning::Sign(sign) => self.sign(sign),
            Meaning::Flag([a, b]) => self.words(&format!("[{a}{b}]")),
            Meaning::Named(name) => self.words(&format!("[{name}]")),
            Meaning::Unknown => self.words(GETA),
        }
        cluster.len
    }

    /// Keycaps and voicing marks change the character before them, which has been written already.
    fn joined_to_previous(&mut self, at: usize, mark: char) -> bool {
        let before = &self.text[..at];
        match mark {
            '\u{20E3}' => self.keycap(before.strip_suffix('\u{FE0F}').unwrap_or(before)),
            '\u{3099}' | '\u{309A}' => {
                let voiced = before.chars().next_back().and_then(|kana| compose(kana, mark));
                voiced.is_some_and(|kana| self.replace_kana(kana))
            }
            _ => false,
        }
    }

    fn keycap(&mut self, before: &str) -> bool {
        let key = before.chars().next_back();
        let keycap = key.and_then(|key| emoji::by_text(&format!("{key}\u{20E3}")));
        keycap.inspect(|sign| self.replace_last(1, |writer| writer.sign(sign))).is_some()
    }

    fn replace_kana(&mut self, kana: char) -> bool {
        let mut letter = [0; 4];
        let letter = kana.encode_utf8(&mut letter);
        let mappable = !SHIFT_JIS.encode(letter).2;
        if mappable {
            self.replace_last(2, |writer| writer.words(letter));
        }
        mappable
    }

    fn replace_last(&mut self, bytes: usize, write: impl FnOnce(&mut Self)) {
        self.out.truncate(self.out.len() - bytes);
        write(self);
    }

    fn sign(&mut self, sign: &Sign) {
        match sign.shown(self.signs) {
            Shown::Codes(codes) => self.out.extend(codes.iter().flat_map(|code| code.to_be_bytes())),
            Shown::Text(text) => self.words(text),
        }
    }

    fn folded(&mut self, c: char) {
        self.words(&fold(c).unwrap_or_else(|| GETA.to_owned()));
    }

    /// Writes a stand-in as a whole, or 〓 where a part of it is missing too.
    fn words(&mut self, text: &str) {
        let start = self.out.len();
        if self.mapped(text).0.is_some() {
            self.out.truncate(start);
            self.mapped(GETA);
        }
    }

    /// Rewrites the codes of IBM's extension, from `start` on, that this reader does not have.
    fn fit_extension(&mut self, start: usize) {
        let taken = match self.extension {
            Extension::Ibm => return,
            Extension::AroundSigns => 0xFB41..=0xFBD7,
            Extension::None => 0xFA40..=0xFCFC_u16,
        };
        let leads = (taken.start() >> 8)..=(taken.end() >> 8);
        if !self.out[start..].iter().any(|&byte| leads.contains(&byte.into())) {
            return;
        }
        let written = self.out.split_off(start);
        for unit in units(&written) {
            match unit {
                Unit::Single(byte) => self.out.push(byte),
                Unit::Double(code) if taken.contains(&code) => self.without_ibm(code),
                Unit::Double(code) => self.out.extend(code.to_be_bytes()),
            }
        }
    }

    fn without_ibm(&mut self, code: u16) {
        if let Some(copy) = nec_selected(code).filter(|_| self.extension == Extension::AroundSigns) {
            return self.out.extend(copy.to_be_bytes());
        }
        let letter = SHIFT_JIS.decode_without_bom_handling(&code.to_be_bytes()).0.chars().next();
        let near = letter.and_then(fold).unwrap_or_else(|| GETA.to_owned());
        self.words(&near);
    }
}

/// Whether the fast encoder would write `c` as a byte with another meaning: U+00A5 as a backslash, U+203E as
/// a tilde, controls as themselves (an escape could open a web code or switch a mail's charset).
fn misleads(c: char) -> bool {
    matches!(c, '\u{A5}' | '\u{203E}') || is_refused(c)
}

/// A quick look over the bytes, without branches so that it costs little beside the encoding itself.
fn may_mislead(text: &str) -> bool {
    let doubtful =
        |byte: u8| (byte < 0x20) & !matches!(byte, b'\t' | b'\r' | b'\n') | (byte == 0x7F) | (byte == 0xC2);
    text.bytes().fold(false, |found, byte| found | doubtful(byte)) || text.contains('\u{203E}')
}
