//! NEC row 13 (①, Ⅰ, ㈱, ㍉) in words, for phones that lack it.
//!
//! docomo forbids the row because mova and the first FOMA browsers do not draw it.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

const ROW_13: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ㍉㌔㌢㍍㌘㌧㌃㌶㍑㍗㌍㌦㌣㌫㍊㌻㎜㎝㎞㎎㎏㏄㎡㍻〝〟№㏍℡㊤㊥㊦㊧㊨㈱㈲㈹㍾㍽㍼∮∑∟⊿";

/// `text` with every character of row 13 written out.
pub(super) fn write_out(text: &str) -> Cow<'_, str> {
    if !text.contains(in_row_13) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if in_row_13(c) { out.push_str(&words(c)) } else { out.push(c) }
    }
    Cow::Owned(out)
}

fn in_row_13(c: char) -> bool {
    matches!(c, '\u{2116}'..='\u{22BF}' | '\u{2460}'..='\u{2473}' | '\u{301D}'..='\u{33CD}')
        && ROW_13.contains(c)
}

fn words(c: char) -> String {
    match c {
        '①'..='⑳' => format!("({})", u32::from(c) - 0x245F),
        '㊤'..='㊨' => format!("({})", std::iter::once(c).nfkc().collect::<String>()),
        '〝' => "“".to_owned(),
        '〟' => "”".to_owned(),
        '№' => "No.".to_owned(),
        '∑' => "Σ".to_owned(),
        '∮' => "∫".to_owned(),
        '∟' => "∠".to_owned(),
        '⊿' => "△".to_owned(),
        _ => std::iter::once(c).nfkc().collect(),
    }
}
