//! The emoji table as the tests read it.

pub struct Row {
    pub text: String,
    pub docomo: Vec<u16>,
    pub au: Vec<u16>,
    pub softbank: Vec<u16>,
    pub plain: String,
}

pub fn rows() -> Vec<Row> {
    let rows: Vec<Row> = include_str!("../../data/emoji.tsv").lines().skip(1).map(row).collect();
    assert_eq!(rows.len(), 789, "the emoji table lost or gained rows");
    rows
}

fn row(line: &str) -> Row {
    let cells: Vec<&str> = line.split('\t').collect();
    let codes = |cell: &str| cell.split(':').filter_map(|code| u16::from_str_radix(code, 16).ok()).collect();
    let scalar = |digits| char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap();
    Row {
        text: cells[0].split(' ').map(scalar).collect(),
        docomo: codes(cells[1]),
        au: codes(cells[2]),
        softbank: codes(cells[3]),
        plain: cells[7].to_owned(),
    }
}

pub fn utf8(code: u16) -> Vec<u8> {
    char::from_u32(code.into()).unwrap().to_string().into_bytes()
}
