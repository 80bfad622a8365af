//! Japanese text, and the characters on which its encodings disagree.

use encoding_rs::SHIFT_JIS;
use enishi_keitai::text::Encoding::{self, *};
use enishi_keitai::text::{Encoder, decode, encode, encoded_len, fits, normalise_newlines};

const SHIFT_JIS_FAMILY: [Encoding; 6] =
    [Cp932, DocomoSjis, AuSjis, SoftbankSjis, WillcomSjis, SoftbankWebcode];

#[test]
fn the_wave_dash_family_goes_out_by_its_look() {
    for (character, bytes) in [
        ('\u{301C}', [0x81, 0x60]),
        ('\u{FF5E}', [0x81, 0x60]),
        ('\u{2212}', [0x81, 0x7C]),
        ('\u{FF0D}', [0x81, 0x7C]),
        ('\u{2016}', [0x81, 0x61]),
        ('\u{2225}', [0x81, 0x61]),
        ('\u{2014}', [0x81, 0x5C]),
        ('\u{2015}', [0x81, 0x5C]),
        ('\u{00A2}', [0x81, 0x91]),
        ('\u{00A3}', [0x81, 0x92]),
        ('\u{00AC}', [0x81, 0xCA]),
        ('\u{203E}', [0x81, 0x50]),
        ('\u{00A5}', [0x81, 0x8F]),
        ('\u{222A}', [0x81, 0xBE]),
        ('\u{222B}', [0x81, 0xE7]),
    ] {
        for to in SHIFT_JIS_FAMILY {
            assert_eq!(encode(&character.to_string(), to), bytes, "{character} in {to}");
        }
    }
}

#[test]
fn foma_to_iphone_and_back() {
    for bytes in [[0x81, 0x60], [0x81, 0x7C], [0x81, 0x61], [0x81, 0x5C], [0x81, 0x91], [0x81, 0xCA]] {
        let on_iphone = decode(&bytes, DocomoSjis);
        let typed = decode(&encode(&on_iphone, Utf8), Utf8);
        assert_eq!(encode(&typed, DocomoSjis), bytes);
    }
    assert_eq!(decode(&[0x81, 0x60], DocomoSjis), "\u{FF5E}");
}

#[test]
fn iphone_to_foma_and_back() {
    let there_and_back = |text: &str| decode(&encode(text, DocomoSjis), DocomoSjis);
    for text in ["～", "－", "∥", "￠", "￡", "￢", "☀", "❤", "🎵", "😃", "🍺", "🎂", "📷", "1\u{20E3}"]
    {
        assert_eq!(there_and_back(text), text);
    }
    assert_eq!(there_and_back("9時〜10時"), "9時～10時");
}

#[test]
fn names_keep_their_older_letters() {
    for name in ["髙橋", "山﨑", "\u{FA19}田", "福\u{FA1B}", "彅", "\u{212B}", "①ⅠⅰⅩ㈱№", "ソ表能噂Ⅸ"]
    {
        for to in SHIFT_JIS_FAMILY {
            assert!(fits(name, to), "{name} in {to}");
        }
        assert_eq!(decode(name.as_bytes(), Utf8), name);
    }
}

#[test]
fn every_character_of_the_code_page_fits_every_phone() {
    let mut checked = 0;
    for lead in 0x81..=0xFC_u8 {
        for trail in 0x40..=0xFC_u8 {
            let code = [lead, trail];
            let (text, _, broken) = SHIFT_JIS.decode(&code);
            if broken
                || text.chars().count() != 1
                || text.contains(|c| ('\u{E000}'..='\u{F8FF}').contains(&c))
            {
                continue;
            }
            for to in
                SHIFT_JIS_FAMILY.into_iter().chain([DocomoPua, AuPua, SoftbankPua, Iso2022Jp, WillcomMail])
            {
                assert!(fits(&text, to), "{text} ({lead:02X}{trail:02X}) in {to}");
            }
            checked += 1;
        }
    }
    assert!(checked > 7_000, "only {checked} characters were looked at");
}

#[test]
fn ibm_codes_go_out_and_both_come_in() {
    assert_eq!(encode("髙ⅰ", DocomoSjis), [0xFB, 0xFC, 0xFA, 0x40]);
    assert_eq!(decode(&[0xEE, 0xE0, 0xFB, 0xFC], DocomoSjis), "髙髙");
    let where_softbank_has_signs = decode(&[0xFB, 0x41], Cp932);
    assert_eq!(encode(&where_softbank_has_signs, DocomoSjis), [0xFB, 0x41]);
    assert_eq!(encode(&where_softbank_has_signs, SoftbankSjis)[0], 0xED);
}

#[test]
fn voicing_marks_join_and_half_width_stays() {
    assert_eq!(decode("か\u{3099}".as_bytes(), Utf8), "が");
    assert_eq!(encode("か\u{3099}は\u{309A}", DocomoSjis), encode("がぱ", DocomoSjis));
    assert_eq!(encode("ん\u{3099}", DocomoSjis), encode("ん゛", DocomoSjis));
    assert_eq!(encode("ｶﾞ", AuSjis), [0xB6, 0xDE]);
    assert_eq!(decode(&[0xB6, 0xDE], AuSjis), "ｶﾞ");
}

#[test]
fn row_13_is_written_out_where_it_is_missing() {
    let foma_1 = Encoder::new(DocomoSjis).writing_out_row_13();
    let seen = |text: &str| decode(&foma_1.encode(text), DocomoSjis);
    assert_eq!(seen("①⑳ⅠⅩ㈱㍉㌘№℡㍻㊤〝〟∑"), "(1)(20)IX(株)ミリグラムNo.TEL平成(上)“”Σ");
    for lead in 0x40..=0x9C_u8 {
        let text = decode(&[0x87, lead], Cp932);
        assert!(!foma_1.encode(&text).contains(&0x87) || text.contains('\u{FFFD}'), "{text}");
    }
    assert_eq!(encode("①", DocomoBasicSjis), b"(1)");
    assert_eq!(encode("①", DocomoSjis), [0x87, 0x40]);
}

#[test]
fn lengths_are_those_of_the_bytes() {
    for to in Encoding::ALL {
        let text = "日記📷〜é";
        assert_eq!(encoded_len(text, to), encode(text, to).len());
    }
    assert_eq!(encoded_len("日記", DocomoSjis), 4);
}

#[test]
fn line_ends_become_lf() {
    assert_eq!(normalise_newlines("a\r\nb\rc\n"), "a\nb\nc\n");
    assert_eq!(decode(b"a\r\n\tb\x00\x1B\x7F", DocomoSjis), "a\r\n\tb");
}
