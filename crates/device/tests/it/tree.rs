//! The profiles that are built in, and what they promise to the rooms that use them.

use std::path::Path;

use enishi_device::{
    Charset, CssSupport, DeviceClass, EmojiSet, FaceKind, Headers, ImageFormat, InputStyle, KeyStyle, Markup,
    Profiles, check,
};

fn config() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../config/devices")
}

fn resolve(user_agent: &str) -> std::sync::Arc<enishi_device::DeviceProfile> {
    Profiles::embedded().resolve(&Headers::new([("User-Agent", user_agent)]))
}

#[test]
fn the_folder_has_no_faults_and_is_what_is_built_in() {
    assert_eq!(check(&config()), []);
    let (built_in, folder) = (Profiles::embedded(), Profiles::load(&config()).unwrap());
    assert!(built_in.names().count() > 30);
    assert_eq!(built_in.names().collect::<Vec<_>>(), folder.names().collect::<Vec<_>>());
    for name in built_in.names() {
        assert_eq!(built_in.by_name(name), folder.by_name(name), "{name}");
    }
}

#[test]
fn an_unknown_name_has_no_profile() {
    assert_eq!(Profiles::embedded().by_name("docomo-foma9"), None);
}

#[test]
fn every_profile_can_be_served() {
    let profiles = Profiles::embedded();
    for profile in profiles.names().map(|name| profiles.by_name(name).unwrap()) {
        let name = &profile.name;
        assert!(profile.page_bytes >= 1_000 && profile.page_bytes <= profile.total_bytes, "{name}");
        assert!(profile.image_bytes <= profile.total_bytes && !profile.image_formats.is_empty(), "{name}");
        assert_eq!(profile.markup == Markup::Html5, profile.face == FaceKind::Touch, "{name}");
        assert!(
            profile.markup != Markup::IXhtml || profile.content_type == "application/xhtml+xml",
            "{name}"
        );
        assert!(
            profile.charset == Charset::ShiftJis || profile.input != InputStyle::WapInputFormat,
            "{name}"
        );
    }
}

#[test]
fn the_first_foma_keeps_no_cookies_and_reads_inline_style() {
    let foma = resolve("DoCoMo/2.0 P903i(c100;TB;W24H12)");
    assert_eq!(
        (foma.markup, foma.input, foma.css),
        (Markup::IXhtml, InputStyle::WapInputFormat, CssSupport::Inline)
    );
    assert!(!foma.cookies && !foma.upload);
    assert_eq!(foma.image_formats, [ImageFormat::Jpeg, ImageFormat::Gif]);
    assert!(resolve("DoCoMo/2.0 P07A3(c500;TB;W24H15)").cookies);
}

#[test]
fn the_basic_pictograms_end_with_the_505i() {
    for (user_agent, emoji) in [
        ("DoCoMo/1.0/D501i", EmojiSet::DocomoBasic),
        ("DoCoMo/1.0/D504i/c10", EmojiSet::DocomoBasic),
        ("DoCoMo/1.0/D505i/c20", EmojiSet::Docomo),
        ("DoCoMo/2.0 F900i(c100)", EmojiSet::Docomo),
    ] {
        assert_eq!(resolve(user_agent).emoji, emoji, "{user_agent}");
    }
}

#[test]
fn softbank_asks_for_digits_by_mode_and_draws_no_gif_before_3gc() {
    let (c, gc) = (resolve("J-PHONE/2.0/J-DN02"), resolve("SoftBank/1.0/910T/TJ001"));
    assert_eq!((c.input, c.keys, c.cookies), (InputStyle::Mode, KeyStyle::Directkey, false));
    assert_eq!((gc.input, gc.keys, gc.cookies), (InputStyle::Mode, KeyStyle::Accesskey, true));
    assert_eq!((c.queries, gc.queries), (false, true));
    assert!(!c.image_formats.contains(&ImageFormat::Gif) && gc.image_formats.contains(&ImageFormat::Gif));
}

#[test]
fn au_sends_files_from_browser_build_k4_on() {
    assert!(!resolve("KDDI-SH37 UP.Browser/6.2_7.2.7.1.K.3.330 (GUI) MMP/2.0").upload);
    assert!(resolve("KDDI-CA3F UP.Browser/6.2_7.2.7.1.K.4.306 (GUI) MMP/2.0").upload);
}

#[test]
fn a_header_narrows_a_budget_and_never_widens_it() {
    let profiles = Profiles::embedded();
    let unit = |bytes: &str| {
        let user_agent = "KDDI-CA32 UP.Browser/6.2.0.7.3.129 (GUI) MMP/2.0";
        let profile =
            profiles.resolve(&Headers::new([("user-agent", user_agent), ("x-up-devcap-max-pdu", bytes)]));
        (profile.page_bytes, profile.total_bytes)
    };
    assert_eq!(unit("9999999"), (9_000, 100_000));
    assert_eq!(unit("50000"), (9_000, 48_000));
    assert_eq!(unit("5000"), (4_800, 4_800));
    assert_eq!(unit("1"), (9_000, 100_000));
}

#[test]
fn a_model_decides_between_garaho_and_smartphone() {
    let found =
        resolve("Mozilla/5.0 (Linux; Android 8.1.0; SH-02L Build/S1; wv) Chrome/70 Mobile Safari/537");
    assert_eq!(found.class, DeviceClass::Featurephone);
    assert_eq!(found.family, "garaho");
    let smartphone =
        resolve("Mozilla/5.0 (Linux; Android 8.1.0; P903i Build/S1) Chrome/70 Mobile Safari/537");
    assert_eq!((smartphone.family.as_str(), smartphone.screen.width), ("touch", 360));
}

#[test]
fn the_owner_of_a_smartphone_may_ask_for_the_keitai_face() {
    let iphone = resolve("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Mobile/15E148 Safari/604.1");
    let keitai = iphone.with_face(FaceKind::Keitai);
    assert_eq!(
        (keitai.face, keitai.markup, keitai.charset),
        (FaceKind::Keitai, Markup::XhtmlMp, Charset::Utf8)
    );
    let foma = resolve("DoCoMo/2.0 P903i(c100;TB;W24H12)");
    let touch = foma.with_face(FaceKind::Touch);
    assert_eq!(
        (touch.markup, touch.charset, touch.content_type.as_str()),
        (Markup::Html5, Charset::Utf8, "text/html")
    );
    assert_eq!(foma.with_face(FaceKind::Keitai), *foma);
}
