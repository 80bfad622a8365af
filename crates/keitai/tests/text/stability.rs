//! Whatever is written can be read, and reads the same ever after.

use encoding_rs::SHIFT_JIS;
use enishi_keitai::text::{Encoding, decode, encode, mask_unmappable};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_written_is_whole_and_settles(text in any::<String>()) {
        settles(&text)?;
    }

    #[test]
    fn emoji_and_kana_settle(text in "[☀-➿🀀-🫿ぁ-ヿ｡-ﾟ\u{FE0F}\u{200D}\u{20E3}\u{3099}0-9#<\"～〜¥‾é]{0,24}") {
        settles(&text)?;
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        for from in Encoding::ALL {
            let text = decode(&bytes, from);
            prop_assert!(!text.contains(|c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n')));
            settles(&text)?;
        }
    }
}

fn settles(text: &str) -> Result<(), TestCaseError> {
    for to in Encoding::ALL {
        let bytes = encode(text, to);
        let once = decode(&bytes, to);
        prop_assert!(
            once.contains('\u{FFFD}') <= (text.contains('\u{FFFD}') || has_plane_16(text)),
            "{to} broke {text:?}: {bytes:02X?}"
        );
        prop_assert_eq!(&decode(&encode(&once, to), to), &once, "{} does not settle", to);
        if to.charset() == "Shift_JIS" {
            let broken = SHIFT_JIS.decode(&bytes).2;
            prop_assert!(!broken, "{to} wrote a broken byte for {text:?}: {bytes:02X?}");
        }
    }
    Ok(())
}

/// Text from outside never holds these: decoding refuses them, and so does writing UTF-8.
fn has_plane_16(text: &str) -> bool {
    text.contains(|c| c >= '\u{100000}')
}

/// What a hostile member might send to keep a worker busy.
#[test]
fn long_runs_cost_no_more_than_their_length() {
    let started = std::time::Instant::now();
    for unit in ["\u{FE0F}", "🦄", "👨\u{200D}", "1\u{20E3}", "[#1]🦄", "\u{1B}$G", "か\u{3099}", "é", "¥"]
    {
        let text = unit.repeat(20_000);
        for to in [Encoding::DocomoPua, Encoding::SoftbankWebcode, Encoding::AuMail, Encoding::Utf8Plain] {
            decode(&encode(&text, to), to);
        }
        decode(text.as_bytes(), Encoding::SoftbankWebcode);
        let (shown, placeholders) = mask_unmappable(&text, Encoding::DocomoSjis);
        placeholders.restore(&format!("x{shown}y"));
    }
    assert!(started.elapsed().as_secs() < 300, "took {:?}", started.elapsed());
}
