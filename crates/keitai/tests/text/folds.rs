//! What phones see of characters that they lack.

use enishi_keitai::text::Encoding::*;
use enishi_keitai::text::{decode, encode};

fn seen(text: &str) -> String {
    decode(&encode(text, DocomoSjis), DocomoSjis)
}

#[test]
fn letters_lose_their_accents() {
    assert_eq!(seen("café Ærø Łódź straße"), "cafe AEro Lodz strasse");
    assert_eq!(seen("cafe\u{301} ﬁ ㉑ ½ ™"), "cafe fi 21 1／2 \u{2122}");
    assert_eq!(seen("a\u{A0}b\u{AD}c\u{200B}d"), "a bcd");
    assert_eq!(seen("© 2006"), "© 2006");
    assert_eq!(decode(&encode("©", Cp932), Cp932), "(C)");
}

#[test]
fn the_rest_is_one_mark_each() {
    assert_eq!(seen("한국 العربية 𠮷野家"), "〓〓 〓〓〓〓〓〓〓 〓野家");
    assert_eq!(seen("\u{FFFD}"), "〓");
}

/// The hazard: escaped as harmless, encoded into a quote. Planes without folds are left out.
#[test]
fn nothing_but_ascii_becomes_ascii_that_markup_uses() {
    let folded = [0x80..0x3400, 0xF900..0x1_0000, 0x1_D400..0x1_D800, 0x1_F000..0x1_FB00, 0xE_0000..0xE_0200];
    for c in folded.into_iter().flatten().filter_map(char::from_u32) {
        for to in [Cp932, DocomoPua, AuSjis, Utf8Plain] {
            let text = decode(&encode(&c.to_string(), to), to);
            let hazard = text.contains(['<', '>', '&', '"', '\'', '\\', '?']);
            assert!(!hazard, "U+{:04X} becomes {text} in {to}", u32::from(c));
        }
    }
}

#[test]
fn a_backslash_byte_comes_from_a_backslash_alone() {
    assert_eq!(encode("\\", DocomoSjis), b"\\");
    assert_eq!(encode("¥‾＼", DocomoSjis), [0x81, 0x8F, 0x81, 0x50, 0x81, 0x5F]);
}

#[test]
fn controls_never_reach_a_phone() {
    for to in [DocomoSjis, SoftbankSjis, SoftbankWebcode, Iso2022Jp, AuMail] {
        assert_eq!(encode("a\u{1B}$Gj\u{0F}\u{0}\u{85}\u{80}\t\r\n", to), b"a$Gj\t\r\n", "{to}");
    }
}
