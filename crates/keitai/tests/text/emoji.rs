//! Every sign of every carrier, in every form, there and back.

use enishi_keitai::text::Encoding::{self, *};
use enishi_keitai::text::{decode, encode};

use crate::table::{Row, rows, utf8};

/// A sign's bytes in one encoding; `None` where the carrier does not send it.
type Form = fn(&Row) -> Option<Vec<u8>>;

fn sjis(codes: &[u16]) -> Option<Vec<u8>> {
    Some(codes.get(1)?.to_be_bytes().to_vec())
}

fn private_use(codes: &[u16]) -> Option<Vec<u8>> {
    codes.get(1).map(|_| utf8(codes[0]))
}

fn web_code(row: &Row) -> Option<Vec<u8>> {
    row.softbank.get(1)?;
    let [page, cell] = row.softbank[0].to_be_bytes();
    Some(vec![0x1B, b'$', b"GEFOPQ"[usize::from(page) - 0xE0], cell + 0x20, 0x0F])
}

fn au_mail(row: &Row) -> Option<Vec<u8>> {
    let code = row.au.get(3)?.to_be_bytes();
    Some([b"\x1B$B", &code[..], b"\x1B(B"].concat())
}

const FORMS: [(Encoding, usize, Form); 13] = [
    (DocomoSjis, 252, |row| sjis(&row.docomo)),
    (WillcomSjis, 252, |row| sjis(&row.docomo)),
    (DocomoMail, 252, |row| sjis(&row.docomo)),
    (WillcomMail, 252, |row| sjis(&row.docomo)),
    (DocomoPua, 252, |row| private_use(&row.docomo)),
    (AuSjis, 641, |row| sjis(&row.au)),
    (AuPua, 641, |row| private_use(&row.au)),
    (AuPuaGateway, 641, |row| Some(utf8(*row.au.get(2)?))),
    (AuMail, 641, au_mail),
    (SoftbankSjis, 471, |row| sjis(&row.softbank)),
    (SoftbankPua, 471, |row| private_use(&row.softbank)),
    (SoftbankWebcode, 471, web_code),
    (SoftbankMail, 471, |row| sjis(&row.softbank)),
];

#[test]
fn every_sign_of_a_carrier_round_trips() {
    for (encoding, expected, form) in FORMS {
        let signs: Vec<_> = rows().into_iter().filter_map(|row| Some((form(&row)?, row.text))).collect();
        assert_eq!(signs.len(), expected, "{encoding}");
        for (bytes, text) in signs {
            assert_eq!(decode(&bytes, encoding), text, "{encoding} in {bytes:02X?}");
            assert_eq!(encode(&text, encoding), bytes, "{encoding} out {text:?}");
        }
    }
}

#[test]
fn signs_keep_their_neighbours() {
    for (encoding, _, form) in FORMS {
        for (bytes, text) in rows().into_iter().filter_map(|row| Some((form(&row)?, row.text))) {
            let sentence = format!("a{text}あ{text}\"");
            assert_eq!(decode(&encode(&sentence, encoding), encoding), sentence, "{encoding} {bytes:02X?}");
        }
    }
}

#[test]
fn signs_internal_to_a_carrier_are_read_and_never_sent() {
    let internal = |codes: &[u16]| codes.len() == 1;
    for row in rows().iter().filter(|row| internal(&row.docomo)) {
        assert_eq!(decode(&utf8(row.docomo[0]), DocomoPua), row.text);
        assert_ne!(decode(&encode(&row.text, DocomoPua), DocomoPua), row.text);
    }
    for row in rows().iter().filter(|row| internal(&row.softbank)) {
        assert_eq!(decode(&utf8(row.softbank[0]), SoftbankPua), row.text);
        assert!(!encode(&row.text, SoftbankWebcode).contains(&0x1B));
    }
}

#[test]
fn docomo_basic_sends_the_first_176_only() {
    let (basic, extended): (Vec<_>, Vec<_>) =
        rows().into_iter().filter(|row| row.docomo.len() == 2).partition(|row| row.docomo[0] < 0xE70C);
    assert_eq!((basic.len(), extended.len()), (176, 76));
    for row in basic {
        assert_eq!(encode(&row.text, DocomoBasicSjis), row.docomo[1].to_be_bytes());
    }
    for row in extended {
        assert_eq!(decode(&encode(&row.text, DocomoBasicSjis), DocomoSjis), row.plain);
    }
}

#[test]
fn readers_without_a_sign_see_its_stand_in() {
    let seen = |text: &str, to| decode(&encode(text, to), to);
    assert_eq!(seen("🌁", SoftbankSjis), "[霧]");
    assert_eq!(seen("⛅", DocomoSjis), "☀☁");
    assert_eq!(seen("🌅", DocomoSjis), "☀");
    assert_eq!(seen("🌈", DocomoSjis), "[虹]");
    assert_eq!(seen("☀", Cp932), "[晴れ]");
    assert_eq!(seen("☀", Utf8Plain), "[晴れ]");
    assert_eq!(seen("🦄", DocomoSjis), "[ユニコーンの顔]");
    assert_eq!(seen("🦄", Utf8Plain), "[ユニコーンの顔]");
    assert_eq!(seen("\u{1FAFF}", DocomoSjis), "〓", "no such emoji has been made yet");
    assert_eq!(decode(&[0xF9, 0x75], DocomoSjis).chars().count(), 1);
    assert_eq!(encode(&decode(&[0xF9, 0x75], DocomoSjis), Utf8), "[iモード]".as_bytes());
}

#[test]
fn no_stand_in_is_a_question_mark_or_markup() {
    for row in rows() {
        for to in Encoding::ALL.into_iter().filter(|to| !matches!(to, SoftbankWebcode | AuMail)) {
            let bytes = encode(&row.text, to);
            let text = decode(&bytes, to);
            let ascii = if row.text.ends_with('\u{20E3}') { "" } else { "?<>&\"'\\" };
            assert!(
                !text.is_empty() && !text.contains(|c| ascii.contains(c)),
                "{} in {to}: {text}",
                row.text
            );
        }
        assert!(!row.plain.is_empty());
    }
}

#[test]
fn sequences_of_later_years_are_read_by_their_first_known_part() {
    let au = |text: &str| decode(&encode(text, AuSjis), AuSjis);
    assert_eq!(au("👍🏽"), "👍");
    assert_eq!(au("☀\u{FE0F}!"), "☀!");
    assert_eq!(au("👨\u{200D}👩\u{200D}👧、"), "👨、");
    assert_eq!(au("❤\u{FE0F}\u{200D}🔥"), "❤");
    assert_eq!(au("🤷🏼\u{200D}♂\u{FE0F}。"), "[お手上げする男]。");
    assert_eq!(au("🤷🏼。"), "[お手上げする人]。");
    assert_eq!(au("🏴\u{200D}☠\u{FE0F}"), "[海賊旗]");
    assert_eq!(au("🧑\u{200D}🦯"), "[杖をついた人]");
    assert_eq!(au("🧑🏽\u{200D}🚀"), "🚀", "a part that is drawn goes before a name");
    assert_eq!(au("🏳\u{FE0F}\u{200D}🌈"), "🌈");
    assert_eq!(au("🏴\u{E0067}\u{E0062}\u{E007F}x"), "[黒旗]x");
    assert_eq!(au("🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}"), "[スコットランド]");
    assert_eq!(au("👨\u{200D}あ"), "👨あ");
}

#[test]
fn names_of_later_emoji_are_japanese_and_hold_no_markup() {
    let rows: Vec<_> = include_str!("../../data/later-emoji.tsv").lines().skip(1).collect();
    assert!(rows.len() > 700, "{}", rows.len());
    for row in rows {
        let (codes, name) = row.split_once('\t').unwrap();
        let text: String = codes
            .split(' ')
            .map(|code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap())
            .collect();
        for to in [DocomoSjis, DocomoBasicSjis, AuSjis, SoftbankSjis, Cp932] {
            assert_eq!(decode(&encode(&text, to), to), format!("[{name}]"), "{codes} in {to}");
        }
    }
}

#[test]
fn a_symbol_stays_a_symbol_where_it_can_be_read() {
    let seen = |text: &str, to| decode(&encode(text, to), to);
    assert_eq!(seen("⚔", Utf8Plain), "⚔");
    assert_eq!(seen("⚔\u{FE0F}", Utf8Plain), "[クロスした剣]");
    assert_eq!(seen("⚔", DocomoSjis), "[クロスした剣]");
}

#[test]
fn flags_and_keycaps() {
    let docomo = |text: &str| decode(&encode(text, DocomoSjis), DocomoSjis);
    assert_eq!(encode("1\u{FE0F}\u{20E3}", DocomoSjis), [0xF9, 0x87]);
    assert_eq!(encode("あ#\u{20E3}", SoftbankPua), ["あ".as_bytes(), &utf8(0xE210)].concat());
    assert_eq!(docomo("*\u{FE0F}\u{20E3}1"), "*1");
    assert_eq!(encode("2\u{FE0F}\u{20E3}", Cp932), b"[2]");
    assert_eq!(encode("🇧🇷", AuSjis), b"[BR]");
    assert_eq!(decode(&encode("🇯🇵🇧🇷", SoftbankSjis), SoftbankSjis), "🇯🇵[BR]");
}

#[test]
fn a_private_code_means_nothing_to_another_carrier() {
    let sun = decode(&utf8(0xE63E), DocomoPua);
    assert_eq!(sun, "☀");
    assert_eq!(decode(&utf8(0xE63E), AuPua), "\u{FFFD}");
    assert_ne!(decode(&utf8(0xE501), AuPua), decode(&utf8(0xE501), SoftbankPua));
    for to in [DocomoSjis, DocomoPua, AuSjis, AuPua, SoftbankSjis, SoftbankPua] {
        assert_eq!(decode(&encode("\u{E63E}\u{E04A}\u{EF60}", to), to), "〓〓〓", "{to}");
    }
    assert_eq!(decode("\u{10E6D1}".as_bytes(), Utf8), "\u{FFFD}");
}

#[test]
fn several_signs_may_share_one_web_code() {
    assert_eq!(decode(b"\x1B$Gji\x0F", SoftbankWebcode), "☀☁");
    assert_eq!(decode(b"\x1B$G<\"x", SoftbankWebcode), "$G<\"x");
    assert_eq!(decode(b"\x1B$G\x0F", SoftbankWebcode), "$G");
}
