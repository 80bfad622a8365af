//! The way of a page: data, blocks, parts, markup, bytes.

use enishi_face::{Context, Face, Language, Page, Part, Place, Rendered};

use crate::content::{Block, Line, Piece, Sheet, Tone};
use crate::markup::{Document, Turn, content_type};
use crate::medium::Medium;
use crate::pages;
use crate::paging::{Room, cut};
use crate::parts::{BETWEEN, View};

/// The carrier face.
#[derive(Clone, Copy, Debug, Default)]
pub struct Keitai;

/// A page of fewer bytes offers the other face in its menu and settings only.
const ROOM_FOR_SWITCH: usize = 8_000;
/// Of a page's bytes, the share its own name may take: one in so many.
const NAME_SHARE: usize = 24;
/// More parts than any page has: the number by which the turning keys are weighed.
const MOST_PARTS: usize = 999;

impl Face for Keitai {
    fn render(&self, page: &Page, context: &Context<'_>) -> Rendered {
        let medium = Medium::of(context.profile);
        let view = View { context, medium: &medium };
        let mut sheet = pages::sheet(page, &view);
        if let Some(done) = &context.done {
            sheet.blocks.insert(0, Block::toned(Tone::Done, view.tell(done)));
        }
        let (text, part) = write(&view, sheet);
        Rendered { body: medium.encoder.encode(&text), content_type: content_type(&medium), part }
    }
}

/// The part that was asked for, as text. A number beyond the last part shows the last.
fn write(view: &View<'_>, mut sheet: Sheet) -> (String, Part) {
    let blocks = std::mem::take(&mut sheet.blocks);
    let room = room(view, &sheet);
    let parts = cut(view.medium, blocks, room, &view.say("keitai-too-long"));
    let part = Part { number: view.context.part.clamp(1, parts.len()), of: parts.len() };
    let written = document(view, &sheet, part.number, part.of).write(view.medium, &parts[part.number - 1]);
    (written, part)
}

/// What the frame leaves of the page.
fn room(view: &View<'_>, sheet: &Sheet) -> Room {
    let profile = view.medium.profile;
    let beside = |document: Document| {
        let frame = view.medium.weigh(&document.write(view.medium, &[]));
        profile.page_bytes.saturating_sub(frame)
    };
    Room {
        alone: beside(document(view, sheet, 1, 1)),
        turning: beside(document(view, sheet, MOST_PARTS - 1, MOST_PARTS)),
        pictures: profile.total_bytes.saturating_sub(profile.page_bytes),
    }
}

fn document(view: &View<'_>, sheet: &Sheet, number: usize, of: usize) -> Document {
    let turn = |part: usize, key| Turn {
        to: view.context.links.part(view.context.here, part),
        words: view.say(key),
    };
    Document {
        name: view.medium.shorten(&sheet.name, view.medium.profile.page_bytes / NAME_SHARE),
        language: view.context.words.language().code(),
        count: (of > 1).then(|| format!("{number}/{of}")),
        previous: (number > 1).then(|| turn(number - 1, "keitai-previous")),
        next: (number < of).then(|| turn(number + 1, "keitai-next")),
        ways: if sheet.has_ways { ways(view) } else { Vec::new() },
        switch: if sheet.offers_switch { switch(view) } else { Line::new() },
    }
}

/// Home and the menu for members, the door for guests.
fn ways(view: &View<'_>) -> Vec<(char, Turn)> {
    let way = |place, words| Turn { to: view.to(place), words };
    match view.context.viewer {
        Some(_) => {
            vec![('0', way(Place::Home, view.say("home"))), ('9', way(Place::Menu, view.say("menu")))]
        }
        None => vec![('0', way(Place::Welcome, view.context.site.to_owned()))],
    }
}

fn switch(view: &View<'_>) -> Line {
    if view.medium.profile.page_bytes < ROOM_FOR_SWITCH {
        return Line::new();
    }
    let link =
        |query, words| Piece::Link { to: view.context.links.with_query(view.context.here, query), words };
    let other = match view.context.words.language() {
        Language::Ja => link("lang=en", view.say("language-en")),
        Language::En => link("lang=ja", view.say("language-ja")),
    };
    vec![link("face=touch", view.say("face-touch")), Piece::Words(BETWEEN.to_owned()), other]
}
