//! The charset is said three times and is true each time.

use enishi_device::{Charset, Markup};
use enishi_face::Language;

use crate::{cast, drive, phones};

#[test]
fn header_meta_and_declaration_agree() {
    for (phone, profile) in phones::all() {
        let charset = match profile.charset {
            Charset::ShiftJis => "Shift_JIS",
            Charset::Utf8 => "UTF-8",
        };
        let rendered = drive::render(&profile, Language::Ja, &cast::home(), 1);
        let read = drive::read(&profile, &rendered);
        assert_eq!(rendered.content_type, format!("{}; charset={charset}", profile.content_type), "{phone}");
        assert!(read.contains(&format!("content=\"{}\"", rendered.content_type)), "{phone}");
        let is_xhtml = !matches!(profile.markup, Markup::Chtml | Markup::JHtml);
        assert_eq!(read.starts_with(&format!("<?xml version=\"1.0\" encoding=\"{charset}\"?>")), is_xhtml);
    }
}

#[test]
fn the_wave_dash_and_a_pictogram_reach_each_phone_as_it_knows_them() {
    let bytes = |phone: &str| {
        let profile = phones::phone(phone);
        drive::render(&profile, Language::Ja, &cast::diary_of("～", "～🌇"), 1).body
    };
    let has = |body: &[u8], wanted: &[u8]| body.windows(wanted.len()).any(|window| window == wanted);
    for phone in ["foma1", "mova-c10", "au-win", "jphone-c"] {
        assert!(has(&bytes(phone), b"\x81\x60"), "{phone}");
    }
    assert!(has(&bytes("kaios"), "～🌇".as_bytes()));
}
