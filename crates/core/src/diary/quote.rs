//! Comments name each other by their numbers: `>>12`.

use std::ops::Range;

/// The most numbers one comment may lead to; the rest of them are words.
const MOST: usize = 10;

/// A comment named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// The number named.
    pub number: i32,
}

/// The comments that a text names: two signs and a number, half width or full, as people type them.
pub fn quotes(text: &str) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(begin) = text[from..].find(is_sign).map(|at| from + at) {
        let (end, number) = read(&text[begin..]);
        found.extend(number.map(|number| Quote { at: begin..begin + end, number }));
        from = begin + end;
    }
    found.truncate(MOST);
    found
}

fn is_sign(sign: char) -> bool {
    matches!(sign, '>' | '＞')
}

/// How much of a text belongs to the signs it begins with, and the number that two of them name.
fn read(text: &str) -> (usize, Option<i32>) {
    let signs: String = text.chars().take_while(|sign| is_sign(*sign)).collect();
    let digits = text[signs.len()..].chars().map_while(digit);
    let (mut end, mut number, mut many) = (signs.len(), 0, 0);
    for (sign, value) in digits {
        (end, many) = (end + sign.len_utf8(), many + 1);
        number = if many <= 6 { number * 10 + value } else { 0 };
    }
    let is_quote = signs.chars().count() == 2 && number > 0;
    (end, is_quote.then_some(number))
}

fn digit(sign: char) -> Option<(char, i32)> {
    let value = match sign {
        '0'..='9' => u32::from(sign) - u32::from('0'),
        '０'..='９' => u32::from(sign) - u32::from('０'),
        _ => return None,
    };
    Some((sign, i32::try_from(value).ok()?))
}

#[cfg(test)]
mod tests {
    use super::quotes;

    fn check(text: &str, expected: &[(&str, i32)]) {
        let found = quotes(text);
        let found: Vec<_> = found.iter().map(|quote| (&text[quote.at.clone()], quote.number)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn two_signs_and_a_number() {
        check(">>12 そうですね", &[(">>12", 12)]);
        check("あ＞＞３い>>4、>>5", &[("＞＞３", 3), (">>4", 4), (">>5", 5)]);
        check("> 3 >4 >>>5 >> 6 >>0 >>あ 7>8 >>1234567 >>", &[]);
        check(">>000001>>2", &[(">>000001", 1), (">>2", 2)]);
        check(&">>1".repeat(30), &[(">>1", 1); 10]);
    }
}
