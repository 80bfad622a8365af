//! `docs/works-on.md` says what the program says: every profile a phone can be given, with its figures and a picture.
//!
//! `just works-on` sets `ENISHI_WORKS_ON=write`: the page is written here, its pictures by the browser tests.

mod table;

use std::path::PathBuf;

use table::Met;

fn docs() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs"))
}

#[test]
fn the_page_of_phones_says_what_the_program_says() {
    let (page, file) = (table::page(), docs().join("works-on.md"));
    if table::is_to_be_written() {
        std::fs::write(&file, &page).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written == page, "docs/works-on.md is stale; `just works-on` writes it anew");
}

#[test]
fn every_profile_has_its_picture_as_wide_as_its_screen_and_none_is_left_over() {
    let folder = docs().join(table::PICTURES);
    let met = table::met();
    let missing: Vec<&str> = met
        .iter()
        .filter(|one| width_of(&folder, one) != Some(one.screen().0))
        .map(|one| one.name())
        .collect();
    assert!(missing.is_empty(), "no picture, or one of another width: {missing:?}");
    let weights: Vec<u64> =
        std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).collect();
    assert_eq!(weights.len(), met.len(), "a picture of a profile that is gone");
    assert!(weights.iter().sum::<u64>() < 700_000, "the pictures weigh {weights:?}");
}

/// What the head of the PNG says.
fn width_of(folder: &std::path::Path, one: &Met) -> Option<u32> {
    let bytes = std::fs::read(folder.join(one.file())).ok()?;
    let width = bytes.get(16..20).filter(|_| bytes.starts_with(b"\x89PNG"))?;
    Some(u32::from_be_bytes(width.try_into().unwrap()))
}
