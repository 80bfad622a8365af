//! ISO-2022-JP and what the carriers made of it.

use enishi_keitai::text::Encoding::*;
use enishi_keitai::text::{decode, encode};

#[test]
fn iso_2022_jp_switches_and_returns() {
    assert_eq!(encode("aあb", Iso2022Jp), b"a\x1B$B$\"\x1B(Bb");
    assert_eq!(encode("あ\r\n", Iso2022Jp), b"\x1B$B$\"\x1B(B\r\n");
    assert_eq!(decode(b"\x1B$@$\"\x1B(Jb", Iso2022Jp), "あb");
    assert_eq!(encode("〜～", Iso2022Jp), b"\x1B$B!A!A\x1B(B");
}

#[test]
fn half_width_kana_goes_out_wide_and_comes_in_either_way() {
    assert_eq!(encode("ｶﾞｷﾞ。", Iso2022Jp), encode("ガギ。", Iso2022Jp));
    assert_eq!(encode("か\u{FF9E}", Iso2022Jp), encode("か゛", Iso2022Jp));
    assert_eq!(decode(b"\x1B(I6^\x1B(Ba", AuMail), "ｶﾞa");
}

#[test]
fn row_13_of_pcs_is_read() {
    assert_eq!(decode(b"\x1B$B-!\x1B(B", Iso2022Jp), "①");
    assert_eq!(encode("①", Iso2022Jp), b"\x1B$B-!\x1B(B");
}

#[test]
fn au_signs_take_the_rows_of_ibm_letters() {
    assert_eq!(encode("☀", AuMail), b"\x1B$B\x75\x41\x1B(B");
    assert_eq!(decode(&encode("髙橋さん☀", AuMail), AuMail), "高橋さん☀");
    assert_eq!(decode(&encode("髙橋", Iso2022Jp), Iso2022Jp), "髙橋");
    assert_eq!(decode(b"\x1B$B\x75\x41\x1B(B<", Iso2022Jp), "\u{FFFD}<");
}

#[test]
fn docomo_codes_stand_inside_or_outside_the_escapes() {
    assert_eq!(encode("あ☀あ", WillcomMail), b"\x1B$B$\"\x1B(B\xF8\x9F\x1B$B$\"\x1B(B");
    assert_eq!(decode(b"\x1B$B$\"\xF8\x9F$\"\x1B(B", WillcomMail), "あ☀あ");
    assert_eq!(decode(b"\x82\xA0\xF8\x9F", DocomoMail), "あ☀");
    assert_eq!(decode(b"\x82\xA0\x1B$Gj\x0F", SoftbankMail), "あ☀");
}

#[test]
fn a_lost_escape_spoils_its_own_line_only() {
    assert_eq!(decode(b"\x1B$B$\"\n<b>", Iso2022Jp), "あ\n<b>");
    assert_eq!(decode(b"\x1B$B$\"$\x1B(B<", Iso2022Jp), "あ\u{FFFD}<");
}
