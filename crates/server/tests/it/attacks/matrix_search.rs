//! Row 76: what the search finds, how much, and that what it does not find is like what nobody wrote.

use std::collections::BTreeSet;

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};
use enishi_testkit::phone::{Form, Page, Phone};

use super::hiding::said;
use super::matrix::{Seat, Tally, shows};
use super::stage::{LEVELS, WORDS};
use crate::program::without_token;

/// A word that stands nowhere.
const NEVER: &str = "しるし癸";
/// What stands in everything the author wrote on the stage, of every level.
const COMMON: &str = "しるし";

/// The line to type into; a guest has none.
struct Line {
    form: Form,
}

impl Line {
    fn look(&self, phone: &mut Phone, place: &str, q: &str) -> Page {
        phone.submit(&self.form.clone().fill("in", place).fill("q", q))
    }
}

/// Looks for every level's word in every place.
pub fn search(seat: &Seat<'_>, phone: &mut Phone, tally: &mut Tally) {
    let Some(form) = phone.get("/search").find_form("/search") else {
        return nothing_for_guests(seat, phone, tally);
    };
    let line = Line { form };
    let never = ["names", "diaries", "fields"].map(|place| line.look(phone, place, NEVER));
    for (level, sees) in seat.persona.sees.into_iter().enumerate() {
        let word = WORDS[level];
        let [names, diaries, fields] =
            ["names", "diaries", "fields"].map(|place| line.look(phone, place, word));
        let own: BTreeSet<String> = [seat.stage.entries[level].clone()].into();
        let expected = if sees { own } else { BTreeSet::new() };
        tally.see(seat, "search of names", level, true, is_same(&names, word, &never[0]));
        tally.see(seat, "search of diaries", level, sees, shows(&diaries, level, "の題"));
        tally.see(seat, "number of diaries found", level, true, entries_on(&diaries) == expected);
        tally.see(seat, "search of fields", level, sees, shows(&fields, level, "の項"));
        tally.see(
            seat,
            "number of people found",
            level,
            true,
            people_on(&fields, &never[2]) == usize::from(sees),
        );
        if !sees {
            tally.see(seat, "search of diaries like never", level, true, is_same(&diaries, word, &never[1]));
            tally.see(seat, "search of fields like never", level, true, is_same(&fields, word, &never[2]));
        }
    }
    together(seat, &line, phone, tally);
}

/// What is looked for at once: the word they all have, and the words of two fields.
fn together(seat: &Seat<'_>, line: &Line, phone: &mut Phone, tally: &mut Tally) {
    let sees = seat.persona.sees;
    let all = entries_on(&line.look(phone, "diaries", COMMON));
    let mine = (0..5).filter(|level| sees[*level]).map(|level| seat.stage.entries[level].clone());
    tally.see_of(seat, "number of diaries found", "all levels", true, all == mine.collect());
    let never = line.look(phone, "fields", &format!("{} {NEVER}", WORDS[0]));
    for level in 1..5 {
        let page = line.look(phone, "fields", &format!("{} {}", WORDS[0], WORDS[level]));
        let found = people_on(&page, &never) == 1;
        tally.see_of(seat, "search of two fields", LEVELS[level], sees[level], found);
        if !sees[level] {
            let is_same = is_same(&page, WORDS[level], &never);
            tally.see_of(seat, "search of two fields like never", LEVELS[level], true, is_same);
        }
    }
}

fn nothing_for_guests(seat: &Seat<'_>, phone: &mut Phone, tally: &mut Tally) {
    for place in ["names", "diaries", "fields"] {
        let page = phone.get(&format!("/search?in={place}&q=%E3%81%97%E3%82%8B%E3%81%97"));
        for (level, word) in WORDS.into_iter().enumerate() {
            tally.see(seat, "search", level, false, page.text().contains(word));
        }
    }
}

/// The entries a page leads to.
fn entries_on(page: &Page) -> BTreeSet<String> {
    let links = page.links().map(|link| without_token(&link));
    links.filter(|link| link.strip_prefix("/diary/").is_some_and(is_id)).collect()
}

/// How many people more a page leads to than another.
fn people_on(page: &Page, none: &Page) -> usize {
    let people = |page: &Page| -> Vec<String> {
        let links = page.links().map(|link| without_token(&link));
        links.filter(|link| link.strip_prefix("/members/").is_some_and(is_id)).collect()
    };
    people(page).into_iter().collect::<BTreeSet<_>>().len()
        - people(none).into_iter().collect::<BTreeSet<_>>().len()
}

fn is_id(rest: &str) -> bool {
    rest.len() > 10 && !rest.contains('/')
}

/// Whether a page differs from the one for a word nobody wrote in nothing but the word itself, in the field and in the
/// addresses that keep it.
fn is_same(page: &Page, word: &str, never: &Page) -> bool {
    // Words are not equally long in every address, and what they lie in is compared itself.
    let headers = |page: &Page| {
        let own = |name: &str| matches!(name, "date" | "content-length");
        let mut headers: Vec<_> = page.headers.iter().filter(|(name, _)| !own(name)).cloned().collect();
        headers.sort();
        headers
    };
    let without = |page: &Page, word: &str| {
        let text = said(page).replace(word, "~");
        [UTF_8, SHIFT_JIS].iter().fold(text, |text, charset| text.replace(&in_address(word, charset), "~"))
    };
    page.status == never.status
        && headers(page) == headers(never)
        && without(page, word) == without(never, NEVER)
}

/// A word as it stands in an address.
fn in_address(word: &str, charset: &'static Encoding) -> String {
    let bytes = charset.encode(word).0.into_owned();
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    bytes.into_iter().map(sign).collect()
}
