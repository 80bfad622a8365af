//! Editing a long entry on a small phone, piece by piece, damages nothing.

use enishi_face::Language;
use enishi_keitai::edit::{edit_mark, join_restored};

use crate::{cast, drive, phones, reading};

fn hidden<'p>(page: &'p str, name: &str) -> Option<&'p str> {
    let at = page.find(&format!("name=\"{name}\" value=\""))?;
    page[at..].split('"').nth(3)
}

fn typed(page: &str) -> String {
    let area = page.split("<textarea").nth(1).unwrap();
    let (_, area) = area.split_once('>').unwrap();
    reading::unescape(area.split("</textarea>").next().unwrap())
}

/// Sends every piece back untouched, one after the other.
fn check(phone: &str, body: &str, expected_pieces: std::ops::Range<usize>) {
    let profile = phones::phone(phone);
    let mut stored = body.to_owned();
    let mut pieces = 0;
    for (_, read) in drive::parts(&profile, Language::Ja, &cast::edit_form(body)) {
        let Some(part) = hidden(&read, "body_part") else { continue };
        let parts = hidden(&read, "body_parts").unwrap().parse().unwrap();
        assert_eq!(hidden(&read, "body_mark"), Some(edit_mark(body).as_str()));
        let sent = typed(&read).replace('\n', "\r\n");
        stored = join_restored(&stored, part.parse().unwrap(), parts, &sent, &profile).unwrap();
        assert_eq!(stored, body, "piece {part} of {parts} on {phone}");
        pieces += 1;
    }
    assert!(expected_pieces.contains(&pieces), "{pieces} pieces on {phone}");
}

#[test]
fn an_untouched_entry_stays_as_it_was() {
    let long = "髙橋さんと🇯🇵へ行った～。\nとても楽しかった！次は é も食べたい。\n\n".repeat(250);
    let long = long.trim();
    check("mova-c10", long, 6..30);
    check("au-win", long, 3..10);
    check("foma1", long, 2..4);
    check("kaios", long, 0..1);
}

#[test]
fn a_short_entry_is_edited_whole() {
    for phone in ["foma1", "au-win", "kaios", "w3m"] {
        check(phone, cast::BODY, 0..1);
    }
}
