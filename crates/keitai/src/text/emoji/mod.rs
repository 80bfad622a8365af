//! The carriers' emoji: one table, read once, found by text or by a carrier's code.

mod cluster;
mod later;
mod row;
mod stand_in;

use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) use cluster::{Cluster, Meaning, is_modifier};
use row::Row;
pub(super) use stand_in::{Shown, SignSet};

/// Whose private codes are meant. SoftBank's overlap au's, so a code means nothing without its carrier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carrier {
    Docomo,
    Au,
    Softbank,
}

/// One emoji and what each set of signs shows for it.
pub(super) struct Sign {
    row: Row,
    shown: [Shown; SignSet::COUNT],
}

impl Sign {
    /// The scalars kept inside the program.
    pub(super) fn text(&self) -> &str {
        &self.row.text
    }

    /// The sign, or what stands in for it, to a reader who has `set`.
    pub(super) fn shown(&self, set: SignSet) -> &Shown {
        &self.shown[set as usize]
    }

    /// The code in `carrier`'s private-use area.
    pub(super) fn private_use(&self, carrier: Carrier) -> Option<char> {
        char::from_u32(self.row.code(carrier).private_use?.into())
    }

    /// The code in which the EZweb gateway answers UTF-8 forms.
    pub(super) fn gateway(&self) -> Option<char> {
        char::from_u32(self.row.au_gateway?.into())
    }

    /// The JIS code in au mail.
    pub(super) fn au_mail(&self) -> Option<u16> {
        self.row.au_mail
    }
}

struct Table {
    signs: Vec<Sign>,
    by_text: HashMap<String, usize>,
    by_sjis: [HashMap<u16, usize>; 3],
    by_private_use: [HashMap<u16, usize>; 3],
    by_au_mail: HashMap<u16, usize>,
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::read);

/// The sign whose inner text is exactly `text`.
pub(super) fn by_text(text: &str) -> Option<&'static Sign> {
    TABLE.by_text.get(text).map(|&at| &TABLE.signs[at])
}

/// The sign at a two-byte Shift_JIS code of `carrier`.
pub(super) fn by_sjis(carrier: Carrier, code: u16) -> Option<&'static Sign> {
    TABLE.by_sjis[carrier as usize].get(&code).map(|&at| &TABLE.signs[at])
}

/// The sign at a private-use scalar of `carrier`; for au either of its two ranges, which do not meet.
pub(super) fn by_private_use(carrier: Carrier, scalar: char) -> Option<&'static Sign> {
    let code = u16::try_from(u32::from(scalar)).ok()?;
    TABLE.by_private_use[carrier as usize].get(&code).map(|&at| &TABLE.signs[at])
}

/// The sign at a two-byte JIS code of au mail.
pub(super) fn by_au_mail(code: u16) -> Option<&'static Sign> {
    TABLE.by_au_mail.get(&code).map(|&at| &TABLE.signs[at])
}

impl Table {
    fn read() -> Self {
        let rows = row::read_all();
        let index = |code: &dyn Fn(&Row) -> Option<u16>| -> HashMap<u16, usize> {
            rows.iter().enumerate().filter_map(|(at, row)| Some((code(row)?, at))).collect()
        };
        let each = [Carrier::Docomo, Carrier::Au, Carrier::Softbank];
        let by_sjis = each.map(|carrier| index(&|row| row.code(carrier).sjis));
        let mut by_private_use = each.map(|carrier| index(&|row| row.code(carrier).private_use));
        by_private_use[Carrier::Au as usize].extend(index(&|row| row.au_gateway));
        let by_au_mail = index(&|row| row.au_mail);
        let by_text = rows.iter().enumerate().map(|(at, row)| (row.text.clone(), at)).collect();
        let shown: Vec<_> = rows.iter().map(|row| stand_in::all(row, &rows, &by_private_use)).collect();
        let signs = rows.into_iter().zip(shown).map(|(row, shown)| Sign { row, shown }).collect();
        Self { signs, by_text, by_sjis, by_private_use, by_au_mail }
    }
}
