//! Every key that the sources name is in both catalogues, and neither has one that the other lacks.

#![allow(clippy::unwrap_used)] // a test may stop where it fails

use std::collections::BTreeSet;
use std::path::Path;

use enishi_face::Language;

const LANGUAGES: [Language; 2] = [Language::Ja, Language::En];

fn catalogue(language: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("words").join(language);
    let mut keys = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for line in text.lines().filter(|line| line.starts_with(|sign: char| sign.is_ascii_lowercase())) {
            keys.insert(line.split(" = ").next().unwrap().trim_end_matches(" =").to_owned());
        }
    }
    keys
}

/// String literals after `say(`, `say_with(` and `Phrase::new(`, in every crate that speaks.
fn keys_in_sources() -> BTreeSet<String> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut keys = BTreeSet::new();
    for room in ["face", "keitai", "touch", "server"] {
        visit(&crates.join(room).join("src"), &mut keys);
    }
    keys
}

fn visit(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, keys);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            for opening in ["say(", "say_with(", "Phrase::new("] {
                for (at, _) in text.match_indices(opening) {
                    let rest = text[at + opening.len()..].trim_start();
                    if let Some(literal) = rest.strip_prefix('"') {
                        keys.insert(literal.split('"').next().unwrap().to_owned());
                    }
                }
            }
        }
    }
}

#[test]
fn both_languages_say_the_same_things() {
    let (ja, en) = (catalogue("ja"), catalogue("en"));
    assert!(!ja.is_empty(), "no catalogue was found");
    assert_eq!(ja.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "in Japanese only");
    assert_eq!(en.difference(&ja).collect::<Vec<_>>(), Vec::<&String>::new(), "in English only");
    for language in LANGUAGES {
        for key in catalogue(language.code()) {
            assert!(language.words().has(&key), "{key} does not parse in {}", language.code());
        }
    }
}

#[test]
fn every_key_named_in_the_sources_exists() {
    let named = keys_in_sources();
    assert!(named.len() > 10, "the test no longer finds how keys are named");
    let missing: Vec<_> = named.iter().filter(|key| !LANGUAGES[0].words().has(key)).collect();
    assert!(missing.is_empty(), "no catalogue says: {missing:?}");
}

/// Keys made of stored words are found by no reading of the sources.
#[test]
fn every_kind_of_the_security_log_has_its_words() {
    for language in LANGUAGES {
        for kind in enishi_core::security_log::Kind::ALL {
            let key = format!("log-event-{}", kind.word());
            assert!(language.words().has(&key), "{key} in {}", language.code());
        }
    }
}

#[test]
fn plurals_and_values_are_said() {
    let en = Language::En.words();
    assert_eq!(en.say_with("red-requests", "n", 1i64), "1 friend request");
    assert_eq!(en.say_with("red-requests", "n", 3i64), "3 friend requests");
    assert_eq!(Language::Ja.words().say_with("red-requests", "n", 3i64), "3件の友人申請があります");
    let unknown: &'static str = "no-such-key";
    assert_eq!(en.say(unknown).as_ref(), unknown);
}

#[test]
fn the_reader_is_met_in_their_language() {
    assert_eq!(Language::preferred(None), Language::Ja);
    assert_eq!(Language::preferred(Some("en-GB,ja;q=0.5")), Language::En);
    assert_eq!(Language::preferred(Some("fr, *")), Language::Ja);
}
