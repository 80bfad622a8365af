//! Bytes that mean nothing must not take their neighbours with them.

use enishi_keitai::text::Encoding::{self, *};
use enishi_keitai::text::{decode, encode};

const MARKERS: &str = "\"<'&";

/// Every pair of bytes in front of every marker, in every encoding, and the result written again.
#[test]
fn no_pair_of_bytes_swallows_a_marker() {
    for from in Encoding::ALL {
        for pair in 0..=u16::MAX {
            let bytes = [MARKERS.as_bytes(), &pair.to_be_bytes(), MARKERS.as_bytes()].concat();
            let text = decode(&bytes, from);
            assert!(text.starts_with(MARKERS) && text.ends_with(MARKERS), "{pair:04X} in {from}: {text}");
            assert!(
                !text.contains(char::is_control) || pair_has_line_end(pair),
                "{pair:04X} in {from}: {text:?}"
            );
            let again = encode(&text, from);
            assert!(
                again.starts_with(MARKERS.as_bytes()) && again.ends_with(MARKERS.as_bytes()),
                "{pair:04X} in {from}"
            );
        }
    }
}

fn pair_has_line_end(pair: u16) -> bool {
    pair.to_be_bytes().iter().any(|byte| matches!(byte, b'\t' | b'\r' | b'\n'))
}

#[test]
fn a_broken_byte_is_replaced_alone() {
    for from in [Cp932, DocomoSjis, AuSjis, SoftbankSjis, DocomoMail, SoftbankWebcode] {
        assert_eq!(decode(b"\x81", from), "\u{FFFD}", "{from}");
        assert_eq!(decode(b"\x81<b>", from), "\u{FFFD}<b>", "{from}");
        assert_eq!(decode(b"\x81\x3C\x82\xA0", from), "\u{FFFD}<あ", "{from}");
        assert_eq!(
            decode(b"\x80\xA0\xFD\xFE\xFF\x82\xA0", from),
            "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}あ",
            "{from}"
        );
        assert_eq!(decode(b"\x85\x5C\"", from), "\u{FFFD}\\\"", "{from}");
    }
    assert_eq!(decode(b"\xC0\xBC\xED\xA0\x80a", Utf8).trim_start_matches('\u{FFFD}'), "a");
}

#[test]
fn user_defined_rows_are_nobodys() {
    assert_eq!(decode(b"\xF0\x40\xF8\x9F", Cp932), "\u{FFFD}@\u{FFFD}");
    assert_eq!(decode(b"\xF8\x9F", AuSjis), "\u{FFFD}");
    assert_eq!(decode(b"\xF3\x40", DocomoSjis), "\u{FFFD}@");
}
