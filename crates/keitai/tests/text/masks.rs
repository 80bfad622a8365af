//! Editing on a phone that cannot show everything.

use enishi_keitai::text::Encoding::*;
use enishi_keitai::text::{Encoder, decode, encode, mask_unmappable, restore};
use proptest::prelude::*;

const ORIGINAL: &str = "🦄に会った〜！한국で☀\u{FE0F}";

#[test]
fn what_a_phone_lacks_is_numbered() {
    let (shown, placeholders) = mask_unmappable(ORIGINAL, DocomoSjis);
    assert_eq!(shown, "[#1]に会った～！[#2][#3]で☀");
    assert_eq!(placeholders.count(), 3);
    assert_eq!(mask_unmappable("ふつうの日記", DocomoSjis).1.count(), 0);
}

#[test]
fn untouched_text_comes_back_to_the_letter() {
    let (shown, placeholders) = mask_unmappable(ORIGINAL, DocomoSjis);
    assert_eq!(placeholders.restore(&shown), ORIGINAL);
    assert_eq!(restore(&shown, ORIGINAL, DocomoSjis), ORIGINAL);
}

#[test]
fn edits_keep_the_placeholders_that_are_left() {
    let edited = |text| restore(text, ORIGINAL, DocomoSjis);
    assert_eq!(edited("昨日[#1]に会った～！[#2][#3]で☀"), "昨日🦄に会った〜！한국で☀\u{FE0F}");
    assert_eq!(edited("[#1]に会った！[#2][#3]で☀。"), "🦄に会った！한국で☀。");
    assert_eq!(edited("[#1]に会った～！[#2]で☀"), "🦄に会った〜！한で☀\u{FE0F}");
    assert_eq!(edited("に会った！[#2]で☀"), "に会った！한で☀\u{FE0F}");
    assert_eq!(edited("[#3]と[#1]"), "국と🦄");
    assert_eq!(edited(""), "");
}

#[test]
fn placeholders_that_were_typed_stay_as_typed() {
    let original = "[#1]と[#3]と🦄🐙🦊";
    let (shown, _) = mask_unmappable(original, DocomoSjis);
    assert_eq!(shown, "[#1]と[#3]と[#2][#4][#5]");
    assert_eq!(restore(&shown, original, DocomoSjis), original);
    assert_eq!(restore("[#1][#9]", "[#1]", DocomoSjis), "[#1][#9]");
    assert_eq!(restore("🦄でない[#1]。[#1]", "a🦄", Utf8), "🦄でない[#1]。[#1]");
    assert_eq!(restore("[#1]x[#1]", "x🦄", DocomoSjis), "[#1]x🦄");
    assert_eq!(restore("[#1][#1][#1]!", "🦄", DocomoSjis), "🦄[#1][#1]!");
}

#[test]
fn line_ends_of_text_areas_do_not_disturb() {
    let original = "一行目🦄\n二行目🦄";
    let (shown, _) = mask_unmappable(original, AuSjis);
    assert_eq!(restore(&shown.replace('\n', "\r\n"), original, AuSjis), original);
}

#[test]
fn row_13_is_masked_where_it_is_written_out() {
    let foma_1 = Encoder::new(DocomoSjis).writing_out_row_13();
    assert_eq!(mask_unmappable("①番", foma_1).0, "[#1]番");
    assert_eq!(restore("[#1]番目", "①番", foma_1), "①番目");
}

fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "あ",
        "漢",
        "〜",
        "～",
        "☀",
        "☀\u{FE0F}",
        "🦄",
        "👍🏽",
        "🇧🇷",
        "1\u{FE0F}\u{20E3}",
        "é",
        "한",
        "[#1]",
        "[#",
        "2]",
        "\n",
        "か\u{3099}",
        "\u{200B}",
        "👨\u{200D}👩",
        "<",
        "①",
        "髙",
        "ｶ",
    ]);
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_form_sent_back_unchanged_changes_nothing(text in any_text()) {
        for to in [DocomoSjis, DocomoBasicSjis, AuPua, SoftbankWebcode, AuMail, Utf8Plain, Utf8] {
            let text = decode(text.as_bytes(), Utf8);
            let (shown, _) = mask_unmappable(&text, to);
            let sent_back = decode(&encode(&shown, to), to);
            prop_assert_eq!(restore(&sent_back, &text, to), text, "{} shows {}", to, shown);
        }
    }

    #[test]
    fn text_put_in_front_or_behind_is_kept(text in any_text(), front in "[a-zあ-ん]{0,4}", behind in "[a-zあ-ん]{0,4}") {
        let text = decode(text.as_bytes(), Utf8).replace('\u{200B}', "");
        let (shown, _) = mask_unmappable(&text, DocomoSjis);
        let saved = restore(&format!("{front}{shown}{behind}"), &text, DocomoSjis);
        prop_assert_eq!(encode(&saved, DocomoSjis), encode(&format!("{front}{text}{behind}"), DocomoSjis));
    }

    #[test]
    fn anything_may_be_sent_back(text in any_text(), edited in any::<String>()) {
        restore(&edited, &text, DocomoSjis);
    }
}
