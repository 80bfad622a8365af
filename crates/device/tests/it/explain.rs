//! The reasons an operator is told.

use enishi_device::{Headers, Profiles};

fn explain(lines: &str) -> serde_json::Value {
    serde_json::to_value(Profiles::embedded().explain(&Headers::from_lines(lines))).unwrap()
}

#[test]
fn the_answer_has_every_key_that_is_promised() {
    let json = explain("User-Agent: DoCoMo/2.0 P903i(c100;TB;W24H12)");
    for key in [
        "face",
        "carrier",
        "generation",
        "model",
        "class",
        "charset",
        "markup",
        "page_bytes",
        "screen",
        "image_formats",
        "cookies",
        "queries",
        "emoji",
        "input",
        "rules",
    ] {
        assert!(json.get(key).is_some(), "{key}");
    }
    assert_eq!(json["screen"]["width"], 240);
    assert_eq!(json["carrier"], "docomo");
}

#[test]
fn each_value_names_the_line_or_the_header_that_decided_it() {
    let json =
        explain("User-Agent: SoftBank/1.0/910T/TJ001\nx-jphone-msname: 910T\nx-jphone-display: 240*400");
    let rule = |key: &str| json["rules"][key].as_str().unwrap().to_owned();
    assert_eq!(rule("screen"), "header x-jphone-display");
    assert_eq!(rule("model"), "header x-jphone-msname");
    assert!(rule("charset").starts_with("30-softbank.toml:") && rule("charset").ends_with(" softbank-3gc"));
    assert!(rule("colours").starts_with("models/softbank-3gc.toml:") && rule("colours").ends_with(" 910T"));
    assert!(rule("content_type").starts_with("00-root.toml:"));
}

#[test]
fn a_line_that_is_named_holds_the_key() {
    let json = explain("User-Agent: KDDI-CA32 UP.Browser/6.2.0.7.3.129 (GUI) MMP/2.0");
    let config = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../config/devices");
    for (key, rule) in json["rules"].as_object().unwrap() {
        let Some((file, rest)) = rule.as_str().unwrap().split_once(':') else { continue };
        let line: usize = rest.split(' ').next().unwrap().parse().unwrap();
        let text = std::fs::read_to_string(config.join(file)).unwrap();
        let line = text.lines().nth(line - 1).unwrap();
        let is_named = if key == "model" { line.contains("W31CA") } else { line.contains(key.as_str()) };
        assert!(is_named, "{key}: {line}");
    }
}

#[test]
fn any_name_of_a_handset_leads_to_it() {
    let profiles = Profiles::embedded();
    let name = |text: &str| profiles.explain_any(text).profile.name;
    assert_eq!(name("docomo-foma1"), "docomo-foma1");
    assert_eq!(name("P903i"), "docomo-foma1");
    assert_eq!(name("D505i"), "docomo-mova-c20");
    assert_eq!(name("J-SH53"), "softbank-p");
    assert_eq!(name("CA32"), "au-win");
    assert_eq!(name("DoCoMo/2.0 P07A3(c500;TB;W24H15)"), "docomo-foma2");
    assert_eq!(profiles.explain_any("CA32").profile.model.as_deref(), Some("W31CA"));
}

/// Whoever has a row is found by its token, in the family whose table holds the row.
#[test]
fn every_row_of_every_table_is_reached_by_its_token() {
    let profiles = Profiles::embedded();
    let mut rows = 0;
    for listed in profiles.list() {
        for token in profiles.models_of(&listed.profile.name) {
            let told = profiles.explain_any(token);
            assert_eq!(told.profile.family, listed.profile.family, "{token}");
            rows += 1;
        }
    }
    assert!(rows > 850, "{rows}");
}

#[test]
fn the_list_has_every_profile_once_and_parents_first() {
    let profiles = Profiles::embedded();
    let listed = profiles.list();
    assert_eq!(listed.len(), profiles.names().count());
    assert_eq!((listed[0].profile.name.as_str(), listed[0].depth), ("root", 0));
    assert!(listed.iter().all(|one| one.place.contains(".toml:")));
}
