//! What a first visit weighs, before the server packs it.

use enishi_face::Language;
use enishi_touch::assets;

use crate::named;

/// The whole of it may be 60 KB on the wire; unpacked it stays under that already, pictures left out.
const FIRST_VISIT_BYTES: usize = 60_000;

#[test]
fn a_first_visit_is_light() {
    for name in ["welcome", "home", "diary_form_refused"] {
        let page = named(name).html(Language::Ja).len();
        let all = page + assets::STYLE.len() + assets::SCRIPT.len() + assets::ICON.len();
        assert!(all < FIRST_VISIT_BYTES, "{name}: {all} bytes");
    }
}

#[test]
fn a_file_is_named_after_its_bytes() {
    for (path, ending) in
        [(assets::style_path(), ".css"), (assets::script_path(), ".js"), (assets::icon_path(), ".svg")]
    {
        let name = path.strip_prefix("/assets/").unwrap().strip_suffix(ending).unwrap();
        let (_, digest) = name.split_once('-').unwrap();
        assert!(digest.len() == 16 && digest.chars().all(|sign| sign.is_ascii_hexdigit()), "{path}");
    }
}

#[test]
fn the_manifest_survives_any_name() {
    let manifest: serde_json::Value = serde_json::from_str(&assets::manifest("え\"に\\し")).unwrap();
    assert_eq!(manifest["name"], "え\"に\\し");
    assert_eq!(manifest["icons"][0]["src"], assets::icon_path().as_str());
}

/// `default-src 'none'` leaves a style sheet nothing to fetch but what it holds itself.
#[test]
fn the_style_sheet_fetches_nothing() {
    assert!(!assets::STYLE.contains("@import"));
    for address in assets::STYLE.split("url(").skip(1) {
        assert!(address.starts_with("\"data:image/svg+xml,"), "{address}");
    }
}
