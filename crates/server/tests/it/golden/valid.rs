//! Copies of XHTML pages, held against XHTML Basic 1.1 by `xmllint`, many at a time.
//!
//! The document types of the carriers were never published, and Debian has none for XHTML Mobile Profile; XHTML Basic
//! 1.1 is the common ground. What no DTD knows is left out of the copy.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;

const DOCTYPE: &str = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML Basic 1.1//EN\" \
                       \"http://www.w3.org/TR/xhtml-basic/xhtml-basic11.dtd\">";
const CARRIER_ATTRIBUTES: [&str; 5] =
    [" istyle=\"", " mode=\"", " directkey=\"", " nonumber=\"", " autocomplete=\""];
/// What differs from one look at a page to the next.
const PASSING: [&str; 2] = ["name=\"csrf\" value=\"", "name=\"once\" value=\""];
/// Files for one run of `xmllint`.
const AT_ONCE: usize = 250;

/// A UTF-8 copy with the public document type.
pub fn copy(read: &str) -> String {
    let (_, rest) = read.split_once("<html").unwrap_or_default();
    let mut page = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{DOCTYPE}\n<html{rest}");
    CARRIER_ATTRIBUTES.iter().for_each(|attribute| cut(&mut page, attribute, attribute.len(), 1));
    PASSING.iter().for_each(|passing| cut(&mut page, passing, 0, 0));
    // Carriers' pictograms lie where XML has room for them; the token is another on every phone.
    while let Some(at) = page.find("/~") {
        let end = page[at + 1..].find(['/', '"']).map_or(page.len(), |end| at + 1 + end);
        page.replace_range(at..end, "");
    }
    page
}

/// Takes the value after `mark` away; with a `head`, so much of the mark and the closing quote too.
fn cut(page: &mut String, mark: &str, head: usize, quote: usize) {
    let mut from = 0;
    while let Some(found) = page[from..].find(mark) {
        let value = from + found + mark.len();
        let end = value + page[value..].find('"').unwrap_or(0) + quote;
        page.replace_range(value - head..end, "");
        from = value - head;
    }
}

/// Different pages, each with where it was seen first.
pub struct Copies(Mutex<BTreeMap<String, String>>);

impl Copies {
    pub fn new() -> Copies {
        Copies(Mutex::new(BTreeMap::new()))
    }

    pub fn add(&self, place: String, copy: String) {
        self.0.lock().unwrap().entry(copy).or_insert(place);
    }

    /// What the DTD says against them.
    pub fn check(self) -> Vec<String> {
        if Command::new("xmllint").arg("--version").stderr(Stdio::null()).status().is_err() {
            let required = std::env::var("ENISHI_REQUIRE_XMLLINT").is_ok_and(|value| value == "1");
            assert!(!required, "xmllint is not installed, and ENISHI_REQUIRE_XMLLINT asks for it");
            eprintln!("not held against the DTD: xmllint is not installed");
            return Vec::new();
        }
        let folder = tempfile::tempdir().unwrap();
        let copies: Vec<(String, String)> = self.0.into_inner().unwrap().into_iter().collect();
        assert!(copies.len() > 100, "hardly any page was XHTML");
        let batches: Vec<_> = copies.chunks(AT_ONCE).enumerate().collect();
        let (first, second) = batches.split_at(batches.len() / 2);
        let check = |batches: &[(usize, &[(String, String)])]| -> Vec<String> {
            batches.iter().flat_map(|(number, batch)| xmllint(folder.path(), *number, batch)).collect()
        };
        let faults = std::thread::scope(|scope| {
            let half = scope.spawn(|| check(first));
            let mut faults = check(second);
            faults.extend(half.join().unwrap());
            faults
        });
        eprintln!("{} different XHTML pages were held against the DTD", copies.len());
        faults
    }
}

fn xmllint(folder: &Path, number: usize, batch: &[(String, String)]) -> Vec<String> {
    let mut command = Command::new("xmllint");
    command.args(["--nonet", "--noout", "--valid"]);
    for (at, (copy, _)) in batch.iter().enumerate() {
        let path = folder.join(format!("{number}-{at}.xhtml"));
        std::fs::write(&path, copy).unwrap();
        command.arg(path);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let place = |line: &str| -> Option<String> {
        let name = Path::new(line.split(".xhtml:").next()?).file_name()?.to_str()?;
        let at: usize = name.split('-').nth(1)?.parse().ok()?;
        Some(batch.get(at)?.1.clone())
    };
    let faults = said.lines().filter(|line| line.contains(".xhtml:"));
    let faults: Vec<String> = faults
        .map(|line| {
            let what = line.split(".xhtml:").nth(1).unwrap_or_default();
            format!(
                "{}: {}",
                place(line).unwrap_or_default(),
                what.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ':')
            )
        })
        .collect();
    assert!(output.status.success() || !faults.is_empty(), "xmllint says: {said}");
    faults
}
