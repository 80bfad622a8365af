//! One line of `data/emoji.tsv`; `data/README.md` tells what the columns hold.

use super::Carrier;

/// A sign's two codes at one carrier.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Code {
    pub(super) private_use: Option<u16>,
    /// Missing where the sign is internal to the carrier: read, never sent.
    pub(super) sjis: Option<u16>,
}

/// One sign as the table has it.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) text: String,
    codes: [Code; 3],
    pub(super) au_gateway: Option<u16>,
    pub(super) au_mail: Option<u16>,
    instead: [&'static str; 3],
    pub(super) plain: &'static str,
}

impl Row {
    pub(super) fn code(&self, carrier: Carrier) -> Code {
        self.codes[carrier as usize]
    }

    /// `=` and private-use codes joined by `+`, or a text; empty where the carrier has the sign.
    pub(super) fn instead(&self, carrier: Carrier) -> &'static str {
        self.instead[carrier as usize]
    }
}

/// All rows, in the order of the table.
pub(super) fn read_all() -> Vec<Row> {
    include_str!("../../../data/emoji.tsv").lines().skip(1).map(read).collect()
}

/// A code of the table.
pub(super) fn hex(digits: &str) -> u16 {
    u16::from_str_radix(digits, 16).expect("the table writes its codes in hexadecimal")
}

fn read(line: &'static str) -> Row {
    let cells: Vec<&str> = line.split('\t').collect();
    let [text, docomo, au, softbank, docomo_instead, au_instead, softbank_instead, plain] = cells[..] else {
        panic!("a row of the emoji table has eight cells: {line}");
    };
    let [docomo, au, softbank] = [docomo, au, softbank].map(codes);
    Row {
        text: text.split(' ').map(scalar).collect(),
        codes: [&docomo, &au, &softbank].map(|codes| code(codes)),
        au_gateway: au.get(2).copied(),
        au_mail: au.get(3).copied(),
        instead: [docomo_instead, au_instead, softbank_instead],
        plain,
    }
}

/// A Unicode scalar of the table.
pub(super) fn scalar(digits: &str) -> char {
    let value = u32::from_str_radix(digits, 16).ok();
    value.and_then(char::from_u32).expect("the table writes Unicode scalars in hexadecimal")
}

fn codes(cell: &str) -> Vec<u16> {
    cell.split(':').filter(|digits| !digits.is_empty()).map(hex).collect()
}

fn code(codes: &[u16]) -> Code {
    Code { private_use: codes.first().copied(), sjis: codes.get(1).copied() }
}
