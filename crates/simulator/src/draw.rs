//! One document that needs nothing from anywhere.

use std::collections::HashMap;

use enishi_device::DeviceProfile;
use quick_xml::events::{BytesRef, Event};

use crate::keys::{Key, Keys};
use crate::read::reader;
use crate::tags::{Tag, VOID};
use crate::{Broken, screen};

/// What the page stands in.
pub struct Around<'a> {
    /// What lies at the address of a picture, as a `data:` address.
    pub pictures: &'a HashMap<String, String>,
    /// Where a link of the page leads instead; `None`: nowhere.
    pub link: &'a dyn Fn(&str) -> Option<String>,
    /// The style sheet of the page, if it has one beside it.
    pub style: &'a str,
}

/// A page, drawn.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// A document of HTML in UTF-8 without script; forms in it lead nowhere.
    pub html: String,
    /// The keys it binds, in the order of the page.
    pub keys: Vec<Key>,
}

/// Draws a page that was [`crate::read`].
///
/// # Errors
/// [`Broken`] if the markup is none.
pub fn draw(page: &str, profile: &DeviceProfile, around: &Around<'_>) -> Result<Drawn, Broken> {
    let mut pen =
        Pen { html: "<!DOCTYPE html>".to_owned(), keys: Keys::default(), profile, around, skips: false };
    let mut reader = reader(page);
    loop {
        match reader.read_event()? {
            Event::Start(start) => pen.start(Tag::of(&start)?, false),
            Event::Empty(start) => pen.start(Tag::of(&start)?, true),
            Event::End(end) => pen.end(&String::from_utf8_lossy(end.name().as_ref()).to_ascii_lowercase()),
            Event::Text(text) => pen.text(&String::from_utf8_lossy(&text)),
            // The style of XHTML stands in one; as a style, HTML has no use for a tag in it.
            Event::CData(text) => pen.text(&String::from_utf8_lossy(&text).replace('<', "&lt;")),
            Event::GeneralRef(reference) => pen.reference(&reference),
            Event::Eof => return Ok(Drawn { html: pen.html, keys: pen.keys.into_found() }),
            // Declarations, document types and comments are not shown.
            _ => {}
        }
    }
}

/// What is shown in place of something that is no page.
pub fn no_page(media_type: &str, bytes: usize) -> Drawn {
    let told = quick_xml::escape::escape(media_type);
    let html = format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><p>{told} {bytes}</p></body></html>"
    );
    Drawn { html, keys: Vec::new() }
}

struct Pen<'a> {
    html: String,
    keys: Keys,
    profile: &'a DeviceProfile,
    around: &'a Around<'a>,
    skips: bool,
}

impl Pen<'_> {
    fn start(&mut self, mut tag: Tag, is_empty: bool) {
        if matches!(tag.name.as_str(), "script" | "title") {
            self.skips = !is_empty;
            return;
        }
        if matches!(tag.name.as_str(), "meta" | "link" | "base") {
            return;
        }
        self.alter(&mut tag);
        tag.write(&mut self.html);
        if tag.name == "head" {
            self.head();
        }
        if is_empty && !VOID.contains(&tag.name.as_str()) {
            self.html.push_str(&format!("</{}>", tag.name));
        }
    }

    /// Links lead where the caller says, forms nowhere, pictures are what was fetched.
    fn alter(&mut self, tag: &mut Tag) {
        match tag.name.as_str() {
            "a" => {
                let leads = tag.get("href").and_then(|href| (self.around.link)(href));
                self.keys.open(tag, leads.clone());
                tag.drop("href");
                if let Some(leads) = leads {
                    tag.set("href", &leads);
                    tag.set("target", "_top");
                }
            }
            "input" | "button" => self.keys.open(tag, None),
            "form" => ["action", "method"].iter().for_each(|name| tag.drop(name)),
            "img" => {
                let drawn = tag.get("src").and_then(|src| self.around.pictures.get(src));
                // Other sizes of it are not at hand.
                ["srcset", "sizes", "loading"].iter().for_each(|name| tag.drop(name));
                match drawn {
                    Some(drawn) => tag.set("src", &drawn.clone()),
                    None => tag.drop("src"),
                }
            }
            _ => {}
        }
    }

    /// The phone's own style first, so that the page's comes over it.
    fn head(&mut self) {
        let (screen, beside) = (screen::style(self.profile), self.around.style);
        let width = "<meta name=\"viewport\" content=\"width=device-width\">";
        self.html.push_str(&format!("<meta charset=\"utf-8\">{width}<style>{screen}{beside}</style>"));
    }

    fn end(&mut self, name: &str) {
        if matches!(name, "script" | "title") {
            self.skips = false;
            return;
        }
        if name == "a" {
            self.keys.close();
        }
        if !VOID.contains(&name) {
            self.html.push_str(&format!("</{name}>"));
        }
    }

    fn text(&mut self, text: &str) {
        if !self.skips {
            self.html.push_str(text);
            self.keys.say(text);
        }
    }

    /// `&amp;` and its like stay as they are, and are read out among the words of a link.
    fn reference(&mut self, reference: &BytesRef<'_>) {
        let written = String::from_utf8_lossy(reference).into_owned();
        if self.skips {
            return;
        }
        self.html.push_str(&format!("&{written};"));
        let named = quick_xml::escape::resolve_predefined_entity(&written).map(str::to_owned);
        let sign = reference.resolve_char_ref().ok().flatten().map(String::from);
        self.keys.say(&sign.or(named).unwrap_or_default());
    }
}
