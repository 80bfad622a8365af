//! Every row of the list has a test, or a line in `docs/security.md` that says why not.

use std::collections::BTreeSet;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn tested() -> BTreeSet<u8> {
    let folder = root().join("crates/server/tests/it/attacks");
    let sources = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    let row = |line: &str| -> Option<u8> { line.trim().strip_prefix("fn attack_")?.get(..2)?.parse().ok() };
    let hundredth = |line: &str| line.trim().starts_with("fn attack_100_").then_some(100);
    sources
        .flat_map(|text| {
            text.lines().filter_map(|line| hundredth(line).or_else(|| row(line))).collect::<Vec<_>>()
        })
        .collect()
}

fn explained() -> BTreeSet<u8> {
    let text = std::fs::read_to_string(root().join("docs/security.md")).unwrap();
    let rows = text.split("## Rows and their tests").nth(1).unwrap();
    rows.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next()?.parse().ok()).collect()
}

#[test]
fn every_row_has_a_test_or_a_reason() {
    let (tested, explained) = (tested(), explained());
    let forgotten: Vec<u8> =
        (1..=100).filter(|row| !tested.contains(row) && !explained.contains(row)).collect();
    assert!(forgotten.is_empty(), "rows without a test or a reason in docs/security.md: {forgotten:?}");
    assert!(tested.contains(&100) && tested.len() > 25, "the test no longer finds the tests");
}
