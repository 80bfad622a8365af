//! What a reader sees for a sign: the sign, others in its place, or words.

use std::collections::HashMap;

use super::Carrier;
use super::row::{Row, hex};

/// The signs that a reader's phone can draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum SignSet {
    None,
    Unicode,
    Docomo,
    /// docomo's first 176.
    DocomoBasic,
    Au,
    Softbank,
}

/// What to write for a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::text) enum Shown {
    /// Two-byte Shift_JIS codes of the reader's carrier.
    Codes(Vec<u16>),
    /// Ordinary characters. The table keeps them free of ASCII that markup uses.
    Text(String),
}

/// docomo's extended signs begin here; a mova before the 505i has none of them.
const FIRST_EXTENDED: u16 = 0xE70C;
/// Inner scalars of logos outside Unicode begin here.
const FIRST_LOGO: char = '\u{100000}';

type Index = [HashMap<u16, usize>; 3];

impl SignSet {
    pub(in crate::text) const COUNT: usize = 6;

    const ALL: [Self; Self::COUNT] =
        [Self::None, Self::Unicode, Self::Docomo, Self::DocomoBasic, Self::Au, Self::Softbank];

    /// Whose signs these are.
    pub(in crate::text) const fn carrier(self) -> Option<Carrier> {
        match self {
            Self::None | Self::Unicode => None,
            Self::Docomo | Self::DocomoBasic => Some(Carrier::Docomo),
            Self::Au => Some(Carrier::Au),
            Self::Softbank => Some(Carrier::Softbank),
        }
    }
}

/// What each set shows for `row`, in the order of the sets.
pub(super) fn all(row: &Row, rows: &[Row], index: &Index) -> [Shown; SignSet::COUNT] {
    SignSet::ALL.map(|set| match set.carrier() {
        Some(carrier) => at_carrier(row, carrier, set, rows, index),
        None if set == SignSet::Unicode => Shown::Text(in_unicode(row, rows, index)),
        None => Shown::Text(row.plain.to_owned()),
    })
}

fn at_carrier(row: &Row, carrier: Carrier, set: SignSet, rows: &[Row], index: &Index) -> Shown {
    let instead = row.instead(carrier);
    let codes = match instead.strip_prefix('=') {
        Some(signs) => signs
            .split('+')
            .map(|sign| sendable(&rows[index[carrier as usize][&hex(sign)]], carrier, set))
            .collect(),
        None if instead.is_empty() => sendable(row, carrier, set).map(|code| vec![code]),
        None => return Shown::Text(instead.to_owned()),
    };
    codes.map_or_else(|| Shown::Text(row.plain.to_owned()), Shown::Codes)
}

fn sendable(row: &Row, carrier: Carrier, set: SignSet) -> Option<u16> {
    let code = row.code(carrier);
    if set == SignSet::DocomoBasic && code.private_use >= Some(FIRST_EXTENDED) {
        return None;
    }
    code.sjis
}

/// A logo that Unicode lacks shows as the sign that another carrier puts in its place, or as its words.
fn in_unicode(row: &Row, rows: &[Row], index: &Index) -> String {
    if row.text.as_str() < &*FIRST_LOGO.encode_utf8(&mut [0; 4]) {
        return row.text.clone();
    }
    [Carrier::Docomo, Carrier::Au, Carrier::Softbank]
        .into_iter()
        .filter_map(|carrier| Some((carrier, row.instead(carrier).strip_prefix('=')?)))
        .map(|(carrier, sign)| &rows[index[carrier as usize][&hex(sign)]].text)
        .find(|text| text.as_str() < &*FIRST_LOGO.encode_utf8(&mut [0; 4]))
        .map_or_else(|| row.plain.to_owned(), String::clone)
}
