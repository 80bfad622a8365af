//! The arrows between rooms (docs/ARCHITECTURE.md, "What always holds", 1).

use std::path::{Path, PathBuf};

/// Room, what it never names, and why.
const FORBIDDEN: &[(&str, &[&str], &str)] = &[
    (
        "core",
        &["actix", "maud", "encoding_rs", "image", "twilio", "tokio", "hyper"],
        "the domain knows no web server, page, charset, picture codec or provider",
    ),
    (
        "device",
        &["enishi_core", "enishi_face", "actix", "maud", "diesel"],
        "a phone is known by its headers alone",
    ),
    (
        "pictures",
        &["enishi_core", "enishi_face", "actix", "maud", "diesel"],
        "who may see a picture is not its matter",
    ),
    ("sms", &["enishi_core", "enishi_face", "actix", "maud", "diesel"], "a provider is behind one trait"),
    (
        "mail",
        &["enishi_core", "enishi_face", "enishi_keitai", "actix", "maud", "diesel"],
        "a mail server is behind one trait",
    ),
    (
        "push",
        &["enishi_core", "enishi_face", "actix", "maud", "diesel"],
        "it asks push services and knows nothing of why",
    ),
    ("face", &["actix", "diesel", "maud"], "pages are data there"),
    (
        "keitai",
        &["actix", "diesel", "enishi_touch", "tokio"],
        "a page is a pure function of data and profile",
    ),
    (
        "touch",
        &["actix", "diesel", "enishi_keitai", "tokio"],
        "a page is a pure function of data and profile",
    ),
    (
        "simulator",
        &["enishi_core", "enishi_face", "enishi_touch", "actix", "diesel", "maud"],
        "it draws a page and knows nothing of what is on it",
    ),
    ("server", &["diesel", "maud"], "it holds no SQL and no markup"),
];

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Lines of code that name a crate: `use actix_web::…`, `diesel::select(…)`; words in comments do not count.
fn names(text: &str, crate_name: &str) -> bool {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).any(|line| {
        line.match_indices(crate_name).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let rest = &line[at + crate_name.len()..];
            let is_start = before.is_none_or(|sign| !sign.is_alphanumeric() && sign != '_');
            let path = rest.trim_start_matches(|sign: char| sign.is_alphanumeric() || sign == '_');
            is_start && path.starts_with("::")
        })
    })
}

#[test]
fn rooms_import_only_what_they_may() {
    for (room, forbidden, reason) in FORBIDDEN {
        let mut files = Vec::new();
        sources(&crates().join(room).join("src"), &mut files);
        assert!(!files.is_empty(), "no sources of {room} were found: the test looks in the wrong place");
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            for name in *forbidden {
                assert!(!names(&text, name), "{} names {name}, but {reason}", file.display());
            }
        }
    }
}

#[test]
fn diesel_stands_in_queries_and_the_store_alone() {
    let mut files = Vec::new();
    sources(&crates().join("core/src"), &mut files);
    let with_diesel: Vec<_> =
        files.iter().filter(|file| names(&std::fs::read_to_string(file).unwrap(), "diesel")).collect();
    assert!(with_diesel.len() > 5, "the test no longer finds Diesel where it is");
    for file in with_diesel {
        let path = file.to_string_lossy().replace('\\', "/");
        let allowed = path.contains("/store/") || path.ends_with("queries.rs") || path.contains("/queries/");
        assert!(allowed, "{path} names Diesel: queries belong in queries.rs, the rest in store/");
    }
}
